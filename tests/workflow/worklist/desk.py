"""What waits for a person, read as their page reads it; and texts brought to where something waits."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from models import LegalText, Role
from tests.workflow.builders import CALENDAR, PIECES, Ministry, undated
from workflow.worklist.action import Action
from workflow.worklist.scope import Scope
from workflow.worklist.worklist import Worklist, worklist

Row = tuple[str, str, str, str, str]


def list_of(ministry: Ministry, role: str = Role.HEAD, *, later: int = 0) -> Worklist:
    """Give what waits for whoever has a role, so many days later."""
    at = ministry.at + timedelta(days=later)
    return worklist(ministry.session, Scope(ministry.person(role), at.date(), at, CALENDAR))


def told(actions: Sequence[Action], source: str) -> list[Row]:
    """Give how each action of a source presses, what it is, its button, and the page that does it."""
    return [
        (each.when.group.value, each.what_fr, each.button_fr, each.target.doing.value, each.target.argument)
        for each in actions
        if each.source == source
    ]


def waiting(ministry: Ministry, source: str, role: str = Role.HEAD, *, later: int = 0) -> list[Row]:
    """Give what waits for somebody from one source."""
    return told(list_of(ministry, role, later=later).actions, source)


def moment(day: str) -> datetime:
    """Give ten o’clock of a day, in Casablanca or nearly."""
    return datetime.fromisoformat(f"{day}T10:00+00:00")


def of_drafter(ministry: Ministry, kind: str = "decret") -> LegalText:
    """Open a text for which the drafter answers, and let them begin."""
    return ministry.open(kind, *undated("assign_drafter"), responsible_id=ministry.person(Role.DRAFTER).id)


def with_study(ministry: Ministry, ordered_on: str, **particulars: object) -> LegalText:
    """Give a bill of which an impact study was ordered on a day: the law gives two months for it."""
    text = ministry.open("projet_de_loi", *undated("assign_drafter"), on="2026-08-03", **particulars)
    ministry.move(text, "order_impact_study", ordered_on)
    return text


def on_agenda(ministry: Ministry, council_on: str) -> LegalText:
    """Give a decree on the agenda of a Council."""
    text = ministry.open("decret", *undated("assign_drafter", "submit_for_validation"))
    ministry.move(text, "validate", "2026-10-05", pieces=PIECES)
    for name in ("send_to_sgg", "register_at_sgg"):
        ministry.move(text, name, "2026-10-06")
    ministry.move(text, "distribute", "2026-10-07")
    ministry.move(text, "list_on_agenda", "2026-10-20", council_on=council_on)
    return text
