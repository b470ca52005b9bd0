"""Opinions, signatures and observations: what goes on beside the text's own way."""

from models import PartialDate
from tests.workflow.builders import TO_SGG, File, moved, undated
from workflow.parallel import Opinion, observations, opinions, signatures


def test_opinions_are_listed_as_they_were_asked_with_their_answers() -> None:
    file = File.opened("decret", *undated("assign_drafter"))
    file.move("ask_opinion", "2026-10-01", body="CESE", answer_by="2026-12-01", compulsory="yes")
    file.move("ask_opinion", "2026-10-02", body="CNDH")
    file.move("receive_opinion", "2026-11-20", body="CESE", answer="reserved", opinion="n° 12/2026")

    assert opinions(file.situation) == [
        Opinion(
            "CESE", PartialDate(2026, 10, 1), "2026-12-01", compulsory=True, answered=True,
            answered_on=PartialDate(2026, 11, 20), answer="reserved", words="n° 12/2026",
        ),
        Opinion("CNDH", PartialDate(2026, 10, 2)),
    ]  # fmt: skip


def test_an_opinion_given_unasked_counts_and_one_asked_twice_is_two() -> None:
    file = File.opened("decret", *undated("assign_drafter"), moved("receive_opinion", body="CSPJ", answer="favourable"))
    for _time in range(2):
        file.move("ask_opinion", body="CESE")
    file.move("receive_opinion", body="CESE")

    assert [(each.body, each.answered) for each in opinions(file.situation)] == [
        ("CSPJ", True), ("CESE", True), ("CESE", False),
    ]  # fmt: skip


def test_signatures_are_listed_in_the_order_of_the_names() -> None:
    file = File.opened("arrete_conjoint", *TO_SGG, *undated("send_to_signature"))
    assert signatures(file.situation) == {}

    file.move("name_signatories", signatories="A\n B \n\nC")
    file.move("collect_signature", "2026-11-02", signatory="B")

    found = signatures(file.situation)
    assert list(found) == ["A", "B", "C"]
    assert {name: str(done.on) for name, done in found.items() if done} == {"B": "2026-11-02"}


def test_observations_are_the_remarks_recorded_as_items() -> None:
    file = File.opened("decret", *undated("assign_drafter"))
    file.after(moved("record_observation", observation="Article flou.", article="3"), moved("note", note="Vu."))

    assert [done.facts for done in observations(file.situation)] == [{"observation": "Article flou.", "article": "3"}]
