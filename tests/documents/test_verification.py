"""Each page of a paper that is kept bears its code, and a picture that leads to the page where it is verified."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import segno
from docx.oxml.ns import qn

from documents.catalogue import KINDS
from documents.checking.template import check_template
from documents.language import LANGUAGES, Language
from documents.produce import Issue, make_of_case
from documents.templates import Template, dictionary, factory
from documents.verification import picture_of, placeholder, printed_code, typed_code
from models import Document, LegalText
from tests.documents.office import AT, BASE_URL, Office, Word, stored

EACH = pytest.mark.parametrize(("kind", "language"), [(kind, each) for kind in KINDS for each in LANGUAGES])


def pictures(content: bytes) -> list[bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]


def foot(content: bytes) -> tuple[str, list[str]]:
    """Give the words at the foot of a paper, and what its pictures say to who does not see them."""
    footer = Word(content).page.sections[0].footer._element  # noqa: SLF001
    words = "".join("-" if each.tag == qn("w:noBreakHyphen") else each.text or "" for each in footer.iter())
    return words, [each.get("descr") for each in footer.xpath(".//wp:docPr")]


def produced(office: Office, text: LegalText, kind: str, language: Language) -> tuple[Document, bytes]:
    document = office.produce(office.want(text, kind, language=language))
    return document, stored(office.session, document).content


@EACH
def test_a_paper_leads_to_its_page_by_its_code_and_by_a_picture(
    office: Office, bill: LegalText, kind: str, language: Language
) -> None:
    document, content = produced(office, bill, kind, language)

    drawn = BytesIO()
    segno.make(f"{BASE_URL}/v/{document.code}", error="m", micro=False, boost_error=False).save(
        drawn, kind="png", scale=6, border=4
    )
    assert pictures(content) == [drawn.getvalue()]
    words, told = foot(content)
    assert f"{BASE_URL}/v" in words
    assert f"{document.code[:4]}-{document.code[4:8]}-{document.code[8:]}" in words
    about = {"fr": "Code QR qui mène à la page où ce document se vérifie",
             "ar": "رمز الاستجابة السريعة لصفحة التحقق من الوثيقة"}  # fmt: skip
    assert told == [about[language]]


@EACH
def test_a_paper_that_is_not_kept_bears_neither_code_nor_picture(
    office: Office, bill: LegalText, kind: str, language: Language
) -> None:
    case = office.gather(bill)

    content = make_of_case(case, KINDS[kind], Issue(language), at=AT, template=factory(kind, language))

    words, told = foot(content)
    assert told == []
    assert ("/v" in words, "vérifier" in words, "للتحقق" in words) == (False, False, False)


def test_the_same_paper_always_has_the_same_bytes(office: Office, bill: LegalText) -> None:
    case, issue = office.gather(bill), Issue("fr", 1, "x", "7K3M9QXA2BCD", BASE_URL)

    made = {make_of_case(case, KINDS["note_interne"], issue, at=AT, template=factory("note_interne", "fr"))
            for _ in range(2)}  # fmt: skip

    assert len(made) == 1


@EACH
def test_the_check_finds_no_fault_in_the_picture_of_the_factory_template(kind: str, language: Language) -> None:
    assert check_template(factory(kind, language).content, dictionary(kind, language)) == []


def test_a_template_whose_picture_was_named_anew_is_filled_with_the_right_one(office: Office, bill: LegalText) -> None:
    renamed = BytesIO()
    with ZipFile(BytesIO(factory("note_interne", "fr").content)) as given, ZipFile(renamed, "w") as archive:
        for name in given.namelist():
            told = given.read(name).replace(b"media/image1.png", b"media/code.png")
            archive.writestr(name.replace("image1.png", "code.png"), told)
    template, issue = Template(renamed.getvalue(), 1), Issue("fr", 1, "x", "7K3M9QXA2BCD", BASE_URL)

    content = make_of_case(office.gather(bill), KINDS["note_interne"], issue, at=AT, template=template)

    assert pictures(content) == [picture_of(f"{BASE_URL}/v/7K3M9QXA2BCD")]


def test_a_template_of_staff_without_the_picture_is_filled_without(office: Office, bill: LegalText) -> None:
    page = Word(factory("note_interne", "fr").content).page
    footer = page.sections[0].footer._element  # noqa: SLF001
    for each in list(footer):
        footer.remove(each)
    page.sections[0].footer.add_paragraph("{{ dossier }}", style="footer")
    saved = BytesIO()
    page.save(saved)
    template, issue = Template(saved.getvalue(), 1), Issue("fr", 1, "x", "7K3M9QXA2BCD", BASE_URL)

    assert check_template(template.content, dictionary("note_interne")) == []
    content = make_of_case(office.gather(bill), KINDS["note_interne"], issue, at=AT, template=template)

    assert foot(content)[1] == []


def test_templates_hold_a_picture_that_leads_nowhere() -> None:
    assert pictures(factory("note_interne", "fr").content) == [placeholder()]
    assert pictures(factory("tableau", "fr").content) == []


@pytest.mark.parametrize(
    "typed", ["7K3M9QXA2BCD", "7k3m-9qxa-2bcd", " 7K3M 9QXA 2BCD\u00a0", "7K3M\u20119QXA\u20112BCD", "7K3M–9QXA–2BCD"]
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert typed_code(typed) == "7K3M9QXA2BCD"
    assert typed_code(printed_code("7K3M9QXA2BCD")) == "7K3M9QXA2BCD"
