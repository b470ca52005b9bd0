"""Everything the page of one text shows, gathered in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlmodel import Session, select

from models import Document, LegalText, PartialDate, RelationKind, User, UsualTime
from web.moves.owed import WhatIsAsked, what_is_asked
from web.papers.listing import papers_of
from web.registers.summary import Summary, summaries
from web.texts.history import Entry, entries
from web.texts.limits import Limits, limits_of
from web.texts.next_steps import NextSteps, next_steps, others_move
from web.texts.parallel import Parallel, parallel
from web.texts.stages import HistoryStage, history_stages
from workflow.calendar.working_days import Calendar
from workflow.history.fold import Situation
from workflow.history.steps import steps_of
from workflow.old_files.eligibility import is_young
from workflow.overview.usual_times import read_usual_times
from workflow.people.leave import Leave, leaves_on
from workflow.people.permissions import Right, may
from workflow.pieces.drafts import ReadDraft, drafts_among
from workflow.pieces.kept import Listed, pieces_of
from workflow.procedure.model import Procedure
from workflow.register.paper_versions import finals
from workflow.register.papers import struck_ids
from workflow.relations.implementing_texts import Application, application, warnings
from workflow.relations.ties import Tie, ties
from workflow.sentences.entry_into_force import Commencement, commencement
from workflow.sentences.path import Stage, days_since
from workflow.standing.offered import OpenAction, actions
from workflow.standing.standing import standing

# The page of a text shows so many pieces and papers; other pages show all.
_FEW = 5


@dataclass(frozen=True)
class AtStep:
    """How many days a text has been at its present step, and how long texts usually stay there; None where unknown."""

    days: int | None
    usual: UsualTime | None


@dataclass(frozen=True)
class Dossier:
    """One text, with what its steps fold to."""

    text: LegalText
    procedure: Procedure
    situation: Situation
    sentence: str
    sentence_ar: str
    stages: list[Stage]
    holder: str
    since: PartialDate | None
    days: int | None
    at_step: AtStep
    limits: Limits
    offered: list[OpenAction]
    # The likeliest next move and whose it is, when this person may not make it.
    others_move: tuple[str, str] | None
    entries: list[Entry]
    history: list[HistoryStage]
    commencement: Commencement
    parallel: Parallel
    # Those that this person may read, in the order in which they came.
    pieces: list[Listed]
    registers: list[Summary]
    # Whether this person may write in them.
    may_write: bool
    papers: list[Document]
    # The steps that were struck: papers that they owed stay, marked.
    struck: set[UUID]
    application: Application
    # Those whose articles were read, and that this person may read.
    drafts: list[ReadDraft]
    ties: list[Tie]
    warnings: list[str]
    asked: WhatIsAsked
    people: dict[UUID, User]
    # The absence that runs of who answers for the text.
    leave: Leave | None

    @property
    def kind_fr(self) -> str:
        """What the text is called now: a bill that was promulgated is a law, a decree keeps the name of its kind."""
        noun, label = self.procedure.noun(self.situation.state).fr, self.procedure.label.fr
        return label if noun == self.procedure.draft.fr or label.lower().startswith(noun) else noun.capitalize()

    @property
    def unnamed_chamber(self) -> int | None:
        """The step to correct where the text is before a chamber that no source names; None where one is named."""
        chambered = self.procedure.phases[self.procedure.states[self.situation.state].phase].chambered
        if self.is_reunited or self.situation.chamber or not (chambered and self.situation.reading):
            return None
        moves = self.procedure.moves
        seized = (done for done in reversed(self.situation.done) if done.move in moves)
        return next((done.number for done in seized if moves[done.move].chamber == "asked"), None)

    @property
    def is_over(self) -> bool:
        """Whether nobody has anything left to do here."""
        return self.procedure.states[self.situation.state].is_end or self.is_reunited

    @property
    def is_reunited(self) -> bool:
        """Whether this file closed when it was reunited with another one, where what happens from then on is told."""
        return bool(self.situation.merged_into)

    @property
    def unanswered(self) -> str:
        """What became of the opinions, observations and signatures still open; nothing while they are awaited."""
        state = self.procedure.states[self.situation.state]
        if self.situation.merged_into:
            return "sans suite ici : le dossier est réuni avec un autre"
        if state.act:
            return "sans suite"
        return f"sans suite : {state.label_fr[:1].lower()}{state.label_fr[1:]}" if state.is_end else ""

    @property
    def newest_drafts(self) -> dict[str, ReadDraft]:
        """The draft that was attached last in each language, French first."""
        last = sorted(self.drafts, key=lambda draft: draft.version.told_by)
        return dict(sorted({draft.language: draft for draft in last}.items(), reverse=True))

    @property
    def is_young(self) -> bool:
        """Whether so little is recorded that the text may be an old file to take over."""
        return is_young(self.procedure, self.situation)

    @property
    def last_pieces(self) -> list[Listed]:
        """The pieces to which something was attached last, the latest first."""
        return sorted(self.pieces, key=lambda listed: -listed.versions[0].told_by)[:_FEW]

    @property
    def last_papers(self) -> list[Document]:
        """The versions of papers that were asked for last, the latest first."""
        return self.papers[:_FEW]

    @property
    def final_papers(self) -> frozenset[UUID]:
        """The versions that are final."""
        return finals(self.papers)

    @cached_property
    def steps(self) -> NextSteps:
        """What the page offers beside one another, and how much it leaves to the page of records."""
        to_answer = len(self.parallel.observations.awaited) if self.may_write and not self.unanswered else 0
        return next_steps(self.offered, self.limits.running, to_answer=to_answer)

    @property
    def may_note(self) -> bool:
        """Whether this person may add a dated note now."""
        return any(action.name == "note" and not action.reasons for action in self.offered)

    @property
    def books(self) -> list[Summary]:
        """The registers that hold something, save those whose items the page shows itself."""
        beside = self.parallel
        counts = {
            "observations": beside.observations.count,
            "consultations": beside.opinions.count,
            "signatures": beside.signatures.count,
        }
        shown = {code for code, count in counts.items() if count}
        return [each for each in self.registers if each.total and each.book.code.value not in shown]


def gather(session: Session, text: LegalText, *, by: User, calendar: Calendar, today: date) -> Dossier:
    """Read the text's history, papers and ties, and compute the rest."""
    steps = steps_of(session, text.id)
    now = standing(text, steps, on=today, calendar=calendar)
    procedure, situation = now.procedure, now.situation
    limits, people = limits_of(now.clocks, calendar=calendar, today=today), _everybody(session)
    tied, pieces = ties(session, text), pieces_of(session, text, by, steps=steps)
    lines, is_over = entries(now, steps, people, by), now.state.is_end or bool(situation.merged_into)
    return Dossier(
        text=text,
        procedure=procedure,
        situation=situation,
        sentence=now.sentence,
        sentence_ar=now.sentence_ar,
        stages=now.stages,
        holder=now.holder,
        since=now.held_since,
        days=now.days_held,
        at_step=_at_step(session, text, today),
        limits=limits,
        offered=actions(procedure, now.moves, situation, by),
        others_move=others_move(procedure, now.moves, by),
        entries=lines,
        history=history_stages(procedure, lines, today=today, is_over=is_over),
        commencement=commencement(procedure, situation, limits.clocks),
        parallel=parallel(situation),
        may_write=may(by, Right.WRITE_REGISTERS) and not situation.merged_into,
        pieces=pieces,
        registers=summaries(session, text.id),
        papers=papers_of(session, text),
        struck=struck_ids(steps),
        application=application(tied, today=today),
        drafts=drafts_among(session, pieces),
        ties=[tie for tie in tied if not (tie.incoming and tie.relation.kind == RelationKind.IMPLEMENTS)],
        warnings=warnings(session, text, tied, calendar=calendar, today=today),
        asked=what_is_asked(now),
        people=people,
        leave=leaves_on(session, on=today).get(text.responsible_id) if text.responsible_id else None,
    )


def _everybody(session: Session) -> dict[UUID, User]:
    return {person.id: person for person in session.exec(select(User))}


def _at_step(session: Session, text: LegalText, today: date) -> AtStep:
    usual = read_usual_times(session, [text.state]).of_state(text.procedure, text.state)
    return AtStep(days_since(text.entered_on, today), usual)
