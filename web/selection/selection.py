"""The choice of texts: what was ticked on a page of the list is kept, whatever button leaves it."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from documents.catalogue import KINDS
from documents.language import NAMES
from web.forms.colleagues import offered
from web.lists.filters import Filters, address, filters_in, read_filters
from web.lists.listing import rows_of
from web.request import db, leads_to, now, person, reads_first, requires, today, writing
from web.selection.chosen import MOST, changed, choose, chosen_ids, chosen_texts, forget, named
from web.selection.exports import MOST as EXPORTED
from web.selection.exports import pages_of
from workflow.people.leave import leaves_on
from workflow.people.permissions import Right
from workflow.people.recipients import responsible_people
from workflow.reports.next_limits import next_limits
from workflow.rulebook.files import procedure_of

bp = Blueprint("selection", __name__, url_prefix="/texts/selection")

# More than a page shows and the choice holds are no page of ours.
_MOST_SENT = 2 * MOST


@bp.get("")
@requires(Right.READ_TEXTS)
def show() -> ResponseReturnValue:
    """Show the texts chosen, and what can be done with them."""
    return selection_page()


def selection_page(wrong: dict[str, str] | None = None) -> str:
    """Write the page of the texts chosen; `wrong` says, by field, what is wrong with what was sent."""
    texts = chosen_texts(db(), person(), at=now())
    rows = rows_of(texts, next_limits(db(), texts, on=today()), today=today())
    codes = {code for text in texts for code in procedure_of(text).papers}
    return render_template(
        "selection/show.html", rows=rows, was=named([text.id for text in texts]),
        people=offered(responsible_people(db()), leaves_on(db(), on=today())), languages=NAMES,
        kinds=[kind for code, kind in KINDS.items() if code in codes], wrong=wrong or {}, shapes=EXPORTED,
    )  # fmt: skip


def _asked() -> Filters:
    """Read what the fields of the list ask; Enter in a filled field of the bar asks its words of all texts."""
    words = request.form.get("find", "").strip()
    return read_filters({"q": words} if words and request.form["do"] == "search" else request.form)


def back_address() -> str:
    """Give the page of the list that a button leads to, else the one that was sent, else that of the texts chosen."""
    if request.form.get("do") in {"search", "filter"}:
        return address(_asked())
    query = request.form.get("go") or request.form.get("back")
    return url_for("selection.show") if query is None else address(filters_in(query))


@bp.post("")
@requires(Right.READ_TEXTS)
@reads_first
@leads_to(back_address)
def keep() -> ResponseReturnValue:
    """Keep what was ticked, choose the whole list or nothing, and go where the button says."""
    do = request.form.get("do", "")
    if do == "clear":
        with writing() as session:
            forget(session, person())
            session.commit()
    elif do == "all":
        _choose_all()
    else:
        keep_ticks()
    return redirect(_next_address(do), 303)


def keep_ticks() -> None:
    """Keep what was ticked on the page that was sent, beside what was chosen on others; one commit, if at all."""
    kept, was, ticked = chosen_ids(db(), person(), at=now()), _sent("was"), _sent("text")
    wanted = changed(kept, was, ticked)
    if set(wanted) == kept:
        return
    with writing() as session:
        count = choose(session, person(), wanted, at=now())
        session.commit()
    if count == MOST < len(set(wanted)):
        flash(_bounded())


def _choose_all() -> None:
    filters = filters_in(request.form.get("back", ""))
    texts = next(pages_of(filters, MOST + 1))
    wanted = [text.id for text in texts]
    with writing() as session:
        count = choose(session, person(), wanted, at=now())
        session.commit()
    if len(wanted) > MOST:
        flash(_bounded())
    else:
        flash(
            ngettext("%(num)s texte choisi.", "%(num)s textes choisis.", count) if count else _("Aucun texte choisi.")
        )


def _bounded() -> str:
    words = "On choisit %(num)s texte au plus : les suivants ne le sont pas."
    many = "On choisit %(num)s textes au plus, les premiers de la liste : les suivants ne le sont pas."
    return str(ngettext(words, many, MOST))


def _sent(name: str) -> list[UUID]:
    """Read the texts that a field names; what is no key of a text is left out."""
    found: list[UUID] = []
    for words in ",".join(request.form.getlist(name)).split(",")[:_MOST_SENT]:
        try:
            found.append(UUID(words))
        except ValueError:
            continue
    return found


def _next_address(do: str) -> str:
    if do in EXPORTED:
        return url_for("exports.export", shape=do, chosen=1)
    return url_for("selection.show") if do == "show" else back_address()
