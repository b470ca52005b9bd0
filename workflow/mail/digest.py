"""The words of the daily mail: what a person must see to, by which date, and why it is them."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nsmallest
from itertools import groupby
from pathlib import Path
from uuid import UUID

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from models import User
from workflow.calendar.lateness import Force, lateness_fr
from workflow.calendar.words import WEEKDAYS_FR, day_fr
from workflow.language.typography import tie
from workflow.mail.followed import NOTHING_NEW, Followed
from workflow.mail.told_clock import ToldClock
from workflow.people.permissions import MANAGERS, STAND_INS
from workflow.people.recipients import Away
from workflow.sentences.places import body_fr
from workflow.sentences.sentence import holder

MOST = 15
WIDTH = 76

# Said while a deadline kept before this version was not counted again.
NOT_FOUND = "fondement à vérifier sur la page du texte"
# What stands apart from the limits of the law: nobody is late for it.
OTHERS = "Autres échéances"
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
    is_estimated: bool
    nature: str
    force: Force
    basis: str
    holder: str
    owner: str
    ours: bool
    reason: str

    @property
    def is_legal(self) -> bool:
        """Whether somebody is late once its day has passed."""
        return self.force.is_legal


@dataclass(frozen=True)
class Digest:
    """A mail, ready to leave."""

    subject: str
    plain: str
    html: str


def describe(clock: ToldClock, *, rung: int, person: User, away: Mapping[UUID, Away] | None = None) -> Item:
    """Put one deadline in words; raise LookupError when the procedure no longer has the rule or the state.

    `away` gives the absent people for whom the person stands in.
    """
    procedure = clock.procedure
    rule = procedure.deadlines[clock.rule]
    return Item(
        text_id=str(clock.text_id),
        title=_title(clock),
        expected=rule.label_of(clock.subject),
        due_on=clock.due_on,
        is_estimated=clock.is_estimated,
        nature=rule.nature_fr,
        force=rule.force,
        basis=clock.basis_fr or NOT_FOUND,
        holder=holder(procedure, clock.state, clock.chamber),
        owner=body_fr(procedure, rule.owner, clock.chamber),
        ours=rule.owner in _OURS,
        reason=_reason(clock, person, away or {}, is_reminder=rung in rule.remind),
    )


def compose(items: Iterable[Item], *, on: date, base_url: str, followed: Followed = NOTHING_NEW) -> Digest:
    """Write the mail of the day `on`; the items may come in any order and number, none where texts are followed.

    Limits of the law stand first, by urgency; chamber's rules, markers and other dates are one group after them.
    """
    counts: Counter[str] = Counter()
    shown = nsmallest(MOST, _counted(items, on, counts), key=lambda item: (not item.is_legal, item.due_on, item.title))
    words = {
        "subject": _subject(counts, on) if shown else _followed_subject(followed, on),
        "on": on,
        "base_url": base_url.rstrip("/"),
        "followed": followed,
        "lead": _lead(shown, on) if shown else "",
        "first": shown[0] if shown else None,
        "several": len(shown) > 1,
        "groups": [(name, list(group)) for name, group in groupby(shown, lambda item: _group(item, on))],
        "left_out": counts.total() - len(shown),
    }
    name = "digest" if shown else "followed"
    plain, html = (TEMPLATES.get_template(f"{name}.{kind}.j2").render(words) for kind in ("txt", "html"))
    return Digest(subject=str(words["subject"]), plain=plain, html=html)


def _counted(items: Iterable[Item], on: date, counts: Counter[str]) -> Iterator[Item]:
    for item in items:
        if item.is_legal:
            counts["late" if item.due_on < on else "today" if item.due_on == on else "ahead"] += 1
        else:
            counts["marker" if item.force is Force.MARKER else "other"] += 1
        yield item


def _title(text: ToldClock) -> str:
    # A title is copied from anywhere: it must stay one line of a mail.
    title = text.title_fr
    if not title.isprintable():
        title = "".join(letter if letter.isprintable() else " " for letter in title)
    title = " ".join(title.split())
    return f"{title} (n° {text.number})" if text.number and text.number not in title else title


def _reason(text: ToldClock, person: User, away: Mapping[UUID, Away], *, is_reminder: bool) -> str:
    if person.id == text.responsible_id:
        return _RESPONSIBLE
    answers = STAND_INS if is_reminder else MANAGERS
    absent = away.get(text.responsible_id) if is_reminder and text.responsible_id else None
    if absent is None and person.role not in answers:
        # Whoever answers for it is away, whichever of them it is.
        absent = next(iter(away.values()), None)
    if absent:
        return f"vous suppléez {absent.name} jusqu’au {day_fr(absent.until_on)}"
    return _STAND_IN if is_reminder else _MANAGER


def _subject(counts: Mapping[str, int], on: date) -> str:
    words = [
        (counts["late"], "dépassés" if counts["late"] > 1 else "dépassé"),
        (counts["today"], "aujourd’hui"),
        (counts["ahead"], "à venir"),
    ]
    legal = [(count, word) for count, word in words if count]
    states = [f"{count} {word}" for count, word in legal]
    if legal:
        first, word = legal[0]
        states[0] = f"{first} {'délais légaux' if first > 1 else 'délai légal'} {word}"
    if markers := counts["marker"]:
        states.append(f"{markers} {'repères internes' if markers > 1 else 'repère interne'}")
    if rest := counts["other"]:
        states.append(f"{rest} {'autres échéances' if rest > 1 else 'autre échéance'}")
    return f"[{', '.join(states)}] Navette – {_weekday_fr(on)}"


def _followed_subject(followed: Followed, on: date) -> str:
    states = f"{followed.count} étape{'s' if followed.count > 1 else ''} de textes suivis"
    return f"[{states}] Navette – {_weekday_fr(on)}"


def _lead(items: Sequence[Item], on: date) -> str:
    first = items[0]
    is_owed = first.due_on < on and first.force is not Force.TACIT
    verb = "À faire" if first.ours else "À relancer" if is_owed else "À suivre"
    what = first.expected[:1].lower() + first.expected[1:]
    who = "" if first.ours else f"{first.owner} – "
    return f"{verb}{' d’abord' if len(items) > 1 else ''} : {who}{what}, {_by_when(first, on)}."


def _by_when(item: Item, on: date) -> str:
    day = _due_day(item)
    if not item.is_legal:
        return f"{_lateness(item, on)} ({day})"
    if item.due_on < on:
        return f"délai légal dépassé depuis le {day} ({_lateness(item, on)})"
    if item.due_on == on:
        return f"au plus tard aujourd’hui, {day}"
    return f"au plus tard le {day} ({_lateness(item, on)})"


def _group(item: Item, on: date) -> str:
    if not item.is_legal:
        return OTHERS
    if item.due_on < on:
        return "En retard"
    if item.due_on == on:
        return "Aujourd’hui"
    sunday = on + timedelta(days=6 - on.weekday())
    return "Cette semaine" if item.due_on <= sunday else "Plus tard"


def _lateness(item: Item, on: date) -> str:
    return lateness_fr((item.due_on - on).days, item.force)


def _due_day(item: Item) -> str:
    return f"{_weekday_fr(item.due_on)}{', date estimée' if item.is_estimated else ''}"


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
TEMPLATES.filters |= {"tie": tie, "wrap": _wrap, "due_day": _due_day, "lateness": _lateness}
