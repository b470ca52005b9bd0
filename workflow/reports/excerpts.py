"""Where texts found by words have them: a line of a note, of an observation, of a piece, with the words marked."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, tuple_
from sqlmodel import Session, col, select

from models import LegalText, Piece, PieceVersion, PieceWords
from workflow.history.fold import fold
from workflow.history.steps import Recorded, histories
from workflow.history.what_counts import effective
from workflow.history.words import found_under, told_words
from workflow.language.folding import norm
from workflow.pieces.kept import Key, open_keys
from workflow.reports.search import Term, terms
from workflow.rulebook.files import procedure_of

# So many signs of a piece are read: the words under which it is found come from its beginning.
_READ = 60_000
# How much of a line is shown before the first word found, and in all.
_BEFORE, _SHOWN = 50, 160
_WORD = re.compile(r"[\w‐-―/.-]*\w", re.UNICODE)

Group = tuple[Term, ...]
Pieces = Mapping[Key, tuple[str, str]]


@dataclass(frozen=True)
class Excerpt:
    """Where a text has what was looked for, and the line: its parts in order, each with whether it is a word found."""

    where: str
    parts: tuple[tuple[str, bool], ...]


def excerpts(session: Session, typed: str, texts: Sequence[LegalText]) -> dict[UUID, Excerpt]:
    """Give where each of these texts has the words that its titles and number do not have; nothing where they have all.

    Steps that were struck and confidential pieces are left out. Three queries at most, whatever the number of texts.
    """
    groups = list(terms(typed))
    wanted = {text.id: _left(groups, text) for text in texts}
    asked = [text for text in texts if wanted[text.id]]
    if not asked:
        return {}
    steps = histories(session, [text.id for text in asked])
    pieces = _pieces(session, [key for each in steps.values() for key in open_keys(effective(each))])
    found = ((text.id, _best(wanted[text.id], _lines(text, steps[text.id], pieces))) for text in asked)
    return {key: excerpt for key, excerpt in found if excerpt}


def _left(groups: Iterable[Group], text: LegalText) -> list[Group]:
    known = found_under(text.search_text)
    return [group for group in groups if not any(_is(term, word) for term in group for word in known)]


def _lines(text: LegalText, steps: Sequence[Recorded], pieces: Pieces) -> Iterator[tuple[str, str]]:
    """Give what is written of a text outside its titles, the newest first, with where it is; then its pieces."""
    procedure = procedure_of(text)
    yield from told_words(fold(procedure, steps), procedure.vocabulary)
    yield from (pieces[key] for key in open_keys(effective(steps)) if key in pieces)


def _pieces(session: Session, keys: Sequence[Key]) -> Pieces:
    query = (
        select(PieceVersion.piece_id, PieceVersion.number, Piece.title, func.substr(col(PieceWords.words), 1, _READ))
        .join(PieceWords, col(PieceWords.version_id) == col(PieceVersion.id))
        .join(Piece, col(Piece.id) == col(PieceVersion.piece_id))
        .where(col(Piece.confidential).is_(False))
        .where(tuple_(col(PieceVersion.piece_id), col(PieceVersion.number)).in_(keys))
    )
    rows = session.exec(query).all() if keys else ()
    return {(piece_id, number): (title, words) for piece_id, number, title, words in rows}


def _best(wanted: Sequence[Group], lines: Iterable[tuple[str, str]]) -> Excerpt | None:
    """Give the first of the lines that has the most of what is wanted."""
    best, most = None, 0
    for where, written in lines:
        words = [(match, _groups_of(match[0], wanted)) for match in _WORD.finditer(written)]
        has = {group for _match, groups in words for group in groups}
        if len(has) > most:
            best, most = Excerpt(where, tuple(_cut(written, [match for match, groups in words if groups]))), len(has)
        if most == len(wanted):
            break
    return best


def _groups_of(word: str, wanted: Iterable[Group]) -> list[Group]:
    forms = found_under(norm(word))
    return [group for group in wanted if any(_is(term, form) for term in group for form in forms)]


def _is(term: Term, word: str) -> bool:
    return word.startswith(term.word) if term.is_beginning else word == term.word


def _cut(written: str, found: Sequence[re.Match[str]]) -> Iterator[tuple[str, bool]]:
    """Cut a line round the first word found, at spaces, and mark what was found in it."""
    begin = max(found[0].start() - _BEFORE, 0)
    begin = written.rfind(" ", 0, begin) + 1 if begin else 0
    end = min(max(begin + _SHOWN, found[0].end()), len(written))
    place = begin
    yield ("… " if begin else "", False)
    for match in found:
        if match.end() <= end:
            yield (written[place : match.start()], False)
            yield (match[0], True)
            place = match.end()
    yield (written[place:end] + (" …" if end < len(written) else ""), False)
