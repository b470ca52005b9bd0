"""The Council: its next days, its last ones, and what each text lacks to be before one."""

from collections import Counter
from datetime import date

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from web.council.folder import folder_of
from web.council.lines import records_decisions
from web.council.rows import rows_of, weekday_fr
from web.request import calendar, db, person, requires, today
from workflow.council.days import meeting_on, next_meetings, usual_weekday
from workflow.council.programme import (
    awaited,
    council_of,
    named_days,
    programme,
    shorter_delays,
)
from workflow.council.texts import Decided, Expected, decisions_of, expected_texts, last_decisions, on_agenda
from workflow.people.permissions import Right
from workflow.rulebook.files import shared_vocabulary

bp = Blueprint("council", __name__, url_prefix="/council")
_AHEAD = 6
_BEHIND = 8


def read_day(day: str) -> date:
    """Read the day of an address, or answer that it is not found."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        abort(404)
    return found if found.isoformat() == day else abort(404)


def read_texts() -> list[Expected]:
    """Read the texts whose Council is ahead, as this person may."""
    return expected_texts(db(), person(), on=today(), calendar=calendar())


@bp.get("")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """Show the next Councils with the texts that can be before each, and the last ones."""
    texts = read_texts()
    meetings = next_meetings(
        today(), set(named_days(texts)), count=_AHEAD, vocabulary=shared_vocabulary(), calendar=calendar()
    )
    councils = programme(texts, meetings, shared_vocabulary())
    return render_template(
        "council/index.html",
        records=records_decisions(person()),
        councils=councils,
        next=next((each for each in councils if each.meeting.is_expected), None),
        awaited=awaited(texts, today=today()),
        undated=on_agenda(texts, None),
        past=_past(last_decisions(db(), person(), on=today(), calendar=calendar())),
        rows=lambda council, found: rows_of(found, council.notice, by=person(), today=today()),
        weekday=weekday_fr,
        usual=usual_weekday(today(), shared_vocabulary()),
    )


@bp.get("/<day>")
@requires(Right.READ_TEXTS)
def show(day: str) -> ResponseReturnValue:
    """Show one Council: its agenda, what can still be added to it, what it decided."""
    on, texts = read_day(day), read_texts()
    decided = decisions_of(db(), person(), on, on=today(), calendar=calendar())
    named = {*named_days(texts), *([on] if decided else [])}
    meeting = meeting_on(on, named, vocabulary=shared_vocabulary(), calendar=calendar())
    council = council_of(texts, meeting, shared_vocabulary())
    return render_template(
        "council/show.html",
        records=records_decisions(person()),
        council=council,
        decided=decided,
        delays=shorter_delays(shared_vocabulary()),
        folder=folder_of(council.listed, on),
        rows=lambda found: rows_of(found, council.notice, by=person(), today=today()),
        weekday=weekday_fr,
    )


def _past(decided: list[Decided]) -> dict[date, int]:
    """Count the decisions of each of the latest Councils."""
    counts = Counter(each.council_on for each in decided)
    return dict(sorted(counts.items(), reverse=True)[:_BEHIND])
