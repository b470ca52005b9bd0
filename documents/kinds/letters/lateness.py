"""What others owe the text and have not given in time: of whom, since when, and how it was recalled already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

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
_UNCLEAR = "unclear"


class Level(Enum):
    """How pressing a reminder is. Only one that follows another on record is the second one."""

    FIRST = "first"
    SECOND = "second"
    # The first on record, so late that it presses as a second one does.
    PRESSING = "pressing"
    LAST = "last"


# From how many days on a first reminder is pressing, or the last one: usage, in the vocabulary of procedures.
_PRESSING_FROM, _LAST_FROM = "days_before_pressing_reminder", "days_before_last_reminder"


@dataclass(frozen=True)
class Late:
    """A deadline that others let pass, and the body that is written to about it, as a code or as it was typed."""

    clock: Clock
    body: str

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

    def level(self, case: Case) -> Level:
        """Give how pressing the next reminder is: by those on record; where there is none, by how late it is."""
        recalled = len(self.reminders(case))
        if recalled:
            return Level.SECOND if recalled == 1 else Level.LAST
        number_on = case.procedure.vocabulary.number_on
        for name, level in ((_LAST_FROM, Level.LAST), (_PRESSING_FROM, Level.PRESSING)):
            days = number_on(name, case.on)
            if days is not None and self.days(case) >= days:
                return level
        return Level.FIRST


def late(clocks: Iterable[Clock], on: date) -> list[Late]:
    """List the opinions, signatures and legal terms that others let pass before `on`, in the order given.

    Nobody is late whose silence the law takes for an answer; nor by a day that is not known for sure.
    """
    found = [Late(clock, _body(clock)) for clock in clocks if _is_late(clock, on)]
    return [each for each in found if each.body]


def _is_late(clock: Clock, on: date) -> bool:
    left = clock.days_left(on)
    if clock.status is not DeadlineStatus.RUNNING or clock.is_over(on) or left is None or left >= 0:
        return False
    if clock.rule.tacit:
        return False
    return bool(clock.subject) or (clock.rule.nature != "practice" and _is_sure(clock))


def _is_sure(clock: Clock) -> bool:
    return not clock.is_estimated and clock.value is not None and clock.value.certainty != _UNCLEAR


def _body(clock: Clock) -> str:
    if clock.rule.owner in _NAMED and clock.subject:
        known = institution(clock.subject)
        return known.code if known else clock.subject
    return _WRITTEN_TO.get(clock.rule.owner, "")
