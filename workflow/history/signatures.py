"""The signatures of named authorities, folded from the steps of a text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from models import PartialDate
from workflow.history.fold import Done, Situation
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
    """List the signatures of the named authorities, in the order of their names."""
    named = next((done for done in reversed(situation.done) if done.facts.get("signatories")), None)
    if named is None or _returned(situation, named):
        return []
    found = {key(name): Signature(name) for name in names(named.facts["signatories"])}
    for done in situation.done:
        name = key(done.facts.get("signatory", ""))
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
        found.setdefault(key(line), line)
    return list(found.values())


def still_expected(situation: Situation) -> Iterator[str]:
    """Name the authorities that have not signed."""
    yield from (each.name for each in signatures(situation) if each.signed is None)


def _returned(situation: Situation, named: Done) -> bool:
    # A text sent back unsigned starts its signatures again.
    return any(done.move == "return_from_signature" and done.number > named.number for done in situation.done)
