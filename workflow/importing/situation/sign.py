"""What a sign is: a wording that tells where a text stands, and how far it can be trusted."""

import re
from dataclasses import dataclass
from functools import cached_property

SURE, PARTLY_SAID, IMPLIED, ILL_FITTING, UNKNOWN = 0.95, 0.8, 0.6, 0.4, 0.1

# A few words of the same clause that name no other institution.
_CLAUSE = (
    r"(?:(?!\b(?:conseil de|conseil des|conseil du|commission|parlement|chambre|secretariat|transmi\w*|depos\w*|"
    r"transfer\w*)\b)[^.;]){0,70}?"
)
# Before a wording, in the same clause: what it says has not happened.
NOT_YET = re.compile(
    r"\b(?:sera|seront|serait|va|vont|doit|doivent|devra|devrait|pourra|pourrait|n'a pas|n'est pas|n'ont pas|"
    r"pas encore|en vue d|en attente d|dans l'attente d|avant|afin d|pour etre|incessamment|prochainement)[^.;]{0,45}$"
)


@dataclass(frozen=True)
class Sign:
    """A wording and what it shows.

    A later `phase` outweighs an earlier one; in the same phase, what is said last does. `after` is the move that must
    have been told before; `undoes` is the one that this wording takes back.
    """

    state: str
    phase: int
    wording: str
    meaning: str
    move: str | None = None
    confidence: float = SURE
    note: str = ""
    after: str | None = None
    undoes: str | None = None
    names_chamber: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The wording, ready to search folded text."""
        return re.compile(self.wording.replace("~", _CLAUSE))
