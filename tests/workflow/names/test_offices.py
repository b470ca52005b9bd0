"""How the holder of each office is called, agreed in gender, in both languages."""

import pytest

from workflow.names.offices import OFFICES

# Office, gender: with its article, to speak to, above a signature in Arabic, to speak to in Arabic.
FORMS = {
    ("minister", "m"): ("le ministre", "Monsieur le Ministre", "الوزير", "السيد الوزير"),
    ("minister", "f"): ("la ministre", "Madame la Ministre", "الوزيرة", "السيدة الوزيرة"),
    ("secretary_general", "m"): (
        "le secrétaire général", "Monsieur le Secrétaire général", "الكاتب العام", "السيد الكاتب العام",
    ),
    ("secretary_general", "f"): (
        "la secrétaire générale", "Madame la Secrétaire générale", "الكاتبة العامة", "السيدة الكاتبة العامة",
    ),
    ("director", "m"): ("le directeur", "Monsieur le Directeur", "المدير", "السيد المدير"),
    ("director", "f"): ("la directrice", "Madame la Directrice", "المديرة", "السيدة المديرة"),
    ("head_of_division", "m"): (
        "le chef de division", "Monsieur le Chef de division", "رئيس القسم", "السيد رئيس القسم",
    ),
    ("head_of_division", "f"): (
        "la cheffe de division", "Madame la Cheffe de division", "رئيسة القسم", "السيدة رئيسة القسم",
    ),
    ("head_of_government", "m"): (
        "le chef du gouvernement", "Monsieur le Chef du gouvernement", "رئيس الحكومة", "السيد رئيس الحكومة",
    ),
    ("head_of_government", "f"): (
        "la cheffe du gouvernement", "Madame la Cheffe du gouvernement", "رئيسة الحكومة", "السيدة رئيسة الحكومة",
    ),
    ("sgg", "m"): (
        "le secrétaire général du gouvernement", "Monsieur le Secrétaire général du gouvernement",
        "الأمين العام للحكومة", "السيد الأمين العام للحكومة",
    ),
    ("sgg", "f"): (
        "la secrétaire générale du gouvernement", "Madame la Secrétaire générale du gouvernement",
        "الأمينة العامة للحكومة", "السيدة الأمينة العامة للحكومة",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("office", "gender"), [(office, gender) for office in OFFICES for gender in "mf"])
def test_a_quality_agrees_with_its_holder(office: str, gender: str) -> None:
    quality = OFFICES[office].quality(gender)

    assert (quality.the_fr, quality.address_fr, quality.signed_ar, quality.address_ar) == FORMS[office, gender]


def test_the_minister_stands_before_the_name_of_the_field_in_arabic() -> None:
    assert [OFFICES["minister"].quality(gender).ar for gender in "mf"] == ["وزير", "وزيرة"]


@pytest.mark.parametrize(
    ("gender", "fr", "ar"),
    [
        ("m", "Pour le Ministre et par délégation,", "عن الوزير وبتفويض منه،"),
        ("f", "Pour la Ministre et par délégation,", "عن الوزيرة وبتفويض منها،"),
    ],
)
def test_the_formula_of_delegation_agrees_with_who_delegates(gender: str, fr: str, ar: str) -> None:
    quality = OFFICES["minister"].quality(gender)

    assert (quality.delegation_fr, quality.delegation_ar) == (fr, ar)


@pytest.mark.parametrize(
    ("gender", "fr", "ar"),
    [("m", "Le Ministre par intérim", "الوزير بالنيابة"), ("f", "La Ministre par intérim", "الوزيرة بالنيابة")],
)
def test_who_holds_an_office_ad_interim_says_so_above_the_signature_and_is_spoken_to_as_its_holder(
    gender: str, fr: str, ar: str
) -> None:
    interim, title = (OFFICES["minister"].quality(gender, interim=each) for each in (True, False))

    assert (interim.signed_fr, interim.signed_ar) == (fr, ar)
    assert (interim.address_fr, interim.address_ar) == (title.address_fr, title.address_ar)
