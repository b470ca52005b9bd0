"""How values are shown on pages."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from bootstrap_wrapper import get_bootstrap_css_dir
from flask import Flask, g, request, url_for
from flask_babel import get_locale
from flask_login import current_user
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from models import LegalText, MessageStatus, User
from web.forms.faults import fault_at, faults_told
from web.papers.abouts import about_fr
from web.request import person, today
from workflow.calendar.hijri import hijri_fr
from workflow.calendar.lateness import Force, away_fr, distance_fr
from workflow.calendar.time_zone import CASABLANCA, legal_day
from workflow.calendar.words import day_fr, day_short_fr, days_fr, partial_fr, partial_short_fr
from workflow.history.facts import ALWAYS
from workflow.language.official_numbers import proposal, says_number
from workflow.language.typeset_templates import Typeset
from workflow.language.typography import capital, shortened, typeset
from workflow.people.mentions import mentions_in
from workflow.people.permissions import Right, may
from workflow.procedure.deadline_rule import NATURES_FR
from workflow.procedure.institutions import abbreviation_fr, institutions, name_fr
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import date_fr, fact_fr

_SOON = 7
_MEGABYTE = 1_000_000


def register(app: Flask) -> None:
    """Give templates their filters and their words."""
    app.jinja_env.filters.update(
        day=day_fr, day_short=day_short_fr, partial=partial_fr, partial_short=partial_short_fr, moment=moment,
        hijri=hijri_fr, lateness=lateness, lateness_words=distance_fr, away=away_fr, number=number, fact=_fact,
        duration=days_fr, lower_first=lower_first, text_url=text_url, other_reading=proposal, institution=name_fr,
        number_apart=number_apart, since=lambda on: date_fr(on, "since"), of_day=lambda on: date_fr(on, "of"),
        size=size, capital=capital, about=about_fr, mentions=mentions, initials=initials, legal_day=legal_day,
        abbreviation=abbreviation_fr, shortened=shortened,
    )  # fmt: skip
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(fault_at=fault_at, faults_told=faults_told)
    app.context_processor(_words)
    app.jinja_env.add_extension(Typeset)
    _typeset_words(app)


def _typeset_words(app: Flask) -> None:
    """Let no line of a page begin with the second half of a French punctuation mark."""
    translate: Callable[..., str] = app.jinja_env.globals["gettext"]  # type: ignore[assignment]
    # The words of the interface are few: each is looked up once in each language.
    known: dict[tuple[str, str], Markup] = {}

    @pass_context
    def gettext(context: Context, words: str, **given: Any) -> Markup:  # noqa: ANN401 - what a sentence is completed with
        key = (_locale(), words)
        if given or key not in known:
            # The words come escaped from the translator, and stay so.
            said = Markup(typeset(str(translate(context, words, **given))))  # noqa: S704
            return said if given else known.setdefault(key, said)
        return known[key]

    app.jinja_env.globals["gettext"] = app.jinja_env.globals["_"] = gettext


def _locale() -> str:
    # Asked of every word of a page: looked up once a request.
    locale: str | None = g.get("locale")
    if locale is None:
        locale = g.locale = str(get_locale())
    return locale


def _words() -> dict[str, Any]:
    return {
        "asset": asset, "may": lambda right: may(person(), Right[right]), "NATURES": NATURES_FR,
        "procedure_of": procedure_of, "MessageStatus": MessageStatus, "today": today, "current_user": current_user,
        "institutions": institutions,
    }  # fmt: skip


def moment(at: datetime) -> str:
    """Word a moment, in Casablanca."""
    local = at.astimezone(CASABLANCA)
    return f"{day_short_fr(local.date())} à {local:%H:%M}"


def lateness(days_left: int, force: Force) -> str:
    """Give the class of a due date: late or soon where the law sets it, neither for anything else."""
    if not force.is_legal:
        return ""
    return "late" if days_left < 0 else "soon" if days_left <= _SOON else ""


def number(text: LegalText) -> Markup:
    """Show the number of a text so that no direction turns it round."""
    return Markup(f"<bdi>n° {escape(text.number)}</bdi>") if text.number else Markup()  # noqa: S704 - escaped


def number_apart(text: LegalText) -> bool:
    """Whether a text has a number that its title does not say: beside the title, it is shown once."""
    return bool(text.number) and not says_number(text.title_fr, text.number or "")


def _fact(value: Any, procedure: Procedure, name: str) -> str:  # noqa: ANN401 - a fact is what its type makes of it
    return str(value) if name in ALWAYS else fact_fr(procedure, name, value)


def size(count: int) -> str:
    """Word a number of bytes, as a person reads the size of a file."""
    if count >= _MEGABYTE:
        return f"{count / _MEGABYTE:.1f} Mo".replace(".", ",")
    return f"{max(count // 1000, 1)} ko"


def lower_first(words: str) -> str:
    """Give words the small letter they have inside a sentence."""
    return words[:1].lower() + words[1:]


def initials(name: str) -> str:
    """Give the initials of a person: "Y. B.", and "J.-P. M." where a name is compound."""
    compound = ("-".join(f"{part[0]}." for part in word.split("-") if part) for word in name.split())
    return " ".join(filter(None, compound))


def mentions(words: str, people: Iterable[User]) -> Markup:
    """Give words with the names that follow a sign @ marked, where they are those of `people`."""
    shown, place = Markup(), 0
    for each in mentions_in(words, people) if "@" in words else ():
        if each.people:
            marked = Markup("<mark>{}</mark>").format(words[each.start : each.end])
            shown, place = shown + words[place : each.start] + marked, each.end
    return shown + words[place:]


def text_url(text: LegalText) -> str:
    """Give the address of the page of a text, as `url_for` would, at a fraction of its cost in long lists.

    The pages of its moves and of its steps begin with it.
    """
    return f"{request.script_root}/texts/{text.id}"


def asset(name: str) -> str:
    """Give the address of one of our files, new whenever its content is."""
    return _asset(name, request.script_root)


@lru_cache(maxsize=64)
def _asset(name: str, _root: str) -> str:
    if name.startswith("bootstrap"):
        return url_for("bootstrap.static", filename=name, v=_version(get_bootstrap_css_dir() / name))
    return url_for("static", filename=name, v=_version(Path(__file__).parent / "static" / name))


def _version(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:10]
