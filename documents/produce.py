"""Makes the papers that wait, and keeps them: their bytes as they were made, or in words why they could not be."""

import logging
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col

from documents.case import Case, Letterhead, NotYetOpened, gather
from documents.catalogue import KINDS
from documents.engine.compiled import in_service
from documents.engine.faults import BadTemplate
from documents.engine.filling import QUICK, fill
from documents.engine.properties import Properties
from documents.kind import Fields, Kind
from documents.kinds.follow_up import liste
from documents.kinds.follow_up.relecture import RELECTURE, Review
from documents.kinds.follow_up.tableau import TABLEAU, Production
from documents.kinds.follow_up.tableau_interne import INTERNE, Internal
from documents.language import CODES, Language, MixedLanguages, wording
from documents.templates import Template, factory, template_for
from documents.verification import address_of, picture_of, placeholder, printed_code, typing_address
from models import Document, DocumentStatus, LegalText, keep_bytes
from workflow.calendar.words import day_ar, day_fr
from workflow.calendar.working_days import Calendar
from workflow.language.file_names import reference
from workflow.language.typography import capital
from workflow.procedure.model import Procedure
from workflow.reports.production import InternalTable, ProductionTable

# The media type of a Word file.
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_UNEXPECTED = "Le document n’a pas pu être produit. L’incident est consigné au journal du serveur ; veuillez réessayer."
_ERROR_LENGTH = 500
_log = logging.getLogger(__name__)
# By text and day, what papers say of it.
Cases: TypeAlias = dict[tuple[UUID, date], Case]


@dataclass(frozen=True)
class Made:
    """A paper as it was made, or the reason why it could not be."""

    document_id: UUID
    content: bytes = b""
    name: str = ""
    error: str = ""
    template: Template | None = None


def make_paper(
    session: Session, document: Document, *, at: datetime, calendar: Calendar, letterhead: Letterhead, base_url: str,
    cases: Cases | None = None,
) -> Made:  # fmt: skip
    """Make one paper; nothing is written, so that nobody who writes waits for it.

    The code on its pages leads to its page under `base_url`. `cases` are those gathered for other papers in the same
    transaction: the one of this text and day is taken from there, or joins them.
    """
    known: Cases = {} if cases is None else cases
    try:
        case = _case(session, document, known, calendar=calendar, letterhead=letterhead)
        return _made(session, document, case, at=at, base_url=base_url)
    except SQLAlchemyError:
        raise  # the database does not answer: that is no fault of the paper
    except (BadTemplate, MixedLanguages, NotYetOpened) as fault:
        _log.warning("paper %s cannot be made: %s", document.id, fault)
        return Made(document.id, error=str(fault)[:_ERROR_LENGTH])
    except Exception:  # noqa: BLE001 - whatever is wrong with one paper must not stop the others
        _log.exception("paper %s cannot be made", document.id)
        return Made(document.id, error=_UNEXPECTED)


def keep_paper(session: Session, made: Made, *, at: datetime) -> bool:
    """Keep the bytes of a paper, or why it could not be made; the caller commits.

    False when somebody else was first: a paper already made stays as it is.
    """
    values: dict[str, Any] = {"status": DocumentStatus.FAILED, "error": made.error, "claimed_until": None}
    if made.content:
        values |= {"status": DocumentStatus.MADE, "error": "", "file_name": made.name, "made_at": at}
    paper = update(Document).where(col(Document.id) == made.document_id)
    if session.exec(paper.where(col(Document.status) != DocumentStatus.MADE).values(values)).rowcount != 1:
        return False
    if made.content and made.template:
        # The template is kept as well: the next version of Navette may come with another one.
        of = {"template_sha256": keep_bytes(session, made.template.content), "template_number": made.template.number}
        session.exec(paper.values(sha256=keep_bytes(session, made.content), **of))
    return True


def make_table(
    table: ProductionTable, *, at: datetime, letterhead: Letterhead, language: Language = "fr",
    template: Template | None = None,
) -> bytes:  # fmt: skip
    """Make the table of legislative production as a Word file, by default of the template that comes with Navette.

    Raises BadTemplate.
    """
    properties = _of_table(TABLEAU.label(language), table.on, at=at, letterhead=letterhead, language=language)
    template = template or factory(TABLEAU.code, language)
    return template.fill(TABLEAU.context(Production(table, letterhead), language), properties, level=QUICK)


def make_internal_table(
    table: InternalTable, *, at: datetime, letterhead: Letterhead, language: Language = "fr"
) -> bytes:
    """Make the table that the ministry keeps to itself as a Word file."""
    properties = _of_table(INTERNE.label(language), table.on, at=at, letterhead=letterhead, language=language)
    fields = INTERNE.context(Internal(table, letterhead), language)
    return fill(in_service(INTERNE.template(language)), fields, properties, level=QUICK)


def make_text_list(listed: liste.TextList, *, at: datetime) -> bytes:
    """Make a list of texts as a Word file; raise BadTemplate for one of more than 50 MiB."""
    properties = _of_table(liste.NAME, listed.on, at=at, letterhead=listed.letterhead, language="fr")
    return fill(in_service(liste.template()), liste.context(listed), properties, level=QUICK)


def _of_table(label: str, on: date, *, at: datetime, letterhead: Letterhead, language: Language) -> Properties:
    when = wording(language)(f"au {day_fr(on)}", f"إلى غاية {day_ar(on)}")
    return Properties(
        title=f"{label} {when}", subject=label, author=author(letterhead, language), keywords=on.isoformat(), at=at,
        language=CODES[language],
    )  # fmt: skip


def table_name(on: date, ending: str, language: Language = "fr", *, internal: bool = False) -> str:
    """Name the file of a table: "2018-03-12_production_legislative_fr.docx"."""
    return f"{on.isoformat()}_production_legislative_{'interne_' if internal else ''}{language}.{ending}"


def make_review(procedure: Procedure, *, at: datetime, on: date, letterhead: Letterhead) -> bytes:
    """Make the paper on which people read one version of a procedure again, line by line, as a Word file."""
    properties = Properties(
        title=f"{RELECTURE.label_fr} – {procedure.label.fr}", subject=RELECTURE.label_fr, author=author(letterhead),
        keywords=on.isoformat(), at=at, version=procedure.version,
    )  # fmt: skip
    fields = RELECTURE.context(Review(procedure, on, letterhead), "fr")
    return fill(in_service(RELECTURE.template("fr")), fields, properties)


def review_name(procedure: Procedure, on: date) -> str:
    """Name the file of a procedure to be read again: "2018-03-12_relecture_decret_2011_fr.docx"."""
    return f"{on.isoformat()}_relecture_{procedure.kind}_{procedure.version}_fr.docx"


def _case(session: Session, document: Document, known: Cases, *, calendar: Calendar, letterhead: Letterhead) -> Case:
    key = document.text_id, document.situation_on
    if key not in known:
        text = session.get_one(LegalText, document.text_id)
        known[key] = gather(session, text, on=document.situation_on, calendar=calendar, letterhead=letterhead)
    return replace(known[key], about=document.about)


def _made(session: Session, document: Document, case: Case, *, at: datetime, base_url: str) -> Made:
    kind = KINDS[document.kind]
    language = kind.told_in(document.language)
    template = template_for(session, kind.code, language)
    issue = Issue(language, document.number, str(document.id), document.code, base_url)
    content = make_of_case(case, kind, issue, at=at, template=template)
    return Made(document.id, content, file_name(case, document), template=template)


@dataclass(frozen=True)
class Issue:
    """In which language a paper is made, and which version of it; one that is not kept is no version.

    The code of one that is kept is verified under `base_url`.
    """

    language: Language = "fr"
    number: int | None = None
    identifier: str = ""
    code: str = ""
    base_url: str = ""


def make_of_case(case: Case, kind: Kind[Case], issue: Issue, *, at: datetime, template: Template) -> bytes:
    """Make a paper of what was gathered of a text, of the template given; raise BadTemplate."""
    fields = kind.context(case, issue.language) | fields_of(issue)
    drawn = {placeholder(): picture_of(address_of(issue.base_url, issue.code))} if issue.code else {}
    remarks = kind.remarks(issue.language)
    return template.fill(fields, _properties(case, kind, issue, at), remarks=remarks, pictures=drawn)


def fields_of(issue: Issue) -> Fields:
    """Give the fields that tell of the paper itself; one that is not kept has no code to verify."""
    return {
        "version_papier": _version_words(issue),
        "code_verification": printed_code(issue.code),
        "adresse_verification": typing_address(issue.base_url) if issue.code else "",
    }


def _version_words(issue: Issue) -> str:
    if issue.number is None:
        return wording(issue.language)("exemplaire non conservé", "نسخة غير محفوظة")
    return wording(issue.language)(f"version {issue.number}", f"الصيغة {issue.number}")


def _properties(case: Case, kind: Kind[Case], issue: Issue, at: datetime) -> Properties:
    say = wording(issue.language)
    noun, state = case.procedure.noun(case.situation.state), case.procedure.states[case.situation.state]
    title = case.title_ar if issue.language == "ar" and case.title_ar else case.title_fr
    return Properties(
        title=f"{kind.label(issue.language)} – {title}",
        subject=f"{say(capital(noun.fr), noun.ar)} – {say(state.label_fr, state.label_ar)}",
        author=author(case.letterhead, issue.language),
        keywords=case.number or say(noun.fr, noun.ar),
        at=at,
        identifier=issue.identifier,
        version=str(issue.number or ""),
        language=CODES[issue.language],
    )


def author(letterhead: Letterhead, language: Language = "fr") -> str:
    """Name who writes: the ministry and its division."""
    names = (letterhead.name_ar, letterhead.division_ar) if language == "ar" else (
        letterhead.name_fr, letterhead.division_fr)  # fmt: skip
    return wording(language)(", ", "، ").join(names)


def file_name(case: Case, document: Document) -> str:
    """Name the file of a paper in ASCII: "2018-03-20_decret_2-14-278_note_interne_ar_v2.docx".

    A text without number is named by the beginning of its title. What the paper is made about follows its kind. A
    version that somebody sent back is named after the one that it comes from: see `workflow.register.paper_versions`.
    """
    named, about = reference(case.number or "", case.title_fr), reference("", document.about) if document.about else ""
    parts = (case.on.isoformat(), case.procedure.kind, named, document.kind, about, document.language)
    return f"{'_'.join(filter(None, parts))}_v{document.number}.docx"
