"""What is missing is dotted, and a comment around the dots says what is to be completed."""

import re
import shutil
from io import BytesIO
from pathlib import Path
from subprocess import run as execute
from zipfile import ZipFile

import pytest
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from openxml_audit import OpenXmlValidator

from documents.engine.archive import packed
from documents.engine.compiled import compile_template
from documents.engine.filling import fill
from documents.engine.properties import Properties
from documents.missing import MARK, missing
from documents.page.house_style import base
from documents.page.paragraphs import write
from models import PartialDate
from tests.documents.engine.snippets import PROPERTIES, line, template
from tests.documents.office import AT, Word

ARABIC = Properties("ع", "ع", "ع", "", AT, language="ar-MA")
COUNCIL = missing("la date du Conseil", "تاريخ المجلس")
UNKNOWN_FR = "À compléter : Navette ne connaît pas cette donnée."
UNKNOWN_AR = "يستكمل: لا تتوفر Navette على هذا المعطى."
RTL = '<w:rtl/><w:lang w:bidi="ar-MA"/>'
REMARK = "Rédaction provisoire."


def filled(content: bytes, fields: dict[str, object], properties: Properties = PROPERTIES, *remarks: str) -> Word:
    return Word(fill(compile_template(content), fields, properties, remarks=remarks))


def comments(word: Word) -> list[tuple[str, str]]:
    """Give the comments of a paper, in the order of the words that each is about: these words, then its own."""
    told = ((_about(word, each.comment_id), each.text) for each in word.page.comments)
    return [(about.replace("\u00a0", " "), said.replace("\u00a0", " ").replace("\u200e", "")) for about, said in told]


def _about(word: Word, number: int) -> str:
    inside = word.part("word/document.xml").partition(f'<w:commentRangeStart w:id="{number}"/>')[2]
    inside, end, _after = inside.partition(f'<w:commentRangeEnd w:id="{number}"/>')
    assert end
    return re.sub("<[^>]*>", "", inside)


def names(word: Word) -> list[str]:
    with ZipFile(BytesIO(word.content)) as archive:
        return archive.namelist()


def faults(content: bytes, tmp_path: Path) -> list[str]:
    file = tmp_path / "paper.docx"
    file.write_bytes(content)
    return [str(error) for error in OpenXmlValidator().validate(file).errors]


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        (PROPERTIES, ["À compléter : la date du Conseil.", UNKNOWN_FR]),
        (ARABIC, ["يستكمل: تاريخ المجلس.", UNKNOWN_AR]),
    ],
)
def test_what_is_missing_is_dotted_with_a_comment_in_the_language_of_the_page(
    properties: Properties, said: list[str]
) -> None:
    word = filled(
        template(line("Le {{ council }}, n° {{ number }}.")), {"council": COUNCIL, "number": None}, properties
    )

    assert word.page.paragraphs[0].text.replace("\u00a0", " ") == "Le ………, n° ………."
    assert comments(word) == [("………", each) for each in said]
    written = word.part("word/comments.xml")
    assert written.count('w:author="Navette" w:date="2018-03-20T10:30:00Z" w:initials="N"') == 2
    assert written.count("<w:bidi/>") == (2 if properties is ARABIC else 0)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ nothing }}", "{{ nothing|points }}", "{{ empty|points }}", "{{ nothing|date_longue }}",
        "{{ nothing|date_ar }}", "{{ nothing|date_double_fr }}", "{{ nothing|date_double_ar }}",
        "{{ nothing|numero_fr }}", "{{ empty|numero_ar }}", "{{ nothing|reference_fr }}", "{{ nothing|reference_ar }}",
        "{{ nothing|upper }}", "{{ nothing|lower }}", "{{ nothing|capitalize }}",
    ],
)  # fmt: skip
def test_every_filter_says_what_is_missing(tag: str) -> None:
    word = filled(template(line(tag)), {"nothing": None, "empty": ""})

    assert comments(word) == [("………", UNKNOWN_FR)]
    assert word.page.paragraphs[0].text == "………"


@pytest.mark.parametrize("name", ["points", "date_longue", "date_ar", "date_double_fr", "date_double_ar", "numero_fr"])
def test_a_filter_passes_on_what_is_said_to_be_missing(name: str) -> None:
    word = filled(template(line(f"{{{{ council|{name} }}}}")), {"council": COUNCIL})

    assert comments(word) == [("………", "À compléter : la date du Conseil.")]


def test_a_sentence_keeps_what_is_missing_in_it_wherever_it_is_cut() -> None:
    told = f"Conseil du {COUNCIL} ; le 1er point, n° 2-14-278,\tvu le {missing('l’avis n° 5-6 <CESE>', 'رأي')}"
    word = filled(template(line("{{ told }}"), line("{{ cut }}")), {"told": told, "cut": told[:20]})

    assert comments(word) == [
        ("………", "À compléter : la date du Conseil."), ("………", "À compléter : l’avis n° 5-6 CESE>."),
        ("………", "À compléter : la date."),
    ]  # fmt: skip
    assert word.page.paragraphs[1].text == "Conseil du ………"


def test_blanks_that_a_hand_fills_stay_plain_dots() -> None:
    word = filled(template(line("N° ……… {{ blank }}, le {{ day|date_longue }}")),
                  {"blank": "………", "day": PartialDate(2018, 3, 1)})  # fmt: skip

    assert "word/comments.xml" not in names(word)
    assert "comment" not in word.part("[Content_Types].xml") + word.part("word/_rels/document.xml.rels")


def test_the_words_around_keep_their_look_their_ordinals_and_their_directions() -> None:
    word = filled(
        template(line("Le 1er {{ council }} et le 2e", look="<w:b/>"), line("المادة abc {{ council }} 2-3", look=RTL)),
        {"council": COUNCIL},
    )
    french, arabic = word.page.paragraphs

    assert [(run.text, run.bold, run.font.superscript) for run in french.runs if run.text] == [
        ("Le 1", True, None), ("er", True, True), (" ", True, None), ("………", True, None), (" et le 2", True, None),
        ("e", True, True),
    ]  # fmt: skip
    assert [(run.text.strip("\u200e "), bool(run.font.rtl)) for run in arabic.runs if run.text.strip()] == [
        ("المادة", True), ("abc", False), ("………", True), ("2-3", False),
    ]  # fmt: skip


def test_header_footer_and_notes_have_plain_dots() -> None:
    tag = "{{ council }}"
    word = filled(template(line("x"), head=line(tag), foot=line(tag), note=line(tag)), {"council": COUNCIL})

    assert "word/comments.xml" not in names(word)
    for part in ("header1", "footer1", "footnotes"):
        assert ">………<" in word.part(f"word/{part}.xml")
        assert MARK not in word.part(f"word/{part}.xml")


def test_a_box_of_text_and_an_attribute_have_plain_dots() -> None:
    box = f"<w:r><w:pict {nsdecls('w')}><w:txbxContent>{line('{{ council }}')}</w:txbxContent></w:pict></w:r>"
    coded = '<w:r><w:instrText xml:space="preserve">REF {{ council }}</w:instrText></w:r>'
    word = filled(template(f"<w:p>{box}</w:p>", line("{{ council }}", coded)), {"council": COUNCIL}, PROPERTIES, REMARK)

    assert word.part("word/document.xml").count("………") == 3
    assert comments(word) == [("………", REMARK), ("………", "À compléter : la date du Conseil.")]


def test_a_remark_is_on_the_first_words_of_the_paper() -> None:
    word = filled(
        template("<w:p></w:p>", line(" ", "Projet de {{ kind }}"), line("b")), {"kind": "décret"}, ARABIC, "ملاحظة"
    )
    plain = filled(template(line("Sans champ")), {}, PROPERTIES, "a < b")
    empty = filled(template("<w:p></w:p>"), {}, PROPERTIES, REMARK)

    assert comments(word) == [("Projet de décret", "ملاحظة")]
    assert comments(plain) == [("Sans champ", "a < b")]
    assert "word/comments.xml" not in names(empty)


def _with_own(xml: str) -> bytes:
    page = base()
    write(page, "{{ council }}")
    own = Part(PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, xml.encode(), page.part.package)
    page.part.relate_to(own, RELATIONSHIP_TYPE.COMMENTS)
    return packed(page)


VU = '<w:comment w:id="4" w:author="A"><w:p><w:r><w:t>Vu</w:t></w:r></w:p></w:comment>'
OWN = f"<w:comments {nsdecls('w')}>{VU}</w:comments>"


@pytest.mark.parametrize(("xml", "kept", "number"), [(OWN, ["4"], 5), (f"<w:comments {nsdecls('w')}/>", [], 0)])
def test_the_comments_of_a_template_stay_beside_those_of_navette(
    xml: str, kept: list[str], number: int, tmp_path: Path
) -> None:
    content = _with_own(xml)
    word = filled(content, {"council": COUNCIL})

    assert [name for name in names(word) if "comments" in name] == ["word/comments.xml"]
    written = word.part("word/comments.xml")
    assert re.findall(r'<w:comment [^>]*?w:id="(\d+)"', written) == [*kept, str(number)]
    assert f'<w:commentRangeStart w:id="{number}"/>' in word.part("word/document.xml")
    assert faults(word.content, tmp_path) == []
    known = filled(content, {"council": "12 mars"})
    assert known.part("word/comments.xml").count("<w:comment ") == xml.count("<w:comment ")


@pytest.mark.parametrize("properties", [PROPERTIES, ARABIC])
def test_a_paper_with_comments_is_a_sound_word_file(properties: Properties, tmp_path: Path) -> None:
    page = base("ar" if properties is ARABIC else "fr")
    write(page, "{{ council }}, {{ number }}")
    word = filled(packed(page), {"council": COUNCIL, "number": None}, properties, REMARK)

    assert faults(word.content, tmp_path) == []
    assert names(word)[0] == "[Content_Types].xml"
    assert len(set(names(word))) == len(names(word))


def test_the_same_paper_has_the_same_bytes() -> None:
    first, second = (filled(template(line("{{ a }}")), {"a": None}, PROPERTIES, REMARK).content for _time in range(2))

    assert first == second


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_libreoffice_opens_a_paper_and_a_template_of_its_own_with_comments(tmp_path: Path) -> None:
    made, theirs = tmp_path / "made.docx", tmp_path / "theirs"
    made.write_bytes(template(line("Le {{ council }}."), line("b")))
    convert(made, theirs, "docx")
    word = filled((theirs / "made.docx").read_bytes(), {"council": COUNCIL}, PROPERTIES, REMARK)
    made.write_bytes(word.content)
    convert(made, tmp_path / "again", "docx")

    again = Word((tmp_path / "again" / "made.docx").read_bytes())
    told = [("Le ……….", REMARK), ("………", "À compléter : la date du Conseil.")]
    assert comments(word) == told
    assert sorted(comments(again)) == sorted(told)


def convert(file: Path, to: Path, kind: str) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{to}/profile", "--headless", "--convert-to", kind, "--outdir",
               str(to), str(file)]  # fmt: skip
    execute(command, check=True, capture_output=True, timeout=120)  # noqa: S603
