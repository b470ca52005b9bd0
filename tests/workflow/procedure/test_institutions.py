"""Institutions are codes: one body under all its spellings, in both languages, and under the names it had."""

from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from workflow.errors import BadProcedure
from workflow.language.articles import bare
from workflow.language.folding import plain
from workflow.procedure.institutions import (
    abbreviation_fr,
    coded,
    institution,
    institutions,
    name_ar,
    name_fr,
    of_fr,
    read_institutions,
    same,
    short_fr,
    the_fr,
)

CODES = pytest.mark.parametrize("code", institutions())
ONE = """
[[institutions]]
code = "cese"
kind = "constitutional_body"
fr = "le Conseil économique, social et environnemental"
ar = "المجلس الاقتصادي والاجتماعي والبيئي"
short_fr = "le CESE"
source = "Constitution, art. 151"
certainty = "memory"
"""
OTHER = """
[[institutions]]
code = "ces"
kind = "authority"
fr = "le Conseil de l’eau"
ar = "مجلس الماء"
spellings = ["C.É.S.E."]
source = "essai"
certainty = "memory"
"""


def as_people_write(words: str) -> set[str]:
    """Write a name with and without article, capitals, accents, dots, curly apostrophes and final spaces."""
    french = {words, *(f"{article} {words}" for article in ("le", "La", "les")), f"l’{words}", f"l'{words}"}
    dotted = {".".join(words) + "."} if words.isupper() and words.isascii() and words.isalpha() else set()
    written = {words.removeprefix("ال")} if words.startswith("ال") else french | dotted
    changed = chain.from_iterable((each, each.upper(), plain(each), each.replace("’", "'")) for each in written)
    return {*changed, f" {words}\u200f  "}


def spellings(code: str) -> set[str]:
    return set(chain.from_iterable(as_people_write(bare(each)) for each in institutions()[code].all_spellings))


@CODES
def test_every_spelling_names_its_institution_and_no_other(code: str) -> None:
    named = {words: found.code if (found := institution(words)) else None for words in spellings(code)}

    assert {words: found for words, found in named.items() if found != code} == {}


@CODES
def test_what_a_page_shows_of_an_institution_is_read_back_as_it(code: str) -> None:
    names = institutions()[code]

    assert {coded(words) for words in (name_fr(code), short_fr(code), the_fr(code), name_ar(code), names.ar)} == {code}


def test_what_has_letters_of_its_own_is_called_by_them() -> None:
    named = ("Secrétariat général du gouvernement", "Membres du gouvernement", "ministère de la Santé")

    assert [abbreviation_fr(words) for words in named] == ["SGG", "", ""]


def test_a_body_that_is_not_known_stays_as_it_was_written() -> None:
    words = "l’Observatoire de la musique"

    assert (coded(words), name_fr(words), short_fr(words), the_fr(words)) == (words,) * 4
    assert institution(words) is None
    assert same(words, "Observatoire de la Musique ")
    assert not same(words, "Observatoire de la danse")


def test_lines_are_read_one_by_one() -> None:
    assert coded("Ministre des finances\nM. Untel") == "ministry_of_finance\nM. Untel"


@pytest.mark.parametrize(
    ("words", "on", "found"),
    [
        ("cese", None, "Conseil économique, social et environnemental"),
        ("cese", date(2011, 5, 1), "Conseil économique et social"),
        ("constitutional_court", date(2014, 7, 1), "Conseil constitutionnel"),
        ("constitutional_court", date(2017, 4, 4), "Cour constitutionnelle"),
        ("ministry_of_solidarity_women_family", date(2014, 8, 1),
         "ministère de la Solidarité, de la Femme, de la Famille et du Développement social"),
        ("CESE", date(2011, 5, 1), "CESE"),
    ],
)  # fmt: skip
def test_a_code_has_the_name_of_its_day_and_words_stay(words: str, on: date | None, found: str) -> None:
    assert name_fr(words, on) == found


@pytest.mark.parametrize(
    ("words", "the", "of"),
    [
        (
            "cese",
            "le Conseil économique, social et environnemental",
            "du Conseil économique, social et environnemental",
        ),
        ("SGG", "le Secrétariat général du gouvernement", "du Secrétariat général du gouvernement"),
        ("le SGG", "le SGG", "du SGG"),
        ("cour_des_comptes", "la Cour des comptes", "de la Cour des comptes"),
        ("king", "Sa Majesté le Roi", "de Sa Majesté le Roi"),
        ("les services du cadastre", "les services du cadastre", "des services du cadastre"),
        ("ANRT", "ANRT", "d’ANRT"),
    ],
)
def test_a_name_has_its_article_in_a_sentence(words: str, the: str, of: str) -> None:
    assert (the_fr(words), of_fr(words)) == (the, of)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (ONE + OTHER, "institutions.toml : « C.É.S.E. » nomme à la fois « cese » et « ces »."),
        (ONE + ONE, "institutions.toml : « cese » nomme à la fois « cese » et « cese »."),
        (
            ONE.replace("memory", "rumour"),
            "institutions.toml : institution « cese », clé « certainty » : sa valeur n’est pas de celles qui existent.",
        ),
        ("[[bodies]]", "institutions.toml : la liste [[institutions]] manque."),
        ("institutions = 3", "institutions.toml : la liste [[institutions]] manque."),
        ("institutions = [3]", "institutions.toml : institution : une table est attendue."),
        ("[[institutions]", "institutions.toml : le fichier n’est pas du TOML lisible ("),
    ],
)
def test_a_registry_that_leaves_a_doubt_is_refused(tmp_path: Path, words: str, said: str) -> None:
    file = tmp_path / "institutions.toml"
    file.write_text(words, "utf-8")

    with pytest.raises(BadProcedure) as refused:
        read_institutions(file)

    assert str(refused.value).startswith(said)
