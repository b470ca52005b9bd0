"""What goes wrong between an operator and the copies of a database."""


class Unusable(Exception):
    """A copy that cannot be made, read or put back; its words are for the operator, and nothing was changed."""
