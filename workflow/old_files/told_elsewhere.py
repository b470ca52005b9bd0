"""What the histories of other texts tell of a text: one that is amended or applied is in force, one repealed is not."""

from collections.abc import Mapping, Sequence
from typing import Any

from workflow.old_files.history_files import History
from workflow.old_files.told_steps import known_step
from workflow.rulebook.files import procedures

# By the tie that the other text declares: the step that this one is told, and whether the other must be law for it.
_STEPS = {"repeals": ("superseded", True), "amends": ("amended", True), "implements": ("applied", True)}
# A text that somebody prepares to amend stands in law already.
_OF_DRAFTS = {"amends": "amended_soon"}
_LAW = frozenset({"publish", "come_into_force", "phase_in"})


def told_elsewhere(histories: Sequence[History]) -> Mapping[str, list[dict[str, Any]]]:
    """Give, by the id of a text, the steps that the other histories of one file show of it, none of them dated."""
    found: dict[str, list[dict[str, Any]]] = {}
    laws = {history["id"] for history in histories if _is_law(history)}
    for history in histories:
        for relation in history["relations"]:
            name, needs_law = _STEPS.get(str(relation.get("type")), ("", True))
            if needs_law and history["id"] not in laws:
                name = _OF_DRAFTS.get(str(relation.get("type")), "")
            target = str(relation["target"])
            # Where the text's own history tells its publication, an amendment or an application adds nothing.
            if name and (name == "superseded" or target not in laws):
                found.setdefault(target, []).append(_step(name, history))
    return found


def _is_law(history: History) -> bool:
    steps = (known_step(step["step"]) for step in history["steps"])
    return any(known and not _LAW.isdisjoint(known["moves"]) for known in steps)


def _step(name: str, other: History) -> dict[str, Any]:
    procedure = procedures()[other["kind"]]
    noun = procedure.act if _is_law(other) else procedure.draft
    named = f"{noun.fr} n° {other['number']}" if other["number"] else f"{noun.fr} « {other['title_fr']} »"
    blank = dict.fromkeys(("institution", "outcome", "hijri", "source", "note", "on", "votes"))
    return {**blank, "step": name, "ref": named, "reading": 0, "conflicts": [], "elsewhere": True}
