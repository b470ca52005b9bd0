"""The words in which a text's place and steps are said."""

from typing import Any

import pytest

from tests.workflow.builders import TO_COUNCIL, TO_PUBLISHED, File, moved, undated, when
from workflow.procedure.vocabulary import Noun
from workflow.rulebook.files import procedures
from workflow.sentences.places import reading_fr
from workflow.sentences.sentence import date_fr, fact_fr, holder, this
from workflow.sentences.votes import votes_fr

BILL = procedures()["projet_de_loi"]


@pytest.mark.parametrize(
    ("on", "form", "words"),
    [
        ("2018-08-01", "on", "le 1er août 2018"),
        ("2018-08-01", "since", "depuis le 1er août 2018"),
        ("2018-08-01", "of", "du 1er août 2018"),
        ("2018-08-01", "met", "réuni le 1er août 2018"),
        ("2018-08", "met", "en août 2018"),
        ("2018-08-01", "until", "jusqu’au 1er août 2018"),
        ("2018-08", "until", "jusqu’en août 2018"),
        ("2018", "until", "jusqu’en 2018"),
        ("2018-08-01", "bare", "1er août 2018"),
        ("2018-08", "bare", "août 2018"),
        ("2018-07", "on", "en juillet 2018"),
        ("2018-07", "since", "depuis juillet 2018"),
        ("2018-07", "of", "de juillet 2018"),
        ("2018-08", "of", "d’août 2018"),
        ("2018-10", "of", "d’octobre 2018"),
        ("2018", "on", "en 2018"),
        ("2018", "since", "depuis 2018"),
        ("2018", "of", "de 2018"),
        (None, "since", ""),
    ],
)
def test_a_date_is_said_as_its_place_asks(on: str | None, form: str, words: str) -> None:
    assert date_fr(when(on), form) == words


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ({"for": 70, "against": 22}, "par 70 voix contre 22"),
        ({"for": 70, "against": 22, "abstentions": 0}, "par 70 voix contre 22"),
        ({"for": 51, "against": 14, "abstentions": 1}, "par 51 voix contre 14, avec 1 abstention"),
        ({"for": 57, "against": 0, "abstentions": 15}, "par 57 voix, sans voix contre, avec 15 abstentions"),
        ({"for": 57, "against": None, "abstentions": 15}, "par 57 voix, avec 15 abstentions"),
        ({"for": 57}, "par 57 voix"),
        ({"for": 57, "against": 0}, "à l’unanimité (57 voix)"),
        ({"for": 57, "unanimous": True}, "à l’unanimité (57 voix)"),
        ({"unanimous": True}, "à l’unanimité"),
        ({"majority": True}, "à la majorité"),
        (
            {"majority": True, "for": 70, "against": 22, "abstentions": 3},
            "à la majorité, par 70 voix contre 22, avec 3 abstentions",
        ),
        ({"for": 0, "against": 5}, "par 0 voix contre 5"),
        ({"against": 5}, "avec 5 voix contre"),
        ({"abstentions": 4}, "avec 4 abstentions"),
        ({"majority": True, "against": 5, "abstentions": 4}, "à la majorité, avec 5 voix contre et 4 abstentions"),
        ({"for": 57, "abstentions": 3, "unanimous": True}, "à l’unanimité (57 voix), avec 3 abstentions"),
        ({"abstentions": 1, "unanimous": True}, "à l’unanimité, avec 1 abstention"),
        # Told by an old file: the numbers are said, not the word that they contradict.
        ({"for": 57, "against": 3, "unanimous": True}, "par 57 voix contre 3"),
        ({"against": 3, "unanimous": True}, "avec 3 voix contre"),
        ({}, ""),
        (None, ""),
    ],
)
def test_a_vote_is_said_as_far_as_it_is_known(votes: dict[str, Any] | None, words: str) -> None:
    assert votes_fr(votes) == words


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ({"for": 22, "against": 60, "abstentions": 1}, "par 60 voix contre 22, avec 1 abstention"),
        ({"for": 0, "against": 60}, "à l’unanimité (60 voix)"),
        ({"for": 0, "against": 60, "abstentions": 2}, "par 60 voix, sans voix pour, avec 2 abstentions"),
        ({"for": 22}, "avec 22 voix pour"),
        ({"for": 22, "against": 60, "unanimous": True}, "par 60 voix contre 22"),
    ],
)
def test_a_rejection_counts_first_those_who_carried_it(votes: dict[str, Any], words: str) -> None:
    assert votes_fr(votes, rejected=True) == words


@pytest.mark.parametrize(
    ("noun", "gender", "words"),
    [
        ("projet de loi", "m", "ce projet de loi"),
        ("arrêté", "m", "cet arrêté"),
        ("loi", "f", "cette loi"),
        ("ordonnance", "f", "cette ordonnance"),
        ("décret-loi", "m", "ce décret-loi"),
    ],
)
def test_a_text_is_pointed_at_by_its_kind(noun: str, gender: Any, words: str) -> None:  # noqa: ANN401 - a literal
    assert this(Noun(fr=noun, ar="نص", gender=gender)) == words


def test_readings_are_counted_in_words() -> None:
    assert [reading_fr(rank) for rank in (0, 1, 2, 3, 6, 7)] == ["", "", "deuxième", "troisième", "sixième", "7e"]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("chamber", "conseillers", "la Chambre des conseillers"),
        ("votes", {"for": 2, "against": 1}, "par 2 voix contre 1"),
        ("council_on", "2016-03-17", "le 17 mars 2016"),
        ("in_force_after", 6, "6"),
        ("referrer", "king", "le Roi"),
        ("pieces", ["arabic", "finance"], "texte complet en langue arabe, visa des Finances"),
        ("decision", "40/17", "40/17"),
        ("note", "Vu.", "Vu."),
        ("decision", None, ""),
        ("pieces", [], ""),
    ],
)
def test_a_fact_is_said_by_its_type(name: str, value: object, words: str) -> None:
    assert fact_fr(BILL, name, value) == words


def test_the_one_who_has_the_ball_is_named_with_the_chamber() -> None:
    assert holder(BILL, "initie", None) == "Division de la législation"
    assert holder(BILL, "commission", "conseillers") == "Commission permanente de la Chambre des conseillers"
    assert holder(BILL, "en_vigueur", None) == "Personne : parcours achevé"


def test_what_is_added_to_the_sentence_of_a_state_takes_the_place_of_what_is_expected_only() -> None:
    way = [*TO_COUNCIL, moved("refer_to_ad_hoc_commission", chair="M. Untel ; M. Autre"), moved("record_stall")]
    published = File.opened("projet_de_loi", *TO_PUBLISHED, *undated("record_stall"))

    assert File.opened("projet_de_loi", *way).sentence == (
        "Examiné par le Conseil de gouvernement, ce projet de loi a été renvoyé à une commission ministérielle ad hoc "
        "présidée par M. Untel ; M. Autre ; son examen n’a pas avancé."
    )
    assert published.sentence == (
        "Cette loi a été publiée au Bulletin officiel n° 6655 du 12 mars 2018 ; son examen n’a pas avancé."
    )
