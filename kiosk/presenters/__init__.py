"""From the state of things to what a screen shows: pure functions, one for each route (architecture.md)."""
