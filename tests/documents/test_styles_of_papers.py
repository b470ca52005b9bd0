"""Papers are set by styles alone: headings in order, headers that repeat, the language of each run."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from lxml import etree

from documents.catalogue import KINDS
from documents.kinds.follow_up.relecture import RELECTURE
from documents.kinds.follow_up.tableau import TABLEAU
from documents.language import Language
from documents.page.grids import COLUMNS, RULED
from documents.page.roles import ROLES
from documents.produce import make_review, make_table
from models import LegalText
from tests.documents import test_comparative_table as comparative
from tests.documents.office import AT, LETTERHEAD, TODAY, Office, Word
from tests.workflow.builders import CALENDAR
from workflow.reports.production import production_table
from workflow.rulebook.files import procedures

PAPERS: list[tuple[str, Language]] = [
    *((code, language) for code, kind in KINDS.items() for language in kind.languages),
    *((TABLEAU.code, language) for language in TABLEAU.languages),
    (RELECTURE.code, "fr"), ("comparative", "fr"), ("comparative", "ar"),
]  # fmt: skip
WORDS = {
    "pStyle", "keepNext", "pageBreakBefore", "numPr", "rStyle", "vertAlign", "rtl", "lang", "tblStyle", "bidiVisual",
    "tblW", "tblLayout", "tblLook", "tblCaption", "tblHeader", "cantSplit", "tcW", "gridSpan",
}  # fmt: skip
PROPERTIES = ("w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblPrEx")
LEVELS = {role.code: role.outline + 1 for role in ROLES.values() if role.outline is not None}
TABLES = {name.replace(" colonnes", "Colonnes") for name in (RULED, COLUMNS)}


@pytest.fixture(params=PAPERS, ids="-".join)
def paper(request: pytest.FixtureRequest, office: Office, bill: LegalText) -> tuple[Language, Word]:
    code, language = request.param
    return language, made(office, bill, code, language)


def made(office: Office, text: LegalText, code: str, language: Language) -> Word:
    if code == TABLEAU.code:
        table = production_table(office.session, on=TODAY, calendar=CALENDAR)
        return Word(make_table(table, at=AT, letterhead=LETTERHEAD, language=language))
    if code == RELECTURE.code:
        return Word(make_review(procedures()["decret"], at=AT, on=date(2018, 3, 20), letterhead=LETTERHEAD))
    return comparative.made(language, 3) if code == "comparative" else office.make(text, code, language=language)


def parts(word: Word) -> Iterator[etree._Element]:
    """Give the body and the feet, as XML."""
    with ZipFile(BytesIO(word.content)) as archive:
        for name in archive.namelist():
            if name == "word/document.xml" or name.startswith(("word/footer", "word/header")):
                yield etree.fromstring(archive.read(name))


def test_nothing_is_set_but_by_styles(paper: tuple[Language, Word]) -> None:
    told = {
        f"{etree.QName(of).localname}/{etree.QName(each).localname}"
        for part in parts(paper[1])
        for of in part.iter(*map(qn, PROPERTIES))
        for each in of
        if etree.QName(each).localname not in WORDS
    }

    assert told == set()


def test_every_paragraph_and_table_has_a_style_that_the_file_defines(paper: tuple[Language, Word]) -> None:
    known = {style.style_id for style in paper[1].page.styles}
    for part in parts(paper[1]):
        used = {each.get(qn("w:val")) for each in part.iter(*map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle")))}
        assert used <= known
        assert [each for each in part.iter(qn("w:p")) if each.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is None] == []


def test_headings_begin_at_the_first_level_and_skip_none(paper: tuple[Language, Word]) -> None:
    body = next(parts(paper[1]))
    styles = [each.get(qn("w:val")) for each in body.iter(qn("w:pStyle"))]
    levels = [LEVELS[style] for style in styles if style in LEVELS]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_the_first_row_of_each_ruled_table_is_its_header_and_no_other(paper: tuple[Language, Word]) -> None:
    for table in next(parts(paper[1])).iter(qn("w:tbl")):
        style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        assert style is not None
        headers = [bool(row.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) for row in table.iter(qn("w:tr"))]
        assert headers == [style.get(qn("w:val")) in TABLES, *[False] * (len(headers) - 1)]


def test_words_have_the_language_and_the_direction_of_their_letters(paper: tuple[Language, Word]) -> None:
    language, word = paper
    turned = {style.style_id for style in word.page.styles if style.element.findall(f"{qn('w:pPr')}/{qn('w:bidi')}")}
    seen = set()
    for part in parts(word):
        for run in part.iter(qn("w:r")):
            words = "".join(each.text or "" for each in run.iter(qn("w:t")))
            style = next(run.iterancestors(qn("w:p"))).find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            assert style is not None
            if any("\u0621" <= letter <= "\u064a" for letter in words):
                assert (_told(run), style.get(qn("w:val")) in turned) == ((True, None, "ar-MA"), True), words
                seen.add("ar")
            elif any(letter.isalpha() for letter in words):
                assert _told(run) == (False, "fr-MA", None), words
                seen.add("fr")
    assert language in seen
    assert bool(next(parts(word)).findall(f"{qn('w:body')}/{qn('w:sectPr')}/{qn('w:bidi')}")) == (language == "ar")


def _told(run: etree._Element) -> tuple[bool, str | None, str | None]:
    look = run.find(qn("w:rPr"))
    language = None if look is None else look.find(qn("w:lang"))
    if look is None or language is None:
        return False, None, None
    return look.find(qn("w:rtl")) is not None, language.get(qn("w:val")), language.get(qn("w:bidi"))
