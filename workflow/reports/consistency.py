"""Checks the database against the procedures: what `flask check` says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, Engine
from sqlmodel import Session, col, select

from models import DeadlineStatus, LegalText, in_batches
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock
from workflow.deadlines.kept import Kept, deadlines_of
from workflow.errors import Impossible
from workflow.history.entries import entries_of
from workflow.history.fold import Situation, fold
from workflow.history.particulars import number_of
from workflow.history.steps import Recorded, histories
from workflow.history.what_counts import effective
from workflow.history.words import words_of
from workflow.pieces.kept import Key, found_under, open_keys
from workflow.procedure.model import Procedure
from workflow.register.kept_items import items_kept
from workflow.register.recording import projection
from workflow.register.words import words_kept
from workflow.reports.draft_readings import reading_faults
from workflow.reports.indexes import index_faults
from workflow.reports.names import name_faults
from workflow.reports.pieces import piece_faults, pieces_kept
from workflow.reports.registers import entry_faults, item_faults
from workflow.reports.stored_files import stored_faults
from workflow.reports.tampering import about, chain_faults, seals_of, tampering_faults
from workflow.standing.standing import Standing, standing


def faults(procedures: Mapping[str, Procedure], base: Engine | Connection, calendar: Calendar) -> Iterator[str]:
    """Say, one sentence each, what is wrong in a database of this schema; nothing when all is well.

    A connection is read inside its own transaction, which stays as it is.
    """
    # Whoever moves a text meanwhile is not taken for a fault: all is read as it was at one moment, as SQLite reads it.
    if isinstance(base, Engine) and base.dialect.name != "sqlite":
        base = base.execution_options(isolation_level="REPEATABLE READ")
    with Session(base) as session:
        unreadable: set[UUID] = set()
        for texts in in_batches(session, select(LegalText), col(LegalText.id)):
            ids = [text.id for text in texts]
            steps, lost = _readable(session, ids)
            unreadable |= lost
            pieces = found_under(session, [key for each in steps.values() for key in open_keys(effective(each))])
            rows, words, seals = deadlines_of(session, ids), words_kept(session, ids), seals_of(session, ids)
            entries, items, kept = entries_of(session, ids), items_kept(session, ids), pieces_kept(session, ids)
            for text in texts:
                if text.id in lost:
                    yield f"{about(text)} a une étape qui ne peut plus être lue : elle a été changée dans la base."
                    continue
                # What is told of a history that was tampered with would be about another one.
                batches = entries.get(text.id, {})
                found = list(chain_faults(text, steps[text.id], seals.get(text.id, ())))
                found += entry_faults(text, steps[text.id], batches)
                found = found or list(_of_text(procedures, text, steps[text.id]))
                if not found:
                    now = standing(text, steps[text.id], on=date.max, calendar=calendar)
                    found = [
                        *_of_sentence(text, now),
                        *_of_deadlines(text, rows[text.id], now.clocks),
                        *_of_words(now, words.get(text.id), pieces),
                        *item_faults(text, now.situation, batches, items.get(text.id, [])),
                        *piece_faults(text, steps[text.id], kept.get(text.id)),
                    ]
                yield from found
            session.expunge_all()
        yield from tampering_faults(session, are_days_readable=not unreadable)
        for of_database in (stored_faults, reading_faults, index_faults, name_faults):
            yield from of_database(session)


def _readable(session: Session, ids: Sequence[UUID]) -> tuple[Mapping[UUID, Sequence[Recorded]], set[UUID]]:
    """Read the histories of these texts, and name the texts of which a step holds what no step can hold."""
    try:
        return histories(session, ids), set()
    except ValueError:  # of one of them: each is read by itself
        found: dict[UUID, Sequence[Recorded]] = {}
        for each in ids:
            with suppress(ValueError):
                found[each] = histories(session, [each])[each]
        return found, set(ids) - set(found)


def _of_text(procedures: Mapping[str, Procedure], text: LegalText, steps: Sequence[Recorded]) -> Iterator[str]:
    named = about(text)
    newest = procedures.get(text.procedure)
    if newest is None:
        yield f"{named} suit la procédure « {text.procedure} », qui n’existe pas."
        return
    procedure = newest.at(text.procedure_version)
    if text.state not in procedure.states:
        yield f"{named} est dans l’état « {text.state} », que la procédure n’a pas."
        return
    try:
        folded = fold(procedure, steps)
    except Impossible as error:
        yield f"{named} a une histoire que la procédure ne permet pas : « {error} »."
        return
    yield from _of_row(procedure, text, folded)


def _of_row(procedure: Procedure, text: LegalText, folded: Situation) -> Iterator[str]:
    """Say the first thing that the row of a text tells otherwise than its history."""
    named = about(text)
    if (folded.state, folded.chamber, folded.reading) != (text.state, text.chamber, text.reading):
        yield f"{named} est dans l’état « {text.state} », mais son histoire mène à « {folded.state} »."
    elif (number := number_of(folded)) != text.number:
        yield f"{named} porte le n° {text.number or '–'}, mais son histoire lui donne le n° {number or '–'}."
    elif (title := folded.told("title_fr") or text.title_fr) != text.title_fr:
        yield f"{named} a pour intitulé « {title} » dans son histoire."
    elif not folded.merged_into and folded.told("responsible_id") not in (None, str(text.responsible_id or "")):
        yield f"{named} n’a pas pour responsable la personne que nomme son histoire."
    elif folded.merged_into:
        return  # it is in no section and nobody's: all of its row is compared by `_of_sentence`
    elif text.section != (section := procedure.section(folded.state).code):
        yield f"{named} est rangé dans « {text.section} », mais sa procédure le range dans « {section} »."


def _of_deadlines(text: LegalText, rows: list[Kept], run: Iterable[Clock]) -> Iterator[str]:
    kept = {
        (row.rule, row.occurrence, row.status, row.due_on, row.is_estimated)
        for row in rows
        if row.status != DeadlineStatus.CLOSED
    }
    if kept != {
        (clock.rule.code, clock.occurrence, clock.status, clock.due_on, clock.is_estimated)
        for clock in run
        if clock.is_open
    }:
        yield f"{about(text)} a des échéances que son histoire ne donne pas : lancez « flask --app web recount »."


def _of_sentence(text: LegalText, now: Standing) -> Iterator[str]:
    if any(getattr(text, name) != value for name, value in projection(now).items()):
        yield f"{about(text)} ne dit pas où son histoire le mène : lancez « flask --app web recount »."


def _of_words(now: Standing, words: frozenset[str] | None, pieces: Mapping[Key, str]) -> Iterator[str]:
    of_pieces = [pieces.get(key, "") for key in open_keys(now.situation.done)]
    if words != words_of(now.text, now.situation, now.procedure.vocabulary, of_pieces):
        yield f"{about(now.text)} n’est pas trouvé par tous ses mots : lancez « flask --app web recount »."
