"""The signatures of named authorities, folded from the steps of a text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from models import PartialDate
from workflow.history.events import events
from workflow.history.fold import Done, Situation
from workflow.history.numbering import COLLECT, EXPECT, NAME, RETURN, names
from workflow.procedure.institutions import key, name_fr


@dataclass(frozen=True)
class Signature:
    """The signature of a named authority: expected, or given with the name and office printed under it."""

    name: str
    expected_on: str | None = None
    signed: Done | None = None

    @property
    def name_fr(self) -> str:
        """What the authority was called when it signed, or is called today."""
        return name_fr(self.name, self.signed.on.last_day if self.signed and self.signed.on else None)

    @property
    def due(self) -> PartialDate | None:
        """The day for which it is expected, if one was named."""
        return PartialDate.parse(self.expected_on) if self.expected_on else None

    def is_overdue(self, day: date) -> bool:
        """Whether its day has passed and it is not there."""
        return self.signed is None and self.due is not None and self.due.last_day < day


def signatures(situation: Situation) -> list[Signature]:
    """List the signatures of the named authorities, in the order of their names.

    A text sent back unsigned starts its signatures again; so does a step that names all of them anew, while the
    register adds one at a time.
    """
    found: dict[str, Signature] = {}
    named = 0
    for done in events(situation.done):
        name = key(done.facts.get("signatory", ""))
        if done.move == RETURN:
            found = {}
        elif done.move == NAME:
            found = found if done.rank or done.number == named else {}
            named = 0 if done.rank else done.number
            found |= {key(each): Signature(each) for each in names(done.facts.get("signatories", ""))}
        elif name in found and done.move == EXPECT:
            found[name] = replace(found[name], expected_on=done.facts.get("expected_on"))
        elif name in found and done.move == COLLECT:
            found[name] = replace(found[name], signed=done)
    return list(found.values())


def still_expected(situation: Situation) -> Iterator[str]:
    """Name the authorities that have not signed."""
    yield from (each.name for each in signatures(situation) if each.signed is None)
