"""The rows of texts around a Council: their distribution, and what each lacks with where it is mended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import url_for

from models import LegalText, User
from workflow.calendar.lateness import away_fr
from workflow.calendar.words import WEEKDAYS_FR, day_fr, day_short_fr, days_fr, partial_fr
from workflow.council.lacks import Lack
from workflow.council.notice import Notice, Reach
from workflow.council.texts import Expected
from workflow.council.way import AGENDA
from workflow.people.permissions import may_fire

_SOON = 7


@dataclass(frozen=True)
class Row:
    """One text as a page shows it; `gap` marks a distribution that is missing or near, `links` are what it lacks.

    `action` is the next step towards the Council with its address, which is empty while the step must wait; None where
    it is not this person's.
    """

    text: LegalText
    state: str
    distribution: str
    away: str
    gap: bool
    links: list[tuple[str, str]]
    action: tuple[str, str] | None
    aimed_on: date | None


def rows_of(texts: Iterable[Expected], notice: Notice, *, by: User, today: date) -> list[Row]:
    """Give the row of each text before the Council of that notice."""
    return [_row(each, notice, by=by, today=today) for each in texts]


def weekday_fr(day: date) -> str:
    """Word a day with its weekday: "jeudi 3 décembre 2026"."""
    return f"{WEEKDAYS_FR[day.weekday()]} {day_fr(day)}"


def _row(each: Expected, notice: Notice, *, by: User, today: date) -> Row:
    distribution, away, gap = _distribution(each, notice, today)
    action = None
    if each.move and may_fire(by, each.move.move):
        move = each.move.move
        there = url_for("moves.show", text_id=each.text.id, name=move.name)
        action = (move.label_fr, "" if each.move.reasons else there)
    links = [(lack.words, _address(each.text, lack)) for lack in each.lacks]
    return Row(each.text, each.now.state.label_fr, distribution, away, gap, links, action, each.aimed_on)


def _distribution(each: Expected, notice: Notice, today: date) -> tuple[str, str, bool]:
    """Word the distribution, how far its last day is, and whether it is a gap."""
    if each.is_distributed:
        done = each.distributed_on
        if done is None:
            return "date de distribution inconnue", "", True
        return f"distribué {partial_fr(done)}{_shorter(each, notice)}", "", False
    last = f"{WEEKDAYS_FR[notice.last_day.weekday()]} {day_short_fr(notice.last_day)}"
    if each.reach(notice) is Reach.SHORTENED:
        return f"était à distribuer au plus tard le {last}", "", True
    left = (notice.last_day - today).days
    return f"à distribuer au plus tard le {last}", away_fr(left), left <= _SOON


def _shorter(each: Expected, notice: Notice) -> str:
    """Say that the delay is shorter than the law's: by how long, or why where the agenda tells it."""
    done = each.distributed_on
    if done is None or done.last_day <= notice.last_day:
        return ""
    agenda = each.now.situation.last(AGENDA) if each.is_listed else None
    told = agenda.facts.get("shortened") if agenda else None
    choices = each.now.procedure.vocabulary.facts["shortened"].choices
    if words := next((choice.fr for choice in choices if choice.value == told), ""):
        return f", délai abrégé : {words}"
    days = (notice.council_on - done.last_day).days
    return f", {days_fr(days)} avant ce Conseil" if days else ", le jour même du Conseil"


def _address(text: LegalText, lack: Lack) -> str:
    if lack.place == "title":
        return url_for("drafting.edit", text_id=text.id)
    if lack.place == "file":
        return url_for("pieces.new", text_id=text.id, kind=lack.piece)
    if lack.place == "move":
        return url_for("moves.show", text_id=text.id, name=lack.move)
    return url_for("registers.show", text_id=text.id, register=lack.place)
