"""What the list shows as a file, whole: the texts that the filters keep, or those chosen, in the order of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from flask import Blueprint, Response, request, send_file, stream_with_context
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from documents.kinds.follow_up.liste import TextList
from documents.listed_texts import ListedText, at_most, sheet_of
from documents.produce import WORD, make_text_list
from documents.spreadsheets import CSV, XLSX, csv_lines, workbook
from models import LegalText
from web.lists.counting import count_texts
from web.lists.filters import Filters, read_filters
from web.lists.finding import Listing
from web.request import db, letterhead, now, person, requires, today
from web.selection.chosen import chosen_texts
from web.selection.rows import listed_texts
from workflow.people.permissions import Right

bp = Blueprint("exports", __name__, url_prefix="/texts")

# So many texts a file holds at most; Word is slow to open longer tables.
MOST = {"csv": 20_000, "xlsx": 20_000, "docx": 5_000}
_BATCH = 500


@bp.get("/export.<any(xlsx, docx, csv):shape>")
@requires(Right.READ_TEXTS)
def export(shape: str) -> ResponseReturnValue:
    """Give all pages of the list as it is filtered, or the texts chosen where the address says so."""
    texts = at_most(listed_texts(db(), _batches(), today=today()), MOST[shape])
    name = f"textes_{today().isoformat()}.{shape}"
    if shape == "csv":
        told = {"Content-Disposition": f"attachment; filename={name}"}
        return Response(
            stream_with_context(csv_lines(sheet_of("", texts, shape=shape))), content_type=CSV, headers=told
        )
    if shape == "xlsx":
        content, media_type = workbook(sheet_of(_("Textes"), texts, shape=shape)), XLSX
    else:
        content, media_type = _word(list(texts)), WORD
    return send_file(content, media_type, as_attachment=True, download_name=name)


def _word(texts: list[ListedText]) -> BytesIO:
    return BytesIO(make_text_list(TextList(texts, today(), letterhead(db(), today())), at=now()))


def _batches() -> Iterator[Sequence[LegalText]]:
    if "chosen" in request.args:
        yield chosen_texts(db(), person(), at=now())
    else:
        filters = read_filters(request.args)
        # What stands folded on the page is of the list too.
        yield from pages_of(replace(filters, over="any") if filters.folds else filters, _BATCH)


def pages_of(filters: Filters, size: int) -> Iterator[Sequence[LegalText]]:
    """Read the list from its first page on, as it is shown, so many texts at a time."""
    whole = count_texts(db(), by=person(), today=today())
    after, is_first = "", True
    while after or is_first:
        listing = Listing(db(), replace(filters, after=after), whole, by=person(), today=today())
        texts, after = listing.page(size)
        is_first = False
        yield texts
