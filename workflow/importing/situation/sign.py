"""What a sign is: a wording that tells where a text stands, and how far it can be trusted."""

import re
from dataclasses import dataclass
from functools import cached_property

from workflow.importing.page.wording import fold

SURE, PARTLY_SAID, IMPLIED, ILL_FITTING, UNKNOWN = 0.95, 0.8, 0.6, 0.4, 0.1

# A few words of the same clause that name no other institution.
_CLAUSE = (
    r"(?:(?!\b(?:conseil de|conseil des|conseil du|commission|parlement|chambre|secretariat|transmi\w*|depos\w*|"
    r"transfer\w*|adoptee?s?|approuvee?s?|rejetee?s?|و?(?:احيلت?|صادقت?|صودق)|لجنة|البرلمان|مجلس الحكومة|"
    r"المجلس الحكومي|المجلس الوزاري|مجلس النواب|مجلس المستشارين)\b)[^.;]){0,70}?"
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
    # The same wording in Arabic.
    arabic: str = ""
    # The moves of a procedure that it stands for, the likeliest first; any move into the state where none is named.
    by: tuple[str, ...] = ()
    # The states that it stands for in a procedure that has not the first.
    otherwise: tuple[str, ...] = ()
    # Whether the date told is that of a meeting to come, not of the step.
    announces_day: bool = False
    # Whether it says itself what is still to come, or put off, so that words of that sense do not deny it.
    waits: bool = False
    # Whether the step itself is concluded from what is told, not told.
    is_concluded: bool = False
    # What a person should look at wherever this wording decides.
    doubt: str = ""
    # The fact that leaves no such doubt where the words tell it.
    settled_by: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The wording in both languages, ready to search folded text."""
        # Arabic joins "and" to the word that follows it.
        arabic = rf"(?<!\w)[وف]?(?:{fold(self.arabic)})" if self.arabic else ""
        both = "|".join(filter(None, (self.wording, arabic)))
        return re.compile(both.replace("~", _CLAUSE))
