"""The words of the daily mail: what a person must see to, by which date, and why it is them."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nsmallest
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from models import User
from workflow.calendar.lateness import lateness_fr
from workflow.calendar.words import WEEKDAYS_FR, day_fr
from workflow.language.typography import tie
from workflow.mail.told_clock import ToldClock
from workflow.procedure.deadline_rule import NATURES_FR
from workflow.sentences.places import body_fr
from workflow.sentences.sentence import holder

MOST = 15
WIDTH = 76

# Said while a deadline kept before this version was not counted again.
NOT_FOUND = "fondement à vérifier sur la page du texte"
_OURS = frozenset({"legal_division", "hierarchy", "minister"})
_RESPONSIBLE = "vous êtes responsable de ce texte"
_STAND_IN = "ce texte n’a pas de responsable en fonction, il est à attribuer"
_MANAGER = "vous encadrez la production de ce texte"


@dataclass(frozen=True)
class Item:
    """One deadline as one person is told of it."""

    text_id: str
    title: str
    expected: str
    due_on: date
    nature: str
    binding: bool
    basis: str
    holder: str
    owner: str
    ours: bool
    reason: str


@dataclass(frozen=True)
class Digest:
    """A mail, ready to leave."""

    subject: str
    plain: str
    html: str


def describe(clock: ToldClock, *, rung: int, person: User) -> Item:
    """Put one deadline in words; raise LookupError when the procedure no longer has the rule or the state."""
    procedure = clock.procedure
    rule = procedure.deadlines[clock.rule]
    return Item(
        text_id=str(clock.text_id),
        title=_title(clock),
        expected=f"{rule.label_fr} : {clock.subject}" if clock.subject else rule.label_fr,
        due_on=clock.due_on,
        nature=NATURES_FR[rule.nature],
        binding=rule.nature != "practice",
        basis=clock.basis_fr or NOT_FOUND,
        holder=holder(procedure, clock.state, clock.chamber),
        owner=body_fr(procedure, rule.owner, clock.chamber),
        ours=rule.owner in _OURS,
        reason=_reason(clock, person, is_reminder=rung in rule.remind),
    )


def compose(items: Iterable[Item], *, on: date, base_url: str) -> Digest:
    """Write the mail of the day `on`; the items, one at least, may come in any order and number."""
    counts: Counter[str] = Counter()
    shown = nsmallest(MOST, _counted(items, on, counts), key=lambda item: (item.due_on, item.title))
    words = {
        "subject": _subject(counts, on),
        "on": on,
        "base_url": base_url.rstrip("/"),
        "lead": _lead(shown, on),
        "first": shown[0],
        "several": len(shown) > 1,
        "groups": [(name, list(group)) for name, group in groupby(shown, lambda item: _group(item.due_on, on))],
        "left_out": counts.total() - len(shown),
    }
    plain, html = (TEMPLATES.get_template(f"digest.{kind}.j2").render(words) for kind in ("txt", "html"))
    return Digest(subject=str(words["subject"]), plain=plain, html=html)


def _counted(items: Iterable[Item], on: date, counts: Counter[str]) -> Iterator[Item]:
    for item in items:
        counts["late" if item.due_on < on else "today" if item.due_on == on else "ahead"] += 1
        yield item


def _title(text: ToldClock) -> str:
    # A title is copied from anywhere: it must stay one line of a mail.
    title = text.title_fr
    if not title.isprintable():
        title = "".join(letter if letter.isprintable() else " " for letter in title)
    title = " ".join(title.split())
    return f"{title} (n° {text.number})" if text.number and text.number not in title else title


def _reason(text: ToldClock, person: User, *, is_reminder: bool) -> str:
    if person.id == text.responsible_id:
        return _RESPONSIBLE
    return _STAND_IN if is_reminder else _MANAGER


def _subject(counts: Mapping[str, int], on: date) -> str:
    words = [
        (counts["late"], "dépassées" if counts["late"] > 1 else "dépassée"),
        (counts["today"], "aujourd’hui"),
        (counts["ahead"], "à venir"),
    ]
    (first, word), *others = [(count, word) for count, word in words if count]
    states = [f"{first} échéance{'s' if first > 1 else ''} {word}", *(f"{count} {word}" for count, word in others)]
    return f"[{', '.join(states)}] Navette – {_weekday_fr(on)}"


def _lead(items: Sequence[Item], on: date) -> str:
    first = items[0]
    verb = "À faire" if first.ours else "À relancer" if first.due_on < on else "À suivre"
    what = first.expected[:1].lower() + first.expected[1:]
    who = "" if first.ours else f"{first.owner} – "
    return f"{verb}{' d’abord' if len(items) > 1 else ''} : {who}{what}, {_by_when(first.due_on, on)}."


def _by_when(due_on: date, on: date) -> str:
    if due_on < on:
        return f"échéance dépassée depuis le {_weekday_fr(due_on)} ({_lateness(due_on, on)})"
    if due_on == on:
        return f"au plus tard aujourd’hui, {_weekday_fr(due_on)}"
    return f"au plus tard le {_weekday_fr(due_on)} ({_lateness(due_on, on)})"


def _group(due_on: date, on: date) -> str:
    if due_on < on:
        return "En retard"
    if due_on == on:
        return "Aujourd’hui"
    sunday = on + timedelta(days=6 - on.weekday())
    return "Cette semaine" if due_on <= sunday else "Plus tard"


def _lateness(due_on: date, on: date) -> str:
    return lateness_fr((due_on - on).days)


def _weekday_fr(day: date) -> str:
    return f"{WEEKDAYS_FR[day.weekday()]} {day_fr(day)}"


def _wrap(words: str, indent: int = 0) -> str:
    margin = " " * indent
    return textwrap.fill(
        tie(words),
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(("html.j2",)),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
TEMPLATES.filters |= {"tie": tie, "wrap": _wrap, "weekday": _weekday_fr, "lateness": _lateness}
