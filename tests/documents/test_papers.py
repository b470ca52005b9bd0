"""What holds for every paper."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from docx.shared import Cm

from documents.catalogue import KINDS
from documents.kinds.follow_up.relecture import RELECTURE
from documents.kinds.follow_up.tableau import TABLEAU
from documents.page.grids import COLUMNS, RULED
from documents.page.roles import ROLES
from documents.produce import make_review, make_table
from models import LegalText
from tests.documents.office import AT, LETTERHEAD, TODAY, Office, Word
from tests.workflow.builders import CALENDAR
from workflow.reports.production import production_table
from workflow.rulebook.files import procedures

ALL = [*KINDS, TABLEAU.code, RELECTURE.code]


@pytest.fixture(params=ALL)
def paper(request: pytest.FixtureRequest, office: Office, bill: LegalText) -> Word:
    if request.param == TABLEAU.code:
        return Word(
            make_table(production_table(office.session, on=TODAY, calendar=CALENDAR), at=AT, letterhead=LETTERHEAD)
        )
    if request.param == RELECTURE.code:
        return Word(make_review(procedures()["decret"], at=AT, on=TODAY, letterhead=LETTERHEAD))
    return office.make(bill, request.param)


def languages(paper: Word) -> Iterator[tuple[str, str | None, str | None]]:
    for paragraph in paper.paragraphs:
        for run in paragraph.runs:
            found = run._r.xpath("w:rPr/w:lang")  # noqa: SLF001
            yield run.text, *((found[0].get(qn("w:val")), found[0].get(qn("w:bidi"))) if found else (None, None))


def is_arabic(words: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in words)


def test_a_paper_never_says_none_and_leaves_no_tag(paper: Word) -> None:
    assert "None" not in paper.words
    assert "{" not in paper.words
    assert "%}" not in paper.words


def test_every_paragraph_has_a_style_of_the_house(paper: Word) -> None:
    names = {paragraph.style.name if paragraph.style else "" for paragraph in paper.paragraphs}

    assert {"Normal"}.isdisjoint(names)
    assert {name.lower() for name in names} <= {name.lower() for name in ROLES}


def test_no_paragraph_is_empty_but_the_places_of_the_emblem_and_of_remarks(paper: Word) -> None:
    empty = [
        paragraph.style.name
        for paragraph in paper.paragraphs
        if paragraph.style and not paragraph.text and not paragraph._p.xpath(".//w:drawing")  # noqa: SLF001
    ]

    # The low ones stand before the first table, after the last one and that of the foot, and beside a signature.
    kept = {"Tableau-observation", "Intervalle", "Lettre-copies"}
    assert [name for name in empty if name not in kept] == ["Entête"]
    assert empty.count("Intervalle") <= 4


def test_the_page_is_a4(paper: Word) -> None:
    section = paper.page.sections[0]
    sides = sorted([round((section.page_width or 0) / Cm(0.1)), round((section.page_height or 0) / Cm(0.1))])

    assert sides == [210, 297]
    assert section.left_margin in (Cm(2), section.right_margin)


def test_headings_skip_no_level(paper: Word) -> None:
    # The object of a letter stands for its title.
    levels = [
        int(level) + 1
        for paragraph in paper.paragraphs
        if paragraph.style
        for level in paragraph.style.element.xpath("w:pPr/w:outlineLvl/@w:val")
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_no_row_is_cut_and_ruled_tables_repeat_their_header(paper: Word) -> None:
    for table in paper.page.tables:
        assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)  # noqa: SLF001
        headers = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]  # noqa: SLF001
        ruled = table.style is not None and table.style.name in {RULED, COLUMNS}
        assert headers == [ruled, *[False] * (len(headers) - 1)]


def test_every_table_has_a_name_and_the_widths_of_its_grid(paper: Word) -> None:
    for table in paper.page.tables:
        grid = [column.width for column in table.columns]
        assert table._tbl.xpath("w:tblPr/w:tblCaption/@w:val")[0]  # noqa: SLF001
        for row in table.rows:
            if len(row._tr.tc_lst) == len(grid):  # noqa: SLF001
                assert [cell.width for cell in row.cells] == grid


def test_no_two_tables_touch(paper: Word) -> None:
    tags = [child.tag for child in paper.page.element.body]

    assert (qn("w:tbl"), qn("w:tbl")) not in list(pairwise(tags))
    assert tags[-2] == qn("w:p")


def test_the_footer_says_file_day_and_page(paper: Word) -> None:
    footer = paper.page.sections[0].footer._element  # noqa: SLF001

    assert footer.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]
    assert "situation au 20 mars 2018" in paper.words


def test_every_run_says_its_language_and_arabic_runs_from_right_to_left(paper: Word) -> None:
    for words, french, arabic in languages(paper):
        if words.strip():
            assert (french, arabic) == ((None, "ar-MA") if is_arabic(words) else ("fr-MA", None))
    turned = [run for paragraph in paper.paragraphs for run in paragraph.runs if is_arabic(run.text)]
    assert turned
    assert all(run.font.rtl for run in turned)


def test_arabic_paragraphs_have_their_direction_from_their_style(paper: Word) -> None:
    for paragraph in paper.paragraphs:
        style = paragraph.style
        if style and is_arabic(paragraph.text):
            assert style.element.xpath("w:pPr/w:bidi")
            assert style.element.xpath("w:pPr/w:jc/@w:val") in ([], ["center"])


def test_nothing_is_smaller_than_eleven_points_nor_arabic_than_fourteen() -> None:
    assert min(role.size for role in ROLES.values()) >= 11
    assert min(role.size for role in ROLES.values() if role.arabic) >= 14


def test_the_properties_say_what_the_paper_is(paper: Word) -> None:
    core = paper.page.core_properties

    assert core.language == "fr-MA"
    assert core.author == "Ministère de la Famille, Division de la législation"
    assert core.created is not None
    assert core.created.replace(tzinfo=AT.tzinfo) == AT
    assert core.title.startswith((*(kind.label_fr for kind in KINDS.values()), TABLEAU.label_fr, RELECTURE.label_fr))
    assert "&amp;" not in core.title
    assert core.keywords in ("103-13", "2018-03-20")


def test_titles_keep_their_ampersands_brackets_and_quotation_marks(paper: Word, request: pytest.FixtureRequest) -> None:
    if RELECTURE.code in request.node.name:
        return  # a procedure is about no text
    assert "violences <graves> & « autres »" in paper.words


def test_dates_hold_together(paper: Word) -> None:
    everything = "\n".join(paragraph.text for paragraph in paper.paragraphs)

    assert "20\u00a0mars\u00a02018" in everything
    assert "20 mars" not in everything


def test_there_is_no_thumbnail_nor_foreign_part(paper: Word) -> None:
    parts = sorted(str(part.partname) for part in paper.page.part.package.iter_parts())

    # Comments stand only in papers that have some, the picture that verifies a paper in those that are kept; acts alone
    # say at the head of each page that they are drafts.
    some = {"/word/comments.xml", "/word/media/image1.png", "/word/header1.xml"}
    assert [name for name in parts if name not in some] == [
        "/docProps/core.xml", "/word/document.xml", "/word/fontTable.xml", "/word/footer1.xml", "/word/numbering.xml",
        "/word/settings.xml", "/word/styles.xml", "/word/theme/theme1.xml",
    ]  # fmt: skip
