"""Batches: one step for many items, read by conditions, clocks and lists as steps of their own would be."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from models import PartialDate, RegisterItem
from tests.workflow.builders import CALENDAR, TO_SGG, Ministry, moved, undated
from tests.workflow.registers.desk import changed, items, new, tell, withdrawn
from workflow.deadlines.clocks import clocks
from workflow.errors import Refused
from workflow.history.as_of import situation_on
from workflow.history.entries import BATCH
from workflow.history.fold import Situation, fold
from workflow.history.observations import observations, still_open
from workflow.history.opinions import opinions
from workflow.history.signatures import signatures
from workflow.history.steps import steps_of
from workflow.registers.reading import past_items
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedure_of, procedures
from workflow.sentences.steps_ar import step_sentence_ar
from workflow.standing.striking import falling

OBSERVED: dict[str, Any] = {"observation": "Préciser le délai.", "article": "article 4", "body": "sgg"}


def spoken(situation: Situation) -> list[tuple[int, str, str | None]]:
    return [(each.rank, each.words, each.position) for each in observations(situation)]


def test_twenty_observations_are_one_step_and_its_sentence_counts_them(ministry: Ministry) -> None:
    text = ministry.open("decret", *undated("assign_drafter"))
    tell(ministry, text, "observations", [new(row, observation=f"Remarque {row}.") for row in range(1, 21)])
    assert (text.last_step, ministry.told(text)) == (3, "Observations : 20 enregistrées.")

    answers = [changed(item, item, position="kept", replied_on="2026-11-20") for item in (1, 2, 3)]
    tell(ministry, text, "observations", [*answers, changed(4, 4, article="article 9"), withdrawn(20, "Doublon.", 5)])

    assert ministry.told(text) == "Observations : 3 réponses, 1 modifiée, 1 retirée."
    last = ministry.standing(text).situation.done[-1]
    assert step_sentence_ar(procedure_of(text), last) == "الملاحظات – الأجوبة: 3؛ المعدلة: 1؛ المسحوبة: 1."
    found = observations(ministry.standing(text).situation)
    assert [each.rank for each in found] == list(range(1, 20))
    assert [(each.rank, each.answered_on) for each in found if not each.is_open] == [
        (item, PartialDate(2026, 11, 20)) for item in (1, 2, 3)
    ]
    assert found[3].article == "article 9"


@pytest.mark.parametrize("count", [1, 500])
def test_the_fold_of_a_text_does_not_grow_with_its_items(ministry: Ministry, count: int) -> None:
    text = ministry.open("decret", *undated("assign_drafter"))
    tell(ministry, text, "observations", [new(row, observation=f"Remarque {row}.") for row in range(1, count + 1)])

    situation = ministry.standing(text).situation

    assert [done.move for done in situation.done] == ["open", "assign_drafter", BATCH]
    assert len(observations(situation)) == count


def test_steps_and_entries_of_the_same_things_come_to_the_same(ministry: Ministry) -> None:
    """Each as steps, as before there were registers, and as batches: opinions, observations, clocks are equal."""
    one, other = (ministry.open("decret", *undated("assign_drafter")) for _time in range(2))
    ministry.move(one, "ask_opinion", "2026-10-02", body="cese", compulsory="yes")
    ministry.move(one, "ask_opinion", "2026-10-03", body="cndh", answer_by="2026-11-30")
    ministry.move(one, "record_observation", "2026-11-02", **OBSERVED)
    number = str(one.last_step)
    ministry.move(one, "answer_observation", "2026-11-05", answered=number, position="rejected", reason="Loi.")
    ministry.move(one, "receive_opinion", "2026-11-20", body="cndh", answer="reserved", opinion="n° 12")

    tell(ministry, other, "consultations", [
        new(1, body="cese", asked_on="2026-10-02", compulsory="yes"),
        new(2, body="cndh", asked_on="2026-10-03", answer_by="2026-11-30"),
    ])  # fmt: skip
    tell(ministry, other, "consultations", [changed(2, answer="reserved", opinion="n° 12", answered_on="2026-11-20")])
    tell(ministry, other, "observations", [new(received_on="2026-11-02", **OBSERVED)])
    answer = changed(1, position="rejected", reason="Loi.", replied_on="2026-11-05")
    tell(ministry, other, "observations", [answer])

    said = [ministry.standing(text).situation for text in (one, other)]
    assert opinions(said[0]) == opinions(said[1])
    assert [(each.rank, each.words, each.on, each.position, each.reason, each.answered_on)
            for each in observations(said[0])] == [
        (1, "Préciser le délai.", PartialDate(2026, 11, 2), "rejected", "Loi.", PartialDate(2026, 11, 5))
    ]  # fmt: skip
    assert spoken(said[0]) == spoken(said[1])
    assert ministry.dues(one) == ministry.dues(other) == {"opinion_cese": "2026-12-02"}
    assert [told(text, ministry) for text in (one, other)] == [told(one, ministry)] * 2


def told(text: Any, ministry: Ministry) -> list[tuple[Any, ...]]:  # noqa: ANN401 - JSON
    """The clocks, and the items of both registers, without the numbers of steps."""
    run = clocks(procedure_of(text), ministry.standing(text).situation.done, CALENDAR)
    clocked = [
        (each.rule.code, each.occurrence, each.subject, each.due_on, each.status, each.closed_on) for each in run
    ]
    kept = [(each.number, each.values, each.status) for kind in ("consultations", "observations")
            for each in items(ministry, text, kind).values()]  # fmt: skip
    return [*clocked, *kept]


def test_signatures_of_a_register_are_those_that_a_text_waits_for(ministry: Ministry) -> None:
    text = ministry.open("arrete_conjoint", *TO_SGG, *undated("send_to_signature"))
    tell(ministry, text, "signatures", [
        new(1, signatory="Ministre A", nature="signature", expected_on="2026-11-30"),
        new(2, signatory="Ministre B", nature="signature"), new(3, signatory="mef", nature="visa"),
    ])  # fmt: skip
    assert ministry.dues(text)["each_signature"] == "2026-11-30"
    tell(ministry, text, "signatures", [
        changed(1, signed_on="2026-11-20", signed_name="Karim Karimi", signed_office="ministre")
    ])  # fmt: skip

    found = signatures(ministry.standing(text).situation)
    assert [(each.name, str(each.signed.on) if each.signed else None) for each in found] == [
        ("Ministre A", "2026-11-20"), ("Ministre B", None),
    ]  # fmt: skip
    assert "each_signature" not in ministry.dues(text)
    assert [each.status for each in items(ministry, text, "signatures").values()] == ["settled", "open", "open"]


def test_a_condition_asks_the_register(ministry: Ministry) -> None:
    def awaited() -> tuple[str, ...]:
        moves = ministry.standing(text).moves
        return next(each.reasons for each in moves if each.move.name == "send_corrected_version")

    text = ministry.open("arrete", *TO_SGG, *undated("return_with_remarks"))
    tell(ministry, text, "observations", [new(**OBSERVED), new(2, observation="Titre trop long.")])
    assert "n° 1" in awaited()[0]
    assert "n° 2" in awaited()[0]

    ministry.move(text, "answer_observation", answered="n2", position="kept")
    assert ministry.told(text) == "Observation n° 2 : retenue."
    assert [each.rank for each in still_open(ministry.standing(text).situation)] == [1]

    tell(ministry, text, "observations", [changed(1, position="kept")])
    assert awaited() == ()


def test_a_struck_batch_takes_its_entries_with_it(ministry: Ministry) -> None:
    text = ministry.open("decret", *undated("assign_drafter"))
    tell(ministry, text, "observations", [new(**OBSERVED)])
    batch = text.last_step
    tell(ministry, text, "observations", [changed(1, position="kept"), new(2, observation="Titre trop long.")])
    ministry.correct(text, batch)

    assert spoken(ministry.standing(text).situation) == [(2, "Titre trop long.", None)]
    kept = ministry.session.exec(select(RegisterItem).where(RegisterItem.text_id == text.id)).all()
    assert [(row.number, row.values) for row in kept] == [(2, {"observation": "Titre trop long."})]

    ministry.correct(text, text.last_step)
    assert spoken(ministry.standing(text).situation)[0] == (1, "Préciser le délai.", "kept")


def test_an_answer_of_its_own_falls_with_the_batch_of_what_it_answers(ministry: Ministry) -> None:
    text = ministry.open("decret", *undated("assign_drafter"))
    tell(ministry, text, "observations", [new(**OBSERVED), new(2, observation="Titre trop long.")])
    batch = text.last_step
    ministry.move(text, "answer_observation", answered="n2", position="kept")

    found = falling(text, steps_of(ministry.session, text.id), batch, CALENDAR)

    assert [(each.done.number, each.why) for each in found] == [
        (batch + 1, "Elle répond à une observation qui ne compterait plus.")
    ]


def test_a_batch_is_struck_and_never_put_right(ministry: Ministry) -> None:
    text = ministry.open("decret", *undated("assign_drafter"))
    tell(ministry, text, "letters", [new(direction="in", object="Relance.")])

    with pytest.raises(Refused) as refused:
        ministry.correct(text, text.last_step, amended=("2026-11-02", {}))
    assert refused.value.reasons == ["Cette étape peut être barrée, mais sa date et ses faits ne se corrigent pas."]


def test_numbers_never_shift(ministry: Ministry) -> None:
    text = ministry.open("decret", *undated("assign_drafter"))
    for words in ("Première.", "Deuxième.", "Troisième."):
        ministry.move(text, "record_observation", observation=words)
    ministry.correct(text, 3)
    tell(ministry, text, "observations", [new(observation="Quatrième.")])
    ministry.move(text, "record_observation", observation="Cinquième.")

    assert [(rank, words) for rank, words, _position in spoken(ministry.standing(text).situation)] == [
        (2, "Deuxième."), (3, "Troisième."), (4, "Quatrième."), (5, "Cinquième."),
    ]  # fmt: skip


def test_a_past_day_shows_the_items_of_that_day(ministry: Ministry) -> None:
    text = ministry.open("decret", moved("assign_drafter", "2026-10-01"), on="2026-09-01")
    tell(ministry, text, "observations", [
        new(1, observation="Tôt.", received_on="2026-10-05"), new(2, observation="Tard.", received_on="2026-11-05"),
    ])  # fmt: skip
    tell(ministry, text, "observations", [changed(1, position="kept", replied_on="2026-11-10")])
    ministry.move(text, "submit_for_validation", "2026-10-20")
    steps = steps_of(ministry.session, text.id)

    def seen(day: date) -> list[tuple[int, str, str | None]]:
        situation = situation_on(procedures()["decret"], steps, day)
        return spoken(situation) if situation else []

    assert seen(date(2026, 10, 4)) == []
    assert seen(date(2026, 10, 6)) == seen(date(2026, 10, 21)) == [(1, "Tôt.", None)]
    assert seen(date(2026, 11, 9)) == [(1, "Tôt.", None), (2, "Tard.", None)]
    assert seen(date(2026, 11, 24)) == [(1, "Tôt.", "kept"), (2, "Tard.", None)]


def test_every_register_is_read_as_on_a_past_day(ministry: Ministry) -> None:
    text = ministry.open("decret", moved("assign_drafter", "2026-10-01"), on="2026-09-01")
    ministry.move(text, "ask_opinion", "2026-10-02", body="cese")
    tell(ministry, text, "letters", [
        new(1, direction="in", object="Relance.", dated_on="2026-10-05"),
        new(2, direction="out", object="Réponse.", dated_on="2026-11-05"),
    ])  # fmt: skip
    steps = steps_of(ministry.session, text.id)

    seen = {
        day: list(past_items(ministry.session, text, steps, date(2026, *day))) for day in ((10, 1), (10, 6), (11, 6))
    }

    asked, first, second = ("consultations", 1), ("letters", 1), ("letters", 2)
    assert seen == {(10, 1): [], (10, 6): [asked, first], (11, 6): [asked, first, second]}


def test_the_items_of_many_texts_are_read_in_one_more_query(ministry: Ministry) -> None:
    counts = []
    for many in (1, 3):
        texts = [ministry.open("decret", *undated("assign_drafter")) for _time in range(many)]
        for text in texts:
            tell(ministry, text, "observations", [new(row, observation=f"N° {row}.") for row in range(1, 4)])
        asked: list[str] = []
        connection = ministry.session.connection()
        event.listen(connection, "before_cursor_execute", lambda *told, asked=asked: asked.append(told[2]))
        for text in texts:
            fold(procedure_of(text), steps_of(ministry.session, text.id))
        counts.append(len(asked) / many)
    assert counts == [2, 2]


def test_what_registers_record_passes_the_check(ministry: Ministry) -> None:
    text = ministry.open("projet_de_loi", *undated("assign_drafter"))
    ministry.move(text, "ask_opinion", "2026-10-02", body="cese")
    tell(ministry, text, "consultations", [new(body="cndh"), changed(1, 2, answer="reserved")])
    tell(ministry, text, "meetings", [new(held_on="2026-11-03", object="Cadrage.")])
    ministry.session.flush()

    assert list(faults(procedures(), ministry.session.connection(), CALENDAR)) == []
