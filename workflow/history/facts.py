"""What a move asks: typed, read from a form or a file, refused with a sentence when it cannot be."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from models import LIMITS, PartialDate
from workflow.language.legible import clean, illegible, one_line
from workflow.procedure.institutions import coded
from workflow.procedure.model import Procedure, Transition
from workflow.procedure.vocabulary import Fact

Facts = dict[str, Any]

LINE = 300
TEXT = 4000
# The reason of a correction, or of a change of kind.
REASON = 1000
_MOST_VOTES = 999
_MOST_MONTHS = 240
_DIGITS = 9  # Python refuses to read a number of thousands of digits
VOTE_KEYS = ("for", "against", "abstentions")
VOTE_WORDS = ("unanimous", "majority")
ALWAYS = {
    "reference": Fact(
        type="line", label_fr="Référence ou preuve", label_ar="المرجع أو الإثبات",
        hint_fr="Le numéro de la lettre ou du bordereau, ou l’adresse de la page qui le dit.",
    ),
    "note": Fact(
        type="text", label_fr="Note", label_ar="ملاحظة",
        hint_fr="Le signe @ devant un nom, comme @Amina, prévient cette personne par courriel.",
    ),
}  # fmt: skip
# What a step may carry though its move asks nothing of the kind: the printed Hijri date, where its words come from,
# what other sources say, and the doubts that were confirmed, in the words in which they were said.
CARRIED = frozenset({"hijri", "source", "conflicts", "confirmed"})


class BadFact(ValueError):
    """An answer that cannot be kept, with the sentence that says why."""


def asked(procedure: Procedure, move: Transition) -> dict[str, Fact]:
    """Give what the move asks, required first, then what every move accepts."""
    own = {name: procedure.vocabulary.facts[name] for name in (*move.requires, *move.asks) if name not in ALWAYS}
    return own | ALWAYS


def read(fact: Fact, answer: Any) -> Any:  # noqa: ANN401 - an answer is what its type makes of it
    """Turn an answer into the value that is kept, None for no answer; raise BadFact when it is no such thing."""
    if answer in (None, "", []):
        return None
    value = _READERS[fact.type](fact, answer)
    return coded(value) if fact.institution and isinstance(value, str) else value


def complaints(procedure: Procedure, move: Transition, facts: Mapping[str, Any]) -> list[str]:
    """List what is missing from the facts, or does not belong to the move."""
    known = asked(procedure, move)
    missing = [f"« {label} » est à renseigner." for label in unanswered(procedure, move, facts)]
    foreign = [f"« {name} » n’est pas demandé ici." for name in facts if name not in known and name not in CARRIED]
    return missing + foreign


def unanswered(procedure: Procedure, move: Transition, facts: Mapping[str, Any]) -> list[str]:
    """Name what the move requires and the facts do not tell."""
    known = asked(procedure, move)
    return [known[name].label_fr for name in move.requires if facts.get(name) in (None, "", [])]


def confirmed(facts: Mapping[str, Any]) -> list[str]:
    """Give the doubts that were confirmed with these facts, in the words in which they were said.

    Old steps have a bare mark instead: their date was confirmed, and no words were kept.
    """
    told = facts.get("confirmed")
    return told if isinstance(told, list) else []


def read_partial_date(day: str, month: str, year: str) -> PartialDate | None:
    """Read a date given in three parts, the smaller ones possibly empty; raise BadFact when no calendar has it."""
    parts = [part.strip() for part in (year, month, day)]
    if not any(parts):
        return None
    given = [part for part in parts if part]
    if parts[: len(given)] != given:
        raise BadFact("Donnez l’année, puis le mois, puis le jour : le jour seul ne suffit pas.")
    try:
        # A number with more digits is no part of a date, and would overflow.
        return PartialDate(*(int(part if len(part) <= _DIGITS else "") for part in given))
    except ValueError as error:
        raise BadFact("Cette date n’existe pas dans le calendrier.") from error


def _line(fact: Fact, answer: Any) -> str | None:  # noqa: ANN401
    return _limited(str(answer), LIMITS["number"] if fact.official_number else LINE)


def _title(_fact: Fact, answer: Any) -> str | None:  # noqa: ANN401
    return _limited(one_line(str(answer)), min(LIMITS["title_fr"], LIMITS["title_ar"]))


def _text(_fact: Fact, answer: Any) -> str | None:  # noqa: ANN401
    return _limited(str(answer), TEXT)


def _limited(answer: str, limit: int) -> str | None:
    words = clean(answer).strip()
    if wrong := illegible(words) or too_long(words, limit):
        raise BadFact(wrong)
    return words or None


def too_long(words: str, limit: int) -> str | None:
    """Say by how much words are too long, if they are."""
    return f"{limit} caractères au plus ; il y en a {len(words)}." if len(words) > limit else None


def _choice(fact: Fact, answer: Any) -> str | None:  # noqa: ANN401
    if fact.is_open:
        return _line(fact, answer)
    if answer not in [choice.value for choice in fact.choices]:
        raise BadFact("Choisissez une des réponses proposées.")
    return str(answer)


def _checklist(fact: Fact, answer: Any) -> list[str]:  # noqa: ANN401
    return [str(_choice(fact, item)) for item in ([answer] if isinstance(answer, str) else answer)]


def _votes(_fact: Fact, answer: Any) -> dict[str, Any] | None:  # noqa: ANN401
    votes = {key: _number(answer.get(key), _MOST_VOTES) for key in VOTE_KEYS}
    flags = {key: True for key in VOTE_WORDS if answer.get(key)}
    if all(value is None for value in votes.values()) and not flags:
        return None
    return votes | flags


def _months(_fact: Fact, answer: Any) -> int | None:  # noqa: ANN401
    return _number(answer, _MOST_MONTHS, least=1)


def _number(answer: Any, most: int, *, least: int = 0) -> int | None:  # noqa: ANN401
    words = "" if answer is None else str(answer).strip()
    if not words:
        return None
    if len(words) > _DIGITS or not words.isascii() or not words.isdigit() or not least <= int(words) <= most:
        raise BadFact(f"Un nombre entier de {least} à {most} est attendu.")
    return int(words)


def _day(_fact: Fact, answer: Any) -> str:  # noqa: ANN401
    try:
        return date.fromisoformat(str(answer)).isoformat()
    except ValueError as error:
        raise BadFact("Une date complète est attendue : jour, mois, année.") from error


_READERS = {
    "line": _line,
    "text": _text,
    "title": _title,
    "choice": _choice,
    "checklist": _checklist,
    "votes": _votes,
    "months": _months,
    "day": _day,
}
