"""Whether a new title and number are those of a text of the base."""

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from tests.workflow.builders import Ministry
from workflow.reports.same_text import Reason, Sought, find_same

CARE = "Projet de loi relatif aux maisons de retraite"


def reasons(session: Session, kind: str, title: str, number: str = "") -> list[Reason]:
    return [found.reason for found in find_same(session, [Sought(kind, (title,), number)])[0]]


@pytest.mark.parametrize(
    ("kind", "title", "number", "found"),
    [
        ("projet_de_loi", "Loi relative à tout autre chose", "43-22", [Reason.NUMBER]),
        ("projet_de_loi", "Loi relative à tout autre chose", "n° 43.22", [Reason.NUMBER]),
        ("projet_de_loi", "Loi relative à tout autre chose", "٤٣.٢٢", [Reason.NUMBER]),
        ("loi_organique", "Loi organique relative à tout autre chose", "43-22", [Reason.NUMBER]),
        ("proposition_de_loi", "Proposition de loi", "43-22", [Reason.NUMBER]),
        ("projet_de_loi", "Loi relative à tout autre chose", "043-22", [Reason.SPELLING]),
        ("projet_de_loi", "Loi n° 43-22 relative à tout autre chose", "", [Reason.SPELLING]),
        ("projet_de_loi", "PROJET DE LOI  relatif aux maisons de retraite", "", [Reason.TITLE]),
        ("projet_de_loi", "Loi relative aux maisons de retraite", "", [Reason.NEAR]),
        # another number, another family, another text
        ("projet_de_loi", CARE, "44-22", []),
        ("arrete", "Arrêté relatif à tout autre chose", "43-22", []),
        ("decret", "Décret relatif aux maisons de retraite", "", []),
        ("projet_de_loi", "Loi modifiant la loi n° 43-22 relative aux maisons de retraite", "", []),
        ("projet_de_loi", "Projet de loi relatif aux jardins", "", []),
        ("projet_de_loi", "?", "", []),
        ("edict", CARE, "43-22", []),
    ],
)
def test_a_text_is_known_by_its_number_then_by_its_title(
    session: Session, ministry: Ministry, *, kind: str, title: str, number: str, found: list[Reason]
) -> None:
    ministry.open(title_fr=CARE, number="43-22")

    assert reasons(session, kind, title, number) == found


@pytest.mark.parametrize(
    ("kind", "known", "number", "found"),
    [
        ("decret_loi", "2-20-292", "2.20.292", [Reason.NUMBER]),
        ("decret_de_nomination", "2-20-292", "2.20.0292", [Reason.SPELLING]),
        ("arrete_conjoint", "14-2582", "2582.14", [Reason.SPELLING]),
        ("arrete_du_chef_du_gouvernement", "3-28-18", "3.28.18", [Reason.NUMBER]),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_kinds_that_share_a_sequence_of_numbers_are_one_family(
    session: Session, ministry: Ministry, *, kind: str, known: str, number: str, found: list[Reason]
) -> None:
    ministry.open("arrete" if "arrete" in kind else "decret", title_fr="Texte ancien", number=known)

    assert reasons(session, kind, "Texte nouveau", number) == found


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_number_read_in_the_title_of_a_text_makes_nothing_certain(session: Session, ministry: Ministry) -> None:
    ministry.open(title_fr="Loi n° 43.22 relative aux maisons de retraite")

    assert reasons(session, "projet_de_loi", "Loi relative à tout autre chose", "43-22") == [Reason.SPELLING]
    assert reasons(session, "projet_de_loi", "Loi n° 44.22 relative aux maisons de retraite", "44-22") == []


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_most_certain_comes_first_and_the_text_itself_is_left_out(session: Session, ministry: Ministry) -> None:
    near = ministry.open(title_fr="Loi relative aux maisons de retraite")
    known = ministry.open(title_fr="Autre intitulé", number="43-22")
    sought = Sought("projet_de_loi", (CARE,), "43-22")

    assert [found.text.id for found in find_same(session, [sought])[0]] == [known.id, near.id]
    assert [found.text.id for found in find_same(session, [sought], but=known.id)[0]] == [near.id]


def test_a_table_costs_two_queries_for_fifty_texts(session: Session, ministry: Ministry, engine: Engine) -> None:
    known = [ministry.open(title_fr=f"Projet de loi relatif aux jardins {word}") for word in ("nord", "sud", "est")]
    sought = [Sought(each.procedure, (each.title_fr,), f"{place + 1}-22") for place, each in enumerate(known * 30)]
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    found = find_same(session, sought)
    event.remove(engine, "before_cursor_execute", note)

    assert [[each.text for each in row if each.is_certain] for row in found] == [[each] for each in known * 30]
    assert len([words for words in asked if words.startswith("SELECT")]) == 4
