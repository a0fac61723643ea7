"""Usage without persons: how often what was used, in sums of days, told in fives (docs/privacy.md)."""
