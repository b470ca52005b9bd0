"""Rows of a register as they are typed or pasted: read, refused with their place, and written whole or not at all."""

from datetime import datetime
from typing import Any

import pytest
from sqlmodel import Session, func, select

from models import LegalText, RegisterEntry, RegisterItem, Role, Step
from tests.workflow.builders import TO_SGG, Ministry, undated
from tests.workflow.registers.desk import changed, items, last_facts, new, tell, withdrawn
from workflow.errors import NotAllowed, Refused, Stale
from workflow.history.facts import BadFact
from workflow.history.steps import steps_of
from workflow.procedure.registers import registers
from workflow.registers.cells import read_cell
from workflow.registers.changes import Change, read_rows
from workflow.registers.reading import read_trail
from workflow.rulebook.files import procedures

VOCABULARY = procedures()["decret"].vocabulary
POSSIBLE = "retenue ; retenue partiellement ; non retenue ; à arbitrer"
AWAITED = "Ligne 2 : Aucun texte ne tient le silence pour une réponse : attendez l’avis demandé (CNDH)."


@pytest.fixture
def text(ministry: Ministry) -> LegalText:
    return ministry.open("decret", *undated("assign_drafter"))


@pytest.mark.parametrize(
    ("register", "column", "words", "value"),
    [
        ("observations", "position", "kept", "kept"),
        ("observations", "position", " Retenue  partiellement ", "partly"),
        ("observations", "position", "غير مأخوذ بها", "rejected"),
        ("observations", "body", "Secrétariat général du gouvernement", "sgg"),
        ("observations", "received_on", "05/03/2026", "2026-03-05"),
        ("observations", "received_on", "3/2026", "2026-03"),
        ("observations", "received_on", datetime(2026, 3, 5), "2026-03-05"),  # noqa: DTZ001 - as a workbook has it
        ("consultations", "answer_by", "5.3.2026", "2026-03-05"),
        ("consultations", "answer_by", "05 / 03 / 2026", "2026-03-05"),
        ("consultations", "answer_by", "2026/3/5", "2026-03-05"),
        ("consultations", "answer_by", "5 mars 2026", "2026-03-05"),
        ("consultations", "answer_by", "1er\xa0août 2026", "2026-08-01"),
        ("consultations", "answer_by", "5-sept.-2026", "2026-09-05"),
        ("consultations", "answer_by", "٠٥/٠٣/٢٠٢٦", "2026-03-05"),
        ("consultations", "answer_by", "٥ مارس ٢٠٢٦", "2026-03-05"),
        ("consultations", "answer_by", "فاتح غشت 2026", "2026-08-01"),
        ("observations", "received_on", "mars 2026", "2026-03"),
        ("observations", "received_on", "2026", "2026"),
        ("consultations", "answer_by", None, ""),
        ("amendments", "chamber", "Chambre des représentants", "representants"),
        ("amendments", "votes_for", 120, 120),
        ("amendments", "votes_for", "١٢٠", 120),
    ],
)
def test_a_cell_is_read_as_it_is_written(register: str, column: str, words: object, value: object) -> None:
    book = registers()[register]
    assert read_cell(book, book.by_name[column], words, VOCABULARY) == value


@pytest.mark.parametrize(
    ("register", "column", "words", "refused"),
    [
        ("observations", "position", "peut-être",
         f"« peut-être » n’est pas une des réponses possibles : {POSSIBLE}."),
        ("observations", "received_on", "31/02/2026", "Une date est attendue : jour, mois, année."),
        ("observations", "received_on", "5/13/2026", "Une date est attendue : jour, mois, année."),
        ("observations", "received_on", "31 février 2026", "Une date est attendue : jour, mois, année."),
        ("observations", "received_on", "46086", "Une date est attendue : jour, mois, année."),
        ("consultations", "answer_by", "2026-03", "Une date est attendue : jour, mois, année."),
        ("amendments", "votes_for", "cent", "Un nombre entier de 0 à 9999 est attendu."),
        ("amendments", "author", "x" * 301, "300 caractères au plus ; il y en a 301."),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_kept_says_why(register: str, column: str, words: object, refused: str) -> None:
    book = registers()[register]
    with pytest.raises(BadFact) as error:
        read_cell(book, book.by_name[column], words, VOCABULARY)
    assert str(error.value) == refused


def test_every_fault_of_the_rows_is_told_with_its_place() -> None:
    rows = [{"observation": "Bien.", "position": "non"}, {"item": "3", "received_on": "hier"}]
    changes, faults = read_rows(registers()["observations"], rows, VOCABULARY)

    assert changes == [Change(1, None, {"observation": "Bien."}), Change(2, 3, {})]
    assert [str(fault) for fault in faults] == [
        f"Ligne 1, « Suite donnée » : « non » n’est pas une des réponses possibles : {POSSIBLE}.",
        "Ligne 2, « Reçue le » : Une date est attendue : jour, mois, année.",
    ]


@pytest.mark.parametrize(
    ("register", "changes", "reasons"),
    [
        ("observations", [new(1, observation="Bien."), new(2, article="3")],
         ["Ligne 2, « Observation » : À renseigner."]),
        ("observations", [new(observation="Bien.", position="rejected")],
         ["Ligne 1 : Dites pourquoi l’observation n’est pas retenue, ou ne l’est qu’en partie."]),
        ("observations", [new(observation="Bien.", received_on="2026-12-25")],
         ["Ligne 1, « Reçue le » : Cette date est dans l’avenir : elle s’enregistre quand elle est venue."]),
        ("observations", [changed(7, position="kept")], ["Ligne 1 : Le n° 7 n’existe pas, ou a été retiré."]),
        ("consultations", [new(1, body="cese"), new(2, body="cndh", answer="silent")], [AWAITED]),
        ("letters", [new(1, object="Relance.")], ["Ligne 1, « Sens » : À renseigner."]),
    ],
)  # fmt: skip
def test_a_batch_with_a_fault_writes_nothing(
    ministry: Ministry, text: LegalText, register: str, changes: list[Change], *, reasons: list[str]
) -> None:
    before = rows_of_all(ministry.session)
    with pytest.raises(Refused) as refused:
        tell(ministry, text, register, changes)

    assert refused.value.reasons == reasons
    assert (rows_of_all(ministry.session), text.last_step) == (before, 2)


def rows_of_all(session: Session) -> list[int]:
    return [
        session.exec(select(func.count()).select_from(table)).one() for table in (RegisterEntry, RegisterItem, Step)
    ]


def test_an_item_is_withdrawn_with_a_reason_and_not_twice(ministry: Ministry, text: LegalText) -> None:
    tell(ministry, text, "meetings", [new(held_on="2026-11-03", object="Cadrage.")])
    with pytest.raises(Refused) as refused:
        tell(ministry, text, "meetings", [withdrawn(1, " ")])
    assert refused.value.reasons == ["Ligne 1 : Dites pourquoi cet élément est retiré."]

    tell(ministry, text, "meetings", [withdrawn(1, "Réunion annulée.")])
    assert items(ministry, text, "meetings") == {}
    tell(ministry, text, "meetings", [new(held_on="2026-11-04", object="Reprise.")])
    assert list(items(ministry, text, "meetings")) == [2]


def test_an_authority_signs_once_and_its_signature_can_still_be_put_right(ministry: Ministry) -> None:
    text = ministry.open("arrete_conjoint", *TO_SGG, *undated("send_to_signature"))
    signed: dict[str, Any] = {"signed_on": "2026-11-20", "signed_name": "Karim Karimi"}
    tell(ministry, text, "signatures", [new(signatory="Ministre A", nature="signature", **signed)])
    tell(ministry, text, "signatures", [changed(1, signed_name="Karim Karimi El Alami")])

    assert items(ministry, text, "signatures")[1].values["signed_name"] == "Karim Karimi El Alami"
    assert last_facts(ministry, text)["counts"] == {"collect_signature": 1}


def test_what_changes_nothing_is_no_step(ministry: Ministry, text: LegalText) -> None:
    tell(ministry, text, "letters", [new(direction="in", object="Relance.")])
    assert tell(ministry, text, "letters", [changed(1, direction="in", object="Relance.")]) is None
    assert text.last_step == 3


def test_rows_written_on_an_old_page_are_refused_and_readers_write_none(ministry: Ministry, text: LegalText) -> None:
    with pytest.raises(Stale):
        tell(ministry, text, "letters", [new(direction="in", object="Relance.")], seen_step=1)
    with pytest.raises(NotAllowed):
        tell(ministry, text, "letters", [new(direction="in", object="Relance.")], role=Role.READER)


def test_the_trail_of_an_item_tells_who_did_what_and_what_stood_before(ministry: Ministry, text: LegalText) -> None:
    tell(ministry, text, "observations", [new(observation="Flou.", article="3")])
    tell(ministry, text, "observations", [changed(1, article="4")], role=Role.HEAD)
    tell(ministry, text, "observations", [changed(1, position="rejected", reason="Terme de la loi.")])
    ministry.correct(text, text.last_step)
    tell(ministry, text, "observations", [changed(1, position="kept")])

    found = read_trail(ministry.session, text, steps_of(ministry.session, text.id), ("observations", 1))
    names = {person.id: role for role, person in ministry.people.items()}
    said = [(each.by_id and names[each.by_id], each.move, given(each.told), each.before, each.counts) for each in found]
    assert said == [
        (Role.DRAFTER, "record_observation", {"observation": "Flou.", "article": "3"}, {}, True),
        (Role.HEAD, "change_item", {"article": "4"}, {"article": "3"}, True),
        (Role.DRAFTER, "answer_observation", {"position": "rejected", "reason": "Terme de la loi."}, {}, False),
        (Role.DRAFTER, "answer_observation", {"position": "kept"}, {}, True),
    ]  # fmt: skip


def given(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value}


def test_an_answer_can_be_taken_back_to_open(ministry: Ministry, text: LegalText) -> None:
    tell(ministry, text, "observations", [new(observation="Flou.", position="partly", reason="Déjà dit.")])
    tell(ministry, text, "observations", [changed(1, position="", reason="")])
    item = items(ministry, text, "observations")[1]
    assert (item.values, item.status) == ({"observation": "Flou."}, "open")

    tell(ministry, text, "consultations", [new(body="cese", answer="reserved")])
    with pytest.raises(Refused) as refused:
        tell(ministry, text, "consultations", [changed(1, answer="")])
    assert refused.value.reasons == [
        "Ligne 1 : La réponse enregistrée ne peut pas être vidée : barrez plutôt l’étape qui l’a enregistrée."
    ]
