"""Every paper exists in both languages, and its Word file says which way it is read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx.document import Document as Page
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from documents.catalogue import KINDS
from documents.kinds.follow_up.tableau import TABLEAU
from documents.language import LANGUAGES, Arabic, French, Language, MixedLanguages
from documents.page.house_style import base
from documents.page.paragraphs import write
from documents.page.roles import ROLES, in_language
from documents.produce import make_table
from models import LegalText
from tests.documents.office import AT, LETTERHEAD, TODAY, Office, Word
from tests.workflow.builders import CALENDAR
from workflow.reports.production import production_table

PAPERS = [(kind, language) for kind in (*KINDS, TABLEAU.code) for language in LANGUAGES]


@pytest.fixture(params=PAPERS, ids="-".join)
def paper(request: pytest.FixtureRequest, office: Office, bill: LegalText) -> tuple[Language, Word]:
    kind, language = request.param
    return language, made(office, bill, kind, language)


def made(office: Office, text: LegalText, kind: str, language: Language) -> Word:
    if kind == TABLEAU.code:
        table = production_table(office.session, on=TODAY, calendar=CALENDAR)
        return Word(make_table(table, at=AT, letterhead=LETTERHEAD, language=language))
    return office.make(text, kind, language=language)


def is_arabic(words: str) -> bool:
    return any("\u0621" <= letter <= "\u064a" for letter in words)


def is_latin(words: str) -> bool:
    return any("a" <= letter.lower() <= "z" or "à" <= letter.lower() <= "ÿ" for letter in words)


def runs(word: Word) -> Iterator[tuple[str, str, bool, bool, str | None]]:
    """Give of each run its words, its style, whether it and its paragraph run from right to left, its language."""
    for paragraph in word.paragraphs:
        style = paragraph.style
        assert style is not None
        turned = bool(style.element.xpath("w:pPr/w:bidi"))
        for run in paragraph.runs:
            mark = run._r.xpath("w:rPr/w:lang")[0]  # noqa: SLF001
            code = mark.get(qn("w:bidi")) or mark.get(qn("w:val"))
            yield run.text, style.name or "", bool(run.font.rtl), turned, code


def test_section_and_tables_say_which_way_they_are_read(paper: tuple[Language, Word]) -> None:
    language, word = paper
    flags = [bool(table._tbl.xpath("w:tblPr/w:bidiVisual")) for table in word.page.tables]  # noqa: SLF001

    assert bool(word.page.element.xpath("w:body/w:sectPr/w:bidi")) == (language == "ar")
    assert flags == [language == "ar"] * len(flags)
    assert flags


def test_arabic_words_run_from_right_to_left_and_french_ones_from_left_to_right(paper: tuple[Language, Word]) -> None:
    for words, _style, turned, of_paragraph, code in runs(paper[1]):
        if is_arabic(words):
            assert (turned, of_paragraph, code) == (True, True, "ar-MA")
            assert not is_latin(words)
        elif is_latin(words):
            assert (turned, code) == (False, "fr-MA")


def test_every_style_that_turns_has_font_size_and_weight_of_arabic_letters(paper: tuple[Language, Word]) -> None:
    for style in paper[1].page.styles.element.iter(qn("w:style")):
        if not style.xpath("w:pPr/w:bidi"):
            continue
        assert style.xpath("w:rPr/w:rFonts/@w:cs")
        assert int(style.xpath("w:rPr/w:szCs/@w:val")[0]) >= 2 * 14
        assert style.xpath("w:rPr/w:lang/@w:bidi") == ["ar-MA"]
        assert bool(style.xpath("w:rPr/w:b")) == bool(style.xpath("w:rPr/w:bCs"))
        assert style.xpath("w:pPr/w:jc/@w:val") in ([], ["center"], ["both"])


def test_every_role_has_its_arabic_twin() -> None:
    french = {name for name, role in ROLES.items() if not role.arabic}

    assert {f"{name} arabe" for name in french} == set(ROLES) - french


def test_the_properties_and_the_footer_are_in_the_language_of_the_paper(paper: tuple[Language, Word]) -> None:
    language, word = paper

    assert word.page.core_properties.language == f"{language}-MA"
    assert is_arabic(word.page.core_properties.title) == (language == "ar")
    footer = "".join(word.page.sections[0].footer._element.itertext())  # noqa: SLF001
    assert ("situation au" in footer, "الوضعية" in footer) == ((True, False) if language == "fr" else (False, True))


def test_a_paper_is_valid_and_says_nothing_unfilled(paper: tuple[Language, Word], tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(paper[1].content)

    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    assert "None" not in paper[1].words
    assert "{" not in paper[1].words


def page_of(language: Language) -> Page:
    return base(language)


@pytest.mark.parametrize(
    ("language", "words", "style"),
    [
        ("ar", "Des mots français", "Corps"), ("fr", "كلمات عربية", "Corps"), ("fr", "Des mots", "Corps arabe"),
        ("ar", French("كلمات"), "Corps"), ("fr", Arabic("Des mots"), "Corps"), ("ar", "كلمات and words", "Corps"),
    ],
)  # fmt: skip
def test_words_given_to_a_page_or_a_style_of_the_other_language_are_refused(
    language: Language, words: str, style: str
) -> None:
    with pytest.raises(MixedLanguages):
        write(page_of(language), words, style)


def test_words_marked_with_their_language_keep_it_on_a_page_of_the_other() -> None:
    page = page_of("ar")
    write(page, French("{{ intitule_fr }}"))

    assert page.paragraphs[-1].style is not None
    assert page.paragraphs[-1].style.name == in_language("Corps", "fr")


def test_a_paper_that_has_no_such_language_says_so(
    office: Office, bill: LegalText, monkeypatch: pytest.MonkeyPatch
) -> None:
    only = replace(KINDS["note_interne"], languages=("fr",))
    monkeypatch.setitem(KINDS, "note_interne", only)

    document = office.produce(office.want(bill, "note_interne", language="ar"))

    assert (document.status, document.error) == ("failed", "« Note interne » ne se fait pas dans la langue « ar ».")


def test_each_language_of_a_paper_has_its_own_numbers_and_names(office: Office, bill: LegalText) -> None:
    names = [
        office.produce(office.want(bill, "note_interne", language=language)).file_name
        for language in ("fr", "ar", "ar")
    ]

    assert names == [
        "2018-03-20_projet_de_loi_103-13_note_interne_fr_v2.docx",
        "2018-03-20_projet_de_loi_103-13_note_interne_ar_v1.docx",
        "2018-03-20_projet_de_loi_103-13_note_interne_ar_v2.docx",
    ]
