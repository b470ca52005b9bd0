"""Whether a new title and number are those of a text of the base."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from models import LegalText
from tests.workflow.builders import AT, Ministry
from workflow.reports import same_text
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


def test_a_table_costs_a_few_queries_for_fifty_texts(session: Session, ministry: Ministry, engine: Engine) -> None:
    known = [ministry.open(title_fr=f"Projet de loi relatif aux jardins {word}") for word in ("nord", "sud", "est")]
    sought = [Sought(each.procedure, (each.title_fr,), f"{place + 1}-22") for place, each in enumerate(known * 30)]
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    found = find_same(session, sought)
    event.remove(engine, "before_cursor_execute", note)

    assert [[each.text for each in row if each.is_certain] for row in found] == [[each] for each in known * 30]
    assert len([words for words in asked if words.startswith("SELECT")]) == 2 * len(
        ("numbers", "words", "known", "near")
    )


@pytest.fixture
def alike(ministry: Ministry, monkeypatch: pytest.MonkeyPatch) -> list[LegalText]:
    """Eight titles alike, opened one after the other, of which the newest three are compared for one text."""
    monkeypatch.setattr(same_text, "_MOST", 3)
    provinces = ("Agadir", "Berkane", "Chichaoua", "Dakhla", "Essaouira", "Figuig", "Guelmim", "Larache")
    return [
        ministry.open(
            "decret",
            title_fr=f"Projet de décret portant délimitation des parcelles de la province {province}",
            created_at=AT + timedelta(hours=place),
        )
        for place, province in enumerate(provinces)
    ]


def test_a_title_is_found_however_many_are_alike(session: Session, alike: list[LegalText]) -> None:
    found = find_same(session, [Sought("decret", (each.title_fr.upper(),)) for each in alike])

    assert [(each[0].text, each[0].reason) for each in found] == [(each, Reason.TITLE) for each in alike]


def test_a_near_title_is_looked_for_by_what_few_others_have(session: Session, alike: list[LegalText]) -> None:
    wanted = [Sought("decret", (each.title_fr.replace("parcelles de la", "parcelles en"),)) for each in alike]

    assert [found[0].text for found in find_same(session, wanted)] == alike


def test_among_titles_of_frequent_words_the_newest_are_near(session: Session, alike: list[LegalText]) -> None:
    wanted = [Sought("decret", ("Décret portant délimitation des parcelles",)), Sought("decret", ("Décret",))]

    found = find_same(session, wanted)

    assert [[each.text for each in row] for row in found] == [alike[:-4:-1], []]
