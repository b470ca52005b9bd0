"""Whom letters are written to: how they are named, greeted and saluted, by rank, gender and language."""

from datetime import date

import pytest

from documents.addressee import Addressee, both, head_of, president_of
from models import Gender
from tests.documents.office import TODAY
from tests.workflow.names.builders import holder
from workflow.names.periods import Names
from workflow.procedure.institutions import institutions
from workflow.rulebook.files import procedures

CHAMBERS = procedures()["decret"].vocabulary.chambers
NOBODY = Names()
HIGHEST, HIGH, DISTINGUISHED = "très haute considération", "haute considération", "considération distinguée"
GREETING, SOLEMN = "سلام تام بوجود مولانا الإمام،", "سلام تام بوجود مولانا الإمام المؤيد بالله،"


@pytest.mark.parametrize(
    ("body", "french", "arabic"),
    [
        ("head_of_government", "Monsieur le Chef du gouvernement", "السيد رئيس الحكومة"),
        ("sgg", "Monsieur le Secrétaire général du gouvernement", "السيد الأمين العام للحكومة"),
        ("ministère de la Justice", "Monsieur/Madame le/la Ministre de la Justice", "السيد(ة) وزير(ة) العدل"),
        (
            "ministry_of_finance",
            "Monsieur/Madame le/la Ministre chargé(e) des Finances",
            "السيد(ة) وزير(ة) الاقتصاد والمالية",
        ),
        (
            "CNDH",
            "Monsieur/Madame le/la Président(e) du Conseil national des droits de l’Homme",
            "السيد(ة) رئيس(ة) المجلس الوطني لحقوق الإنسان",
        ),
        (
            "haca",
            "Monsieur/Madame le/la Président(e) de la Haute Autorité de la communication audiovisuelle",
            "السيد(ة) رئيس(ة) الهيئة العليا للاتصال السمعي البصري",
        ),
        (
            "cspj",
            "Monsieur/Madame le/la Président(e) délégué(e) du Conseil supérieur du pouvoir judiciaire",
            "السيد(ة) الرئيس(ة) المنتدب(ة) للمجلس الأعلى للسلطة القضائية",
        ),
        (
            "cour_des_comptes",
            "Monsieur/Madame le/la Premier/Première président(e) de la Cour des comptes",
            "السيد(ة) الرئيس(ة) الأول/الأولى للمجلس الأعلى للحسابات",
        ),
        ("mediateur", "Monsieur/Madame le/la Médiateur/Médiatrice du Royaume", "السيد(ة) وسيط(ة) المملكة"),
        (
            "customs_administration",
            "Monsieur/Madame le/la Directeur/Directrice général(e) de l’Administration des douanes et impôts indirects",
            "السيد(ة) المدير(ة) العام(ة) لإدارة الجمارك والضرائب غير المباشرة",
        ),
        ("Ordre des avocats", "Ordre des avocats", "Ordre des avocats"),
        ("government", "Le Gouvernement", "الحكومة"),
        ("", None, None),
    ],
)
def test_the_head_of_each_kind_of_body_is_named(body: str, french: str | None, arabic: str | None) -> None:
    to = head_of(body, NOBODY, TODAY) if body else Addressee()

    assert (to.line("fr"), to.line("ar")) == (french, arabic)


def test_a_ministry_bears_the_name_of_the_day() -> None:
    then = head_of("ministry_of_solidarity_women_family", NOBODY, date(2013, 6, 1))

    assert then.line("ar") == "السيد(ة) وزير(ة) التضامن والمرأة والأسرة والتنمية الاجتماعية"


@pytest.mark.parametrize(
    ("gender", "french", "arabic"),
    [
        ("m", "Monsieur le Chef du gouvernement", "السيد رئيس الحكومة"),
        ("f", "Madame la Cheffe du gouvernement", "السيدة رئيسة الحكومة"),
    ],
)
def test_a_holder_who_is_known_is_named_in_their_gender(gender: str, french: str, arabic: str) -> None:
    known = Names(holders=[holder("X", "2015-01-01", office="head_of_government", gender=gender)])
    to = head_of("head_of_government", known, TODAY)

    assert (to.line("fr"), to.line("ar"), to.opening("fr")) == (french, arabic, f"{french},")


@pytest.mark.parametrize(
    ("to", "french", "arabic"),
    [
        (
            head_of("head_of_government", NOBODY, TODAY),
            ("Monsieur le Chef du gouvernement", HIGHEST),
            (SOLEMN, "وتقبلوا، السيد رئيس الحكومة، أسمى عبارات التقدير والاحترام،"),
        ),
        (
            head_of("ministry_of_justice", NOBODY, TODAY),
            ("Monsieur/Madame le/la Ministre", HIGH),
            (GREETING, "وتقبلوا، السيد(ة) الوزير(ة)، فائق عبارات التقدير والاحترام،"),
        ),
        (
            president_of(CHAMBERS["representants"]),
            ("Monsieur/Madame le/la Président(e)", HIGH),
            (SOLEMN, "وتقبلوا، السيد(ة) الرئيس(ة)، فائق عبارات التقدير والاحترام،"),
        ),
        (
            head_of("sgg", NOBODY, TODAY),
            ("Monsieur le Secrétaire général du gouvernement", HIGH),
            (GREETING, "وتقبلوا، السيد الأمين العام للحكومة، فائق عبارات التقدير والاحترام،"),
        ),
        (
            head_of("customs_administration", NOBODY, TODAY),
            ("Monsieur/Madame le/la Directeur/Directrice général(e)", DISTINGUISHED),
            (GREETING, "وتقبلوا، السيد(ة) المدير(ة) العام(ة)، فائق عبارات التقدير والاحترام،"),
        ),
        (
            head_of("Ordre des avocats", NOBODY, TODAY),
            ("Madame, Monsieur", DISTINGUISHED),
            (GREETING, "وتقبلوا فائق عبارات التقدير والاحترام،"),
        ),
    ],
    ids=["head of government", "minister", "president", "secretary general", "director", "other"],
)  # fmt: skip
def test_rank_decides_how_a_letter_opens_and_closes(
    to: Addressee, french: tuple[str, str], arabic: tuple[str, str]
) -> None:
    called, regards = french
    assert to.opening("fr") == f"{called},"
    assert to.closing("fr") == f"Veuillez agréer, {called}, l’expression de ma {regards}."
    assert (to.opening("ar"), to.closing("ar")) == arabic


def test_every_institution_can_be_written_to_in_both_languages() -> None:
    for code in institutions():
        line, arabic = (head_of(code, NOBODY, TODAY).line(language) for language in ("fr", "ar"))
        assert line, code
        assert not any("a" <= letter.lower() <= "z" for letter in arabic or "latin"), code


@pytest.mark.parametrize(
    ("man", "woman", "said"),
    [
        ("Monsieur le Ministre", "Madame la Ministre", "Monsieur/Madame le/la Ministre"),
        ("le Directeur général", "la Directrice générale", "le/la Directeur/Directrice général(e)"),
        ("السيد الوزير", "السيدة الوزيرة", "السيد(ة) الوزير(ة)"),
    ],
)
def test_a_title_is_written_for_both(man: str, woman: str, said: str) -> None:
    assert both(man, woman) == said


def test_a_woman_is_addressed_as_one() -> None:
    to = president_of(CHAMBERS["conseillers"])
    woman = Addressee(to.rank, to.fr, to.called_fr, to.ar, to.called_ar, gender=Gender.FEMININE)

    assert (woman.line("fr"), woman.line("ar")) == (
        "Madame la Présidente de la Chambre des conseillers", "السيدة رئيسة مجلس المستشارين",
    )  # fmt: skip
