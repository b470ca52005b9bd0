"""The letter that sends a text to the SGG: frame, body, signature; and the checklist of its slip."""

import pytest

from documents.addressee import head_of
from documents.kinds.letters.checklist import checklist
from documents.language import LANGUAGES, Language
from documents.letter import Letter, letter_fields
from models import LegalText
from tests.documents.office import AT, Office, plain
from tests.documents.test_slip_of_pieces import attach_pieces
from tests.workflow.names.builders import delegation, holder
from workflow.conditions.complete_file import complete_file
from workflow.register.names import write_name

SENT = {
    "projet_de_loi": ("le projet de loi dont l’intitulé figure en objet, accompagné", "مشروع القانون"),
    "loi_cadre": ("le projet de loi-cadre dont l’intitulé figure en objet, accompagné", "مشروع القانون الإطار"),
    "decret_loi": ("le projet de décret-loi dont l’intitulé figure en objet, accompagné", "مشروع المرسوم بقانون"),
    "decret": ("le projet de décret dont l’intitulé figure en objet, accompagné", "مشروع المرسوم"),
    "arrete": ("le projet d’arrêté dont l’intitulé figure en objet, accompagné", "مشروع القرار"),
}

ABOUT = (
    "Objet : Transmission au Secrétariat général du gouvernement – Projet de loi relatif à la lutte contre les "
    "violences <graves> & « autres » (n° 103-13)"
)
ENCLOSED = "bordereau d’envoi ; texte complet en langue arabe ; note de présentation ; projet en français"
WHOLE = (
    "J’ai l’honneur de vous faire parvenir, ci-joint, le projet de loi dont l’intitulé figure en objet, accompagné "
    "des pièces énumérées au bordereau d’envoi, aux fins de son introduction dans la procédure d’approbation."
)


@pytest.mark.parametrize("kind", SENT)
def test_the_letter_says_what_it_sends(office: Office, kind: str) -> None:
    text = office.open(kind, title_fr="Projet relatif aux familles", title_ar="مشروع يتعلق بالأسر", on="2018-01-02")
    french, arabic = SENT[kind]

    assert (
        f"J’ai l’honneur de vous faire parvenir, ci-joint, {french} des pièces énumérées au bordereau d’envoi, aux "
        "fins de son introduction dans la procédure d’approbation."
    ) in office.make(text, "lettre_sgg").words
    assert (
        f"وبعد، يشرفني أن أحيل عليكم، رفقته، {arabic} المشار إليه في الموضوع أعلاه، مرفقا بالوثائق المبينة في ورقة "
        "الإرسال، قصد عرضه على مسطرة المصادقة."
    ) in office.make(text, "lettre_sgg", language="ar").words


def test_the_frame_stands_in_its_order_in_both_languages(office: Office, bill: LegalText) -> None:
    attach_pieces(office, bill, "draft_ar", "draft_fr")
    write_name(office.session, holder("Y", "2015-01-01", name_ar="ي"), by=office.head, at=AT)
    given = delegation("X", "2016-01-01", kinds="letter", name_ar="س")
    write_name(office.session, given, by=office.head, at=AT)

    french, arabic = (body(office, bill, language) for language in LANGUAGES)

    assert french == [
        "N° ………………\tRabat, le ………………",
        "La Ministre de la Famille",
        "à",
        "Monsieur le Secrétaire général du gouvernement",
        ABOUT,
        f"P.J. : 4 pièces – {ENCLOSED}",
        "Monsieur le Secrétaire général du gouvernement,",
        WHOLE,
        "Pour toute précision, vos services peuvent s’adresser à Youssef El Idrissi (drafter@test).",
        "Veuillez agréer, Monsieur le Secrétaire général du gouvernement, l’expression de ma haute considération.",
        "Pour la Ministre et par délégation,",
        "Le Secrétaire général,",
        "X",
    ]
    assert arabic[1:4] == ["وزيرة الأسرة", "إلى", "السيد الأمين العام للحكومة"]
    assert arabic[5:7] == [
        "المرفقات: 4 وثائق – ورقة الإرسال؛ النص الكامل باللغة العربية؛ مذكرة تقديم؛ المشروع بالفرنسية",
        "سلام تام بوجود مولانا الإمام،",
    ]
    assert arabic[-5:] == [
        "وتقبلوا، السيد الأمين العام للحكومة، فائق عبارات التقدير والاحترام،",
        "والسلام ./.",
        "عن الوزيرة وبتفويض منها،",
        "الكاتب العام،",
        "س",
    ]


def body(office: Office, text: LegalText, language: Language) -> list[str]:
    """Give what stands between letterhead and foot, the cell of the signature last."""
    made = office.make(text, "lettre_sgg", language=language)
    lines = [plain(each.text).replace("\u200e", "") for each in made.page.paragraphs[:-1]]
    (signed,) = made.table("Date et signature" if language == "fr" else "التاريخ والإمضاء")
    return [*filter(None, lines), *signed[1].split("\n")]


@pytest.mark.parametrize(
    ("language", "covers"),
    [
        ("fr", ["S/C de Monsieur le Ministre", "S/C de Monsieur le Wali"]),
        ("ar", ["تحت إشراف Monsieur le Ministre", "على يد Monsieur le Wali"]),
    ],
)
def test_a_letter_goes_under_cover_the_lowest_last_with_references_and_copies(
    office: Office, bill: LegalText, language: Language, covers: list[str]
) -> None:
    case = office.gather(bill)
    letter = Letter(
        head_of("cndh", case.names, case.on), "Objet", under=["Monsieur le Ministre", "Monsieur le Wali"],
        references=["a", "b"], enclosures=["c"], copies=["d", "e"],
    )  # fmt: skip

    fields = letter_fields(case, letter, language)

    apart = " ; " if language == "fr" else "؛ "
    assert fields["sous_couvert"] == covers
    assert (fields["references"], fields["ampliations"]) == (apart.join("ab"), apart.join("de"))
    assert fields["pj"] == ("1 pièce" if language == "fr" else "وثيقة واحدة")


def states(office: Office, text: LegalText) -> list[str]:
    return [line.state.label("fr") for line in checklist(office.gather(text))]


@pytest.mark.parametrize(
    ("kind", "bare", "whole"),
    [
        ("projet_de_loi", "manque manque manque sans_objet sans_objet manque sans_objet manque manque sans_objet",
         "jointe jointe jointe sans_objet sans_objet jointe jointe jointe jointe jointe"),
        ("decret", "manque manque manque sans_objet manque sans_objet sans_objet manque manque sans_objet",
         "jointe jointe jointe sans_objet jointe sans_objet jointe jointe jointe jointe"),
    ],
)  # fmt: skip
def test_the_ten_items_are_computed_from_the_pieces(office: Office, kind: str, bare: str, whole: str) -> None:
    text = office.open(kind, title_fr="Projet relatif aux familles", on="2018-01-02")
    before = states(office, text)
    pieces = ("draft_ar", "draft_fr", "expose_des_motifs", "opinion", "impact_study", "agreement", "cited_text")
    attach_pieces(office, text, *pieces)

    assert [each.replace(" ", "_") for each in before] == bare.split()
    assert [each.replace(" ", "_") for each in states(office, text)] == whole.split()


# Of a bill, then of a decree: the line of the slip that tells what the condition on a complete file looks for.
LINES = {"arabic": (0, 0), "presentation": (1, 1), "opinions": (2, 2), "finance": (3, 3), "agreements": (5, 4),
         "impact_study": (6, 6)}  # fmt: skip
SHOWN = {"attached": "jointe", "recorded": "enregistrée", "declared": "déclarée", "missing": "manque"}


@pytest.mark.parametrize("kind", ["projet_de_loi", "decret"])
@pytest.mark.parametrize("pieces", [(), ("draft_ar", "agreement"), ("opinion", "visa_finances", "impact_study")])
def test_the_slip_says_of_each_thing_what_the_condition_on_sending_it_counts(
    office: Office, kind: str, pieces: tuple[str, ...]
) -> None:
    text = office.open(kind, title_fr="Projet", on="2018-01-02", financial_impact=True)
    office.move(text, "assign_drafter", "2018-01-03")
    if kind == "projet_de_loi":
        office.move(text, "order_impact_study", "2018-01-05")
    office.move(text, "ask_opinion", "2018-01-06", body="cndh", compulsory="yes")
    office.move(text, "receive_opinion", "2018-02-01", body="cndh", answer="favourable")
    office.move(text, "submit_for_validation", "2018-02-02")
    office.move(text, "validate", "2018-02-03", pieces=["arabic", "presentation"])
    attach_pieces(office, text, *pieces)
    case, told = office.gather(text), states(office, text)
    counted = {
        each.code: SHOWN[each.proof] if each.applies or not each.is_missing else "sans objet"
        for each in complete_file(text, case.procedure, case.situation)
    }

    assert {code: told[line[kind == "decret"]] for code, line in LINES.items()} == counted
    assert [counted["presentation"], counted["opinions"]] == [
        "déclarée",
        "jointe" if "opinion" in pieces else "enregistrée",
    ]


def test_an_opinion_declared_compulsory_is_missing_until_it_is_given(office: Office) -> None:
    text = office.open("decret", title_fr="Projet", on="2018-01-02")
    office.move(text, "assign_drafter", "2018-01-03")
    office.move(text, "ask_opinion", "2018-01-04", body="cndh", compulsory="yes")
    attach_pieces(office, text, "opinion")
    asked = states(office, text)[2]
    office.move(text, "receive_opinion", "2018-02-01", body="cndh", answer="favourable")

    assert (asked, states(office, text)[2]) == ("manque", "jointe")


def test_an_impact_study_that_was_ordered_is_missing_until_it_is_delivered(office: Office) -> None:
    text = office.open("projet_de_loi", title_fr="Projet", on="2018-01-02")
    office.move(text, "order_impact_study", "2018-01-05")
    ordered = states(office, text)[6]
    office.move(text, "deliver_impact_study", "2018-02-05")

    assert (ordered, states(office, text)[6]) == ("manque", "enregistrée")
