"""Ties between texts: both directions, citations that find their text, awaited texts that are named."""

from datetime import date

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from models import LegalText, Relation, RelationKind, Role
from tests.workflow.builders import Ministry
from workflow.errors import NotAllowed, Refused
from workflow.relations.ties import Wanted, add, designate, incoming, label, relate, remove, ties

IMPLEMENTS, AMENDS, REPEALS = RelationKind.IMPLEMENTS, RelationKind.AMENDS, RelationKind.REPEALS
DUE = date(2027, 3, 31)


def seen(session: Session, text: LegalText) -> list[tuple[str, str]]:
    return [(tie.label, tie.name) for tie in ties(session, text)]


@pytest.mark.parametrize(
    ("kind", "forth", "back"),
    [
        ("implements", "Pris pour l’application de", "Texte d’application"),
        ("amends", "Modifie", "Modifié par"),
        ("repeals", "Abroge", "Abrogé par"),
        ("based_on", "Fondé sur", "Sert de base à"),
        ("ratifies", "Ratifie", "Ratifié par"),
        ("replaces", "Remplace", "Remplacé par"),
    ],
)
def test_a_tie_is_seen_from_both_its_texts(
    session: Session, law: LegalText, decree: LegalText, *, kind: str, forth: str, back: str
) -> None:
    relate(session, decree, Wanted(RelationKind(kind), other=law))

    assert seen(session, decree) == [(forth, "Loi de protection")]
    assert seen(session, law) == [(back, "Décret de protection")]
    assert ([tie.incoming for tie in incoming(session, law)], incoming(session, decree)) == ([True], [])


def test_words_agree_with_the_text_of_the_page(ministry: Ministry, law: LegalText) -> None:
    assert label(law, AMENDS, incoming=True) == "Modifié par"  # a bill
    ministry.move(law, "abandon", reason="…")
    law.state = "en_vigueur"

    assert label(law, AMENDS, incoming=True) == "Modifiée par"  # a law
    assert label(law, IMPLEMENTS, incoming=False) == "Prise pour l’application de"


def test_one_text_is_tied_to_many(session: Session, ministry: Ministry, law: LegalText, decree: LegalText) -> None:
    other = ministry.open("projet_de_loi", title_fr="Autre loi")
    relate(session, decree, Wanted(IMPLEMENTS, other=law, article="10"))
    relate(session, decree, Wanted(IMPLEMENTS, other=law, article="11"))
    relate(session, decree, Wanted(IMPLEMENTS, other=other))
    relate(session, decree, Wanted(REPEALS, "décret n° 2-97-218"))
    relate(session, other, Wanted(AMENDS, other=law))

    assert [name for _label, name in seen(session, decree)] == [
        "Autre loi", "Loi de protection", "Loi de protection", "décret n° 2-97-218",
    ]  # fmt: skip
    assert [words for words, _name in seen(session, law)] == ["Texte d’application"] * 2 + ["Modifié par"]


def test_the_same_tie_is_there_once(session: Session, law: LegalText, decree: LegalText) -> None:
    relate(session, decree, Wanted(AMENDS, other=law))
    relate(session, law, Wanted(IMPLEMENTS, "décret attendu", incoming=True))

    for text, again in (
        (decree, Wanted(AMENDS, other=law)),
        (decree, Wanted(AMENDS, "loi n° 103-13")),
        (law, Wanted(AMENDS, other=decree, incoming=True)),
        (law, Wanted(IMPLEMENTS, "décret attendu", incoming=True)),
    ):
        with pytest.raises(Refused, match="existe déjà"):
            relate(session, text, again)


def test_a_text_is_not_tied_to_itself(session: Session, law: LegalText) -> None:
    with pytest.raises(Refused, match="lui-même"):
        relate(session, law, Wanted(AMENDS, other=law))

    relate(session, law, Wanted(REPEALS, "loi n° 103-13"))  # cites its own number by mistake

    assert seen(session, law) == [("Abroge", "loi n° 103-13")]


def test_a_citation_finds_the_text_that_bears_its_number(session: Session, law: LegalText, decree: LegalText) -> None:
    relation = relate(session, decree, Wanted(IMPLEMENTS, "loi n° 103.13, article 9"))

    assert relation.target_id == law.id


def test_a_citation_finds_a_text_that_gets_its_number_later(
    session: Session, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    relate(session, decree, Wanted(REPEALS, "décret n° 2 - 97 - 218 du 19 décembre 1997"))
    relate(session, law, Wanted(IMPLEMENTS, "décret n° 2-27-14", incoming=True, owed=True))
    old = ministry.open("decret", title_fr="Vieux décret", number="2-97-218")
    new = ministry.open("decret", title_fr="Nouveau décret", number="2-27-14")

    assert seen(session, decree) == [("Abroge", "Vieux décret")]
    assert seen(session, old) == [("Abrogé par", "Décret de protection")]
    assert seen(session, new) == [("Pris pour l’application de", "Loi de protection")]
    assert seen(session, law) == [("Texte d’application", "Nouveau décret")]


def test_an_awaited_text_is_a_citation_until_it_is_named(
    session: Session, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    wanted = Wanted(IMPLEMENTS, "décret prévu par la loi n° 103-13", incoming=True, article="12", owed=True, due_on=DUE)
    relation = relate(session, law, wanted)
    assert (relation.text_id, relation.target_id, relation.due_on) == (None, law.id, DUE)

    relate(session, decree, Wanted(IMPLEMENTS, other=law))
    designate(session, relation, decree, by=ministry.person(Role.DRAFTER))

    rows = session.exec(select(Relation)).all()
    assert [(row.text_id, row.target_id, row.citation, row.article, row.owed, row.due_on) for row in rows] == [
        (decree.id, law.id, "projet de loi n° 103-13", "12", True, DUE)
    ]


def test_the_text_of_an_article_takes_the_place_of_the_awaited_one(
    session: Session, law: LegalText, decree: LegalText
) -> None:
    awaited = relate(session, law, Wanted(IMPLEMENTS, "décret", incoming=True, article="12", owed=True, due_on=DUE))
    relate(session, law, Wanted(IMPLEMENTS, "décret", incoming=True, article="13", owed=True))

    filled = relate(session, decree, Wanted(IMPLEMENTS, other=law, article="12"))

    assert filled.id == awaited.id
    assert seen(session, law) == [("Texte d’application", "décret"), ("Texte d’application", "Décret de protection")]


def test_what_is_already_named_is_not_named_again(
    session: Session, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    relation = relate(session, decree, Wanted(AMENDS, other=law))
    head = ministry.person(Role.HEAD)

    with pytest.raises(Refused, match="lui-même"):
        designate(session, relation, law, by=head)
    with pytest.raises(Refused, match="mène déjà"):
        designate(session, relation, ministry.open(), by=head)


def test_what_somebody_else_has_just_named_or_removed_is_not_named_over_it(
    session: Session, engine: Engine, ministry: Ministry, decree: LegalText
) -> None:
    relation, other, third = relate(session, decree, Wanted(AMENDS, "loi n° 05-81")), ministry.open(), ministry.open()
    head, key = ministry.person(Role.HEAD), relation.id
    session.commit()
    with Session(engine) as second:
        second.get_one(Relation, key).target_id = other.id
        second.commit()

    with pytest.raises(Refused, match="mène déjà"):
        designate(session, relation, third, by=head)

    session.commit()
    with Session(engine) as second:
        second.delete(second.get_one(Relation, key))
        second.commit()
    with pytest.raises(Refused, match="retiré"):
        designate(session, relation, other, by=head)


def test_only_who_writes_texts_ties_and_unties_them(
    session: Session, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    for role in (Role.CABINET, Role.READER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            add(session, decree, Wanted(AMENDS, "code pénal"), by=ministry.person(role))
    relation = add(session, decree, Wanted(AMENDS, "code pénal"), by=ministry.person(Role.DRAFTER))
    for role in (Role.CABINET, Role.READER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            remove(session, relation, by=ministry.person(role))
        with pytest.raises(NotAllowed):
            designate(session, relation, law, by=ministry.person(role))

    remove(session, relation, by=ministry.person(Role.DRAFTER))

    assert ties(session, decree) == []


@pytest.mark.parametrize(
    ("ends", "wrong"),
    [
        ((), Relation(kind="amends", citation="…")),
        (("text_id",), Relation(kind="likes", citation="…")),
        (("text_id", "target_id"), Relation(kind="amends", citation="…")),
        (("text_id",), Relation(kind="amends", citation="…", owed=True)),
        (("text_id",), Relation(kind="implements", citation="…", due_on=DUE)),
    ],
)
def test_the_database_itself_refuses_a_tie_that_makes_no_sense(
    session: Session, law: LegalText, ends: tuple[str, ...], wrong: Relation
) -> None:
    row = Relation(**wrong.model_dump(exclude={"id"}) | dict.fromkeys(ends, law.id))
    session.add(row)

    with pytest.raises(IntegrityError):
        session.flush()
