import pytest

from workflow.language.official_numbers import find_numbers, parse_number, spellings
from workflow.procedure.vocabulary import form_doubt
from workflow.rulebook.files import procedures


@pytest.mark.parametrize(
    ("written", "kind", "normal"),
    [
        ("loi n°14.05", "loi", "14-05"),
        ("loi organique n° 065-13", "loi", "065-13"),
        ("dahir no 1-82-246", "dahir", "1-82-246"),
        ("décret n 2.14.278", "decret", "2-14-278"),
        ("Décret-loi numéro 2-20-292", "decret_loi", "2-20-292"),
        ("arrêté conjoint 1211.11", "arrete", "1211-11"),
        ("arrêté n° 3.28.18", "arrete_chef_gouvernement", "3-28-18"),
        ("décret n°\u00a02\u201114\u2011278", "decret", "2-14-278"),
        ("décision n° 243/24", "decision", "243-24"),
        ("قرار رقم ٢٥٨٢.١٤", "arrete", "2582-14"),
        ("مرسوم بقانون رقم 2.20.292", "decret_loi", "2-20-292"),
    ],
)
def test_a_number_is_read_as_people_write_it(written: str, kind: str, normal: str) -> None:
    number = parse_number(written)

    assert (number.kind, number.normal, number.proposed) == (kind, normal, None)


def test_a_bare_number_takes_the_kind_it_is_asked_for() -> None:
    assert parse_number("103-13", kind="loi").kind == "loi"
    assert parse_number("103-13").kind == "inconnu"
    assert parse_number("2-14-64").kind == "decret"


@pytest.mark.parametrize(
    ("written", "normal", "proposed"),
    [
        ("arrêté n 14.2582", "14-2582", "2582-14"),
        ("loi n° 02.9102", "02-9102", "2019-20"),
        ("décret n° 278.14.2", "278-14-2", "2-14-278"),
    ],
)
def test_a_number_written_backwards_is_kept_and_its_inversion_proposed(
    written: str, normal: str, proposed: str
) -> None:
    number = parse_number(written)

    assert (number.normal, number.proposed) == (normal, proposed)


def test_the_prefix_decides_the_kind_of_a_three_part_number() -> None:
    assert parse_number("décret n° 1-14-139").kind == "dahir"


def test_the_arabic_form_has_dots() -> None:
    assert parse_number("décret n° 2-14-278").arabic == "2.14.278"


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("loi n° 05-81", 1981),
        ("loi n° 103-13", 2013),
        ("dahir n° 1-92-30", 1992),
        ("arrêté n° 3-30-13", 2013),
        ("arrêté n 14.2582", 2014),
    ],
)
def test_the_year_of_registration_is_told(written: str, year: int) -> None:
    assert parse_number(written).year == year


def test_every_number_of_a_title_is_found_with_the_noun_it_belongs_to() -> None:
    title = "Décret n° 2-14-64 modifiant les lois n° 97-13 et 103-13 (promulguée par le dahir no 1-16-52)"

    found = [(citation.number.kind, citation.number.normal) for citation in find_numbers(title)]

    assert found == [("decret", "2-14-64"), ("loi", "97-13"), ("loi", "103-13"), ("dahir", "1-16-52")]


@pytest.mark.parametrize(
    "sentence",
    ["la parité 2012 – 2016", "la loi du 2-11-13", "le plan 4+4", "12.50 dirhams", "le 18.06.2014", "l'article 12-3"],
)
def test_what_is_no_number_of_a_text_is_left_out(sentence: str) -> None:
    assert find_numbers(sentence) == []


def test_a_word_is_no_number() -> None:
    with pytest.raises(ValueError, match="n'est pas un numéro officiel"):
        parse_number("bientôt")


@pytest.mark.parametrize(
    ("kind", "usual", "other"),
    [
        ("projet_de_loi", "103-13", "2-14-278"),
        ("loi_organique", "065.13", "14-2582"),
        ("proposition_de_loi", "4-21", "2-14-278"),
        ("decret", "2-14-278", "103-13"),
        ("decret_loi", "2.20.292", "20-292"),
        ("decret_de_nomination", "2-14-278", "278-14"),
        ("arrete", "2582-14", "14-2582"),
        ("arrete_conjoint", "1512-25", "3-120-14"),
        ("arrete_du_chef_du_gouvernement", "3-120-14", "2582-14"),
    ],
)
def test_a_number_of_another_form_than_its_kind_says_is_doubted(kind: str, usual: str, *, other: str) -> None:
    form = procedures()[kind].number

    assert form_doubt(usual, form) is None
    assert (form_doubt(other, form) or "").startswith(f"Le numéro « {other} » n’a pas la forme attendue")
    assert form_doubt(other, None) is None


@pytest.mark.parametrize(
    "written",
    [
        "43.22", "43-22", "43/22", "43 - 22", "n°43-22", "n° 43.22", "N°\u00a043\u201122", "nº43-22", "no43-22",
        "n43-22", "№ 43-22", "٤٣.٢٢", "٤٣٫٢٢", "رقم 43.22", "\u200f43.22\u200f", "43\u200f.\u200f22",
    ],
)  # fmt: skip
def test_a_number_has_one_normal_form_however_it_is_written(written: str) -> None:
    assert parse_number(written).normal == "43-22"


@pytest.mark.parametrize(
    ("one", "other"),
    [("026-25", "26-25"), ("5-81", "05-81"), ("2-18-0686", "2-18-686"), ("3-07-19", "3-7-19"), ("14-2582", "2582-14")],
)
def test_sources_spell_a_number_with_other_zeros_or_backwards(one: str, other: str) -> None:
    assert other in spellings(one)
    assert one in spellings(other)


@pytest.mark.parametrize(
    ("one", "other"), [("26-25", "25-26"), ("26-25", "26-05"), ("2-18-686", "2-81-686"), ("103-13", "10-313")]
)
def test_numbers_of_two_texts_are_never_spellings_of_each_other(one: str, other: str) -> None:
    assert other not in spellings(one)
    assert one not in spellings(other)


def test_what_is_no_number_is_spelt_in_one_way() -> None:
    assert spellings("en cours") == {"en cours"}
