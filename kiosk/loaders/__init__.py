"""From files that staff write to the values of the domain: YAML with places, fields, cross-checks, all problems."""
