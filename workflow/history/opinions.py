"""The opinions asked of bodies, folded from the steps of a text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from models import PartialDate
from workflow.history.events import events
from workflow.history.fold import Done, Situation
from workflow.history.numbering import ASK, RECEIVE
from workflow.procedure.institutions import key, name_fr, same


@dataclass(frozen=True)
class Opinion:
    """An opinion asked of a body, and what became of it."""

    body: str
    asked_on: PartialDate | None = None
    answer_by: str | None = None
    compulsory: bool = False
    answered: bool = False
    answered_on: PartialDate | None = None
    answer: str | None = None
    words: str = ""
    # Its number among the consultations of the text.
    item: int = 0

    @property
    def name_fr(self) -> str:
        """What the body was called when it was asked."""
        asked_on = self.asked_on or self.answered_on
        return name_fr(self.body, asked_on.last_day if asked_on else None)

    @property
    def due(self) -> PartialDate | None:
        """The day for which it was asked, if one was named."""
        return PartialDate.parse(self.answer_by) if self.answer_by else None

    def is_overdue(self, day: date) -> bool:
        """Whether its day has passed without an answer."""
        return not self.answered and self.due is not None and self.due.last_day < day


def opinions(situation: Situation) -> list[Opinion]:
    """List the opinions in the order in which they were asked; one given unasked counts too."""
    found: list[Opinion] = []
    for done in events(situation.done):
        if done.move == ASK:
            found.append(_asked(done))
        elif done.move == RECEIVE:
            place = _asked_of(found, done)
            if place is None:
                found.append(_answered(Opinion(done.facts.get("body", ""), item=done.item), done))
            else:
                found[place] = _answered(found[place], done)
    return found


def still_waiting(situation: Situation) -> Iterator[str]:
    """Name the bodies that were asked and have not answered, each once."""
    waiting: dict[str, str] = {}
    for each in opinions(situation):
        if not each.answered:
            waiting.setdefault(key(each.body), each.body)
    yield from waiting.values()


def _asked(done: Done) -> Opinion:
    return Opinion(
        body=done.facts.get("body", ""),
        asked_on=done.on,
        answer_by=done.facts.get("answer_by"),
        compulsory=done.facts.get("compulsory") == "yes",
        item=done.item,
    )


def _asked_of(found: list[Opinion], answer: Done) -> int | None:
    """Give the place of the opinion that is answered: in the register its item, else the first of its body to wait."""
    if answer.rank:
        return next((place for place, each in enumerate(found) if each.item == answer.item), None)
    body = answer.facts.get("body", "")
    return next((place for place, each in enumerate(found) if not each.answered and same(each.body, body)), None)


def _answered(opinion: Opinion, done: Done) -> Opinion:
    return replace(
        opinion,
        answered=True,
        answered_on=done.on,
        answer=done.facts.get("answer"),
        words=done.facts.get("opinion", ""),
    )
