"""Work that goes on beside the text's own way: opinions, signatures, observations, folded from the same steps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from models import PartialDate
from workflow.dates import plain
from workflow.history import Done, Situation

# An answer that settles nothing yet.
_UNDECIDED = (None, "open")


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

    @property
    def due(self) -> PartialDate | None:
        """The day for which it was asked, if one was named."""
        return PartialDate.parse(self.answer_by) if self.answer_by else None

    def is_overdue(self, day: date) -> bool:
        """Whether its day has passed without an answer."""
        return not self.answered and self.due is not None and self.due.last_day < day


@dataclass(frozen=True)
class Signature:
    """The signature of a named authority: expected, or given with the name and office printed under it."""

    name: str
    expected_on: str | None = None
    signed: Done | None = None

    @property
    def due(self) -> PartialDate | None:
        """The day for which it is expected, if one was named."""
        return PartialDate.parse(self.expected_on) if self.expected_on else None

    def is_overdue(self, day: date) -> bool:
        """Whether its day has passed and it is not there."""
        return self.signed is None and self.due is not None and self.due.last_day < day


@dataclass(frozen=True)
class Observation:
    """A remark recorded as an item, and the answer given to it, if any; known by the number of its step."""

    number: int
    words: str
    on: PartialDate | None = None
    body: str = ""
    article: str = ""
    position: str | None = None
    reason: str = ""
    answered_on: PartialDate | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing was decided about it."""
        return self.position in _UNDECIDED


def opinions(situation: Situation) -> list[Opinion]:
    """List the opinions in the order in which they were asked; one given unasked counts too."""
    found: list[Opinion] = []
    for done in situation.done:
        if done.move == "ask_opinion":
            found.append(_asked(done))
        elif done.move == "receive_opinion":
            place = _waiting(found, done.facts.get("body", ""))
            if place is None:
                found.append(_answered(Opinion(done.facts.get("body", "")), done))
            else:
                found[place] = _answered(found[place], done)
    return found


def signatures(situation: Situation) -> list[Signature]:
    """List the signatures of the named authorities, in the order of their names."""
    named = next((done for done in reversed(situation.done) if done.facts.get("signatories")), None)
    if named is None or _returned(situation, named):
        return []
    found = {plain(name): Signature(name) for name in names(named.facts["signatories"])}
    for done in situation.done:
        name = plain(done.facts.get("signatory", ""))
        if done.number < named.number or name not in found:
            continue
        if done.move == "expect_signature":
            found[name] = replace(found[name], expected_on=done.facts.get("expected_on"))
        elif done.move == "collect_signature":
            found[name] = replace(found[name], signed=done)
    return list(found.values())


def names(lines: str) -> list[str]:
    """Read authorities named one per line; the same twice, however it is written, is once."""
    found: dict[str, str] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        found.setdefault(plain(line), line)
    return list(found.values())


def observations(situation: Situation) -> list[Observation]:
    """List the observations recorded as items, each with the last answer given to it."""
    answers = {done.facts.get("answered"): done for done in situation.done if done.move == "answer_observation"}
    return [_observation(done, answers) for done in situation.done if done.move == "record_observation"]


def still_expected(situation: Situation) -> Iterator[str]:
    """Name the authorities that have not signed."""
    yield from (each.name for each in signatures(situation) if each.signed is None)


def still_waiting(situation: Situation) -> Iterator[str]:
    """Name the bodies that were asked and have not answered, each once."""
    yield from dict.fromkeys(each.body for each in opinions(situation) if not each.answered)


def still_open(situation: Situation) -> Iterator[Observation]:
    """Give the observations about which nothing was decided."""
    yield from (each for each in observations(situation) if each.is_open)


def _observation(done: Done, answers: dict[str | None, Done]) -> Observation:
    # Before answers were steps of their own, the remark itself told what became of it.
    answer = answers.get(str(done.number), done)
    return Observation(
        number=done.number,
        words=done.facts.get("observation", ""),
        on=done.on,
        body=done.facts.get("body", ""),
        article=done.facts.get("article", ""),
        position=answer.facts.get("position"),
        reason=answer.facts.get("reason", ""),
        answered_on=answer.on if answer is not done else None,
    )


def _returned(situation: Situation, named: Done) -> bool:
    # A text sent back unsigned starts its signatures again.
    return any(done.move == "return_from_signature" and done.number > named.number for done in situation.done)


def _asked(done: Done) -> Opinion:
    return Opinion(
        body=done.facts.get("body", ""),
        asked_on=done.on,
        answer_by=done.facts.get("answer_by"),
        compulsory=done.facts.get("compulsory") == "yes",
    )


def _waiting(found: list[Opinion], body: str) -> int | None:
    return next(
        (place for place, each in enumerate(found) if plain(each.body) == plain(body) and not each.answered), None
    )


def _answered(opinion: Opinion, done: Done) -> Opinion:
    return replace(
        opinion,
        answered=True,
        answered_on=done.on,
        answer=done.facts.get("answer"),
        words=done.facts.get("opinion", ""),
    )
