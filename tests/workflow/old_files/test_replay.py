"""Histories as they are told: every milestone finds its place and keeps its day, whatever is left out."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.workflow.builders import CALENDAR
from workflow.old_files.history_files import BadHistory, read_histories
from workflow.old_files.replay import Replayed, as_dict, replay
from workflow.old_files.replay_report import last_line, write_report

TOLD = Path(__file__).parents[2] / "data" / "histories.txt"
HEAD = re.compile(r"(?P<kind>.+) -> (?P<state>\w+)(?:, (?P<notes>\d+) notes)?")


def histories() -> list[Any]:
    """Read the histories: a heading, then a line for each milestone with what is known of it."""
    found = []
    for block in TOLD.read_text("utf-8").strip().split("\n\n"):
        head, *lines = block.split("\n")
        match = HEAD.fullmatch(head)
        assert match, head
        steps = [step(line) for line in lines]
        found.append(pytest.param({"kind": match["kind"], "steps": steps}, match["state"], int(match["notes"] or 0)))
    return found


def step(line: str) -> dict[str, Any]:
    on, name = line.strip().split(maxsplit=1)
    words = [word.strip() or None for word in name.split("|")] + [None] * 3
    return {"date": None if on == "?" else on, "step": words[0], "institution": words[1], "outcome": words[2],
            "ref": words[3]}  # fmt: skip


def told(*lines: str, kind: str = "projet_de_loi") -> Replayed:
    return replay({"kind": kind, "steps": [step(line) for line in lines]}, CALENDAR)


def moves(replayed: Replayed) -> list[str]:
    """Name the moves that the milestones became, in the order in which they happened."""
    return [each.move for each in replayed.plan.steps if each.milestone is not None]


@pytest.mark.parametrize(("history", "state", "notes"), histories())
def test_a_history_is_replayed_whole(history: dict[str, Any], state: str, *, notes: int) -> None:
    replayed = replay(history, CALENDAR)

    assert (replayed.plan.refused, replayed.plan.situation.state, replayed.notes) == ({}, state, notes)
    kept = {replayed.places[each.milestone]: each.on for each in replayed.plan.steps if each.milestone is not None}
    assert [kept[place] for place in range(len(history["steps"]))] == [each["on"] for each in replayed.history["steps"]]
    assert write_report(replayed, CALENDAR).startswith("sans titre")
    assert json.loads(json.dumps(as_dict(replayed, CALENDAR)))["final_state"] == state


@pytest.mark.parametrize(
    ("outcome", "move"),
    [
        (None, "declare_conform"),
        ("conforme à la Constitution", "declare_conform"),
        ("Not contrary to the Constitution", "declare_conform"),
        ("conforme sous réserve d’interprétation", "declare_conform_with_reservations"),
        ("NON CONFORME", "declare_contrary"),
        ("not in conformity", "declare_contrary"),
        ("several articles contrary; law cannot be promulgated", "declare_contrary"),
        ("several articles contrary", "declare_partly_contrary"),
        ("conform, except article 5", "declare_partly_contrary"),
        ("article 12 contraire à la Constitution", "declare_partly_contrary"),
        ("désistement des auteurs de la saisine", "close_referral"),
        ("saisine irrecevable", "close_referral"),
    ],
)
def test_the_words_of_the_court_say_what_it_decided(outcome: str | None, move: str) -> None:
    line = f"2019-07-01 constitutional_court_decision | constitutional_court | {outcome or ''}"

    assert moves(told(line)) == [move]


@pytest.mark.parametrize(
    ("outcome", "move"),
    [("amended", "adopt_amended"), ("53 amendements", "adopt_as_final"), ("sans modification", "adopt_unchanged"),
     ("without amendment", "adopt_unchanged"), ("adopté avec des modifications", "adopt_amended"),
     ("définitivement adopté", "adopt_as_final")],
)  # fmt: skip
def test_the_words_of_a_vote_say_whether_the_text_changed(outcome: str, move: str) -> None:
    replayed = told("2019-01-08 plenary_adopted | chamber_of_representatives",
                    f"2019-02-05 plenary_adopted | chamber_of_councillors | {outcome}")  # fmt: skip

    assert moves(replayed) == ["adopt_first", move]


@pytest.mark.parametrize(
    ("name", "ref", "facts"),
    [
        ("published", "BO n° 6867 bis, p. 1782", {"bo_number": "6867 bis", "bo_page": "1782"}),
        ("published", "BO of 2 May 2019", {}),
        ("published", "Bulletin officiel n° 6655 du 12 mars 2018", {"bo_number": "6655"}),
        ("promulgated", "dahir n° 1-18-19 du 22 février 2018", {"dahir": "1-18-19"}),
        ("promulgated", "dahir du 22/02/2018, n° 1-18-19", {"dahir": "1-18-19"}),
        ("constitutional_court_decision", "décision 40/17 M.D", {"decision": "40/17"}),
    ],
)
def test_a_reference_is_read(name: str, ref: str, facts: dict[str, str]) -> None:
    found = told(f"2019-01-08 {name} | | | {ref}").plan.steps[-1].facts

    assert found == {"reference": ref} | facts


@pytest.mark.parametrize(("ref", "law"), [("loi n° 26-20", "la loi n° 26-20"), ("dahir n° 1-20-101", None)])
def test_the_dahir_of_a_ratification_is_not_taken_for_its_law(ref: str, law: str | None) -> None:
    ratified = told(f"2020-06-08 ratified | | | {ref}", kind="decret_loi").plan.steps[-1]

    assert (ratified.move, ratified.facts.get("law"), ratified.facts["reference"]) == ("ratify", law, ref)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Projet de décret", "decret"), ("décret", "decret"), ("loi", "projet_de_loi"), ("loi-cadre", "loi_cadre"),
     ("arrete_chef_gouvernement", "arrete_du_chef_du_gouvernement"), ("Décret nomination", "decret_de_nomination"),
     ("Arrêté ministériel", "arrete"), ("مشروع قانون", "projet_de_loi"), ("LOI ORGANIQUE", "loi_organique")],
)  # fmt: skip
def test_a_kind_is_known_by_any_of_its_names(name: str, kind: str) -> None:
    assert told("2019 abandoned", kind=name).history["kind"] == kind


def test_votes_and_words_are_kept_as_they_are_told() -> None:
    votes = {"for": "168", "against": 55, "abstentions": None, "present": 223}
    vote = {"step": " Second reading adopted ", "date": "14 février 2018", "institution": "House of Representatives",
            "votes": votes, "source": "journal", "conflicts": "2018-02-13"}  # fmt: skip
    done = replay({"kind": "Projet de loi", "steps": [vote]}, CALENDAR).plan.situation.done[-1]

    assert (done.move, str(done.on), done.chamber, done.reading) == ("adopt_finally", "2018-02-14", "representants", 2)
    assert done.facts == {"votes": votes | {"for": 168}, "source": "journal", "conflicts": [{"value": "2018-02-13"}]}


def test_what_is_told_out_of_order_is_put_in_order() -> None:
    replayed = told("2018-03-12 published", "2018-02-22 promulgated", "2018-02-14 plenary_adopted")

    assert moves(replayed) == ["adopt_first", "promulgate", "publish"]
    assert last_line([replayed]) == "1 texts, 1 replayed whole, 3 milestones, 0 notes, 0 refused"


def test_a_consultation_before_the_sgg_and_a_title_missing_today_suppose_no_return() -> None:
    replayed = told("2022-05 public_consultation", "2022-06 submitted_to_sgg", kind="decret")

    assert moves(replayed) == ["record_public_consultation", "send_to_sgg"]


def test_a_postponement_asked_before_parliament_supposes_no_deposit() -> None:
    replayed = told("2020-03-19 government_council_adopted | government_council | subject to observations",
                    "2020-05-03 postponement_requested | ministry_of_justice",
                    "2020-05-12 withdrawn | head_of_government")  # fmt: skip

    assert moves(replayed) == ["adopt_with_remarks", "request_postponement", "withdraw"]
    assert "deposit" not in {each.move for each in replayed.plan.steps}


@pytest.mark.parametrize(
    ("outcome", "move"),
    [("", "come_into_force"), ("un an après la publication des textes d’application", "enter_into_force")],
)
def test_an_entry_into_force_that_waits_for_other_texts_is_not_the_day_of_publication(outcome: str, move: str) -> None:
    replayed = told("2007-12-20 published | bulletin_officiel", f"? in_force | | {outcome}")

    assert moves(replayed) == ["publish", move]


def test_the_council_of_ministers_can_come_before_the_government_council() -> None:
    replayed = told("2018-01-22 council_of_ministers_adopted", "2018-01-25 government_council_adopted", kind="decret")

    assert moves(replayed) == ["adopt_early_in_council_of_ministers", "adopt_in_council"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "n’est pas un fichier JSON lisible (ligne 1, colonne 2)."),
        (b"\xff", "n’est pas un fichier JSON lisible."),
        (b"[" * 100000, "n’est pas un fichier JSON lisible."),
        (b"{}", "doit contenir une liste de textes."),
        (b"[3]", "texte 1 : la liste « steps » manque."),
        (b'[{"kind": "edit", "steps": []}]', "texte 1 : la nature « edit » n’a pas de procédure."),
        (b'[{"kind": "decret", "steps": [3]}]', "texte 1 : jalon 1 : une table est attendue."),
        (b'[{"kind": "decret", "steps": [{}]}]', "texte 1 : jalon 1 : le mot « step » manque."),
        (b'[{"kind": "decret", "steps": [{"step": "signed", "date": "2016-02-30"}]}]', "la date « 2016-02-30 »"),
        (b'[{"kind": "decret", "steps": [{"step": "signed", "votes": {"for": "x"}}]}]', "devraient être un nombre"),
        (b'[{"kind": "decret", "steps": [{"step": "signed", "ref": []}]}]', "« ref » devrait être un texte."),
    ],
)
def test_a_file_that_cannot_be_read_is_said(content: bytes, said: str) -> None:
    with pytest.raises(BadHistory) as refused:
        read_histories(content, "histoires.json")

    assert str(refused.value).startswith("« histoires.json »")
    assert said in str(refused.value)
