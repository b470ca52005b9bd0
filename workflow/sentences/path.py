"""The whole path of a text: what it went through, where it is, what is still to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from models import PartialDate
from workflow.calendar.durations import Duration, duration_ar, duration_fr
from workflow.history.fold import OURS, Done, Situation, other_chamber
from workflow.procedure.model import Procedure
from workflow.sentences.places import chamber_ar, chamber_fr, reading_ar, reading_fr
from workflow.sentences.sentence import holder

Status = Literal["done", "here", "again", "coming"]
StageKey = tuple[str, int, str | None, int]


@dataclass
class Stage:
    """One point of the path; `again` is one that was passed and is to be passed again."""

    label: str
    label_ar: str = ""
    status: Status = "coming"
    entered_on: PartialDate | None = None
    left_on: PartialDate | None = None
    act_on: PartialDate | None = None
    passages: int = 0
    rejected: bool = False
    # The state where the text is now, and since when: of the present stage only.
    standing: str = ""
    standing_ar: str = ""
    standing_on: PartialDate | None = None
    limit: str = ""
    limit_ar: str = ""
    # Whether no step of it is told: it lies on the shortest path between what is.
    inferred: bool = False

    @property
    def days(self) -> int | None:
        """How long it lasted, when both ends are known and do not contradict each other."""
        if self.entered_on and self.left_on and self.left_on.is_full:
            return days_since(self.entered_on, self.left_on.first_day)
        return None


@dataclass
class _Visits:
    first_on: PartialDate | None = None
    left_on: PartialDate | None = None
    act_on: PartialDate | None = None
    count: int = 0
    rejected: bool = False
    inferred: bool = True


def path(procedure: Procedure, situation: Situation) -> list[Stage]:
    """Give every stage of the text's way, in order; an ordered list for whoever reads or listens."""
    visits = _visits(procedure, situation)
    here = _here(procedure, situation)
    keys = list(_keys(procedure, situation, list(visits)))
    if here not in keys:  # the way ended elsewhere: withdrawn, rejected, replaced
        keys = [*(key for key in keys if key in visits), here]
    place = keys.index(here)
    stages = []
    for rank, key in enumerate(keys):
        visit = visits.get(key)
        again: Status = "again" if visit else "coming"
        stages.append(_stage(procedure, key, visit, "here" if rank == place else again if rank > place else "done"))
    state = procedure.states[situation.state]
    stages[place].standing, stages[place].standing_ar = state.label_fr, state.label_ar
    stages[place].standing_on = situation.arrival.on
    stages[place].inferred = stages[place].inferred or (here not in visits and situation.arrival.inferred)
    if state.settled:
        stages[place].status, stages[place].entered_on = "done", situation.arrival.on
    return stages


def holding_since(procedure: Procedure, situation: Situation) -> PartialDate | None:
    """Give the date on which the one who has the ball got it."""
    since: PartialDate | None = None
    current: str | None = None
    for done in reversed(situation.done):
        who = holder(procedure.at(done.version, done.kind), done.to_state, done.chamber)
        if current is not None and who != current:
            break
        since, current = done.on, who
    return since


def days_since(since: PartialDate | None, day: date) -> int | None:
    """Count the days from a date known in full to `day`; none when `day` comes before it."""
    return (day - since.first_day).days if since and since.is_full and since.first_day <= day else None


def stage_of(procedure: Procedure, done: Done) -> StageKey:
    """Give the stage where a step led: its phase, with the navette, the chamber and the reading where they matter."""
    then = procedure.at(done.version, done.kind)
    phase = then.states[done.to_state].phase
    if then.phases[phase].chambered:
        return phase, done.navette, done.chamber, done.reading
    return phase, 0, None, 0


def _here(procedure: Procedure, situation: Situation) -> StageKey:
    """Give the stage where the text is: one that has left a chamber is at the other one, which holds it."""
    last = stage_of(procedure, situation.done[-1])
    return _across(situation, last) if procedure.states[situation.state].crossing else last


def _across(situation: Situation, key: StageKey) -> StageKey:
    phase, navette, chamber, reading = key
    other = other_chamber(chamber)
    return phase, navette, other, situation.readings.get(other, 0) + 1 if other else reading + 1


def _visits(procedure: Procedure, situation: Situation) -> dict[StageKey, _Visits]:
    visits: dict[StageKey, _Visits] = {}
    last: StageKey | None = None
    crossed = False
    for done in situation.done:
        key = stage_of(procedure, done)
        visit = visits.setdefault(key, _Visits())
        visit.inferred = visit.inferred and done.inferred
        # The first known date of the stage stands for its beginning when that one is not known; not of what we did.
        if key != last or done.move not in OURS:
            visit.first_on = visit.first_on or done.on
        if done.vote and last is not None:  # a vote is of the place where it was held, wherever it led
            visits[last].rejected = done.vote == "rejected"
        if done.milestone and done.milestone == procedure.at(done.version, done.kind).phases[key[0]].act:
            visit.act_on = done.on
        if key == last:
            if not crossed and procedure.at(done.version, done.kind).states[done.to_state].crossing:
                visit.left_on, crossed = done.on, True  # a chamber that has voted has the text no more
            continue
        visit.count += 1
        if last is not None and not crossed:
            visits[last].left_on = done.on
        last, crossed = key, False
    return visits


def _keys(procedure: Procedure, situation: Situation, visited: list[StageKey]) -> Iterator[StageKey]:
    for code in procedure.path:
        phase = procedure.phases[code]
        if phase.chambered:
            yield from _chambers(procedure, code, situation, visited)
        elif code not in procedure.optional or (code, 0, None, 0) in visited:
            yield code, 0, None, 0


def _chambers(procedure: Procedure, code: str, situation: Situation, visited: list[StageKey]) -> Iterator[StageKey]:
    seen = [key for key in visited if key[0] == code]
    yield from seen
    if not seen:
        yield code, 1, None, 1
        yield code, 1, None, 2
        return
    _code, navette, chamber, reading = seen[-1]
    only_one = len({key[2] for key in seen if key[1] == navette}) == 1
    first_of_two = chamber is None and reading == 1
    if first_of_two or procedure.states[situation.state].crossing or (only_one and situation.chamber):
        yield _across(situation, seen[-1])


def _stage(procedure: Procedure, key: StageKey, visit: _Visits | None, status: Status) -> Stage:
    stage = Stage(stage_label(procedure, key), stage_label_ar(procedure, key), status)
    if visit:
        stage.entered_on, stage.passages, stage.rejected = visit.first_on, visit.count, visit.rejected
        stage.left_on = visit.left_on if status == "done" else None
        stage.act_on, stage.inferred = visit.act_on, visit.inferred
    if status == "coming" and (longest := _limit(procedure, key)):
        stage.limit, stage.limit_ar = f"{duration_fr(longest)} au plus", f"{duration_ar(longest)} على الأكثر"
    return stage


def _limit(procedure: Procedure, key: StageKey) -> Duration | None:
    """Give how long the stage may last at most, as the latest law has it: it has not begun."""
    rule = procedure.deadlines.get(procedure.limits.get(key[0], ""))
    values = rule.latest if rule else ()
    found = {value.length: value for value in values if key[2] is None or value.holds_in(key[2])}
    return found.popitem()[1].duration(rule.counted) if rule and len(found) == 1 else None


def stage_label(procedure: Procedure, key: StageKey) -> str:
    """Name a stage: "Promulgation", "Chambre des conseillers, deuxième lecture"."""
    phase, _navette, chamber, reading = key
    if not procedure.phases[phase].chambered:
        return procedure.phases[phase].label_fr
    if chamber is None:  # not chosen, or not known; none while the King's request waits to be referred
        return {0: "Nouvelle lecture", 1: "Première Chambre", 2: "Seconde Chambre"}.get(reading, "Lecture suivante")
    name = procedure.vocabulary.chambers[chamber].short_fr or chamber_fr(procedure, chamber)
    return f"{name}, {reading_fr(reading)} lecture" if reading > 1 else name


def stage_label_ar(procedure: Procedure, key: StageKey) -> str:
    """Name a stage in Arabic: "إصدار الأمر بالتنفيذ", "مجلس المستشارين، قراءة ثانية"."""
    phase, _navette, chamber, reading = key
    if not procedure.phases[phase].chambered:
        return procedure.phases[phase].label_ar
    if chamber is None:
        names = {0: "قراءة جديدة", 1: "المجلس المعروض عليه أولا", 2: "المجلس المعروض عليه ثانيا"}
        return names.get(reading, "القراءة الموالية")
    name = chamber_ar(procedure, chamber)
    return f"{name}، قراءة {reading_ar(reading)}" if reading > 1 else name
