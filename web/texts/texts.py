"""The table of texts, and the page of one text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any
from uuid import UUID

from flask import Blueprint, get_template_attribute, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from markupsafe import Markup

from documents.catalogue import KINDS
from models import LegalText, User
from web.forms.colleagues import offered
from web.lists.chips import chips_of, heads_of, opened_first, vocabulary
from web.lists.counting import Counters, count_texts
from web.lists.filters import Filters, address, filters_in, query_of, question, read_filters
from web.lists.finding import Listing
from web.lists.listing import Group, groups_of, names_of, rows_of
from web.lists.row_html import cells
from web.papers.asked import reminders_of
from web.request import calendar, db, find_text, now, person, requires, today
from web.selection.chosen import Choice, chosen_ids
from web.texts.dossier import gather
from web.views.tabs import default_query, tabs_of, views_for
from workflow.mail.outbox import Outbox, outbox
from workflow.people.leave import Leave, leaves_on
from workflow.people.permissions import Right, may
from workflow.people.recipients import responsible_people
from workflow.register.accounts import may_answer
from workflow.register.following import is_followed
from workflow.register.merging import reunited
from workflow.reports.excerpts import excerpts
from workflow.reports.next_limits import next_limits

bp = Blueprint("texts", __name__)


@bp.get("/texts")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """Show the texts, grouped as the ministry groups them."""
    views, filters = views_for(db(), person()), read_filters(request.args)
    if not request.args and (view := default_query(views)):
        return redirect(address(filters_in(view)))
    if "" in request.args.values():  # a form sends its empty fields too
        return redirect(address(filters))
    counters = count_texts(db(), by=person(), today=today())
    tabs = tabs_of(views, filters, counters, answers=may_answer(person()))
    return render_template("lists/index.html", views=tabs, **_shown(filters, counters))


def _shown(filters: Filters, counters: Counters) -> dict[str, Any]:
    """Read one page of the list, and put in words what is asked of it."""
    listing = Listing(db(), filters, counters, by=person(), today=today())
    texts, after = listing.page()
    people, leaves = responsible_people(db()), leaves_on(db(), on=today())
    groups = _groups(listing, filters, texts, people=people, leaves=leaves)
    return {
        "filters": filters,
        "chips": chips_of(filters, {str(one.id): one.name for one in people}),
        "heads": heads_of(filters, listing),
        "opened": opened_first(filters, listing),
        "groups": groups,
        "cells_of": cells(),
        "counters": counters,
        "found": listing.count([group.section.code for group in groups]),
        "most": listing.most,
        "left": _not_left(filters),
        "next": question(replace(filters, after=after)) if after else "",
        "first": question(filters.without()) if filters.after else "",
        "flat": question(replace(filters, flat="" if listing.is_flat else "yes", after="")),
        "everything": question(Filters()),
        "question": question,
        "is_flat": listing.is_flat,
        "filter_form": _form_of(filters, people),
        "people": offered(people, leaves),
        "choice": _choice(filters, counters, texts),
        "query": query_of(filters),
    }


def _choice(filters: Filters, counters: Counters, texts: Sequence[LegalText]) -> Choice:
    """Give what is chosen of the list; its length where nothing is to be counted for it."""
    length = None if filters.is_set or filters.flat else counters.running
    return Choice(chosen_ids(db(), person(), at=now()), [text.id for text in texts], length)


def _groups(
    listing: Listing,
    filters: Filters,
    texts: Sequence[LegalText],
    *,
    people: Sequence[User],
    leaves: Mapping[UUID, Leave],
) -> list[Group]:
    found = excerpts(db(), filters.q, texts) if filters.q else {}
    limits, names = next_limits(db(), texts, on=today()), names_of(db(), texts, known=people)
    rows = rows_of(texts, limits, today=today(), names=names, leaves=leaves, excerpts=found)
    return groups_of(rows, listing.folded(), today=today(), is_flat=listing.is_flat)


def _form_of(filters: Filters, people: Sequence[User]) -> Markup:
    named = tuple((one.id, one.name) for one in people)
    return _filter_form(filters.without(), named, str(get_locale()), request.script_root)


def _not_left(filters: Filters) -> Outbox:
    """Count, on the first page of whoever reads messages, those that have not left."""
    is_first = not filters.is_set and not filters.after
    return outbox(db(), at=now()) if is_first and may(person(), Right.READ_MESSAGES) else Outbox()


@lru_cache(maxsize=256)
def _filter_form(filters: Filters, people: tuple[tuple[UUID, str], ...], _locale: str, _root: str) -> Markup:
    """Write the form of the filters: the same for everybody who filters alike, in one language."""
    form = get_template_attribute("lists/_filters.html", "filter_form")
    return Markup(form(filters, people, **vocabulary()))  # noqa: S704 - a macro of ours, which escapes


@bp.get("/texts/<uuid:text_id>")
@requires(Right.READ_TEXTS)
def show(text_id: UUID) -> ResponseReturnValue:
    """Show everything about one text."""
    text = find_text(text_id)
    dossier = gather(db(), text, by=person(), calendar=calendar(), today=today())
    into, received = reunited(db(), text, dossier.situation)
    late = frozenset[str]() if text.merged_into_id else reminders_of(text, dossier.limits.running)
    return render_template("texts/show.html", dossier=dossier, kinds=KINDS, into=into, received=received, late=late,
                           is_followed=is_followed(db(), text.id, person()))  # fmt: skip
