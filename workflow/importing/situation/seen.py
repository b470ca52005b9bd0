"""The signs that a sentence shows: each where it stands, with its date, its chamber and what else it tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from workflow.history.facts import Facts
from workflow.importing.page.kinds import promulgates
from workflow.importing.page.wording import fold
from workflow.importing.situation.clauses import is_after_in_clause, is_before_in_clause
from workflow.importing.situation.days import bulletins_in, days_in
from workflow.importing.situation.facts import entry_day, of_words
from workflow.importing.situation.sign import Sign
from workflow.importing.situation.signs import EFFECT, SIGNS, STALLED
from workflow.importing.table import Milestone
from workflow.language.undone import undone

VOTE = "adopt_in_plenary"
_CHAMBERS = re.compile(r"\bchambre des (representants|conseillers)\b|مجلس (النواب|المستشارين)")
_CHAMBER_CODES = {"النواب": "representants", "المستشارين": "conseillers"}
_VOTES = re.compile(r"\ba (?:l'unanimite|la majorite(?: absolue)?|\d+ voix[^.;]{0,60})\b|بالاجماع|بالاغلبية")
_READING = re.compile(r"\b(?:(deuxieme|seconde|2e|2eme)|(troisieme|3e)) lecture\b|قراءة (?:(ثانية)|(ثالثة))")
# The end of a sentence: the points of "B.O. n°" are none.
_FULL_STOP = re.compile(r"(?<!\bb)(?<!\bb\.o)(?<!\bb\. o)\. ", re.IGNORECASE)


@dataclass(frozen=True)
class Seen:
    """A sign where it stands in the sentence; `words` are those that decide."""

    sign: Sign
    start: int
    end: int
    words: str
    on: str | None = None
    chamber: str | None = None
    note: str = ""
    facts: Facts = field(default_factory=dict)
    reading: int = 0
    # What is told in passing of what came before: a publication, by the reference to the Bulletin officiel beside an
    # entry into force; the day until which a text applied, by the end of its application.
    before: Milestone | None = None


def told_in(status: str) -> list[Seen]:
    """List the signs in the order of the sentence, each with its date and chamber."""
    folded = fold(status)
    found = _in_order(_search(SIGNS, status, folded))
    if not found and not undone_in(status):
        found = _in_order(_search((EFFECT,), status, folded))
    for place, seen in enumerate(found):
        before = found[place - 1] if place else None
        stop = found[place + 1].start if place + 1 < len(found) else len(status)
        found[place] = _completed(seen, status, before=before, stop=stop)
    return found


def _search(signs: tuple[Sign, ...], status: str, folded: str) -> list[Seen]:
    """List what is told as done: what stands within the words of a step that is not done tells nothing either."""
    found = [(sign, match) for sign in signs for match in sign.pattern.finditer(folded)]
    not_done = [undone(folded, *match.span(), waits=sign.waits) for sign, match in found]
    denied = list(filter(None, not_done))
    return [
        Seen(sign, match.start(), match.end(), _words(status, match, with_subject=sign is EFFECT))
        for (sign, match), denial in zip(found, not_done, strict=True)
        if not denial
        and (sign.waits or not any(each.start <= match.start() and match.end() <= each.end for each in denied))
    ]


def undone_in(status: str) -> str:
    """Quote the first step of a sentence that it denies, plans or asks for; "" where it does not."""
    folded = fold(status)
    matches = ((sign, match) for sign in SIGNS for match in sign.pattern.finditer(folded))
    found = filter(None, (undone(folded, *match.span(), waits=sign.waits) for sign, match in matches))
    first = min(found, key=lambda each: (each.start, -each.end), default=None)
    return status[slice(*first)].strip(" ,") if first else ""


def _words(status: str, match: re.Match[str], *, with_subject: bool) -> str:
    start = re.split(r"[.,;:]\s", status[: match.start()])[-1] if with_subject else ""
    return f"{start}{status[match.start() : match.end()]}".strip(" ,")


def _in_order(found: list[Seen]) -> list[Seen]:
    """Keep the widest wording where two overlap, and the one that what came before calls for where two coincide."""
    kept: list[Seen] = []
    moves: set[str | None] = set()
    for seen in sorted(found, key=lambda seen: (seen.start, -seen.end)):
        if _is_of_other_chamber(seen, kept):
            moves.add("transmit_to_other_chamber")
        if seen.sign.after and seen.sign.after not in moves:
            continue
        if kept and (seen.start, seen.end) == (kept[-1].start, kept[-1].end):
            kept.pop()
        elif _is_told(seen, kept):
            continue
        kept.append(seen)
        moves.add(seen.sign.move)
    return kept


def _is_told(seen: Seen, kept: list[Seen]) -> bool:
    if any(other.start <= seen.start and seen.end <= other.end for other in kept):
        return True
    return (
        bool(seen.sign.move) and not seen.sign.names_chamber and seen.sign.move in {other.sign.move for other in kept}
    )


def _is_of_other_chamber(seen: Seen, kept: list[Seen]) -> bool:
    """Whether this is a vote in another chamber than that of the vote told before: the text went across in between."""
    earlier = next((_named(other.words) for other in reversed(kept) if other.sign.move == VOTE), None)
    here = _named(seen.words) if seen.sign.move == VOTE else None
    return bool(earlier and here and earlier != here)


def _named(words: str) -> str | None:
    match = _CHAMBERS.search(fold(words))
    return _code(match) if match else None


def _code(match: re.Match[str]) -> str:
    return match[1] or _CHAMBER_CODES[match[2]]


def _completed(seen: Seen, status: str, *, before: Seen | None, stop: int) -> Seen:
    sentence_start = max((match.start() + 1 for match in _FULL_STOP.finditer(status, 0, seen.start)), default=0)
    is_first = before is None or before.end <= sentence_start
    full_stop = _FULL_STOP.search(status, seen.end, stop)
    span = (seen.start, full_stop.start() if full_stop else max(seen.end, stop))
    earlier = sentence_start if is_first and before is None else max(before.end if before else 0, sentence_start)
    words = status[slice(*span)]
    if seen.sign.state == "vigueur_differee":
        return replace(seen, facts=entry_day(words))
    if seen.sign.announces_day:
        return replace(seen, note=words.strip(" ,"))
    of_bulletin = seen.sign.move == "publish"
    return replace(
        seen,
        on=_day(status, span, of_bulletin=of_bulletin, told=seen.end)
        or (_day(status, (earlier, seen.start), told=earlier, is_before=True) if is_first else None),
        chamber=_chamber(seen, status, span=span, earlier=earlier, before=before) if seen.sign.names_chamber else None,
        note=seen.sign.note or _note(seen, words),
        facts=of_words(seen.sign.move, words),
        reading=_reading(seen.words) if seen.sign.move in (VOTE, "refer_to_committee") else 0,
        before=_before(seen.sign.move, words),
    )


def _reading(words: str) -> int:
    match = _READING.search(fold(words))
    return 0 if match is None else 2 if match[1] or match[3] else 3


def _before(move: str | None, words: str) -> Milestone | None:
    if move == "enter_into_force":
        return _published(words)
    return _limited(words) if move == "expire" else None


def _limited(words: str) -> Milestone | None:
    until = next((str(day.on) for day in days_in(words) if day.on.is_full), None)
    if until is None:
        return None
    facts = {"until_on": until}
    return Milestone(None, None, None, "", state="en_vigueur", by=("limit_validity",), facts=facts, is_concluded=True)


def _published(words: str) -> Milestone | None:
    if not bulletins_in(words):
        return None
    on = _day(words, (bulletins_in(words)[0].start, len(words)), of_bulletin=True)
    return Milestone(None, on, None, "", state="publie", by=("publish",), facts=of_words("publish", words))


def _day(
    status: str, span: tuple[int, int], *, of_bulletin: bool = False, told: int = 0, is_before: bool = False
) -> str | None:
    """Find the first date between two places; that of a Bulletin officiel is the date of a publication only.

    `told` is where the words of the step end, or where the sentence begins when the date stands before them: a date
    beyond another clause is that of what the clause tells, read or not.
    """
    references = [] if of_bulletin else bulletins_in(status)
    for day in days_in(status):
        in_reference = any(reference.start <= day.start < reference.end for reference in references)
        if span[0] <= day.start < span[1] and not in_reference:
            words = status[told : day.start] if told < day.start else ""
            step = status[span[0] : told]
            fits = is_before_in_clause(words) if is_before else of_bulletin or is_after_in_clause(step, words)
            return str(day.on) if fits else None
    return None


def _chamber(seen: Seen, status: str, *, span: tuple[int, int], earlier: int, before: Seen | None) -> str | None:
    folded = fold(status)
    match = _CHAMBERS.search(folded, *span) or _CHAMBERS.search(folded, earlier, span[0])
    if match:
        return _code(match)
    # A committee sits in the chamber that has the text; another reading told without a chamber is in the same one.
    is_same = seen.sign.move == "refer_to_committee" or bool(_READING.search(fold(seen.words)))
    return before.chamber if before and is_same else None


def _note(seen: Seen, words: str) -> str:
    if seen.sign.move == "adopt_in_plenary" and (votes := _VOTES.search(fold(words))):
        return words[votes.start() : votes.end()].strip()
    references = bulletins_in(words) if seen.sign.move == "enter_into_force" else []
    return references[0].words if references else ""


def told_by_dahir(title: str) -> Iterator[Seen]:
    """Give the promulgation that the title of a dahir tells of its law."""
    if end := promulgates(title):
        sign = next(sign for sign in SIGNS if sign.move == "promulgate")
        words = title[:end].strip()
        yield Seen(sign, 0, 0, words, on=_day(title, (0, end)), facts=of_words("promulgate", words))


def asides_in(status: str) -> Iterator[Milestone]:
    """Give what is told beside the state, which it does not change."""
    if match := STALLED.pattern.search(fold(status)):
        yield Milestone(STALLED.move, None, None, _words(status, match, with_subject=True), by=STALLED.by)
