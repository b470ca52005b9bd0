"""Tables of what others said and asked of a text."""
