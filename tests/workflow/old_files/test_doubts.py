"""What is odd about the past is said aloud, for a file of histories as for an old file typed by a person."""

from typing import Any

import pytest

from models import PartialDate
from tests.workflow.builders import CALENDAR, TODAY, File
from workflow.old_files.doubts import weekday_doubts
from workflow.old_files.milestones import Milestone
from workflow.old_files.preview import find_way
from workflow.old_files.replay import replay
from workflow.sentences.sources import conflicts_of, retain, versions


def history(*steps: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "projet_de_loi", "title_fr": "Projet", "steps": list(steps)}


def council(date: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"step": "government_council_adopted", "date": date, **more}


def test_a_replay_and_a_person_are_told_the_same() -> None:
    conflicts = [{"value": "2019-03-29", "source": "journal A"}]
    told = {"hijri": "5 rejeb 1439", "conflicts": conflicts}
    replayed = replay(history(council("2019-03-28", **told)), CALENDAR)
    file = File.opened()
    milestone = Milestone(("adopt_in_council",), PartialDate(2019, 3, 28), told)

    way = find_way(file.text, file.situation, [milestone], CALENDAR, today=TODAY)

    assert list(way.doubts) == replayed.warnings
    assert [doubt.partition(" – ")[2][:30] for doubt in way.doubts] == [
        "Le 5 rejeb 1439 correspond au ", "des sources sont en désaccord.",
    ]  # fmt: skip
    assert way.doubts[0].startswith("Décision du Conseil de gouvernement : adopté (28 mars 2019) – ")


def test_a_date_before_an_earlier_one_is_doubted_once() -> None:
    deposit = {"step": "deposited_first_chamber", "date": "2018-01-09", "institution": "Chambre des représentants"}
    replayed = replay(history(council("2019-03-28"), deposit), CALENDAR)

    assert [doubt.partition(" – ")[2] for doubt in replayed.warnings] == [
        "Cette date précède celle d’une étape qui vient avant (28 mars 2019)."
    ]


def test_more_votes_than_members_are_doubted_and_kept() -> None:
    votes = {"for": 400, "against": 12, "abstentions": None}
    replayed = replay(history({"step": "committee_adopted", "date": "2019-03-28", "votes": votes,
                               "institution": "chamber_of_representatives"}), CALENDAR)  # fmt: skip

    assert replayed.plan.situation.done[-1].facts["votes"] == votes
    assert [doubt.partition(" – ")[2] for doubt in replayed.warnings] == [
        "Ces voix sont 412 au total, mais la Chambre des représentants compte 395 membres : vérifiez les voix.",
        "Ces voix sont 412 au total, mais une commission compte 44 membres au plus (de mémoire, à vérifier).",
    ]


@pytest.mark.parametrize(
    ("words", "on", "doubted"),
    [
        ("séance du jeudi 28 mars 2019", None, False),
        ("séance du Lundi 28 mars 2019", None, True),
        ("lundi 28 mars", PartialDate(2019, 3, 28), True),
        ("lundi 28 mars", None, False),
        ("vendredi 1er mars 2019", None, False),
        ("lundi 31 février 2019", None, False),
        ("lundi prochain", PartialDate(2019), False),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date_is_doubted(
    words: str, on: PartialDate | None, *, doubted: bool
) -> None:
    assert bool(list(weekday_doubts(words, on))) == doubted


def test_the_versions_of_a_step_are_worded_whatever_their_shape() -> None:
    told = [
        {"value": "2019-03-29", "source": "journal A", "note": "jour de la dépêche"},
        {"value": {"for": 83, "against": 22}, "source": "journal B"},
        {"value": "présenté, non adopté"},
    ]
    done = replay(history(council("2019-03-28", conflicts=told)), CALENDAR).plan.situation.done[-1]

    assert [(version.words, version.source, version.retained) for version in versions(done)] == [
        ("28 mars 2019", "", True), ("29 mars 2019", "journal A", False), ("par 83 voix contre 22", "journal B", False),
        ("présenté, non adopté", "", False),
    ]  # fmt: skip


def test_the_date_retained_leaves_its_place_to_the_one_before() -> None:
    facts = {"source": "journal A", "conflicts": [{"value": "2019-03-29", "source": "journal B"}]}

    on, settled = retain(0, PartialDate(2019, 3, 28), facts)

    assert (str(on), settled["source"]) == ("2019-03-29", "journal B")
    assert conflicts_of(settled) == [{"value": "2019-03-28", "source": "journal A"}]
