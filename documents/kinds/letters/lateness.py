"""What others owe the text and have not given in time: of whom, since when, and how it was recalled already."""

from collections.abc import Mapping
from dataclasses import dataclass

from documents.addressee import Addressee, head_of
from documents.case import Case
from documents.kinds.letters.registered import is_reminder, sent_to
from models import DeadlineStatus
from workflow.deadlines.clocks import Clock
from workflow.history.items import Item
from workflow.procedure.institutions import institution

PRINTER_FR, PRINTER_AR = "Direction de l’Imprimerie officielle", "مديرية المطبعة الرسمية"
# By who is expected to act, whom the ministry writes to; a Chamber, through the department in charge of relations with
# Parliament. The King and the Constitutional Court are not reminded of anything; the ministry's own are told by notes.
_THROUGH_PARLIAMENT = "ministry_of_relations_with_parliament"
_WRITTEN_TO: Mapping[str, str] = {
    "sgg": "sgg",
    "government": "sgg",
    "printer": "sgg",
    "head_of_government": "head_of_government",
    **dict.fromkeys(("bureau", "committee", "plenary", "both_committees"), _THROUGH_PARLIAMENT),
}
_NAMED = frozenset({"consulted", "signatories"})
_LAST = 3


@dataclass(frozen=True)
class Late:
    """A deadline that others let pass, and the body that is written to about it, as a code or as it was typed."""

    clock: Clock
    body: str

    @property
    def code(self) -> str:
        """What names it among those of the text."""
        return f"{self.clock.rule.code}-{self.clock.occurrence}"

    def addressee(self, case: Case) -> Addressee:
        """Give whom the reminder goes to."""
        to = head_of(self.body, case.names, case.on)
        return to.of_unit(PRINTER_FR, PRINTER_AR) if self.clock.rule.owner == "printer" else to

    def days(self, case: Case) -> int:
        """Count the days since its date passed."""
        return -(self.clock.days_left(case.on) or 0)

    def letters(self, case: Case) -> list[Item]:
        """Give the letters sent to that body since the deadline began, those without a day included."""
        begun = str(self.clock.started_on) if self.clock.started_on else ""
        return [each for each in sent_to(case, self.body) if str(each.values.get("dated_on") or begun) >= begun]

    def reminders(self, case: Case) -> list[Item]:
        """Give the reminders among them."""
        return [each for each in self.letters(case) if is_reminder(each)]

    def level(self, case: Case) -> int:
        """Give which reminder comes next: 1, 2, then 3, the last one; by those that were sent, however late it is."""
        return min(len(self.reminders(case)) + 1, _LAST)


def late(case: Case) -> list[Late]:
    """List the opinions, signatures and legal terms that others let pass, in the order of the procedure."""
    found = []
    for clock in case.clocks:
        left = clock.days_left(case.on)
        is_due = clock.status is DeadlineStatus.RUNNING and not clock.is_over(case.on) and left is not None and left < 0
        body = _body(clock)
        if is_due and body and (clock.subject or clock.rule.nature != "practice"):
            found.append(Late(clock, body))
    return found


def _body(clock: Clock) -> str:
    if clock.rule.owner in _NAMED and clock.subject:
        known = institution(clock.subject)
        return known.code if known else clock.subject
    return _WRITTEN_TO.get(clock.rule.owner, "")
