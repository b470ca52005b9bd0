"""The papers of a text as their page shows them: one by one, in each language, with all versions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from sqlmodel import Session, col, select

from documents.case import Case
from documents.catalogue import KINDS
from documents.kind import About, Kind
from models import Document, DocumentStatus, LegalText, PieceVersion, User
from web.papers.abouts import about_of
from workflow.history.fold import fold
from workflow.history.steps import steps_of
from workflow.language.typography import capital
from workflow.pieces.kept import pieces_of
from workflow.procedure.model import Procedure
from workflow.register.paper_versions import finals, key_of
from workflow.register.papers import struck_ids
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence

LANGUAGES_FR = {"fr": "en français", "ar": "en arabe"}


@dataclass(frozen=True)
class Paper:
    """One paper in one language: its versions, the newest first."""

    name: str
    versions: Sequence[Document]

    @property
    def language(self) -> str:
        """In which language it is."""
        return self.versions[0].language

    @property
    def matters_fr(self) -> str:
        """Say who has to do with it, and whether its wording is of usage alone; nothing of a kind no longer known."""
        kind = KINDS.get(self.versions[0].kind)
        return kind.paper.matters_fr if kind else ""

    @property
    def language_fr(self) -> str:
        """The same in words."""
        return LANGUAGES_FR.get(self.language, self.language)


@dataclass(frozen=True)
class Page:
    """What the page of papers shows to one person."""

    text: LegalText
    papers: Sequence[Paper]
    finals: frozenset[UUID]
    # The sentences of the steps that owed papers, and the steps that were struck, by identifier.
    steps: Mapping[UUID, str]
    struck: frozenset[UUID]
    # The signed scans that this person may read, by the identifier of their version.
    scans: Mapping[UUID, PieceVersion]
    names: Mapping[UUID, str]

    def may_be_final(self, version: Document) -> bool:
        """Whether a version can be declared the final one."""
        return version.status == DocumentStatus.MADE and version.id not in self.finals


def read_page(session: Session, text: LegalText, by: User) -> Page:
    """Read the papers of a text, in a fixed number of queries."""
    steps, papers = steps_of(session, text.id), papers_of(session, text)
    procedure = procedure_of(text)
    ids = {step.number: step.id for step in steps}
    told = {ids[done.number]: done for done in fold(procedure, steps).done}
    owed = {paper.step_id for paper in papers if paper.step_id}
    pieces = pieces_of(session, text, by, steps=steps) if any(each.signed_version_id for each in papers) else []
    return Page(
        text,
        in_papers(papers),
        finals(papers),
        {step_id: step_sentence(procedure, told[step_id]) for step_id in owed if step_id in told},
        frozenset(struck_ids(steps)),
        {version.id: version for piece in pieces for version in piece.versions},
        dict(session.exec(select(User.id, User.name)).all()) if papers else {},
    )


def papers_of(session: Session, text: LegalText) -> list[Document]:
    """List all versions of all papers of a text, the newest first."""
    order = col(Document.wanted_at).desc(), col(Document.kind), col(Document.number).desc()
    return list(session.exec(select(Document).where(Document.text_id == text.id).order_by(*order)))


def in_papers(papers: Sequence[Document]) -> list[Paper]:
    """Put versions together by paper, in the order of the catalogue, French first."""
    order = {kind: rank for rank, kind in enumerate(KINDS)}

    def rank(each: Document) -> tuple[int, str, int, str, bool, int]:
        first, _dash, _rest = each.about.partition("-")
        item = int(first) if first.isdecimal() else 0
        return order.get(each.kind, len(order)), each.kind, item, each.about, each.language != "fr", -each.number

    found = [list(versions) for _key, versions in groupby(sorted(papers, key=rank), key=key_of)]
    return [Paper(paper_name(versions[0]), versions) for versions in found]


def paper_name(version: Document) -> str:
    """Name the paper of a version in French, with what it is about where there are several such."""
    label = KINDS[version.kind].label_fr if version.kind in KINDS else version.kind
    return f"{label} – {about_of(version.about, version.text_id)}" if version.about else label


def version_name(version: Document) -> str:
    """Name one version of a paper: "Note interne, en arabe, version 2"."""
    language = LANGUAGES_FR.get(version.language, version.language)
    return f"{paper_name(version)}, {language}, version {version.number}"


def papers_to_make(procedure: Procedure, phase: str, case: Case | None) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give the papers that can be made of a text as choices, in two groups: those of its phase, then the others.

    The value of a choice is the code of the kind, followed by a space and the code of what it is about, if anything is.
    `case` is needed where a kind `has_abouts`.
    """
    kinds = [KINDS[kind] for kind in procedure.papers]
    groups = (
        ("Proposés à cette étape", [kind for kind in kinds if kind.is_offered_in(phase)]),
        ("Autres papiers", [kind for kind in kinds if not kind.is_offered_in(phase)]),
    )
    found = [(label, [choice for kind in group for choice in _choices(kind, case)]) for label, group in groups]
    return [(label, choices) for label, choices in found if choices]


def papers_without_subject(procedure: Procedure, phase: str, case: Case | None) -> list[str]:
    """Name the papers of this phase that are about a body, a meeting or a delay, of which the text has none yet."""
    kinds = [KINDS[kind] for kind in procedure.papers if KINDS[kind].is_offered_in(phase)]
    return [kind.label_fr for kind in kinds if kind.abouts and case and not abouts_of(kind, case)]


def papers_of_several(procedure: Procedure, case: Case | None) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give the kinds of which a text has several papers, with what each is about, as choices that go together."""
    found = [(KINDS[kind], abouts_of(KINDS[kind], case)) for kind in procedure.papers]
    return [
        (capital(kind.label_fr), [(f"{kind.code} {about.code}", about.label_fr) for about in abouts])
        for kind, abouts in found
        if len(abouts) > 1
    ]


def has_abouts(procedure: Procedure) -> bool:
    """Whether a text of this procedure has papers that are made about a body, a meeting or another thing of it."""
    return any(KINDS[kind].abouts for kind in procedure.papers)


def abouts_of(kind: Kind[Case], case: Case | None) -> Sequence[About]:
    """Give what a paper of this kind can be made about; nothing where it is of the text as a whole."""
    return kind.abouts(case) if kind.abouts and case else ()


def _choices(kind: Kind[Case], case: Case | None) -> Iterator[tuple[str, str]]:
    if not kind.abouts:
        yield kind.code, capital(kind.label_fr)
    for about in abouts_of(kind, case):
        yield f"{kind.code} {about.code}", f"{capital(kind.label_fr)} – {about.label_fr}"
