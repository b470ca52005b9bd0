"""The pieces of a text as their page shows them: by kind, with all versions, and where each version went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from sqlmodel import Session, select

from models import LegalText, PartialDate, PieceVersion, User
from workflow.calendar.words import partial_short_fr
from workflow.history.fold import ATTACH, DESCRIBE, Done, fold
from workflow.history.steps import steps_of
from workflow.language.typography import shortened
from workflow.people.permissions import may_read_confidential
from workflow.pieces.kept import Listed, pieces_of, sent_versions
from workflow.procedure.model import Procedure
from workflow.reports.failures import unread_among
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import recipient, step_sentence

_LONGEST = 90


@dataclass(frozen=True)
class Group:
    """The pieces of one kind, in the order in which they came."""

    kind: str
    label: str
    pieces: Sequence[Listed]

    @property
    def count(self) -> int:
        """How many files the group has, each version being one."""
        return sum(len(each.versions) for each in self.pieces)


@dataclass(frozen=True)
class Sending:
    """Whom a step brought a version to, when, and its sentence."""

    to: str
    on: PartialDate | None
    sentence: str


@dataclass(frozen=True)
class Page:
    """What the page of pieces shows to one person."""

    text: LegalText
    groups: Sequence[Group]
    # Where each version that was sent went, by its identifier.
    sent: Mapping[UUID, Sequence[Sending]]
    # The sentences of the steps to which pieces belong, by number.
    steps: Mapping[int, str]
    names: Mapping[UUID, str]
    # The versions of Word files of which no article of a draft, or no word, could be read.
    unread: frozenset[UUID] = frozenset()


def read_page(session: Session, text: LegalText, by: User) -> Page:
    """Read the pieces of a text that this person may read, in a fixed number of queries."""
    steps = steps_of(session, text.id)
    procedure = procedure_of(text)
    listed = pieces_of(session, text, by, steps=steps)
    done = {each.number: each for each in fold(procedure, steps).done}
    told = {number: step_sentence(procedure, each) for number, each in done.items()}
    sent: dict[UUID, list[Sending]] = {}
    for each in sent_versions(session, text.id, steps=steps):
        if not each.piece.confidential or may_read_confidential(by, text):
            sent.setdefault(each.version.id, []).append(_sending(procedure, done[each.step.number]))
    names = dict(session.exec(select(User.id, User.name)).all()) if listed else {}
    unread = unread_among(session, [version.id for each in listed for version in each.versions]) if listed else ()
    return Page(text, _groups(procedure, listed), sent, told, names, frozenset(unread))


def version_of(session: Session, text: LegalText, by: User, version_id: UUID) -> PieceVersion | None:
    """Give a version that counts of a piece that this person may read; None where there is none."""
    versions = (version for each in pieces_of(session, text, by) for version in each.versions)
    return next((version for version in versions if version.id == version_id), None)


def steps_to_choose(procedure: Procedure, done: Sequence[Done]) -> list[tuple[str, str]]:
    """Give the steps to which a piece can belong, the latest first, by number with their words."""
    return [
        (str(each.number), f"{partial_short_fr(each.on)} – {shortened(step_sentence(procedure, each), _LONGEST)}")
        for each in reversed(done)
        if each.move not in {ATTACH, DESCRIBE}
    ]


def _sending(procedure: Procedure, done: Done) -> Sending:
    of_then = procedure.at(done.version, done.kind)
    return Sending(recipient(of_then, done), done.on, step_sentence(procedure, done))


def _groups(procedure: Procedure, listed: Sequence[Listed]) -> list[Group]:
    order = {kind: rank for rank, kind in enumerate(procedure.vocabulary.pieces)}
    ranked = sorted(listed, key=lambda each: (order.get(each.piece.kind, len(order)), each.piece.kind))
    return [
        Group(kind, procedure.vocabulary.piece(kind).fr, list(pieces))
        for kind, pieces in groupby(ranked, key=lambda each: each.piece.kind)
    ]
