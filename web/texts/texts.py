"""The table of texts, and the page of one text."""

from dataclasses import replace
from functools import cache, lru_cache
from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, get_template_attribute, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from markupsafe import Markup
from sqlmodel import col, select

from documents.catalogue import KINDS
from models import User
from web.papers.asked import reminders_of
from web.request import calendar, db, find_text, now, person, requires, today
from web.texts.dossier import gather
from web.texts.finding import Filters, Listing, count_texts
from web.texts.listing import groups_of, rows_of
from workflow.language.legible import clean
from workflow.mail.outbox import Outbox, outbox
from workflow.people.permissions import RESPONSIBLE, Right, may
from workflow.register.merging import reunited
from workflow.reports.next_limits import next_limits
from workflow.rulebook.files import procedures

bp = Blueprint("texts", __name__)


def read_filters() -> Filters:
    """Read the filters from the address; what is not known is left out."""
    names = Filters.__dataclass_fields__
    given = {name: clean(value).strip()[:200] for name, value in request.args.items() if name in names}
    return Filters(**given)


@bp.get("/texts")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """Show the texts, grouped as the ministry groups them."""
    filters, counters = read_filters(), count_texts(db(), by=person(), today=today())
    listing = Listing(db(), filters, counters, by=person(), today=today())
    texts, after = listing.page()
    groups = groups_of(rows_of(texts, next_limits(db(), texts, on=today()), today=today()))
    return render_template(
        "texts/index.html",
        filters=filters,
        groups=groups,
        counters=counters,
        found=listing.count([section.code for section, _rows in groups]),
        most=listing.most,
        left=_not_left(filters),
        next_url=address(replace(filters, after=after)) if after else "",
        first_url=address(replace(filters, after="")) if filters.after else "",
        filter_form=_form_of(filters),
    )


def _form_of(filters: Filters) -> Markup:
    people = tuple((one.id, one.name) for one in responsible_people())
    return _filter_form(replace(filters, after=""), people, str(get_locale()), request.script_root)


def _not_left(filters: Filters) -> Outbox:
    """Count, on the first page of whoever reads messages, those that have not left."""
    is_first = not filters.is_set and not filters.after
    return outbox(db(), at=now()) if is_first and may(person(), Right.READ_MESSAGES) else Outbox()


@lru_cache(maxsize=256)
def _filter_form(filters: Filters, people: tuple[tuple[UUID, str], ...], _locale: str, _root: str) -> Markup:
    """Write the form of the filters: the same for everybody who filters alike, in one language."""
    form = get_template_attribute("texts/_filters.html", "filter_form")
    return Markup(form(filters, people, **vocabulary()))  # noqa: S704 - a macro of ours, which escapes


@bp.get("/texts/<uuid:text_id>")
@requires(Right.READ_TEXTS)
def show(text_id: UUID) -> ResponseReturnValue:
    """Show everything about one text."""
    text = find_text(text_id)
    dossier = gather(db(), text, by=person(), calendar=calendar(), today=today())
    into, received = reunited(db(), text, dossier.situation)
    late = frozenset[str]() if text.merged_into_id else reminders_of(text, dossier.running)
    return render_template("texts/show.html", dossier=dossier, kinds=KINDS, into=into, received=received, late=late)


def address(filters: Filters) -> str:
    """Give the address of the list so filtered."""
    kept = {name: value for name in filters.__dataclass_fields__ if (value := getattr(filters, name))}
    return url_for("texts.index") + (f"?{urlencode(kept)}" if kept else "")


def responsible_people() -> list[User]:
    """Give the people who can be responsible for a text."""
    query = select(User).where(col(User.role).in_(RESPONSIBLE), col(User.active).is_(True)).order_by(User.name)
    return list(db().exec(query).all())


@cache
def vocabulary() -> dict[str, object]:
    """Give the words of the filters: kinds, sections, phases and their states, each once, in the order of the paths."""
    known = procedures().values()
    phases = {code: phase for procedure in known for code, phase in procedure.phases.items()}
    states = {code: state for procedure in known for code, state in procedure.states.items()}
    order = list(
        dict.fromkeys(code for procedure in sorted(known, key=lambda one: -len(one.path)) for code in procedure.path)
    )
    ordered = [phases[code] for code in (*order, *(code for code in phases if code not in order))]
    return {"procedures": procedures(), "phases": ordered, "states": states}
