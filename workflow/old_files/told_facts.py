"""The facts of a told step: references, numbers, bodies, votes, and how sure its source is."""

import re
from collections.abc import Callable
from typing import Any

from models import PartialDate
from workflow.history.facts import Facts
from workflow.language.folding import plain
from workflow.procedure.institutions import coded, name_fr
from workflow.sentences.sentence import listed_fr

_BO = re.compile(
    r"(?:^|n[°ºo]\.?|numero|\bbo|b\.o\.?|officiel|عدد|الرسمية)\s*(\d{3,5}(?:\s*(?:bis|ter|مكرر))?)(?![\d-])"
)
_PAGE = re.compile(r"(?:\bpp?\.?|page|ص\.?)\s*(\d+)")
_NUMBER = re.compile(r"\d{1,4}(?:[-./]\d{1,4}){1,2}")
_NUMBERED = re.compile(rf"(?:n[°ºo]\.?|رقم)\s*({_NUMBER.pattern})")
_PARTLY = re.compile(r"partial|partiel|partly|in part|en partie|pour partie|جزئي")
_SEVERABLE = re.compile(r"separab|severab|dissociab|قابلة للفصل")
_NOT_SEVERABLE = re.compile(r"(non|not|pas|in)[ -]?(separab|severab|dissociab)|غير قابلة للفصل")
_UNSURE = frozenset({"memory", "derived"})


def facts_of(step: dict[str, Any], known: dict[str, Any], chamber: str | None) -> dict[str, Any]:
    """Give the facts of a step that the table knows, those that are not known left out."""
    institution, outcome, ref = (step[key] or "" for key in ("institution", "outcome", "ref"))
    facts: dict[str, Any] = {
        "reference": ref,
        "note": _note(step),
        **{key: step[key] for key in ("votes", "hijri", "source", "conflicts")},
        **certainty_of(step),
        **_reference(known.get("reference"), ref, step),
    }
    if "says" in known:
        facts["note"] = known["says"].format(ref=ref)
    if "partly" in known and _PARTLY.search(plain(outcome)):
        facts[known["partly"]] = outcome
    if "outcome" in known:
        facts[known["outcome"]] = outcome
    if "body" in known:
        facts[known["body"]] = _bodies(institution, step["on"])
    if chamber and "/" in institution:
        facts["committee"] = institution.rpartition("/")[2].replace("_", " ")
    return known_only(facts)


def facts_announced(step: dict[str, Any], fact: str) -> Facts:
    """Give the facts of what a source only announces: its day is that of the sitting, `fact`."""
    day = step["on"].first_day.isoformat() if step["on"] and step["on"].is_full else None
    return known_only({fact: day, "note": _note(step), "source": step["source"], **certainty_of(step)})


def certainty_of(step: dict[str, Any]) -> dict[str, Any]:
    """Keep how sure a source is, where it is not."""
    certainty = step.get("confidence")
    return {"certainty": certainty} if certainty in _UNSURE else {}


def _note(step: dict[str, Any]) -> str:
    return " – ".join(filter(None, (step["outcome"], step["note"])))


def _bodies(institution: str, on: PartialDate | None) -> str:
    named = [coded(part.strip().replace("_", " ")) for part in institution.split("+") if part.strip()]
    # A fact names one institution by its code, several by their names.
    return named[0] if len(named) == 1 else ", ".join(name_fr(each, on.last_day if on else None) for each in named)


def _reference(form: str | None, ref: str, step: dict[str, Any]) -> dict[str, Any]:
    return _REFERENCES[form](ref, step) if form in _REFERENCES else {form: _number(ref)} if form else {}


def _validity(_ref: str, step: dict[str, Any]) -> dict[str, Any]:
    return {"until_on": step["on"].last_day.isoformat()} if step["on"] else {"ended": True}


def _replacing(ref: str, step: dict[str, Any]) -> dict[str, Any]:
    outcome = step["outcome"] or ""
    numbers = [f"n° {number}" for number in _NUMBER.findall(outcome)]
    named = f"{'les textes' if len(numbers) > 1 else 'le texte'} {listed_fr(numbers)}" if numbers else outcome
    return {"successor": ref or named}


def _decision(ref: str, step: dict[str, Any]) -> dict[str, Any]:
    return {"decision": _number(ref), "severable": severable(step["outcome"] or "")}


def severable(said: str) -> str | None:
    """Say whether these words tell censured provisions severable from the others; None where they do not tell."""
    words = plain(said)
    return "no" if _NOT_SEVERABLE.search(words) else "yes" if _SEVERABLE.search(words) else None


def _issue(ref: str, _step: dict[str, Any]) -> dict[str, Any]:
    issue, page = _BO.search(ref.casefold()), _PAGE.search(ref.casefold())
    return {"bo_number": issue and issue[1], "bo_page": page and page[1]}


def _law(ref: str, _step: dict[str, Any]) -> dict[str, Any]:
    number = _number(ref)
    return {"law": number and f"la loi n° {number}" if "dahir" not in plain(ref) else None}


_REFERENCES: dict[str | None, Callable[[str, dict[str, Any]], dict[str, Any]]] = {
    "until": _validity,
    "replacing": _replacing,
    "decision": _decision,
    "bo": _issue,
    "new_number": lambda ref, _step: {"number": _number(ref), "successor": ref},
    "law": _law,
    "successor": lambda ref, _step: {"successor": ref},
}


def _number(ref: str) -> str | None:
    match = _NUMBERED.search(ref) or _NUMBER.search(ref)
    return match.group(match.lastindex or 0) if match else None


def known_only(facts: dict[str, Any]) -> dict[str, Any]:
    """Leave out the facts without a value."""
    return {name: value for name, value in facts.items() if value not in (None, "", [], {})}
