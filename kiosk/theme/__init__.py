"""The named design values: sizes, type and the roles of colours (look.md)."""
