"""Two files of one text are reunited and separated again: nothing is lost, nothing is counted twice."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from models import LegalText, Relation, RelationKind, Role, Step, TextCount
from tests.workflow.builders import CALENDAR, TO_FINAL, TODAY, Ministry, moved
from workflow.errors import NotAllowed, Refused, Stale
from workflow.history.steps import steps_of
from workflow.people.permissions import HOLDERS, Right
from workflow.register.merging import Union, merge, reunited, separate
from workflow.relations.ties import Wanted, add, ties
from workflow.reports.consistency import faults
from workflow.reports.production import production_table
from workflow.reports.same_text import Reason, Sought, find_same
from workflow.rulebook.files import procedures

CARE, LAW = "Projet de loi relatif aux maisons de retraite", "Loi relative aux résidences d’aînés"
WHY = "Ouvert deux fois."


@pytest.fixture
def pair(ministry: Ministry) -> tuple[LegalText, LegalText]:
    """Give the file of an adopted bill, whose promulgation is due, and another one of the same text."""
    responsible = ministry.person(Role.DRAFTER).id
    way = [*TO_FINAL, moved("send_to_government", "2026-11-20")]
    closing = ministry.open("projet_de_loi", *way, title_fr=CARE, responsible_id=responsible, number="43-22")
    staying = ministry.open("loi_cadre", title_fr=LAW)
    ministry.session.commit()
    return closing, staying


def union(closing: LegalText, staying: LegalText, reason: str = WHY) -> Union:
    return Union(closing, staying, (closing.last_step, staying.last_step), reason)


def reunite(
    ministry: Ministry, files: tuple[LegalText, LegalText], *, role: str = Role.HEAD, reason: str = WHY
) -> None:
    at = ministry.at
    merge(ministry.session, union(*files, reason), by=ministry.person(role), at=at, calendar=CALENDAR)
    ministry.session.commit()


def part(ministry: Ministry, files: tuple[LegalText, LegalText], *, reason: str = "Deux textes.") -> None:
    at = ministry.at
    separate(ministry.session, union(*files, reason), by=ministry.person(Role.HEAD), at=at, calendar=CALENDAR)
    ministry.session.commit()


def counted(session: Session, column: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in session.exec(select(TextCount).where(TextCount.column == column)):
        found[row.value] = found.get(row.value, 0) + row.texts
    return {value: texts for value, texts in found.items() if value and texts}


def in_table(session: Session, days: int = 0) -> list[str]:
    table = production_table(session, on=TODAY + timedelta(days), calendar=CALENDAR)
    return sorted(row.title for group in table.groups for row in group.rows)


def as_kept(session: Session, text: LegalText) -> dict[str, object]:
    session.refresh(text)
    return {name: value for name, value in text.model_dump().items() if name not in {"version", "last_step"}}


def test_a_reunited_file_is_counted_nowhere_and_loses_no_step(
    session: Session, ministry: Ministry, engine: Engine, pair: tuple[LegalText, LegalText]
) -> None:
    closing, staying = pair
    before = [step.id for step in steps_of(session, closing.id)]
    assert counted(session, "responsible_id")
    assert ministry.dues(closing)

    reunite(ministry, pair)

    assert (closing.merged_into_id, closing.section, closing.responsible_id) == (staying.id, "", None)
    assert reunited(session, closing, ministry.standing(closing).situation) == (staying, [])
    assert reunited(session, staying, ministry.standing(staying).situation) == (None, [closing])
    assert counted(session, "section") == {"projets_de_loi": 1}
    assert counted(session, "responsible_id") == counted(session, "next_due_on") == {}
    assert ministry.dues(closing) == {}
    assert [step.id for step in steps_of(session, closing.id)][:-1] == before
    assert ministry.told(closing) == f"Ce dossier est réuni avec un autre du même texte, qui continue : « {LAW} »."
    said = f"Un autre dossier du même texte est réuni à celui-ci : « {CARE} (n° 43-22) »."
    assert ministry.told(staying) == said
    assert in_table(session) == [LAW]
    assert in_table(session, -1) == [CARE]
    session.commit()
    assert list(faults(procedures(), engine, CALENDAR)) == []


def test_separated_files_are_as_they_were(
    session: Session, ministry: Ministry, engine: Engine, pair: tuple[LegalText, LegalText]
) -> None:
    closing, staying = pair
    before = [as_kept(session, text) for text in pair]
    dues = ministry.dues(closing)
    reunite(ministry, pair)

    part(ministry, pair)

    now = [as_kept(session, text) for text in pair]
    for row in (*before, *now):
        row.pop("search_text")
        row.pop("seal")  # that of its last step, which tells the separation
    assert now == before
    assert ministry.dues(closing) == dues != {}
    assert in_table(session) == sorted([CARE, LAW])
    assert ministry.told(staying).startswith("Ce dossier est séparé d’un autre")
    assert [
        step.move for step in session.exec(select(Step).where(Step.text_id == staying.id).order_by(col(Step.number)))
    ][-2:] == ["edit", "edit"]
    session.commit()
    assert list(faults(procedures(), engine, CALENDAR)) == []


def test_ties_are_carried_without_doubles_and_given_back(
    session: Session, ministry: Ministry, pair: tuple[LegalText, LegalText]
) -> None:
    closing, staying = pair
    head, decree = ministry.person(Role.HEAD), ministry.open("decret", title_fr="Décret sur les aînés")
    order = ministry.open("arrete", title_fr="Arrêté sur les aînés")
    for text, wanted in (
        (decree, Wanted(RelationKind.IMPLEMENTS, other=closing, article="3")),
        (closing, Wanted(RelationKind.AMENDS, citation="loi n° 14-05")),
        (staying, Wanted(RelationKind.AMENDS, citation="loi n° 14-05")),
        (closing, Wanted(RelationKind.IMPLEMENTS, incoming=True, citation="décret à venir", owed=True)),
        (staying, Wanted(RelationKind.REPLACES, other=closing)),
        (order, Wanted(RelationKind.BASED_ON, other=closing)),
        (order, Wanted(RelationKind.BASED_ON, other=staying)),
    ):
        add(session, text, wanted, by=head)
    session.commit()
    rows = {row.id: (row.text_id, row.target_id) for row in session.exec(select(Relation))}

    reunite(ministry, pair)

    assert sorted(tie.name for tie in ties(session, staying)) == sorted([
        "décret à venir", "loi n° 14-05", decree.title_fr, order.title_fr,
    ])  # fmt: skip
    assert [tie.other for tie in ties(session, order)] == [staying]
    assert [tie.other for tie in ties(session, decree)] == [staying]
    part(ministry, pair)
    session.expire_all()
    assert {row.id: (row.text_id, row.target_id) for row in session.exec(select(Relation))} == rows


def test_files_reunited_in_a_chain_are_separated_the_last_first_and_keep_their_ties(
    session: Session, ministry: Ministry, pair: tuple[LegalText, LegalText]
) -> None:
    first, second = pair
    third = ministry.open(title_fr="Projet de loi sur les aînés")
    for text, citation in ((first, "loi n° 14-05"), (second, "loi n° 65-15"), (third, "loi n° 27-14")):
        add(session, text, Wanted(RelationKind.AMENDS, citation=citation), by=ministry.person(Role.HEAD))
    session.commit()
    reunite(ministry, (first, second))
    reunite(ministry, (second, third))

    with pytest.raises(Refused) as refused:
        part(ministry, (first, second))
    said = (
        f"Le dossier « {LAW} » est lui-même réuni avec « Projet de loi sur les aînés » : séparez d’abord ces deux-là."
    )
    assert refused.value.reasons == [said]
    session.rollback()
    part(ministry, (second, third))
    assert [[tie.name for tie in ties(session, text)] for text in (second, third)] == [
        ["loi n° 14-05", "loi n° 65-15"],
        ["loi n° 27-14"],
    ]
    part(ministry, (first, second))

    found = [[tie.name for tie in ties(session, text)] for text in (first, second, third)]
    assert found == [["loi n° 14-05"], ["loi n° 65-15"], ["loi n° 27-14"]]


def test_what_happens_next_is_recorded_in_the_file_that_stays(
    session: Session, ministry: Ministry, pair: tuple[LegalText, LegalText]
) -> None:
    closing, staying = pair
    reunite(ministry, pair)
    other = "Ce dossier est réuni avec un autre"

    with pytest.raises(Refused, match=other):
        ministry.move(closing, "note", note="Suite.")
    with pytest.raises(Refused, match=other):
        ministry.correct(closing, 2)
    with pytest.raises(Refused, match=other):
        add(session, closing, Wanted(RelationKind.AMENDS, citation="loi n° 1-22"), by=ministry.person(Role.HEAD))
    with pytest.raises(Refused, match="se séparent par"):
        ministry.correct(staying, staying.last_step)
    ministry.move(staying, "note", note="Suite.")


def test_a_text_known_by_a_reunited_file_is_found_in_the_one_that_stays(
    session: Session, ministry: Ministry, pair: tuple[LegalText, LegalText]
) -> None:
    _closing, staying = pair
    reunite(ministry, pair)
    third = ministry.open(title_fr="Projet de loi sur les aînés")
    reunite(ministry, (staying, third))

    for title, number in ((CARE, ""), ("Autre intitulé", "43-22"), (LAW, "")):
        (found,) = find_same(session, [Sought("projet_de_loi", (title,), number)])[0]
        assert (found.text, found.reason) == (third, Reason.NUMBER if number else Reason.TITLE)


def test_files_that_cannot_be_reunited_say_why(ministry: Ministry, pair: tuple[LegalText, LegalText]) -> None:
    closing, staying = pair
    decree = ministry.open("decret", title_fr="Décret sur les aînés")

    different = "Deux natures différentes (projet de loi et décret réglementaire)"

    with pytest.raises(Refused) as refused:
        reunite(ministry, (closing, decree), reason=" ")
    assert refused.value.reasons == [
        f"{different} : changez d’abord la nature de celui qui est mal classé.",
        "Dites pourquoi les dossiers sont réunis.",
    ]
    with pytest.raises(Refused, match="un autre dossier que celui-ci"):
        reunite(ministry, (closing, closing))
    with pytest.raises(Refused, match="ne sont pas réunis"):
        part(ministry, pair)
    reunite(ministry, pair)
    with pytest.raises(Refused, match="déjà réuni"):
        reunite(ministry, (closing, staying))


def test_a_file_that_moved_meanwhile_is_not_reunited(ministry: Ministry, pair: tuple[LegalText, LegalText]) -> None:
    seen = union(*pair)
    ministry.move(pair[1], "note", note="Entre-temps.")
    ministry.session.commit()

    with pytest.raises(Stale):
        merge(ministry.session, seen, by=ministry.person(Role.HEAD), at=ministry.at, calendar=CALENDAR)
    ministry.session.rollback()
    assert ministry.session.exec(select(LegalText.id).where(col(LegalText.merged_into_id).is_not(None))).all() == []


@pytest.mark.parametrize("role", sorted(set(Role) - HOLDERS[Right.MERGE_TEXTS]))
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_only_those_who_answer_for_a_division_reunite_files(
    ministry: Ministry, pair: tuple[LegalText, LegalText], role: Role
) -> None:
    with pytest.raises(NotAllowed):
        reunite(ministry, pair, role=role)
