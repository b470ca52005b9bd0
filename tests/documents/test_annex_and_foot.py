"""The annex tells whole what the first page of the record cuts, feet tell texts apart, and slips name who signs."""

import pytest

from documents.language import LANGUAGES, Language
from models import LegalText
from tests.documents.office import AT, Office, Word
from tests.workflow.names.builders import delegation, holder
from workflow.register.names import write_name

AUTHOR_FR, AUTHOR_AR = "Projet d’arrêté du chef du gouvernement", "مشروع قرار لرئيس الحكومة"
OBJECTS = {
    "fr": ("portant création du comité technique", "portant création de la commission", "fixant son règlement"),
    "ar": ("بإحداث اللجنة التقنية", "بإحداث اللجنة الوزارية", "بتحديد نظامها الداخلي"),
}
NAMES = {"fr": ("Dossier « {} »", "Dossier n° 2-18-100"), "ar": ("الملف «{}»", "الملف رقم 2.18.100")}
EACH = pytest.mark.parametrize("language", LANGUAGES)


def foot(word: Word) -> str:
    words: str = word.page.sections[0].footer.tables[0].cell(0, 0).paragraphs[0].text
    return words.replace("\u00a0", " ").replace("\u200e", "")


@EACH
def test_the_foot_tells_texts_of_one_kind_and_author_apart(office: Office, language: Language) -> None:
    feet = []
    for french, arabic in zip(OBJECTS["fr"], OBJECTS["ar"], strict=True):
        text = office.open(
            "arrete_du_chef_du_gouvernement", title_fr=f"{AUTHOR_FR} {french}", title_ar=f"{AUTHOR_AR} {arabic}",
            on="2018-01-02",
        )  # fmt: skip
        feet.append(foot(office.make(text, "note_interne", language=language)).replace("« ", "«").replace(" »", "»"))

    expected = [NAMES[language][0].format(told) for told in OBJECTS[language]]
    assert feet == [words.replace("« ", "«").replace(" »", "»") for words in expected]


@EACH
def test_the_foot_has_one_pair_of_quotation_marks(office: Office, language: Language) -> None:
    french = "Arrêté fixant le règlement intérieur du prix « Tamayuz » de la femme marocaine et de ses commissions"
    text = office.open("arrete", title_fr=french, title_ar='قرار بتحديد النظام الداخلي لجائزة "تميز"', on="2018-01-02")

    said = foot(office.make(text, "note_interne", language=language))

    assert (said.count("«"), said.count("»")) == (1, 1)


def test_the_foot_of_an_arabic_paper_quotes_as_french_does_a_title_that_is_in_french_alone(office: Office) -> None:
    text = office.open("arrete", title_fr="Arrêté fixant le prix", title_ar="", on="2018-01-02")
    named = office.open("arrete", title_fr="Arrêté fixant le prix", title_ar="قرار بتحديد الجائزة", on="2018-01-02")

    assert foot(office.make(text, "note_interne", language="ar")) == "الملف « fixant le prix »"
    assert foot(office.make(named, "note_interne", language="ar")) == "الملف «بتحديد الجائزة»"


@EACH
def test_the_annex_gives_whole_a_title_that_the_first_page_cuts(office: Office, language: Language) -> None:
    long, short = "Projet de décret relatif à " + "la protection des familles et " * 8, "مشروع مرسوم"
    text = office.open("decret", title_fr=f"{long}fin.", title_ar=short, on="2018-01-02")

    words = office.make(text, "fiche_suivi", language=language).words

    assert words.count(f"{long}fin.") == 1
    assert ("Intitulé complet" in words, "العنوان الكامل" in words) == (language == "fr", language == "ar")


def test_titles_that_the_first_page_holds_are_not_told_again(office: Office, bill: LegalText) -> None:
    assert "Intitulé complet" not in office.make(bill, "fiche_suivi").words


def test_the_annex_lists_every_consultation(office: Office) -> None:
    text = office.open("decret", title_fr="Projet de décret", title_ar="مشروع مرسوم", on="2018-01-02")
    office.move(text, "assign_drafter", "2018-01-03")
    for body in ("cndh", "cese", "Ordre des architectes"):
        office.move(text, "ask_opinion", "2018-01-04", body=body)
    office.move(text, "receive_opinion", "2018-02-01", body="cndh", answer="favourable")

    french, arabic = (office.make(text, "fiche_suivi", language=language) for language in LANGUAGES)

    assert french.table("Avis demandés et rendus")[1:] == [
        ["Conseil national des droits de l’Homme", "4 janv. 2018", "Favorable – 1er févr. 2018"],
        ["Conseil économique, social et environnemental", "4 janv. 2018", "non rendu"],
        ["Ordre des architectes", "4 janv. 2018", "non rendu"],
    ]
    assert [row[2] for row in arabic.table("الآراء المطلوبة والواردة")[1:]] == [
        "موافق – فاتح فبراير 2018", "لم يرد", "لم يرد",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("gender", "delegated", "said"),
    [
        ("f", False, ["La Ministre,", "X"]),
        ("m", False, ["Le Ministre,", "X"]),
        ("m", True, ["Pour le Ministre et par délégation,", "Le Secrétaire général,", "Y"]),
    ],
)
def test_the_slip_names_who_signed_slips_that_day(
    office: Office, bill: LegalText, gender: str, said: list[str], *, delegated: bool
) -> None:
    write_name(office.session, holder("X", "2015-01-01", gender=gender), by=office.head, at=AT)
    if delegated:
        given = delegation("Y", "2016-01-01", kinds="slip", quality_fr="Le Secrétaire général")
        write_name(office.session, given, by=office.head, at=AT)

    (cell,) = (row[1] for row in office.make(bill, "bordereau_sgg").table("Date et signature"))

    assert cell.split("\n") == said


def test_a_slip_of_a_day_when_nobody_is_known_leaves_the_name_to_be_written(office: Office, bill: LegalText) -> None:
    (cell,) = (row[1] for row in office.make(bill, "bordereau_sgg").table("Date et signature"))

    assert cell.split("\n") == ["La Ministre,", "………………………………"]
