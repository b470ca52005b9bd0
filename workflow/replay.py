"""Replays the real histories of texts: each milestone becomes a move, what lies in between is inferred."""

import json
import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from models import LegalText, PartialDate
from workflow.backfill import Milestone, Plan, plan
from workflow.calendar import Calendar
from workflow.doubts import doubts
from workflow.history import OPEN, Supposed, fold
from workflow.procedure_files import procedure_of, procedures
from workflow.sentence import sentence

_TABLE = Path(__file__).with_name("data") / "milestones.toml"
_BO = re.compile(r"(\d{3,4}(?:\s*bis)?)(?:.*?\bp\.?\s*(\d+))?")
_NUMBER = re.compile(r"\d{1,4}(?:[-./]\d{1,4}){1,2}")
_CHAMBERS = {"chamber_of_representatives": "representants", "chamber_of_councillors": "conseillers"}
_FLAGS = {"unanimous": "unanimous", "majority": "majority"}


class BadHistory(ValueError):
    """A file of histories that cannot be read, with the place of the fault."""


@dataclass(frozen=True)
class Replayed:
    """One history replayed: its path, where it leads, and what is odd about it."""

    history: dict[str, Any]
    milestones: list[Milestone]
    plan: Plan
    warnings: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether every milestone found its place."""
        return not self.plan.refused

    @property
    def notes(self) -> int:
        """Count the milestones that are no step of a procedure."""
        return sum(milestone.moves == ("note",) for milestone in self.milestones)


def read_histories(content: bytes, name: str) -> list[dict[str, Any]]:
    """Read a file of histories; raise BadHistory with what is wrong and where."""
    try:
        histories = json.loads(content)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise BadHistory(f"« {name} » n’est pas un fichier JSON lisible : {error}.") from error
    if not isinstance(histories, list):
        raise BadHistory(f"« {name} » doit contenir une liste de textes.")
    for place, history in enumerate(histories, start=1):
        if not isinstance(history, dict) or not isinstance(history.get("steps"), list):
            raise BadHistory(f"« {name} », texte {place} : la liste « steps » manque.")
        if history.get("kind") not in procedures():
            raise BadHistory(f"« {name} », texte {place} : la nature « {history.get('kind')} » n’a pas de procédure.")
    return histories


def replay(history: dict[str, Any], calendar: Calendar) -> Replayed:
    """Find the legal path of one history; nothing is written."""
    text = LegalText(
        procedure=history["kind"], procedure_version="", title_fr=history.get("title_fr") or "",
        created_at=datetime.min.replace(tzinfo=UTC),
    )  # fmt: skip
    milestones = [_milestone(step) for step in history["steps"]]
    start = fold(procedure_of(text), [Supposed(1, OPEN)])
    found = plan(text, start, milestones)
    return Replayed(history, milestones, found, [*doubts(text, start, found, calendar)])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text("utf-8"))


def _milestone(step: dict[str, Any]) -> Milestone:
    known = _table()["steps"].get(step["step"])
    on = _date(step)
    chamber = _chamber(step.get("institution") or "")
    if known is None:
        words = " – ".join(filter(None, (step["step"].replace("_", " "), step.get("outcome"), step.get("note"))))
        return Milestone(("note",), on, _clean({"note": words, "reference": step.get("ref")}))
    return Milestone(
        moves=_candidates(known, step.get("outcome") or ""),
        on=on,
        facts=_facts(step, known, chamber),
        chamber=chamber,
        crossing=known.get("crossing", False),
        reading=known.get("reading", 0),
        navette=known.get("navette", 0),
    )


def _date(step: dict[str, Any]) -> PartialDate | None:
    written = step.get("date") or step.get("date_partial")
    return PartialDate.parse(written) if written else None


def _candidates(known: dict[str, Any], outcome: str) -> tuple[str, ...]:
    for words, move in known.get("prefer", {}).items():
        if re.search(words, outcome, re.IGNORECASE):
            return (move, *(other for other in known["moves"] if other != move))
    return tuple(known["moves"])


def _chamber(institution: str) -> str | None:
    named = {chamber for name, chamber in _CHAMBERS.items() if name in institution}
    return named.pop() if len(named) == 1 else None


def _facts(step: dict[str, Any], known: dict[str, Any], chamber: str | None) -> dict[str, Any]:
    institution = step.get("institution") or ""
    facts: dict[str, Any] = {
        "reference": step.get("ref"),
        "note": step.get("outcome"),
        "votes": _votes(step.get("votes")),
        "hijri": step.get("hijri"),
        "source": step.get("source"),
        "conflicts": step.get("conflicts"),
        **_reference(known.get("reference"), step.get("ref") or ""),
    }
    if "deposit" in known["moves"]:
        facts["chamber"] = chamber or "representants"
    if known.get("body"):
        facts["body"] = _table()["bodies"].get(institution, institution.replace("_", " "))
    if chamber and "/" in institution:
        facts["committee"] = institution.rpartition("/")[2].replace("_", " ")
    return _clean(facts)


def _reference(form: str | None, ref: str) -> dict[str, Any]:
    if form == "bo":
        match = _BO.search(ref)
        return {"bo_number": match[1], "bo_page": match[2]} if match else {}
    number = _NUMBER.search(ref)
    return {form: number[0]} if form and number else {}


def _votes(votes: dict[str, Any] | None) -> dict[str, Any] | None:
    if not votes:
        return None
    kept = {key: value for key, value in votes.items() if key != "text"}
    flag = _FLAGS.get(votes.get("text") or "")
    return kept | ({flag: True} if flag else {})


def _clean(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value not in (None, "", [], {})}


def as_dict(replayed: Replayed, calendar: Calendar) -> dict[str, Any]:
    """Give one replayed history for a JSON file."""
    procedure = procedures()[replayed.history["kind"]]
    situation = replayed.plan.situation
    times: Counter[str] = Counter()
    told, inferred = [], []
    for planned, done in zip(replayed.plan.steps, situation.done[1:], strict=True):
        times[done.move] += 1
        row = {"move": done.move, "state": done.to_state, "chamber": done.chamber, "reading": done.reading,
               "occurrence": times[done.move]}  # fmt: skip
        if planned.milestone is None:
            inferred.append(row)
            continue
        step = replayed.history["steps"][planned.milestone]
        told.append({"step": step["step"], "on": str(done.on) if done.on else None, **row, "facts": done.facts})
    return {
        "id": replayed.history.get("id"),
        "kind": replayed.history["kind"],
        "milestones": told,
        "inferred": inferred,
        "warnings": replayed.warnings,
        "notes": replayed.notes,
        "refused": [
            {"step": replayed.history["steps"][place]["step"], "reason": reason}
            for place, reason in replayed.plan.refused.items()
        ],
        "final_state": situation.state,
        "sentence": sentence(procedure, situation, calendar),
    }
