"""Reads files of histories: what a public page tells of a text, milestone by milestone, whatever its spelling."""

import json
import re
from datetime import date
from functools import cache
from typing import Any

from models import PartialDate
from workflow.calendar.words import parse_fr
from workflow.history.facts import VOTE_KEYS
from workflow.language.folding import plain
from workflow.language.legible import without_overrides
from workflow.rulebook.files import procedures

History = dict[str, Any]

_WORDS = ("id", "number", "title_fr", "title_ar", "final_state")
_STEP_WORDS = ("institution", "ref", "outcome", "hijri", "source", "note")
_UNKNOWN = frozenset({"", "-", "?", "unknown", "inconnu", "inconnue", "null", "none", "n/a"})
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?")
_SMALL = frozenset({"", "de", "du", "des", "d", "le", "la", "l"})
_VOTES = {"pour": "for", "contre": "against", "abstention": "abstentions"}
_FLAGS = {"unanim": "unanimous", "اجماع": "unanimous", "majorit": "majority", "اغلبية": "majority"}


class BadHistory(ValueError):
    """A file of histories that cannot be read, with the place of the fault."""


def read_histories(content: bytes, name: str) -> list[History]:
    """Read a file of histories; raise BadHistory with what is wrong and where."""
    try:
        histories = json.loads(content)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        where = f" (ligne {error.lineno}, colonne {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise BadHistory(f"« {name} » n’est pas un fichier JSON lisible{where}.") from error
    if not isinstance(histories, list):
        raise BadHistory(f"« {name} » doit contenir une liste de textes.")
    read = []
    for place, history in enumerate(histories, start=1):
        try:
            read.append(read_history(history))
        except BadHistory as error:
            raise BadHistory(f"« {name} », texte {place} : {error}") from error
    return read


def read_history(history: object) -> History:
    """Read one history: words as words, dates as partial dates, votes as numbers; what is unknown is None."""
    if not isinstance(history, dict) or not isinstance(history.get("steps"), list):
        raise BadHistory("la liste « steps » manque.")
    kind = _kinds().get(_kind_words(str(history.get("kind"))))
    if kind is None:
        raise BadHistory(f"la nature « {history.get('kind') or ''} » n’a pas de procédure.")
    words = {key: _words(history.get(key), key) for key in _WORDS}
    steps = []
    for place, step in enumerate(history["steps"], start=1):
        try:
            steps.append(_step(step))
        except BadHistory as error:
            raise BadHistory(f"jalon {place} : {error}") from error
    return history | words | {"kind": kind, "steps": steps, "relations": _relations(history.get("relations"))}


@cache
def _kinds() -> dict[str, str]:
    """Find a kind by its code or its names; where two kinds share one, the first in the order of the kinds has it."""
    known = procedures().items()
    found = {_kind_words(kind): kind for kind, _procedure in known}
    for kind, procedure in known:
        for name in (procedure.label.fr, procedure.label.ar, procedure.draft.fr, procedure.act.fr):
            found.setdefault(_kind_words(name), kind)
    return found


def _kind_words(name: str) -> str:
    """Write the name of a kind as everybody would: without accents, signs or small words."""
    return " ".join(word for word in re.split(r"[\W_]+", plain(name)) if word not in _SMALL)


def _step(step: object) -> dict[str, Any]:
    if not isinstance(step, dict):
        raise BadHistory("une table est attendue.")
    name = step.get("step")
    if not isinstance(name, str) or not name.strip():
        raise BadHistory("le mot « step » manque.")
    words = {key: _words(step.get(key), key) for key in _STEP_WORDS}
    on = _date(step.get("date")) or _date(step.get("date_partial"))
    return step | words | {
        "step": name.strip(), "on": on, "votes": _votes(step.get("votes")), "reading": _reading(step.get("reading")),
        "conflicts": _conflicts(step.get("conflicts")),
    }  # fmt: skip


def _words(value: object, key: str) -> str | None:
    if isinstance(value, dict | list):
        raise BadHistory(f"« {key} » devrait être un texte.")
    return None if value is None else without_overrides(str(value)).strip() or None


def _date(value: object) -> PartialDate | None:
    written = "" if value is None else str(value).strip()
    if plain(written) in _UNKNOWN:
        return None
    try:
        if match := _DAY_FIRST.fullmatch(written):
            return PartialDate.of(date(int(match[3]), int(match[2]), int(match[1])))
        if match := _YEAR_FIRST.fullmatch(written):
            return PartialDate(*(int(part) for part in match.groups() if part))
        return parse_fr(written)
    except ValueError as error:
        raise BadHistory(f"la date « {value} » ne se lit pas : AAAA-MM-JJ, AAAA-MM ou AAAA est attendu.") from error


def _reading(value: object) -> int:
    written = "" if value is None else str(value).strip()
    return int(written) if written.isascii() and written.isdigit() else 0


def _votes(votes: object) -> dict[str, Any] | None:
    if not votes:
        return None
    told = votes if isinstance(votes, dict) else {"text": votes}
    kept: dict[str, Any] = {}
    for key, value in told.items():
        name = _VOTES.get(key, key)
        if name != "text":
            kept[name] = _count(name, value) if name in VOTE_KEYS else value
    said = plain(str(told.get("text") or ""))
    flags = {flag: True for words, flag in _FLAGS.items() if words in said or told.get(flag)}
    return kept | flags


def _count(name: str, value: object) -> int | None:
    written = "" if value is None else str(value).strip()
    if plain(written) in _UNKNOWN:
        return None
    if not (written.isascii() and written.isdigit()):
        raise BadHistory(f"les voix « {name} » devraient être un nombre, et non « {value} ».")
    return int(written)


def _conflicts(conflicts: object) -> list[dict[str, Any]]:
    rows = conflicts if isinstance(conflicts, list) else [conflicts]
    return [row if isinstance(row, dict) else {"value": row} for row in rows if row]


def _relations(relations: object) -> list[dict[str, Any]]:
    rows = relations if isinstance(relations, list) else []
    return [row for row in rows if isinstance(row, dict) and row.get("target")]
