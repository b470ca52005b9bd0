"""Templates tried on a real text, before they are put in service: a Word file that is marked so, and is not kept."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from documents.case import Case, Letterhead
from documents.checking.trial import fill_on_trial
from documents.engine.properties import Properties
from documents.kinds.tableau import Production
from documents.templates import Template, fields_of, owned
from workflow.reports.production import ProductionTable

_MARK = "ESSAI"
_SUBJECT = "Essai d’un modèle : document non conservé"


@dataclass(frozen=True)
class Tried:
    """A paper made on trial, and the name of its file, which says so."""

    content: bytes
    name: str


def try_on_text(template: Template, kind: str, case: Case, *, language: str, at: datetime) -> Tried:
    """Make a paper of a text on trial; raise BadTemplate."""
    about = Trial(kind, language, case.on, case.title_fr, case.letterhead)
    return _tried(template, about, case, at)


def try_on_table(
    template: Template, kind: str, table: ProductionTable, letterhead: Letterhead, *, language: str, at: datetime
) -> Tried:
    """Make a table on trial; raise BadTemplate."""
    about = Trial(kind, language, table.on, "", letterhead)
    return _tried(template, about, Production(table, letterhead), at)


@dataclass(frozen=True)
class Trial:
    """What a trial is about: the kind of paper, its language, its day, the title of its text if it has one."""

    kind: str
    language: str
    on: date
    title: str
    letterhead: Letterhead


def _tried(template: Template, about: Trial, subject: Any, at: datetime) -> Tried:  # noqa: ANN401 - of each kind its own
    properties = Properties(
        title=" – ".join(filter(None, (_MARK, owned(about.kind).label_fr, about.title))), subject=_SUBJECT,
        author=f"{about.letterhead.name_fr}, {about.letterhead.division_fr}", keywords=_MARK, at=at,
        language=f"{about.language}-MA",
    )  # fmt: skip
    content = fill_on_trial(template.content, fields_of(about.kind, subject, about.language), properties)
    return Tried(content, f"{_MARK}_{about.on.isoformat()}_{template.file_name(about.kind, about.language)}")
