"""The results of a Council: one grid, one decision a text, each line recorded by itself or not at all."""

from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from models import PartialDate
from web.council.council import read_day, read_texts
from web.council.lines import Line, lines_of, read_date, resumed, sent_line
from web.council.rows import weekday_fr
from web.forms.dates import DateParts
from web.moves.moved_meanwhile import CAME_SECOND, find_again, who_recorded
from web.papers.production import make_wanted
from web.request import calendar, db, now, person, reads_first, requires, today, writing
from workflow.council.texts import on_agenda, these_texts
from workflow.errors import Impossible, NotAllowed, Refused
from workflow.history.facts import Facts
from workflow.history.steps import Recorded, steps_of
from workflow.people.permissions import Right
from workflow.register.moves import Moved, fire
from workflow.register.recording import told
from workflow.standing.reading import read_standing

bp = Blueprint("council_results", __name__, url_prefix="/council/<day>/results")


@dataclass
class Outcome:
    """What became of the lines that were sent.

    `recorded` gives the words of each by its text; `kept` those that stay with their reasons; `meanwhile` those whose
    text somebody else moved, with what was recorded last.
    """

    recorded: dict[UUID, tuple[str, str]] = field(default_factory=dict)
    kept: dict[UUID, Line] = field(default_factory=dict)
    meanwhile: dict[UUID, tuple[Line, str]] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """The status of the answer."""
        return 422 if self.kept else 409 if self.meanwhile else 200


@bp.get("")
@requires(Right.MOVE_TEXTS)
def show(day: str) -> ResponseReturnValue:
    """Ask what the Council decided on each text of its agenda."""
    council_on = read_day(day)
    return _page(council_on, DateParts.of("on", PartialDate.of(min(council_on, today()))), Outcome())


@bp.post("")
@requires(Right.MOVE_TEXTS)
@reads_first
def record(day: str) -> ResponseReturnValue:
    """Record the lines that were filled, each by itself; those that cannot be stay in the form."""
    council_on, on, outcome = read_day(day), read_date(), Outcome()
    sent = [line for line in _sent() if line.is_touched]
    for line in sent:
        if on.error:
            outcome.kept[line.text.id] = line
        else:
            _try(line, on, outcome)
    if not sent:
        flash(_("Rien n’est à enregistrer : aucune décision n’est choisie."))
    elif outcome.status == HTTPStatus.OK:
        flash(_said(len(outcome.recorded)))
        return redirect(url_for("council.show", day=_day_of(on, council_on)), 303)
    return _page(council_on, on, outcome), outcome.status if sent else 422


def _sent() -> list[Line]:
    ids = [found for told in request.form.getlist("text") if (found := _read_id(told))]
    texts = these_texts(db(), person(), ids, on=today(), calendar=calendar())
    return [sent_line(line) for line in lines_of(texts, person())]


def _read_id(told: str) -> UUID | None:
    try:
        return UUID(told)
    except ValueError:
        return None


def _try(line: Line, on: DateParts, outcome: Outcome) -> None:
    """Record one line in a transaction of its own; what it owes in papers is made once it is committed."""
    key, facts = line.text.id, line.understand()
    if line.seen_step != line.text.last_step:
        _note_meanwhile(line, on, facts, outcome)
        return
    line.doubt(on.value, facts)
    if line.reasons:
        outcome.kept[key] = line
        return
    try:
        moved = _fire(line, on, facts)
    except Refused as refused:
        line.refuse(refused.reasons)
        outcome.kept[key] = line
    except NotAllowed:
        line.reasons.append(_("Cette décision ne revient pas à votre fonction."))
        outcome.kept[key] = line
    except (Impossible, *CAME_SECOND):
        _note_meanwhile(line, on, facts, outcome)
    else:
        outcome.recorded[key] = (moved.standing.title_fr, moved.standing.last_words)
        if line.move and line.move.produces:
            make_wanted(key)


def _fire(line: Line, on: DateParts, facts: Facts) -> Moved:
    with writing() as session:
        moved = fire(session, line.text, line.chosen, by=person(), seen_step=line.seen_step, on=on.value, at=now(),
                     facts=facts, calendar=calendar())  # fmt: skip
        session.commit()
    return moved


def _note_meanwhile(line: Line, on: DateParts, facts: Facts, outcome: Outcome) -> None:
    """Tell what was recorded meanwhile; a line that was sent twice is recorded already."""
    text = find_again(line.text.id)
    stands = read_standing(db(), text, on=today(), calendar=calendar())
    since = [step for step in steps_of(db(), text.id) if 0 < line.seen_step < step.number]
    if any(_is_sent(step, line, on, facts) for step in since):
        outcome.recorded[text.id] = (stands.title_fr, stands.last_words)
        return
    line.reasons, line.doubts = [], []
    outcome.meanwhile[text.id] = (line, f"{who_recorded(since)} : {stands.last_words}")


def _is_sent(step: Recorded, line: Line, on: DateParts, facts: Facts) -> bool:
    kept, sent = ({**each, "confirmed": None} for each in (step.facts, facts))
    return (step.by_id, step.move, step.on, told(kept)) == (person().id, line.chosen, on.value, told(sent))


def _page(council_on: date, on: DateParts, outcome: Outcome) -> str:
    db().rollback()
    db().expire_all()  # what was recorded since is read as it is now
    texts = read_texts()
    listed = [*on_agenda(texts, council_on), *on_agenda(texts, None)]
    fresh = {line.text.id: line for line in lines_of(listed, person()) if line.text.id not in outcome.recorded}
    meanwhile = outcome.meanwhile.items()
    behind = {key: (resumed(sent, fresh[key]), words) for key, (sent, words) in meanwhile if key in fresh}
    return render_template(
        "council/results.html",
        council_on=council_on,
        on=on,
        lines=list((fresh | {key: line for key, (line, _words) in behind.items()} | outcome.kept).values()),
        behind={key: words for key, (_line, words) in behind.items()},
        gone=[each for key, each in meanwhile if key not in fresh],
        recorded=outcome.recorded,
        kept=outcome.kept,
        weekday=weekday_fr,
    )


def _said(count: int) -> str:
    return str(ngettext("%(num)s résultat est enregistré.", "%(num)s résultats sont enregistrés.", count))


def _day_of(on: DateParts, council_on: date) -> str:
    return str(on.value) if on.value and on.value.is_full else council_on.isoformat()
