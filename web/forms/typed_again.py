"""What was typed in a form, in words: shown to whoever can send it no more, and has to take it up elsewhere."""

from typing import Any

from flask import request
from flask_babel import gettext as _

from web.forms.dates import DateParts
from workflow.language.legible import without_overrides
from workflow.procedure.vocabulary import Fact
from workflow.sentences.sentence import date_fr

# What a person typed: the name of each field as its page shows it, and the words; nothing for what was left empty.
Typed = list[tuple[str, str]]
_VOTES = {"for": "pour", "against": "contre", "abstentions": "abstentions"}
_CARRIED = {"unanimous": "à l’unanimité", "majority": "à la majorité"}


def date_words(parts: DateParts) -> str:
    """Word a date that was typed; one that no calendar has is given back as it was typed."""
    if parts.unknown:
        return str(_("date inconnue"))
    return date_fr(parts.value, "bare") or "/".join(filter(None, (parts.day, parts.month, parts.year)))


def fact_words(fact: Fact, typed: Any) -> str:  # noqa: ANN401 - each type of fact has its own shape
    """Word what was typed for a fact, as the person saw it: a choice by its label, votes with what they count."""
    if isinstance(typed, DateParts):
        return date_words(typed)
    if isinstance(typed, dict):
        counted = [f"{typed[key]} {words}" for key, words in _VOTES.items() if typed.get(key)]
        return ", ".join([*counted, *(words for key, words in _CARRIED.items() if typed.get(key))])
    if fact.choices:
        labels = {choice.value: choice.fr for choice in fact.choices}
        chosen = typed if isinstance(typed, list) else [typed]
        return ", ".join(labels.get(value) or value for value in chosen if value)
    return str(typed or "")


def reason_words(label: str) -> Typed:
    """Give the reason that was typed, under the name that its page gives it."""
    reason = without_overrides(request.form.get("reason", "")).strip()
    return [(label, reason)] if reason else []
