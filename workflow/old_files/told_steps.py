"""What a step of a history file tells: the moves it can have been, with its date, its facts and how sure they are."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from workflow.language.folding import plain
from workflow.language.official_numbers import find_numbers
from workflow.language.undone import is_denied, undone
from workflow.old_files.milestones import Milestone
from workflow.old_files.told_facts import certainty_of, facts_announced, facts_of, known_only
from workflow.procedure.model import Procedure
from workflow.relations.citations import family

_TABLE = Path(__file__).with_name("milestones.toml")
_AMENDED = re.compile(r"\bamended|\bamende\b|modifie\b|modified|with (.{0,25})amend|avec (.{0,25})(amend|modif)")
_NOT_AMENDED = re.compile(r"(without|no|not|sans|aucun|non)\b.{0,20}(amend|modif|chang)")
_GOES_ON = re.compile(r"deposit|referred|committee|plenary|adopted_by|final|promulg|publish|in_force|reading")
# Laws are numbered by one series, whatever they are called.
_LAW = "loi"


def milestones_of(procedure: Procedure, steps: Sequence[dict[str, Any]], number: str | None) -> list[Milestone]:
    """Give what each step of a history tells, in the order of the file; `number` is the text's own."""
    told: list[Milestone] = []
    replaced_by = ""
    amended: set[str | None] = set()
    for place, step in enumerate(steps):
        other = replaced_by or _other_text(procedure, step, number)
        milestone = _of_other(step, other) if other else _milestone(procedure, step)
        if _is(step, "committee_adopted"):
            amended |= {milestone.chamber} if _amends(step) else set()
        elif _is(step, "plenary_adopted") and milestone.chamber in amended and not milestone.worded:
            milestone = _amending(procedure, milestone)
            amended.discard(milestone.chamber)
        if not replaced_by and _is_replaced(step, steps[place + 1 :]):
            replaced_by = step["ref"] or step["outcome"] or "texte qui le remplace"
            milestone = replace(milestone, moves=tuple((known_step(step["step"]) or {})["replaced"]))
        told.append(milestone)
    return told


def _is_replaced(step: dict[str, Any], later: Sequence[dict[str, Any]]) -> bool:
    """Whether a text that comes back under a new number is another file: its own is not told further than councils."""
    if "replaced" not in (known_step(step["step"]) or {}):
        return False
    return not any(_GOES_ON.search(each["step"]) for each in later)


def _is(step: dict[str, Any], name: str) -> bool:
    known = known_step(step["step"])
    return known is not None and known.get("moves") == _table()["steps"][name]["moves"]


def _amends(step: dict[str, Any]) -> bool:
    words = plain(step["outcome"] or "")
    return bool(_AMENDED.search(words)) and not _NOT_AMENDED.search(words)


def _amending(procedure: Procedure, milestone: Milestone) -> Milestone:
    """Tell a vote as one on an amended text: its committee has amended it, and no source says otherwise."""
    worded = [move for move in _table()["amended_votes"] if move in procedure.moves]
    return replace(milestone, moves=tuple(dict.fromkeys((*worded, *milestone.moves))), worded=frozenset(worded))


def _other_text(procedure: Procedure, step: dict[str, Any], number: str | None) -> str:
    """Name the text that a step is told of, where its reference names another one than this; else nothing."""
    known = known_step(step["step"])
    if known is None or not number or known.get("reference") or known.get("effect") or family(procedure.kind) != _LAW:
        return ""
    cited = [each.number for each in find_numbers(step["ref"] or "") if each.number.kind == _LAW]
    if not cited:
        return ""
    own = re.sub(r"[./]", "-", number).lstrip("0")
    return "" if any(each.normal.lstrip("0") == own for each in cited) else str(step["ref"])


def _of_other(step: dict[str, Any], other: str) -> Milestone:
    said = " – ".join(filter(None, (step["step"].replace("_", " "), step["ref"], step["outcome"], step["note"])))
    return Milestone(("note",), step["on"], known_only({"note": f"De {other} : {said}", "source": step["source"]}))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text("utf-8"))


def _milestone(procedure: Procedure, step: dict[str, Any]) -> Milestone:
    known = known_step(step["step"])
    chamber = _chamber(step["institution"])
    instead = _not_done(known, step) if known else None
    if known is None or instead == [] or not _has_move(procedure, known):
        # What the procedure has no step for is worth a dated note.
        words = " – ".join(filter(None, (step["step"].replace("_", " "), step["outcome"], step["note"])))
        facts = known_only({"note": words, "reference": step["ref"], "source": step["source"], **certainty_of(step)})
        return Milestone(("note",), step["on"], facts, chamber=chamber, shows_effect=_shows_effect(step))
    if instead is not None:
        known = {"moves": instead, "otherwise": ["note"]}
    elif announced := _announced(known, step):
        return Milestone((announced["move"],), None, facts_announced(step, announced["fact"]), chamber=chamber)
    worded = _worded(known, step)
    # The last extension is told with the end that it had, on a day that it does not tell.
    ended = known.get("undated") is True and "expire" in worded
    return Milestone(
        moves=tuple(worded)
        if worded and known.get("read_by_words")
        else tuple(dict.fromkeys((*worded, *known["moves"]))),
        on=None if ended else step["on"],
        facts=facts_of(step, known, chamber) | ({"ended": True} if ended else {}),
        chamber=chamber,
        crossing=known.get("crossing", False),
        reading=known.get("reading", 0),
        navette=known.get("navette", 0),
        worded=frozenset(worded),
        otherwise=tuple(known.get("otherwise", ())),
        told_reading=step["reading"],
        shows_effect=_shows_effect(step) if known.get("effect") == "by_words" else known.get("effect", False),
        is_concluded=step.get("elsewhere", False),
    )


def _has_move(procedure: Procedure, known: dict[str, Any]) -> bool:
    return any(name in procedure.moves for name in (*known["moves"], *known.get("otherwise", ())))


def _not_done(known: dict[str, Any], step: dict[str, Any]) -> list[str] | None:
    """Give the moves that a step is of which its own outcome says that it was not done; None for one that was."""
    table, words = _table()["undone"], plain(step["outcome"] or "")
    if "rejected" in known and re.search(table["rejected"], words):
        rejected: list[str] = known["rejected"]
        return rejected
    if "undone" in known and not _announced(known, step) and re.search(table["words"], words):
        undone_as: list[str] = known["undone"]
        return undone_as
    return None


def _announced(known: dict[str, Any], step: dict[str, Any]) -> dict[str, str] | None:
    """Say what it is that a source only announces; None for what it tells as done."""
    words = plain(" – ".join(filter(None, (step["outcome"], step["note"]))))
    announced: dict[str, str] | None = known.get("announced")
    return announced if announced and re.search(_table()["announced"]["words"], words) else None


def _shows_effect(step: dict[str, Any]) -> bool:
    """Whether a page or an event that is no step of a procedure shows the text in effect."""
    effect, words = _table()["effect"], plain(step["outcome"] or "")
    return _is_told(effect["words"], words) and not re.search(effect["drafts"], words)


def known_step(name: str) -> dict[str, Any] | None:
    """Give what the table knows of a step by its name, its synonyms and what goes before it; None for no step."""
    table = _table()
    word = re.sub(r"[\s-]+", "_", plain(name))
    word = table["synonyms"].get(word, word)
    if word in table["steps"]:
        known: dict[str, Any] = table["steps"][word]
        return known
    for prefix, place in table["prefixes"].items():
        base = known_step(word.removeprefix(prefix)) if word.startswith(prefix) else None
        if base:
            return {**base, **place}
    return None


def _worded(known: dict[str, Any], step: dict[str, Any]) -> list[str]:
    words = plain(" – ".join(filter(None, (step["institution"], step["outcome"], step["ref"]))))
    says = _is_told if known.get("read_by_words") else _is_not_denied
    return next((moves for pattern, moves in known.get("prefer", {}).items() if says(pattern, words)), [])


def _is_told(pattern: str, words: str) -> bool:
    """Whether these words tell the step that a pattern stands for as done."""
    return any(not undone(words, *match.span()) for match in re.finditer(pattern, words))


def _is_not_denied(pattern: str, words: str) -> bool:
    """Whether these words say of a step told as done what a pattern stands for: "amended", and not "not amended"."""
    return any(not is_denied(words, match.start()) for match in re.finditer(pattern, words))


def _chamber(institution: str | None) -> str | None:
    words = plain(institution or "")
    named = [chamber for chamber, pattern in _table()["chambers"].items() if re.search(pattern, words)]
    return named[0] if len(named) == 1 else None
