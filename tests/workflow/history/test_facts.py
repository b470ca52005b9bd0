"""What a move asks, read from what people type."""

from typing import Any

import pytest

from models import PartialDate
from tests.workflow.builders import File, moved, undated
from workflow.history.facts import BadFact, asked, complaints, read, read_partial_date
from workflow.procedure.vocabulary import Choice, Fact
from workflow.rulebook.files import procedures

CHOICES = (Choice(value="yes", fr="oui", ar="نعم"), Choice(value="no", fr="non", ar="لا"))
FACTS = {
    kind: Fact(type=kind, label_fr="Question", label_ar="سؤال", choices=CHOICES)
    for kind in ("line", "text", "title", "choice", "checklist", "votes", "day", "months")
}
NOTHING = {"for": None, "against": None, "abstentions": None}


@pytest.mark.parametrize(
    ("kind", "answer", "value"),
    [
        ("line", "  lettre n° 412 ", "lettre n° 412"),
        ("line", "a\x00b", "ab"),
        ("line", "   ", None),
        ("line", "x" * 300, "x" * 300),
        ("text", "première ligne\nseconde", "première ligne\nseconde"),
        ("choice", "yes", "yes"),
        ("checklist", ["yes", "no"], ["yes", "no"]),
        ("checklist", "no", ["no"]),
        ("day", "2018-03-12", "2018-03-12"),
        ("months", " 6 ", 6),
        ("months", 240, 240),
        ("months", "  ", None),
        ("votes", {"for": "70", "against": "22", "abstentions": ""}, NOTHING | {"for": 70, "against": 22}),
        ("votes", {"for": "0", "against": "999"}, NOTHING | {"for": 0, "against": 999}),
        ("votes", {"unanimous": "1"}, NOTHING | {"unanimous": True}),
        ("votes", {"majority": True}, NOTHING | {"majority": True}),
        ("votes", {"for": "", "against": " ", "abstentions": None, "unanimous": ""}, None),
    ],
)
def test_an_answer_becomes_a_value(kind: str, answer: object, value: object) -> None:
    assert read(FACTS[kind], answer) == value


@pytest.mark.parametrize("kind", FACTS)
@pytest.mark.parametrize("answer", [None, "", []])
def test_no_answer_is_nothing(kind: str, answer: object) -> None:
    assert read(FACTS[kind], answer) is None


A_NUMBER = "Un nombre entier de 0 à 999 est attendu."
MONTHS = "Un nombre entier de 1 à 240 est attendu."
A_DAY = "Une date complète est attendue : jour, mois, année."
A_CHOICE = "Choisissez une des réponses proposées."


@pytest.mark.parametrize(
    ("kind", "answer", "words"),
    [
        ("line", "x" * 301, "300 caractères au plus ; il y en a 301."),
        ("text", "x" * 4001, "4000 caractères au plus ; il y en a 4001."),
        ("title", "x" * 1001, "1000 caractères au plus ; il y en a 1001."),
        ("choice", "perhaps", A_CHOICE),
        ("checklist", ["yes", "perhaps"], A_CHOICE),
        ("day", "2018-02-30", A_DAY),
        ("day", "2018-02", A_DAY),
        ("months", "0", MONTHS),
        ("months", "241", MONTHS),
        ("months", "six", MONTHS),
        ("months", "-1", MONTHS),
        ("months", "٦", MONTHS),
        ("votes", {"for": "1000"}, A_NUMBER),
        ("votes", {"for": "70", "against": "2²"}, A_NUMBER),
        ("votes", {"abstentions": "1.5"}, A_NUMBER),
    ],
)
def test_what_is_no_answer_is_refused_in_words(kind: str, answer: object, words: str) -> None:
    with pytest.raises(BadFact) as refused:
        read(FACTS[kind], answer)

    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("day", "month", "year", "value"),
    [
        ("12", "3", "2018", PartialDate(2018, 3, 12)),
        (" 1 ", "03", "2018", PartialDate(2018, 3, 1)),
        ("", "3", "2018", PartialDate(2018, 3)),
        ("", "", "2018", PartialDate(2018)),
        ("", " ", "", None),
    ],
)
def test_a_date_is_read_from_its_three_parts(day: str, month: str, *, year: str, value: PartialDate | None) -> None:
    assert read_partial_date(day, month, year) == value


ORDER = "Donnez l’année, puis le mois, puis le jour : le jour seul ne suffit pas."
NO_SUCH_DAY = "Cette date n’existe pas dans le calendrier."


@pytest.mark.parametrize(
    ("day", "month", "year", "words"),
    [
        ("12", "", "2018", ORDER),
        ("12", "3", "", ORDER),
        ("", "3", "", ORDER),
        ("30", "2", "2018", NO_SUCH_DAY),
        ("29", "2", "2018", NO_SUCH_DAY),
        ("1", "13", "2018", NO_SUCH_DAY),
        ("1", "mars", "2018", NO_SUCH_DAY),
        ("1", "-3", "2018", NO_SUCH_DAY),
    ],
)
def test_a_date_that_no_calendar_has_is_refused_in_words(day: str, month: str, *, year: str, words: str) -> None:
    with pytest.raises(BadFact) as refused:
        read_partial_date(day, month, year)

    assert str(refused.value) == words


def test_a_move_asks_what_it_requires_then_the_rest_then_proof_and_note() -> None:
    procedure = procedures()["projet_de_loi"]

    assert list(asked(procedure, procedure.moves["deposit"])) == ["chamber", "number", "reference", "note"]
    assert list(asked(procedure, procedure.moves["note"])) == ["reference", "note"]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"chamber": "representants", "number": "103-13", "reference": "lettre", "note": "Vu."}, []),
        ({}, ["« Chambre saisie » est à renseigner."]),
        ({"chamber": ""}, ["« Chambre saisie » est à renseigner."]),
        ({"votes": {"for": 1}}, ["« Chambre saisie » est à renseigner.", "« votes » n’est pas demandé ici."]),
    ],
)
def test_what_is_missing_or_foreign_is_said(facts: dict[str, Any], said: list[str]) -> None:
    procedure = procedures()["projet_de_loi"]

    assert complaints(procedure, procedure.moves["deposit"], facts) == said


def test_a_note_requires_its_note() -> None:
    file = File.opened("arrete", *undated("assign_drafter"), moved("note", note="Vu."))

    assert file.refusals("note") == ["« Note » est à renseigner."]
