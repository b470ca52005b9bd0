"""How Arabic says what the phrases of the procedure files ask.

What the texts are called is masculine in Arabic, drafts and acts alike, so that nothing has to agree: مشروع القانون,
مقترح القانون, القانون, المرسوم, القرار. What somebody wrote in French has no Arabic words: the part of the phrase that
asks for it is not said.
"""

import re
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from models import PartialDate
from workflow.calendar.words import partial_ar, same_day_ar
from workflow.language import cited_articles
from workflow.language.counting import MONTHS, counted_ar
from workflow.procedure.institutions import institution
from workflow.procedure.institutions import institutions as registry
from workflow.procedure.model import Procedure
from workflow.procedure.vocabulary import Fact
from workflow.sentences.blanks import Language
from workflow.sentences.citations import act_ar, has_latin, number_ar
from workflow.sentences.places import place_ar
from workflow.sentences.votes import votes_ar

_OFFICIAL = frozenset({"number", "dahir"})
_NUMBERS = _OFFICIAL | {"decision", "bo_number"}
_NAMING_ACTS = frozenset({"law", "successor", "extended_by"})
_BIS = re.compile(r"(?<=\d)[ -]?bis\b")


def date_ar(when: PartialDate | None, form: str = "on") -> str:
    """Word a date with what goes before it: "بتاريخ 7 نوفمبر 2013", "منذ …", "المنعقد بتاريخ …", "في نوفمبر 2013"."""
    if when is None:
        return ""
    words = partial_ar(when)  # « في 7 نوفمبر 2013 », « في يوليو 2016 », « سنة 2015 »
    bare = words.removeprefix("في ")
    on = f"بتاريخ {bare}" if when.is_full else words
    forms = {
        "since": f"منذ {bare}",
        "of": on if when.is_full else f"الصادر {words}",
        "met": f"المنعقد {on}" if when.is_full else words,
        "until": f"إلى غاية {bare}",
        "bare": bare,
    }
    return forms.get(form, on)


def fact_ar(
    procedure: Procedure,
    name: str,
    value: Any,  # noqa: ANN401 - JSON
    form: str = "on",
    *,
    on: PartialDate | None = None,
) -> str:
    """Word a fact by its type; nothing for words that were written in French and name nothing known in Arabic."""
    fact = procedure.vocabulary.facts.get(name)
    if value in (None, "", []):
        return ""
    if fact is None or fact.type in ("line", "text", "title"):
        return listed_ar(_line(name, line, on) for line in str(value).splitlines())
    if fact.type == "months":
        return counted_ar(int(value), MONTHS)
    if fact.type == "votes":
        return votes_ar(value, rejected=form == "against")
    return date_ar(PartialDate.parse(value), form) if fact.type == "day" else _chosen(fact, value)


def listed_ar(words: Iterable[str]) -> str:
    """Join words in a sentence: "أ، ب وج"; nothing where one of them is missing."""
    said = [word.strip() for word in words]
    if not said or not all(said):
        return ""
    *first, last = said
    return f"{'، '.join(first)} و{last}" if first else last


def _line(name: str, line: str, on: PartialDate | None) -> str:
    if known := institution(line):
        return known.name_on(on.last_day if on else None).ar
    words = line
    if name in _NAMING_ACTS:
        words = act_ar(line) or line
    elif name in _NUMBERS:
        words = _BIS.sub(" مكرر", number_ar(line) if name in _OFFICIAL else line)
    return "" if has_latin(words) else words


def _chosen(fact: Fact, value: Any) -> str:  # noqa: ANN401 - JSON
    chosen = value if isinstance(value, list) else [value]
    words = {choice.value: choice.ar for choice in fact.choices}
    # What is chosen from an open list may be words of their own.
    said = [words.get(each, str(each)) for each in chosen]
    return "" if any(map(has_latin, said)) else "، ".join(said)


def articles_ar(words: str, *, the: bool = False) -> str:
    """Name the article that is written: "4" is "المادة 4", "4 bis" "المادة 4 مكررة"; nothing of several.

    Two would be named otherwise after a word that governs them.
    """
    del the  # the name of an article is definite in Arabic
    named = cited_articles.articles_ar(words)
    return named if named.startswith("المادة ") else ""


def _text(procedure: Procedure, state: str) -> dict[str, str]:
    joint = "joint" in procedure.features
    return {
        "this": procedure.noun(state).ar,
        "e": "",
        "pronoun": "هو",
        "of_authors": "من طرف الوزراء المعنيين" if joint else "",
    }


ARABIC = Language(
    state=attrgetter("sentence_ar"),
    says=attrgetter("says_ar"),
    adds=attrgetter("adds_ar"),
    done=attrgetter("done_ar"),
    semicolon="؛ ",
    date=date_ar,
    fact=fact_ar,
    institution=lambda code, _form, on: registry()[code].name_on(on.last_day if on else None).ar,
    place=lambda procedure, chamber, reading, _form: place_ar(procedure, chamber, reading),
    text=_text,
    label=attrgetter("ar"),
    articles=articles_ar,
    same_day=same_day_ar,
    votes={"adopted": "صادق عليه", "rejected": "رفضه"},
    amended="مع تعديلات",
    certainties={"memory": "من الذاكرة، في انتظار التأكيد", "derived": "معلومة مستنتجة، في انتظار التأكيد"},
    supposed="وضعية مستنتجة، في انتظار التأكيد",
)
