from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.workflow.articles.drafts import in_columns, word, word_of_xml
from workflow.articles.word_file import UnreadableDraft, lines_of_word

BOX = (
    "<w:p><w:r><w:t>Texte</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>À côté</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></w:r></w:p>"
)
NUMBERED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
)
LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="ART. %1. –"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="المادة %1"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/>'
    "</w:lvlOverride></w:num>"
)


def words(content: bytes) -> list[str]:
    return [line.words for line in lines_of_word(content)[0]]


def test_paragraphs_and_cells_come_in_the_order_of_the_document() -> None:
    nested = (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p>"
        "</w:tc></w:tr></w:tbl><w:p/></w:tc><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )

    assert words(word_of_xml("<w:p><w:r><w:t>avant</w:t></w:r></w:p>", nested)) == ["avant", "a", "b", "c"]
    assert words(in_columns([["1", "2"], ["3", "4"]])) == ["1", "2", "3", "4"]


def test_content_controls_are_read() -> None:
    around = "<w:sdt><w:sdtContent><w:p><w:r><w:t>Titre</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    inside = "<w:p><w:sdt><w:sdtContent><w:r><w:t>Article 2</w:t></w:r></w:sdtContent></w:sdt></w:p>"

    assert words(word_of_xml(around, inside)) == ["Titre", "Article 2"]


def test_revisions_are_read_as_if_all_were_accepted() -> None:
    revised = (
        '<w:p><w:r><w:t xml:space="preserve">Le délai est de </w:t></w:r><w:del w:id="1" w:author="A"><w:r>'
        '<w:delText>dix</w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>vingt</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3" w:author="A"><w:r><w:t>parti</w:t></w:r></w:moveFrom>'
        '<w:r><w:t xml:space="preserve"> jours</w:t></w:r></w:p>'
    )
    joined = (
        '<w:p><w:pPr><w:rPr><w:del w:id="4" w:author="A"/></w:rPr></w:pPr><w:r>'
        '<w:t xml:space="preserve">Un </w:t></w:r></w:p>'
    )

    assert words(word_of_xml(revised, joined, "<w:p><w:r><w:t>seul</w:t></w:r></w:p>")) == [
        "Le délai est de vingt jours",
        "Un seul",
    ]


def test_numbers_that_word_prints_are_read() -> None:
    content = word_of_xml(
        NUMBERED.format(0, 1, "Deux"), NUMBERED.format(1, 1, "un"), NUMBERED.format(1, 1, "deux"),
        NUMBERED.format(0, 1, "Trois"), NUMBERED.format(1, 1, "un"), NUMBERED.format(0, 2, "نص"),
        NUMBERED.format(0, 2, ""), NUMBERED.format(0, 3, "puce"), NUMBERED.format(0, 3, ""),
        NUMBERED.format(0, 4, "Neuf"), NUMBERED.format(0, 77, "Sans liste"), numbering=LISTS,
    )  # fmt: skip

    assert words(content) == [
        "ART. 2. – Deux", "a) un", "b) deux", "ART. 3. – Trois", "a) un", "المادة 1 نص", "المادة 2", "– puce",
        "ART. 9. – Neuf", "Sans liste",
    ]  # fmt: skip


def test_a_line_break_makes_two_lines_and_unseen_marks_go() -> None:
    content = word(["Article\u00a02\nLe\u200f texte\u00ad", "", "  \t "])

    assert words(content) == ["Article 2", "Le texte"]


def test_boxes_and_notes_are_told_and_not_read_as_the_text() -> None:
    note = '<w:p><w:r><w:t>Suite</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'

    found, beside = lines_of_word(word_of_xml(BOX, note))

    assert [line.words for line in found] == ["Texte", "Suite"]
    assert [(each.place, each.words) for each in beside] == [(1, "À côté"), (2, "Suite")]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04 cut"])
def test_what_is_no_word_file_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(UnreadableDraft, match="Enregistrez-le depuis Word"):
        lines_of_word(content)


def test_a_broken_word_file_is_refused() -> None:
    with pytest.raises(UnreadableDraft):
        lines_of_word(_with_document(b"<w:document"))


def test_a_document_type_is_refused() -> None:
    with pytest.raises(UnreadableDraft):
        lines_of_word(_with_document(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'))


def test_a_file_that_swells_is_refused() -> None:
    with pytest.raises(UnreadableDraft, match="trop volumineux"):
        lines_of_word(_with_document(b" " * 61_000_000))


def _with_document(body: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(word(["Texte"]))) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, body if name == "word/document.xml" else source.read(name))
    return made.getvalue()
