"""Cells of tables that a spreadsheet opens: words that it would take for a formula are told to be text."""

# What a spreadsheet takes for a formula where a cell begins with it: an apostrophe before it says that it is text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text_cell(words: str) -> str:
    """Write words so that a spreadsheet that opens them runs nothing."""
    return f"'{words}" if words.lstrip("'").startswith(_FORMULA) else words


def plain_cell(words: str) -> str:
    """Read words back that `text_cell` wrote."""
    return words[1:] if words.startswith("'") and words.lstrip("'").startswith(_FORMULA) else words
