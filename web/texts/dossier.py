"""Everything the page of one text shows, gathered in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlmodel import Session, select

from models import Document, LegalText, PartialDate, RelationKind, User
from web.moves.owed import WhatIsAsked, what_is_asked
from web.papers.listing import papers_of
from web.registers.summary import Summary, summaries
from web.texts.history import Entry, entries
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock
from workflow.deadlines.reckoning import explanation
from workflow.history.fold import Situation
from workflow.history.observations import Observation, observations
from workflow.history.opinions import Opinion, opinions
from workflow.history.signatures import Signature, signatures
from workflow.history.steps import steps_of
from workflow.old_files.eligibility import is_young
from workflow.people.permissions import holders_fr, may_fire
from workflow.pieces.drafts import ReadDraft, drafts_among
from workflow.pieces.kept import Listed, pieces_of
from workflow.procedure.model import Event, Procedure
from workflow.register.paper_versions import finals
from workflow.register.papers import struck_ids
from workflow.relations.implementing_texts import Application, application, warnings
from workflow.relations.ties import Tie, ties
from workflow.rulebook.open_moves import OpenMove
from workflow.sentences.entry_into_force import Commencement, commencement
from workflow.sentences.path import Stage
from workflow.sentences.places import in_chamber_fr
from workflow.standing.standing import standing

# The page of a text shows so many pieces and papers; other pages show all.
_FEW = 5


@dataclass(frozen=True)
class Action:
    """What the person can do next: one move, or the moves that answer one question."""

    name: str
    label: str
    reasons: tuple[str, ...]
    is_aside: bool


@dataclass(frozen=True)
class Dossier:
    """One text, with what its steps fold to."""

    text: LegalText
    procedure: Procedure
    situation: Situation
    sentence: str
    stages: list[Stage]
    holder: str
    since: PartialDate | None
    days: int | None
    running: list[Clock]
    closed: list[Clock]
    explanations: dict[tuple[str, int], list[str]]
    actions: list[Action]
    # The likeliest next move and whose it is, when this person may not make it.
    others_move: tuple[str, str] | None
    entries: list[Entry]
    commencement: Commencement
    opinions: list[Opinion]
    signatures: list[Signature]
    observations: list[Observation]
    # Those that this person may read, in the order in which they came.
    pieces: list[Listed]
    registers: list[Summary]
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
    def runs(self) -> list[list[Entry]]:
        """The history, with the inferred steps that follow each other taken together."""
        return [
            list(run)
            for _key, run in groupby(self.entries, lambda entry: 0 if entry.step.inferred else entry.step.number)
        ]

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

    @property
    def main(self) -> Action | None:
        """The action that the page proposes first."""
        return next_action(self.actions)


def gather(session: Session, text: LegalText, *, by: User, calendar: Calendar, today: date) -> Dossier:
    """Read the text's history, papers and ties, and compute the rest."""
    steps = steps_of(session, text.id)
    now = standing(text, steps, on=today, calendar=calendar)
    procedure, situation = now.procedure, now.situation
    run = sorted(now.clocks, key=lambda clock: (clock.is_over(today), clock.due_on or date.max))
    people = {person.id: person for person in session.exec(select(User))}
    tied, pieces = ties(session, text), pieces_of(session, text, by, steps=steps)
    return Dossier(
        text=text,
        procedure=procedure,
        situation=situation,
        sentence=now.sentence,
        stages=now.stages,
        holder=now.holder,
        since=now.held_since,
        days=now.days_held,
        running=[clock for clock in run if clock.is_open],
        closed=[clock for clock in run if not clock.is_open],
        explanations={(clock.rule.code, clock.occurrence): explanation(clock, calendar) for clock in run},
        actions=actions(procedure, now.moves, situation, by),
        others_move=others_move(procedure, now.moves, by),
        entries=entries(now, steps, people, by),
        commencement=commencement(procedure, situation, run),
        opinions=opinions(situation),
        signatures=signatures(situation),
        observations=observations(situation),
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
    )


def actions(procedure: Procedure, moves: list[OpenMove], situation: Situation, by: User) -> list[Action]:
    """Group the moves this person may make by the question that they answer."""
    found: dict[str, Action] = {}
    for each in moves:
        move = each.move
        if not may_fire(by, move):
            continue
        key = move.event or move.name
        label = event_words(procedure, procedure.events[move.event], situation)[0] if move.event else move.label_fr
        known = found.get(key)
        if known is None or (known.reasons and not each.reasons):
            found[key] = Action(move.name, label, each.reasons, known.is_aside if known else move.is_aside)
    return list(found.values())


def next_action(offered: Sequence[Action]) -> Action | None:
    """Give the action that the page proposes first: the first step that nothing holds back; never one aside."""
    return next((action for action in offered if not action.is_aside and not action.reasons), None)


def others_move(procedure: Procedure, moves: list[OpenMove], by: User) -> tuple[str, str] | None:
    """Name the likeliest next move and those who may make it, when this person may not."""
    ordinary = [each for each in moves if not each.move.is_aside]
    likeliest = next((each for each in ordinary if not each.reasons), next(iter(ordinary), None))
    if likeliest is None or may_fire(by, likeliest.move):
        return None
    event = procedure.events.get(likeliest.move.event or "")
    return event.label_fr if event else likeliest.move.label_fr, holders_fr(likeliest.move)


def event_words(procedure: Procedure, event: Event, situation: Situation) -> tuple[str, str]:
    """Give the label of the question and the title of its page."""
    return event.label_fr, in_chamber_fr(procedure, event.title_fr, situation.chamber)
