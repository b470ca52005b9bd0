"""Which paper a form asks for: its kind, its language, and what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request

from documents.case import Case, gather
from documents.catalogue import KINDS
from documents.kinds.letters.lateness import late
from documents.kinds.letters.relance import KIND as REMINDER
from models import Document, DocumentStatus, LegalText
from web.papers.listing import abouts_of
from web.request import calendar, db, person, settings, today
from workflow.deadlines.clocks import Clock
from workflow.people.permissions import Right, may
from workflow.register.paper_jobs import Wanted
from workflow.register.paper_versions import Key, key_of
from workflow.rulebook.files import procedure_of


@dataclass(frozen=True)
class Asked:
    """A paper that somebody asks for."""

    kind: str = ""
    language: str = "fr"
    about: str = ""

    @property
    def choice(self) -> str:
        """The value of its choice in the form: see `web.papers.listing.papers_to_make`."""
        return f"{self.kind} {self.about}".strip()

    @property
    def key(self) -> Key:
        """What all its versions share."""
        return self.kind, self.language, self.about


def read_asked(text: LegalText) -> Asked | None:
    """Read which paper is asked for; None where no such paper is made of this text."""
    kind, _space, about = request.form.get("kind", "").partition(" ")
    asked = Asked(kind, request.form.get("language", "fr"), about or request.form.get("about", ""))
    if kind not in procedure_of(text).papers or asked.language not in KINDS[kind].languages:
        return None
    known = [each.code for each in abouts_of(KINDS[kind], case_of(text))] if KINDS[kind].abouts else [""]
    return asked if asked.about in known else None


def read_ticked(text: LegalText) -> list[Wanted] | None:
    """Read which papers are asked for together, each about one thing; None where one of them is not of this text."""
    case, found = case_of(text), []
    for choice in request.form.getlist("each"):
        kind, _space, about = choice.partition(" ")
        if kind not in procedure_of(text).papers or about not in {each.code for each in abouts_of(KINDS[kind], case)}:
            return None
        languages = [each for each in KINDS[kind].languages if each in request.form.getlist("language")]
        found += [Wanted(text, kind, language, about) for language in languages]
    return found


def reminders_of(text: LegalText, clocks: Iterable[Clock]) -> frozenset[str]:
    """Name the deadlines that others let pass, of those that run: a letter can recall each."""
    if REMINDER.code not in procedure_of(text).papers or not may(person(), Right.MAKE_PAPERS):
        return frozenset()
    return frozenset(each.clock.code for each in late(clocks, today()))


def case_of(text: LegalText) -> Case:
    """Gather what papers say of a text today."""
    return gather(db(), text, on=today(), calendar=calendar(), letterhead=settings().letterhead)


def last_made(papers: Iterable[Document], key: Key) -> Document | None:
    """Give the last version of a paper that was made or sent back; None where there is none."""
    made = (each for each in papers if each.status == DocumentStatus.MADE and key_of(each) == key)
    return max(made, key=lambda each: each.number, default=None)
