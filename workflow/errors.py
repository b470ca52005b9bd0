"""What can go wrong between a person and a procedure, each with the words for that person."""

from models import LegalText


class BadProcedure(ValueError):
    """A procedure file that cannot be used; the message names the file, the line of thought and the name at fault."""


class Refused(Exception):
    """A move that its guards do not let pass."""

    def __init__(self, reasons: list[str]) -> None:
        """Keep every reason, each a sentence for the person."""
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class NotAllowed(Exception):
    """A move that this person may not make."""


class Stale(Exception):
    """A move chosen on a page that no longer tells the truth: the text has moved since."""


class Reunited(Exception):
    """A page from which something is recorded, of a file that was reunited with the other one given here."""

    def __init__(self, into: LegalText) -> None:
        """Keep the file that goes on."""
        super().__init__(str(into.id))
        self.into = into


class Impossible(Exception):
    """A move that does not exist where the text stands."""


class Unfit(Exception):
    """What cannot be kept: sentences for the person, by the field they are about."""

    def __init__(self, reasons: dict[str, str]) -> None:
        """Keep the sentences."""
        super().__init__(" ".join(reasons.values()))
        self.reasons = reasons
