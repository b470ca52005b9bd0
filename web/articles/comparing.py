"""Two or three versions of a text compared, on a page and as a Word file."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from uuid import UUID

from flask import Blueprint, abort, render_template, request, send_file
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from documents.kinds.tables.tableau_comparatif import (
    Comparative,
    comparison_name,
    fate_in_words,
    make_comparison,
    part_label,
)
from documents.produce import WORD
from models import LegalText
from web.articles.choosing import Choice, choices
from web.request import db, find_text, now, person, requires, today
from workflow.articles.comparison import Row, Verdict, compare
from workflow.people.permissions import Right
from workflow.pieces.drafts import readings_of

_TWO_LANGUAGES = _l(
    "Ces versions ne sont pas dans la même langue : choisissez-les toutes en français, ou toutes en arabe."
)
_TWICE = _l("Une version est choisie deux fois : choisissez deux versions différentes.")
_ALONE = _l("Choisissez deux versions au moins.")

bp = Blueprint("comparing", __name__, url_prefix="/texts/<uuid:text_id>/articles")

_NAMES = ("a", "b", "c")


@bp.get("/compare")
@requires(Right.READ_TEXTS)
def show(text_id: UUID) -> ResponseReturnValue:
    """Show what becomes of each part of a version in one or two others; what is not chosen yet is proposed."""
    text = find_text(text_id)
    known = choices(text)
    versions = _chosen(known) if any(request.args.get(name) for name in _NAMES) else _last_two(known)
    wrong = _wrong(versions)
    rows = _compared(versions) if len(versions) > 1 and not wrong else ()
    page = render_template(
        "articles/compare.html", text=text, known=known, versions=versions, rows=rows, wrong=wrong,
        fates=fate_in_words, part_label=part_label, unchanged={Verdict.UNCHANGED},
    )  # fmt: skip
    return page, 422 if wrong else 200


@bp.get("/compare.docx")
@requires(Right.READ_TEXTS)
def word(text_id: UUID) -> ResponseReturnValue:
    """Give the comparison as a Word file."""
    text = find_text(text_id)
    versions = _chosen(choices(text))
    if not versions or _wrong(versions):
        abort(404)
    language = versions[0].draft.language
    comparative = Comparative(
        language, _title(text, language), tuple(each.said(language) for each in versions), _compared(versions), today()
    )
    content = make_comparison(comparative, at=now(), author=person().name)
    return send_file(BytesIO(content), WORD, as_attachment=True, download_name=comparison_name(today(), language))


def _title(text: LegalText, language: str) -> str:
    return text.title_ar if language == "ar" and text.title_ar else text.title_fr


def _chosen(known: Mapping[str, Choice]) -> list[Choice]:
    """Give the versions that the address names; one that is not known is not found."""
    keys = [key for name in _NAMES if (key := request.args.get(name, ""))]
    return [known.get(key) or abort(404) for key in keys]


def _last_two(known: Mapping[str, Choice]) -> list[Choice]:
    """Give the newest draft after the one before it in its language, in the order in which they came."""
    latest = sorted(known.values(), key=lambda choice: choice.draft.version.told_by)
    alike = [choice for choice in latest if choice.draft.language == latest[-1].draft.language]
    both = [[each for each in latest if each.draft.language == language] for language in ("fr", "ar")]
    return next((found[-2:] for found in (alike, *both) if len(found) > 1), alike)


def _wrong(versions: Sequence[Choice]) -> str:
    """Say why these versions cannot be compared, nothing where they can, or are the only one."""
    if len({each.draft.language for each in versions}) > 1:
        return str(_TWO_LANGUAGES)
    if len({each.draft.key for each in versions}) < len(versions):
        return str(_TWICE)
    if len(versions) < 2 and any(request.args.get(name) for name in _NAMES):  # noqa: PLR2004 - two to compare
        return str(_ALONE)
    return ""


def _compared(versions: Sequence[Choice]) -> tuple[Row, ...]:
    base, *others = (reading.draft for reading in readings_of(db(), [each.draft for each in versions]))
    return compare(base, *others)
