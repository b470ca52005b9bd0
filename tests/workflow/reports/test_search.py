"""Words that mean alike are written alike."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.workflow.builders import TO_SGG, File, undated
from workflow.history.fold import Situation
from workflow.history.particulars import normal_number, search_text_of
from workflow.language.folding import norm
from workflow.rulebook.files import procedures

WORDS = procedures()["arrete"].vocabulary


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Œuvre", "oeuvre"),
        ("mise en œuvre", "MISE EN ŒUVRE"),
        ("décret relatif à l’État", "Decret relatif a l'Etat"),
        ("curriculum vitæ", "CURRICULUM VITAE"),
        ("e\u0301galite\u0301", "égalité"),  # accents as marks of their own
        ("protection   sociale", "protection\u00a0sociale"),
        # Arabic: the seats of hamza, ta marbuta, alif maqsura, the article, vowels, the stretch
        ("الأسرة", "الاسره"),
        ("أسرة", "الأسرة"),
        ("إحداث", "احداث"),
        ("الآراء", "اراء"),
        ("على", "علي"),
        ("مؤسسة", "موسسه"),
        ("هيئة", "هييه"),
        ("العُنْف", "العنف"),
        ("قـــانون", "قانون"),
        ("١٠٣.١٣", "103.13"),
        ("۱۰۳-۱۳", "103-13"),
        # Numbers with dots, hyphens or a slash
        ("103.13", "103-13"),
        ("2.14.278", "2-14-278"),
        ("loi n° 103/13", "LOI N° 103-13"),
        ("\u200f103.13\u200f", "103-13"),
        ("№ 103-13", "no 103-13"),
    ],
)
def test_what_is_meant_alike_is_found_alike(one: str, other: str) -> None:
    assert norm(one) == norm(other)


@pytest.mark.parametrize(
    ("words", "searched"),
    [
        ("Projet de loi n° 103-13 relatif à la lutte contre les violences", "103 13"),
        ("L’Autorité pour la parité", "autorite"),
        ("مشروع القانون رقم 103.13 المتعلق بمحاربة العنف ضد النساء", "قانون رقم 103-13"),
        ("décret n° 2.14.278", "2-14-278"),
        ("Prix « Tamayuz » de la femme marocaine", "tamayuz femme"),
    ],
)
def test_a_title_holds_its_words(words: str, searched: str) -> None:
    assert set(norm(searched).split()) <= set(norm(words).split())


@pytest.mark.parametrize(("one", "other"), [("103-13", "10-313"), ("loi", "lois"), ("قانون", "قوانين"), ("ال", "")])
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert norm(one) != norm(other)


@given(st.text(max_size=40))
@example("²")
@example("ℋ")
@example("①")
@example("፩")
def test_any_words_can_be_searched(words: str) -> None:
    folded = norm(words)

    assert folded == folded.strip()
    assert "  " not in folded
    assert folded == folded.lower()


def test_a_text_is_found_by_its_titles_and_its_number() -> None:
    folded = search_text_of("Œuvres sociales", "الأعمال", "2-14-278", Situation("initie"))

    assert folded == "oeuvres sociales اعمال 2 14 278"


def test_a_text_is_found_by_the_issues_that_published_it() -> None:
    file = File.opened("arrete", *TO_SGG, *undated("send_to_signature", "sign", "send_to_printer"))
    file.move("publish", "2018-03-12", bo_number="6655").move("publish_translation", "2018-04-05", bo_number="6662 bis")

    folded = search_text_of("Arrêté", "", None, file.situation)

    assert folded == "arrete bo 6655 bo 6662 bis"


@pytest.mark.parametrize(
    ("written", "kept"),
    [("103.13", "103-13"), ("2.14.278", "2-14-278"), ("sans numéro", "sans numéro"), ("x" * 30, "x" * 30)],
)
def test_a_number_is_kept_with_hyphens_or_as_it_was_written(written: str, kept: str) -> None:
    assert normal_number(written) == kept
