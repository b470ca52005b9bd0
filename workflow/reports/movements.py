"""What moved between two days: the texts that entered, were adopted, were published, and where each stood before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workflow.standing.standing import Standing

COUNCIL, PARLIAMENT, PUBLISHED = "council", "final", "publication"


@dataclass(frozen=True)
class Movement:
    """One text that moved: what it is called, where it stood, empty for one that entered, and where it stands."""

    title_fr: str
    title_ar: str
    number: str | None
    before_fr: str
    before_ar: str
    after_fr: str
    after_ar: str
    # The milestones that it passed between the two days.
    passed: frozenset[str]

    @property
    def has_entered(self) -> bool:
        """Whether its file was opened between the two days."""
        return not self.before_fr


@dataclass(frozen=True)
class Period:
    """The movements after the end of `since`, in the order of the files; every count is made on these."""

    since: date
    movements: tuple[Movement, ...]

    @property
    def entered(self) -> int:
        """How many files were opened."""
        return sum(each.has_entered for each in self.movements)

    def passed(self, milestone: str) -> int:
        """How many texts passed a milestone, each once."""
        return sum(milestone in each.passed for each in self.movements)


def movement(then: Standing | None, now: Standing) -> Movement | None:
    """Give what a text did between two days; None for one that is where it was and passed nothing."""
    known = {done.number for done in then.situation.done} if then else set()
    passed = {done.milestone for done in now.situation.done if done.number not in known and done.milestone}
    if then and _place(then) == _place(now) and not passed:
        return None
    return Movement(
        now.title_fr, now.title_ar, now.number, then.sentence if then else "", then.sentence_ar if then else "",
        now.sentence, now.sentence_ar, frozenset(passed),
    )  # fmt: skip


def period(since: date, found: Iterable[Movement | None]) -> Period:
    """Gather the movements of texts; None for those that did not move."""
    return Period(since, tuple(each for each in found if each))


def _place(standing: Standing) -> tuple[str, str | None, int]:
    situation = standing.situation
    return situation.state, situation.chamber, situation.reading
