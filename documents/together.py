"""Which papers are meant by "all those of this step", or by some kinds of paper of several texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from documents.case import Case, Letterhead, NotYetOpened, gather
from documents.catalogue import KINDS
from documents.kind import Kind
from documents.language import LANGUAGES
from models import LegalText
from workflow.calendar.working_days import Calendar
from workflow.register.paper_jobs import Wanted
from workflow.register.paper_versions import key_of, settled_versions
from workflow.rulebook.files import procedure_of


@dataclass(frozen=True)
class Chosen:
    """Kinds of paper and languages; no kind means those that are offered in the phase of each text."""

    kinds: Sequence[str]
    languages: Sequence[str]


def papers_of_texts(
    session: Session,
    texts: Sequence[LegalText],
    chosen: Chosen,
    *,
    on: date,
    calendar: Calendar,
    letterhead: Letterhead,
) -> list[Wanted]:
    """Name the papers chosen that the kind of each text has, in the languages chosen that each is made in.

    One that is made about bodies, meetings or chambers is named once for each that the text has on that day. One that
    has a final version, or a last one written by hand, is left out: nobody wants it written anew.
    """
    found: list[Wanted] = []
    done = {(each.text_id, *key_of(each)) for each in settled_versions(session, [text.id for text in texts])}
    for text in texts:
        kinds = [KINDS[code] for code in procedure_of(text).papers if _is_meant(KINDS[code], text, chosen)]
        case = None
        if any(kind.abouts for kind in kinds):
            case = _case(session, text, on=on, calendar=calendar, letterhead=letterhead)
        found += [
            Wanted(text, kind.code, language, about)
            for kind in kinds
            for about in _abouts(kind, case)
            for language in LANGUAGES
            if language in chosen.languages and language in kind.languages
        ]
    return [paper for paper in found if paper.key not in done]


def _is_meant(kind: Kind[Case], text: LegalText, chosen: Chosen) -> bool:
    return kind.code in chosen.kinds if chosen.kinds else kind.is_offered_in(text.phase)


def _abouts(kind: Kind[Case], case: Case | None) -> Iterator[str]:
    if kind.abouts is None:
        yield ""
    elif case is not None:
        yield from (about.code for about in kind.abouts(case))


def _case(session: Session, text: LegalText, *, on: date, calendar: Calendar, letterhead: Letterhead) -> Case | None:
    try:
        return gather(session, text, on=on, calendar=calendar, letterhead=letterhead)
    except NotYetOpened:  # it has nothing yet that a paper could be about
        return None
