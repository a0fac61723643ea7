"""The search: what is typed, as people type it, finds what is meant. It knows no screen, and keeps nothing."""
