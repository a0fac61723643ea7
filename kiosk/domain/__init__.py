"""What the kiosk knows and decides: pure Python, no toolkit, no clock, no disk (architecture.md, rule 1)."""
