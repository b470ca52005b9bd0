"""Opinions, signatures and observations: what goes on beside the text's own way."""

from models import PartialDate
from tests.workflow.builders import TO_SGG, TODAY, File, moved, undated
from workflow.history.expected_answers import asked_here
from workflow.history.facts import read
from workflow.history.fold import advance
from workflow.history.observations import Observation, observations
from workflow.history.opinions import Opinion, opinions
from workflow.history.signatures import signatures
from workflow.history.steps import Supposed
from workflow.sentences.sentence import step_sentence


def test_opinions_are_listed_as_they_were_asked_with_their_answers() -> None:
    file = File.opened("decret", *undated("assign_drafter"))
    file.move("ask_opinion", "2026-10-01", body="CESE", answer_by="2026-12-01", compulsory="yes")
    file.move("ask_opinion", "2026-10-02", body="CNDH")
    file.move("receive_opinion", "2026-11-20", body="CESE", answer="reserved", opinion="n° 12/2026")

    assert opinions(file.situation) == [
        Opinion(
            "CESE", PartialDate(2026, 10, 1), "2026-12-01", compulsory=True, answered=True,
            answered_on=PartialDate(2026, 11, 20), answer="reserved", words="n° 12/2026", item=1,
        ),
        Opinion("CNDH", PartialDate(2026, 10, 2), item=2),
    ]  # fmt: skip


def test_an_opinion_given_unasked_counts_and_one_asked_twice_is_two() -> None:
    file = File.opened("decret", *undated("assign_drafter"), moved("receive_opinion", body="CSPJ", answer="favourable"))
    for _time in range(2):
        file.move("ask_opinion", body="CESE")
    file.move("receive_opinion", body="CESE")

    assert [(each.body, each.answered) for each in opinions(file.situation)] == [
        ("CSPJ", True), ("CESE", True), ("CESE", False),
    ]  # fmt: skip


def test_a_body_is_the_same_however_it_is_written() -> None:
    file = File.opened("decret", *undated("assign_drafter"))
    file.move("ask_opinion", "2026-10-02", body="CESE").move("receive_opinion", "2026-11-02", body="cese ")

    assert [(each.body, each.answered) for each in opinions(file.situation)] == [("CESE", True)]
    assert file.dues == {}


def test_an_opinion_not_given_in_time_is_overdue() -> None:
    file = File.opened("decret", *undated("assign_drafter"))
    file.after(
        moved("ask_opinion", "2026-09-01", body="CESE", answer_by="2026-11-23"), moved("ask_opinion", body="CNDH")
    )
    file.move("ask_opinion", body="CSPJ", answer_by="2026-11-24")

    assert [each.body for each in opinions(file.situation) if each.is_overdue(TODAY)] == ["CESE"]
    assert offered(file, "receive_opinion", "body") == ["CESE", "CNDH", "CSPJ"]

    file.move("receive_opinion", "2026-11-24", body="CESE", answer="silent")
    assert [each.body for each in opinions(file.situation) if each.is_overdue(TODAY)] == []
    assert offered(file, "receive_opinion", "body") == ["CNDH", "CSPJ"]


def test_an_opinion_that_nobody_asked_can_still_be_told() -> None:
    file = File.opened("decret", *undated("assign_drafter"))
    move = file.procedure.moves["receive_opinion"]
    assert asked_here(file.procedure, move, file.situation)["body"].type == "line"

    file.move("ask_opinion", body="CESE")
    fact = asked_here(file.procedure, move, file.situation)["body"]
    assert (fact.is_open, read(fact, "le CNDH"), read(fact, "Untel")) == (True, "cndh", "Untel")


def test_signatures_are_listed_in_the_order_of_the_names() -> None:
    file = File.opened("arrete_conjoint", *TO_SGG, *undated("send_to_signature"))
    assert signatures(file.situation) == []

    file.move("name_signatories", signatories="A\n B \n\nC\na")
    file.move("expect_signature", signatory="C", expected_on="2026-11-23")
    assert offered(file, "collect_signature", "signatory") == ["A", "B", "C"]
    assert file.dues["each_signature"] == "2026-11-23"
    file.move("collect_signature", "2026-11-02", signatory="B", signed_name="Karim Karimi", signed_office="ministre")

    found = signatures(file.situation)
    assert [each.name for each in found] == ["A", "B", "C"]
    assert [each.is_overdue(TODAY) for each in found] == [False, False, True]
    assert [(each.name, str(each.signed.on)) for each in found if each.signed] == [("B", "2026-11-02")]
    assert offered(file, "collect_signature", "signatory") == ["A", "C"]
    assert "B – Karim Karimi, ministre" in file.told


def test_observations_are_items_and_their_answers_come_apart() -> None:
    file = File.opened("decret", *undated("assign_drafter"))
    file.after(moved("record_observation", "2026-11-02", observation="Article flou.", article="article 3", body="SGG"))
    file.after(moved("record_observation", observation="Titre trop long."), moved("note", note="Vu."))
    first, second = (each.number for each in observations(file.situation))
    assert offered(file, "answer_observation", "answered") == [str(first), str(second)]

    file.move("answer_observation", "2026-11-05", answered=str(first), position="rejected", reason="Terme de la loi.")
    file.move("answer_observation", answered=str(second), position="open")

    assert observations(file.situation) == [
        Observation(
            first, "Article flou.", PartialDate(2026, 11, 2), "SGG", "article 3", "rejected", "Terme de la loi.",
            PartialDate(2026, 11, 5), 1,
        ),
        Observation(second, "Titre trop long.", position="open", rank=2),
    ]  # fmt: skip
    assert offered(file, "answer_observation", "answered") == [str(second)]


def test_a_remark_recorded_with_what_became_of_it_needs_no_other_answer() -> None:
    file = File.opened("decret", *undated("assign_drafter"))
    facts = {"observation": "Article flou.", "position": "kept"}
    step = Supposed(3, "record_observation", facts=facts)

    (found,) = observations(advance(file.procedure, file.situation, step))

    assert (found.is_open, found.position, found.answered_on) == (False, "kept", None)


def test_an_authority_signs_under_any_of_its_names() -> None:
    file = File.opened("arrete_conjoint", *TO_SGG, *undated("send_to_signature"))
    fact = file.procedure.vocabulary.facts["signatories"]
    named = read(fact, "Ministre des finances\nMinistère de la justice\nLe ministère des Finances")

    file.move("name_signatories", signatories=named)
    said = step_sentence(file.procedure, file.situation.done[-1])
    assert said.startswith("Autorités signataires : ministère chargé des Finances, ministère de la Justice")
    file.move("collect_signature", "2026-11-02", signatory="وزير العدل")

    assert [(each.name_fr, each.signed is not None) for each in signatures(file.situation)] == [
        ("ministère chargé des Finances", False), ("ministère de la Justice", True),
    ]  # fmt: skip
    assert file.refusals("sign") == ["Il manque une signature : ministère chargé des Finances."]


def offered(file: File, name: str, fact: str) -> list[str]:
    asks = asked_here(file.procedure, file.procedure.moves[name], file.situation)
    return [choice.value for choice in asks[fact].choices]
