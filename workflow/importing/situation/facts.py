"""The numbers, days and names that a sentence tells with a step, as the facts that its procedure keeps."""

import re
from collections.abc import Callable

from workflow.history.facts import Facts
from workflow.importing.page.wording import fold
from workflow.importing.situation.days import bulletins_in, days_in, hijri_in
from workflow.old_files.told_facts import severable

_DAHIR = re.compile(r"(?:\bdahir\b|ظهير)[^.;,]{0,30}?(1[-.]\d{2}[-.]\d{1,4})")
_DECISION = re.compile(r"\bdecision\b[^.;,]{0,12}?(\d{1,4}[/.-]\d{2,4})")
_SUCCESSOR = re.compile(r"\bpar ((?:la |le |l'|un |une )?(?:projet|loi|decret|arrete|dahir|proposition)\b[^.;,(]*)")
_UNANIMOUS = re.compile(r"\ba l'unanimite\b|بالاجماع")


def of_words(move: str | None, words: str) -> Facts:
    """Give the facts that these words tell of an imported move; the words are those of its clause."""
    reader = _READERS.get(move or "")
    return {name: value for name, value in reader(words).items() if value} if reader else {}


def entry_day(words: str) -> Facts:
    """Give the day fixed for an entry into force that is still to come."""
    full = [str(day.on) for day in days_in(words) if day.on.is_full]
    return {"in_force_on": full[0]} if full else {}


def _promulgation(words: str) -> Facts:
    dahir = _DAHIR.search(fold(words))
    return {"dahir": dahir and dahir[1].replace(".", "-"), "hijri": hijri_in(words)}


def _publication(words: str) -> Facts:
    references = bulletins_in(words)
    return {"bo_number": references[0].number} if references else {}


def _decision(words: str) -> Facts:
    found = _DECISION.search(fold(words))
    return {"decision": found and found[1], "severable": severable(words)}


def _successor(words: str) -> Facts:
    found = _SUCCESSOR.search(fold(words))
    return {"successor": found and words[found.start(1) : found.end(1)].strip()}


def _votes(words: str) -> Facts:
    return {"votes": {"unanimous": True}} if _UNANIMOUS.search(fold(words)) else {}


_READERS: dict[str, Callable[[str], Facts]] = {
    "promulgate": _promulgation,
    "publish": _publication,
    "repeal": _successor,
    "replace": _successor,
    "adopt_in_plenary": _votes,
    "record_final_adoption": _votes,
    "declare_conform": _decision,
    "declare_partly_contrary": _decision,
    "declare_contrary": _decision,
}
