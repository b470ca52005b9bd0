"""The first page: what waits for whoever is signed in, the most urgent first."""

from urllib.parse import quote

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from models import PartialDate
from web.home.heading import heading
from web.home.overview import read_overview
from web.request import calendar, db, now, person, requires, today
from workflow.calendar.hijri import hijri_fr
from workflow.calendar.words import WEEKDAYS_FR, day_fr
from workflow.people.permissions import RESPONSIBLE, Right, answers_for_own_texts, may
from workflow.worklist.action import Doing, Target
from workflow.worklist.charge import COUNTED, charge
from workflow.worklist.scope import Scope
from workflow.worklist.worklist import worklist

bp = Blueprint("home", __name__)

# Of what no law presses, so many rows are shown; the others are folded, unless there is only one.
_SHOWN = 6


@bp.get("/")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """Show what waits for this person: one sentence, then each action with the page that does it."""
    found = worklist(db(), Scope(person(), today(), now(), calendar()))
    return render_template(
        "home/index.html",
        heading=heading(found, on=today()),
        groups=found.groups,
        is_whole=found.is_whole,
        rest_url=_rest_url(),
        charge=charge(db(), person()) if person().role in RESPONSIBLE else 0,
        most=COUNTED,
        shown=_SHOWN,
        has_work=may(person(), Right.MOVE_TEXTS) or may(person(), Right.READ_MESSAGES),
        day=f"{WEEKDAYS_FR[today().weekday()].capitalize()} {day_fr(today())}",
        hijri_day=hijri_fr(PartialDate.of(today())),
        address=address,
        overview=read_overview(),
    )


def address(target: Target) -> str:
    """Give the address of the page where an action is done."""
    return _ADDRESSES[target.doing](target)


def _rest_url() -> str:
    """Give the list where whatever is not listed here is found: this person's texts, or all those that press."""
    if answers_for_own_texts(person()):
        return url_for("texts.index", responsible="me")
    return url_for("texts.index", due="late")


_ADDRESSES = {
    Doing.MOVE: lambda to: url_for("moves.show", text_id=to.text_id, name=to.argument),
    Doing.TEXT: lambda to: url_for("texts.show", text_id=to.text_id),
    Doing.FILE: lambda to: url_for("texts.show", text_id=to.text_id, _anchor="owed"),
    Doing.REGISTER: lambda to: url_for(
        "register_editing.edit", text_id=to.text_id, register=to.argument, status="open"
    ),
    Doing.PAPERS: lambda to: f"{url_for('papers.index', text_id=to.text_id)}?kind={quote(to.argument)}",
    Doing.ASSIGN: lambda to: url_for("drafting.assign", text_id=to.text_id),
    Doing.COUNCIL: lambda to: url_for("council_results.show", day=to.argument),
    Doing.MAILS: lambda to: url_for("messages.index", status=to.argument),
}
