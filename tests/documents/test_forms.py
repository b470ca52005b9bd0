"""Dates, numbers, agreement and references: the forms of official papers, in both languages, case by case.

The cases stand in `forms/`, under the rule that each of them follows, so that a lawyer can read and add to them.
"""

import tomllib
from collections.abc import Callable
from datetime import date
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from documents.bulletin import issue_ar, issue_fr
from documents.filters import (
    charged_fr,
    date_double_ar,
    date_double_fr,
    date_long_ar,
    each_ar,
    each_fr,
    number_ar,
    number_fr,
    orders_ar,
    orders_fr,
    reference_ar,
    reference_fr,
)  # fmt: skip
from documents.grammar import ActReference, Agreement
from documents.kinds.acts.closing import of_closing
from documents.kinds.acts.preamble import of_preamble
from documents.kinds.acts.titles import title
from documents.kinds.acts.visas import visas
from documents.language import LANGUAGES
from models import PartialDate
from tests.documents.act_cases import OURS, case, named, said
from tests.documents.test_preambles_of_acts import tie
from tests.workflow.builders import TO_ADOPTED, TO_SGG, Move, moved, undated
from workflow.calendar.hijri import DualDate, format_ar, format_fr, parse_fr
from workflow.calendar.words import long_date
from workflow.language import counting
from workflow.language.official_numbers import in_arabic, in_french, parse_number, proposal
from workflow.names.offices import OFFICES
from workflow.sentences.citations import act_ar, basis_ar, has_latin

Given = Any  # what a case of a TOML file gives: words and counts


def _both_calendars(day: str) -> list[str]:
    return [date_double_fr(date.fromisoformat(day)), date_double_ar(date.fromisoformat(day))]


def _entered(hijri: str, day: str) -> list[str]:
    dual = DualDate(parse_fr(hijri), date.fromisoformat(day), estimated=False)
    return [date_double_fr(dual), date_double_ar(dual)]


def _hijri(written: str) -> list[str]:
    hijri = parse_fr(written)
    return [format_fr(hijri), format_ar(hijri, "closing"), format_ar(hijri, "bo")]


def _to_sign(kind: str, signing: str = f"ministry_of_justice|{OURS}") -> list[Move]:
    before = TO_SGG if kind.startswith("arrete") else TO_ADOPTED
    agreed = ["lodge_with_committees", "agree_in_committees"] if kind == "decret_loi" else []
    joint = [named(*signing.split("|"))] if kind == "arrete_conjoint" else []
    return [*before, *undated(*agreed, "send_to_signature"), *joint]


def _signed(kind: str, day: str, **facts: str) -> list[Move]:
    joint = ["ministry_of_justice", OURS] if kind == "arrete_conjoint" else []
    collected = [moved("collect_signature", signatory=each) for each in joint]
    return [*_to_sign(kind), *collected, moved("sign", day, **facts)]


def _closing(kind: str, day: str) -> list[str]:
    signed = case(kind, *_signed(kind, day))
    return [of_closing(signed, language)["fait"] for language in LANGUAGES]


def _title(kind: str, french: str, arabic: str) -> list[str]:
    told = case(kind, title_fr=french, title_ar=arabic)
    return [title(told, language) for language in LANGUAGES]


def _own_title(kind: str, number: str, day: str) -> list[str]:
    signed = case(kind, *_signed(kind, day, number=number), title_fr="fixant le régime",
                  title_ar="بتحديد النظام")  # fmt: skip
    return [title(signed, language) for language in LANGUAGES]


def _issuers(kind: str, signing: str) -> list[str]:
    told = case(kind, *_to_sign(kind, signing))
    parts = [of_preamble(told, language) for language in LANGUAGES]
    return [" ".join([*each["emetteurs"], each["formule"]]) for each in parts]


def _act(nouns: str, number: str, day: str, dahir: str) -> list[str]:
    french, _bar, arabic = nouns.partition("|")
    act = ActReference(french, arabic, number, date.fromisoformat(day), dahir or None)
    return [reference_fr(act), reference_ar(act)]


def _delegation(office: str, gender: str) -> list[str]:
    quality = OFFICES[office].quality(gender)
    return [quality.delegation_fr, quality.delegation_ar]


def _interim(office: str, gender: str) -> list[str]:
    quality = OFFICES[office].quality(gender, interim=True)
    return [quality.signed_fr, quality.signed_ar]


def _visa(citation: str, article: str) -> list[str]:
    told = case("arrete", ties=(tie("based_on", citation, article=article),))
    return [visas(told, language)[0] for language in LANGUAGES]


def _issue(number: str, day: str, page: str) -> list[str]:
    on = PartialDate.parse(day) if day else None
    return [issue_fr(number, on, page or None), issue_ar(number, on, page or None)]


FORMS: dict[str, Callable[..., list[str]]] = {
    "both calendars": _both_calendars,
    "entered": _entered,
    "civil": lambda day: [long_date(PartialDate.parse(day)), date_long_ar(PartialDate.parse(day))],
    "Hijri": _hijri,
    "closing": _closing,
    "number": lambda number: [number_fr(number), number_ar(number)],
    "title": _title,
    "kind": lambda number: [parse_number(number).kind],
    "turned": lambda number: [proposal(number) or ""],
    "sentence": lambda words: [in_french(words) if has_latin(words) else in_arabic(words)],
    "orders": lambda gender, count: [orders_fr(Agreement(gender, count)), orders_ar(Agreement(gender, count))],
    "shares": lambda gender, count: [show(Agreement(gender, count)) for show in (charged_fr, each_fr, each_ar)],
    "delegation": _delegation,
    "interim": _interim,
    "issuers": _issuers,
    "counted": lambda noun, count: [counting.counted_ar(count, getattr(counting, noun.upper()))],
    "act": _act,
    "own title": _own_title,
    "visa": _visa,
    "basis": lambda words: [basis_ar(words) or ""],
    "issue": _issue,
}  # fmt: skip


RULES = [
    rule
    for file in sorted(Path(__file__).with_name("forms").glob("*.toml"))
    for rule in tomllib.loads(file.read_text("utf-8"))["rules"]
]
STATED = [(rule["form"], told) for rule in RULES for told in rule["cases"]]
NAMES = [f"{rule['says']}: {told[0]}" for rule in RULES for told in rule["cases"]]


@pytest.mark.parametrize(("form", "told"), STATED, ids=NAMES)
def test_official_papers_write(form: str, told: list[Given]) -> None:
    write = FORMS[form]
    given = len(signature(write).parameters)

    assert said(write(*told[:given])) == told[given:]


@pytest.mark.parametrize("told", [told for form, told in STATED if form == "act"], ids=lambda told: told[1])
def test_an_act_cited_in_french_is_read_back_into_arabic(told: list[Given]) -> None:
    assert act_ar(told[4]) == told[5]


def test_every_form_has_cases() -> None:
    assert {form for form, _told in STATED} == set(FORMS)
