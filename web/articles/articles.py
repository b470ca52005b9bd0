"""The articles of a draft, and those of the French and Arabic drafts facing each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from web.articles.choosing import choices, chosen, languages
from web.request import db, find_text, requires
from workflow.articles.arrangement import doubts_about, lines_of
from workflow.articles.pairing import Unit, units_of
from workflow.articles.structure import Draft
from workflow.people.permissions import Right
from workflow.pieces.drafts import readings_before, readings_of

bp = Blueprint("articles", __name__, url_prefix="/texts/<uuid:text_id>/articles")


@dataclass(frozen=True)
class Facing:
    """A part in French and in Arabic; None where one language does not have it."""

    fr: Unit | None
    ar: Unit | None


@bp.get("")
@requires(Right.READ_TEXTS)
def show(text_id: UUID) -> ResponseReturnValue:
    """Show the articles of a draft, what is to be looked at first."""
    text = find_text(text_id)
    known = choices(text)
    choice = chosen(known)
    (reading,) = readings_of(db(), [choice.draft])
    doubts = doubts_about(reading, lines_of(reading))
    return render_template(
        "articles/show.html", text=text, known=known, choice=choice, draft=reading.draft, doubts=doubts,
        before=readings_before(db(), choice.draft), languages=languages(known),
    )  # fmt: skip


@bp.get("/facing")
@requires(Right.READ_TEXTS)
def facing(text_id: UUID) -> ResponseReturnValue:
    """Show the French and the Arabic articles facing each other, by their numbers."""
    text = find_text(text_id)
    known = choices(text)
    pair = [chosen(known, language, among=language) for language in ("fr", "ar")]
    fr, ar = readings_of(db(), [each.draft for each in pair])
    return render_template(
        "articles/facing.html", text=text, known=known, pair=pair, rows=list(faced(fr.draft, ar.draft))
    )


def faced(fr: Draft, ar: Draft) -> Iterator[Facing]:
    """Lay the parts of a draft in both languages side by side: those of one number face each other."""
    left, right = ([unit for unit in units_of(draft) if unit.label or unit.paragraphs] for draft in (fr, ar))
    matcher = SequenceMatcher(None, [_key(unit) for unit in left], [_key(unit) for unit in right], autojunk=False)
    for code, i1, i2, j1, j2 in matcher.get_opcodes():
        if code == "equal":
            yield from (Facing(*each) for each in zip(left[i1:i2], right[j1:j2], strict=True))
        else:
            yield from (Facing(unit, None) for unit in left[i1:i2])
            yield from (Facing(None, unit) for unit in right[j1:j2])


def _key(unit: Unit) -> tuple[str, str]:
    return unit.kind, unit.key
