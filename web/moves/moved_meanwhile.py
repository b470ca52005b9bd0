"""The answer to a page that no longer tells the truth: a step was recorded meanwhile."""

from collections.abc import Callable, Sequence
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from models import LegalText
from web.filters import moment
from web.forms.typed_again import Typed
from web.request import calendar, db, find_text, person, today
from workflow.calendar.time_zone import CASABLANCA, legal_day
from workflow.errors import Stale
from workflow.history.fold import Situation
from workflow.history.steps import Recorded, steps_of
from workflow.standing.reading import read_standing

_NOT_TYPED = frozenset({"csrf_token", "seen_step", "seen_way", "do"})

# Whoever comes second is told by the page's own mark or, at the very same moment, by the database.
CAME_SECOND = (Stale, StaleDataError, IntegrityError)


def find_again(text_id: UUID) -> LegalText:
    """Undo what was begun, and give the text as somebody else left it."""
    db().rollback()
    db().expire_all()
    return find_text(text_id)


def answer_stale(
    text_id: UUID,
    resume: Callable[[Situation], str | None],
    is_sent: Callable[[Recorded], bool] = lambda _step: False,
    said: Typed | None = None,
) -> ResponseReturnValue:
    """Say what was recorded meanwhile; `resume` gives the address where what was typed can be taken up, if any.

    `is_sent` tells whether a step of this person is the one that was sent: a form sent twice is recorded already,
    whatever others recorded since. `said` is what was typed, in words, shown where it cannot be taken up.
    """
    text = find_again(text_id)
    now = read_standing(db(), text, on=today(), calendar=calendar())
    since = recorded_since(text)
    recorded = next((step for step in own(since) if is_sent(step)), None)
    page = render_template(
        "moves/moved_meanwhile.html",
        text=text,
        typed=[(key, value) for key, value in request.form.items(multi=True) if key not in _NOT_TYPED],
        said=said or [],
        last=now.last_words,
        who=who_recorded(since),
        recorded=recorded,
        at=hour(recorded) if recorded else "",
        is_followed=recorded is not None and recorded is not since[-1],
        resume_url=resume(now.situation),
    )
    return page, 409


def recorded_since(text: LegalText) -> list[Recorded]:
    """Give the steps recorded since the page that was sent was shown; none where it does not say when it was."""
    seen = request.form.get("seen_step", -1, type=int)
    return [step for step in steps_of(db(), text.id) if 0 < seen < step.number]


def own(steps: Sequence[Recorded]) -> list[Recorded]:
    """Give those of these steps that this person recorded."""
    return [step for step in steps if step.by_id == person().id]


def who_recorded(since: Sequence[Recorded]) -> str:
    """Say who recorded these steps while a page was open: this person, most likely in another tab, or somebody else."""
    mine = own(since)
    if not mine:
        return str(_("Une autre personne a enregistré une étape pendant que cette page était ouverte"))
    if len(mine) < len(since):
        return str(_("Une autre personne et vous-même avez enregistré des étapes pendant que cette page était ouverte"))
    words: str = ngettext(
        "Vous avez déjà enregistré une étape %(at)s, sans doute dans un autre onglet",
        "Vous avez déjà enregistré %(num)s étapes, la dernière %(at)s, sans doute dans un autre onglet",
        len(mine), at=hour(mine[-1]),
    )  # fmt: skip
    return words


def hour(step: Recorded) -> str:
    """Word when a step was recorded: "à 10:42" today, else with its day."""
    if legal_day(step.at) == today():
        return f"à {step.at.astimezone(CASABLANCA):%H:%M}"
    return f"le {moment(step.at)}"
