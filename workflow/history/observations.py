"""The observations recorded on a text, and what became of each, folded from its steps."""

from collections.abc import Iterator
from dataclasses import dataclass

from models import PartialDate
from workflow.history.events import events
from workflow.history.fold import Done, Situation
from workflow.history.numbering import ANSWER, REMARK, item_named
from workflow.procedure.institutions import name_fr

# An answer that settles nothing yet.
_UNDECIDED = (None, "", "open")


@dataclass(frozen=True)
class Observation:
    """A remark recorded as an item, and the answer given to it, if any.

    People name it by its number among the observations of the text, `rank`; `number` is that of the step.
    """

    number: int
    words: str
    on: PartialDate | None = None
    body: str = ""
    article: str = ""
    position: str | None = None
    reason: str = ""
    answered_on: PartialDate | None = None
    rank: int = 0
    wording: str = ""
    # Whether it was recorded with others by one step.
    in_batch: bool = False

    @property
    def named(self) -> str:
        """What an answer that is a step of its own calls it."""
        return item_named(self.rank) if self.in_batch else str(self.number)

    @property
    def body_fr(self) -> str:
        """What the body that made it was called; nothing where none was told."""
        return name_fr(self.body, self.on.last_day if self.on else None)

    @property
    def is_open(self) -> bool:
        """Whether nothing was decided about it."""
        return self.position in _UNDECIDED


def observations(situation: Situation) -> list[Observation]:
    """List the observations recorded as items, each with the last answer given to it."""
    told = events(situation.done)
    answers = {done.item: done for done in told if done.move == ANSWER}
    return [_observation(done, answers) for done in told if done.move == REMARK]


def still_open(situation: Situation) -> Iterator[Observation]:
    """Give the observations about which nothing was decided."""
    yield from (each for each in observations(situation) if each.is_open)


def _observation(done: Done, answers: dict[int, Done]) -> Observation:
    # Before answers were steps of their own, the remark itself told what became of it.
    answer = answers.get(done.item, done)
    return Observation(
        number=done.number,
        words=done.facts.get("observation", ""),
        on=done.on,
        body=done.facts.get("body", ""),
        article=done.facts.get("article", ""),
        position=answer.facts.get("position"),
        reason=answer.facts.get("reason", ""),
        answered_on=answer.on if answer is not done else None,
        rank=done.item,
        wording=answer.facts.get("wording", ""),
        in_batch=bool(done.rank),
    )
