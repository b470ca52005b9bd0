"""The page on which a person says, line by line, what each line of a draft is."""

from collections.abc import Container, Mapping, Sequence
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models import LegalText
from web.articles.choosing import Choice, choices, chosen
from web.request import db, find_going_on, now, person, reads_first, requires, writing
from workflow.articles.arrangement import NUMBERED, PARTS, Misplaced, Told, arranged, doubts_about, lines_of
from workflow.errors import Refused
from workflow.language.legible import one_line
from workflow.people.permissions import Right
from workflow.pieces.drafts import readings_of
from workflow.register.readings import put_right

bp = Blueprint("ordering", __name__, url_prefix="/texts/<uuid:text_id>/articles")

# A law of 300 articles has some 1,500 lines, each with a list: so many are shown at once.
AT_ONCE = 200
_LONGEST_NUMBER = 60
PARTS_FR = {
    "head": "en-tête", "title": "intitulé du texte", "preamble": "préambule ou visa", "livre": "livre",
    "partie": "partie", "titre": "titre", "chapitre": "chapitre", "section": "section",
    "sous-section": "sous-section", "heading": "suite de l’intitulé de la division", "article": "article",
    "paragraph": "alinéa de l’article qui précède", "closing": "formule finale, signatures", "annexes": "annexe",
    "left_out": "à écarter du texte",
}  # fmt: skip


@bp.route("/order", methods=["GET", "POST"])
@requires(Right.ATTACH_PIECES)
@reads_first
def show(text_id: UUID) -> ResponseReturnValue:
    """Show the lines of a draft, and keep what a person says each of them is."""
    text = find_going_on(text_id)
    choice = chosen(choices(text))
    (reading,) = readings_of(db(), [choice.draft])
    before = lines_of(reading)
    why = {place: each.why for place, each in doubts_about(reading, before) if place is not None}
    if request.method == "GET":
        return _page(text, choice, before, why)
    typed = [_line(place, line) for place, line in enumerate(before)]
    try:
        _keep(text, choice, before, typed)
    except Misplaced as misplaced:
        return _page(text, choice, typed, why, faults=misplaced.faults), 422
    except Refused as refused:
        return _page(text, choice, typed, why, reasons=refused.reasons), 422
    flash(_("La lecture mise en ordre est enregistrée ; celle d’avant reste conservée."))
    return redirect(url_for("articles.show", text_id=text_id, v=choice.draft.key), 303)


def _keep(text: LegalText, choice: Choice, before: Sequence[Told], typed: Sequence[Told]) -> None:
    """Keep what was typed; raise Misplaced, or Refused where another reading stands than the one that was shown."""
    if request.form.get("seen", 0, type=int) != choice.draft.number:
        raise Refused([_("Une autre personne vient de mettre cette version en ordre : relisez les lignes ci-dessous.")])
    reading = arranged(choice.draft.language, before, typed)
    if list(typed) == list(before) or lines_of(reading) == list(before):  # « 2 » says what « Article 2 » says
        raise Refused([_("Rien n’a été changé : indiquez au moins une ligne à mettre en ordre.")])
    with writing() as session:
        put_right(session, session.merge(text, load=False), choice.draft, reading, by=person(), at=now())
        session.commit()


def _line(place: int, line: Told) -> Told:
    part = request.form.get(f"part-{place}", line.part)
    number = one_line(request.form.get(f"number-{place}", line.number))[:_LONGEST_NUMBER]
    return Told(part if part in PARTS else line.part, line.words, number)


def _page(
    text: LegalText,
    choice: Choice,
    lines: Sequence[Told],
    why: Mapping[int, str],
    *,
    faults: Mapping[int, str] | None = None,
    reasons: Sequence[str] = (),
) -> str:
    first, faults = _first(len(lines)), faults or {}
    shown = list(enumerate(lines))[first : first + AT_ONCE]
    return render_template(
        "articles/order.html", text=text, choice=choice, shown=shown, why=why,
        faults={_field(place, lines[place]): words for place, words in faults.items()},
        reasons=[*reasons, *_elsewhere(faults, but={place for place, _line in shown})],
        parts=PARTS_FR, first=first, total=len(lines), at_once=AT_ONCE,
    )  # fmt: skip


def _field(place: int, line: Told) -> str:
    """Name the field to put right: what opens an article or a division fails by its number, any other by its part."""
    return f"number-{place}" if line.part in NUMBERED else f"part-{place}"


def _elsewhere(faults: Mapping[int, str], *, but: Container[int]) -> list[str]:
    """Say what is wrong with the lines that this page does not show."""
    others = ((place, words) for place, words in faults.items() if place not in but)
    return [_("Ligne %(place)s : %(words)s", place=place + 1, words=words) for place, words in others]


def _first(total: int) -> int:
    """Give the first line to show, which the address names from 1."""
    named = request.args.get("from", 1, type=int)
    return max(0, min(named, total) - 1)
