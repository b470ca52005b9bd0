"""The comparative table as Word: what is struck and added, in both directions, and a file that Word accepts."""

from datetime import date
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from openxml_audit import OpenXmlValidator

from documents.kinds.tables.tableau_comparatif import Comparative, comparison_name, make_comparison
from tests.documents.office import AT, Word
from workflow.articles.comparison import compare
from workflow.articles.structure import Article, Division, Draft, placed

TEXTS = {
    "fr": ("Projet de loi sur les gares", "Article {}", "Chapitre I", "Des gares", "Les gares ouvrent à six heures.",
           "Les gares ouvrent à cinq heures, selon le décret n° 2-18-100.",
           "Le préfet <délègue> & contrôle l’ordre public."),
    "ar": ("مشروع قانون يتعلق بالمحطات", "المادة {}", "الباب الأول", "المحطات", "تفتح المحطات على الساعة السادسة.",
           "تفتح المحطات على الساعة الخامسة وفق المرسوم رقم 2-18-100.", "يراقب العامل <النظام> العام في كل مكان."),
}  # fmt: skip
VERSIONS = {
    "fr": ("Texte initial", "Chambre des représentants", "Chambre des conseillers"),
    "ar": ("النص الأصلي", "مجلس النواب", "مجلس المستشارين"),
}
EACH = pytest.mark.parametrize(("language", "count"), [("fr", 2), ("fr", 3), ("ar", 2), ("ar", 3)])


def drafts(language: str) -> tuple[Draft, Draft, Draft]:
    title, label, chapter, heading, early, edited, other = TEXTS[language]
    division = Division("chapitre", chapter, "1", heading)

    def draft(*texts: str) -> Draft:
        articles = [Article(label.format(n), str(n), (text,)) for n, text in enumerate(texts, 1)]
        return Draft(language, title, items=placed([division, *articles]))

    return draft(early, other), draft(edited, other), draft(early)


def made(language: str, count: int) -> Word:
    versions = drafts(language)[:count]
    rows = compare(*versions)
    told = Comparative(language, versions[0].title, VERSIONS[language][:count], rows, date(2018, 3, 12))
    return Word(make_comparison(told, at=AT, author="Division de la législation"))


def named(run: Run) -> str:
    """Name the style of words: "" for plain ones."""
    return run.style.name or "" if run.style else ""


@EACH
def test_the_file_is_valid(language: str, count: int, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(made(language, count).content)

    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


@EACH
def test_each_version_has_its_column_beside_what_changes(language: str, count: int) -> None:
    word = made(language, count)
    header = [cell.text for cell in word.page.tables[0].rows[0].cells]

    assert header == [*VERSIONS[language][:count], "Ce qui change" if language == "fr" else "التغيير"]
    assert word.page.tables[0].rows[0]._tr.xpath("w:trPr/w:tblHeader")  # noqa: SLF001
    assert word.page.sections[0].page_width > word.page.sections[0].page_height  # type: ignore[operator]


def test_struck_and_added_words_are_told_without_colour() -> None:
    word = made("fr", 2)
    (row,) = [row for row in word.page.tables[0].rows if "cinq" in row.cells[1].text]
    runs = row.cells[1].paragraphs[1].runs

    assert [(run.text, named(run)) for run in runs] == [
        ("Les gares ouvrent à ", ""), ("six", "Mot supprimé"), (" ", ""), ("[cinq]", "Mot ajouté"), (" ", ""),
        ("heures, ", ""), ("[selon le décret n° 2-18-100.]", "Mot ajouté"),
    ]  # fmt: skip
    assert [each.font.strike for each in word.page.styles if each.name == "Mot supprimé"] == [True]
    assert [each.font.bold for each in word.page.styles if each.name == "Mot ajouté"] == [True]


def test_an_arabic_table_runs_from_right_to_left_throughout() -> None:
    page = made("ar", 3).page
    body = page.element.body

    assert len(body.xpath("w:tbl/w:tblPr/w:bidiVisual")) == 1
    assert len(body.xpath("w:sectPr/w:bidi")) == 1
    paragraphs = [*body.iter(qn("w:p"))]
    assert [p for p in paragraphs if not Paragraph(p, page).style.element.xpath("w:pPr/w:bidi")] == []  # type: ignore[union-attr]
    turned = {Run(run, page).text for run in body.iter(qn("w:r")) if not run.xpath("w:rPr/w:rtl")}
    assert turned == {"\u200e2-18-100\u200e"}
    assert page.core_properties.language == "ar-MA"


def test_a_french_table_has_no_mark_of_the_other_direction() -> None:
    body = made("fr", 3).page.element.body

    assert body.xpath(".//w:bidi | .//w:rtl | .//w:bidiVisual") == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", ["Sans changement", "Chambre des représentants : Modification|Chambre des conseillers : Sans changement",
                "Chambre des représentants : Sans changement|Chambre des conseillers : Suppression"]),
        ("ar", ["بدون تغيير", "مجلس النواب: تعديل|مجلس المستشارين: بدون تغيير",
                "مجلس النواب: بدون تغيير|مجلس المستشارين: حذف"]),
    ],
)  # fmt: skip
def test_the_last_column_says_in_words_what_each_version_does(language: str, expected: list[str]) -> None:
    rows = made(language, 3).page.tables[0].rows[1:]
    told = [row.cells[3].text.replace("\n", "|") for row in rows]

    assert [words for words in told if "–" not in words] == expected
    assert [words for words in told if "–" in words] == [f"{TEXTS[language][2]} – {TEXTS[language][3]}"]


def test_a_removed_article_is_struck_with_its_label_and_keeps_its_signs() -> None:
    (row,) = [row for row in made("fr", 3).page.tables[0].rows if "préfet" in row.cells[0].text]

    assert [(run.text, named(run)) for p in row.cells[2].paragraphs for run in p.runs] == [
        ("Article 2", "Mot supprimé"), ("Le préfet <délègue> & contrôle l’ordre public.", "Mot supprimé"),
    ]  # fmt: skip


def test_only_a_row_longer_than_half_a_page_may_be_cut() -> None:
    texts = ("Un texte court.", "Un texte long. " * 60)
    draft = Draft("fr", "Loi", items=tuple(Article(f"Article {n}", str(n), (each,)) for n, each in enumerate(texts, 1)))
    told = Comparative("fr", "Loi", ("A", "B"), compare(draft, draft), date(2018, 3, 12))
    rows = Word(make_comparison(told, at=AT, author="Division")).page.tables[0].rows

    assert [len(row._tr.xpath("w:trPr/w:cantSplit")) for row in rows] == [1, 1, 1, 0]  # noqa: SLF001


def test_the_counts_stand_above_the_table() -> None:
    assert "12 mars 2018 – Chambre des représentants (Sans changement : 1, Modification : 1)" in made("fr", 2).words


def test_as_many_names_as_versions_are_asked_for() -> None:
    first, second, _third = drafts("fr")
    told = Comparative("fr", "Loi", ("Texte initial",), compare(first, second), date(2018, 3, 12))

    with pytest.raises(ValueError, match="un nom"):
        make_comparison(told, at=AT, author="Division")


def test_the_same_comparison_gives_the_same_bytes_and_a_name_in_plain_letters() -> None:
    assert made("ar", 3).content == made("ar", 3).content
    assert comparison_name(date(2018, 3, 12), "ar") == "2018-03-12_tableau_comparatif_ar.docx"
