"""The drafts of a text as a person chooses among them: each under its name, with where it came from and went."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import abort, request
from flask_babel import gettext as _

from documents.language import IN_FR
from models import LegalText
from web.request import db, person
from workflow.calendar.words import partial_fr, partial_short_fr
from workflow.history.fold import Done, fold
from workflow.history.steps import steps_of
from workflow.language.typography import capital
from workflow.pieces.drafts import ReadDraft, drafts_of
from workflow.pieces.kept import sent_versions
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence


@dataclass(frozen=True)
class Choice:
    """A draft, its name in both languages, and what is known of where it came from and went."""

    draft: ReadDraft
    name: str
    name_ar: str
    # A sentence each.
    told: Sequence[str]

    @property
    def label(self) -> str:
        """What it is chosen by."""
        return " – ".join([self.name, *self.told])

    def said(self, language: str) -> str:
        """Name it in a language."""
        return self.name_ar if language == "ar" else self.name


def choices(text: LegalText) -> dict[str, Choice]:
    """Give the drafts of a text that this person may read, by their keys, each piece's newest version first.

    Answers that it is not found where there is none.
    """
    steps = steps_of(db(), text.id)
    procedure = procedure_of(text)
    drafts = drafts_of(db(), text, person(), steps=steps) or abort(404)
    said = {done.number: _dated(procedure, done) for done in fold(procedure, steps).done}
    sent: dict[object, list[str]] = {}
    for each in sent_versions(db(), text.id, steps=steps):
        sent.setdefault(each.version.id, []).append(said.get(each.step.number, ""))
    ranks = _ranks(drafts)
    return {
        draft.key: _choice(draft, ranks[draft.piece.id], procedure, sent.get(draft.version.id, [])) for draft in drafts
    }


def chosen(known: Mapping[str, Choice], name: str = "v", *, among: str = "") -> Choice:
    """Give the draft that the address names, the newest one where it names none; one not known is not found.

    `among` is the language that it has to be in, any where it is empty.
    """
    found = {key: choice for key, choice in known.items() if among in {"", choice.draft.language}}
    if key := request.args.get(name, ""):
        return found.get(key) or abort(404)
    return newest(found) or abort(404)


def newest(known: Mapping[str, Choice]) -> Choice | None:
    """Give the draft that was attached last, None where there is none."""
    return max(known.values(), key=lambda choice: choice.draft.version.told_by, default=None)


def languages(known: Mapping[str, Choice]) -> list[str]:
    """Give the languages of these drafts, French first."""
    return [language for language in IN_FR if any(each.draft.language == language for each in known.values())]


def _dated(procedure: Procedure, done: Done) -> str:
    sentence = step_sentence(procedure, done)
    return f"{partial_short_fr(done.on)} : {sentence}" if done.on else sentence


def _ranks(drafts: Iterable[ReadDraft]) -> dict[UUID, int]:
    """Give a number to each of the pieces that are called alike, from 1, in the order in which they came."""
    alike: dict[tuple[str, str], list[UUID]] = {}
    pieces = {draft.piece.id: draft.piece for draft in drafts}
    for piece in pieces.values():
        alike.setdefault((piece.kind, piece.title), []).append(piece.id)
    return {piece_id: rank for group in alike.values() for rank, piece_id in enumerate(group, 1)}


def _choice(draft: ReadDraft, rank: int, procedure: Procedure, sent: Sequence[str]) -> Choice:
    kind, version = procedure.vocabulary.piece(draft.piece.kind), draft.version
    title = f" « {draft.piece.title} »" if draft.piece.title else ""
    title += f" n° {rank}" if rank > 1 else ""
    other = f" ({IN_FR[draft.language]})" if kind.language != draft.language else ""
    name = f"{capital(kind.fr)}{title}{other}, version {version.number}"
    title_ar = f" «{draft.piece.title}»" if draft.piece.title else ""
    title_ar += f" رقم {rank}" if rank > 1 else ""
    came = [_("de la part de : %(whom)s", whom=version.from_whom)] if version.from_whom else []
    dated = [_("datée : %(day)s", day=partial_fr(version.dated_on))] if version.dated_on else []
    return Choice(draft, name, f"{kind.ar}{title_ar}، الصيغة {version.number}", [*came, *dated, *filter(None, sent)])
