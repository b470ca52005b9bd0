"""The milestones of a row beside the steps of a text: which are recorded, which differ, which are new."""

from collections.abc import Iterator, Sequence

from models import PartialDate
from workflow.conditions.parliament import is_in_chamber
from workflow.history.fold import OURS, Done, Situation, other_chamber
from workflow.importing.contrasts import Contrast, of_no_step, of_step
from workflow.old_files.milestones import Milestone
from workflow.procedure.model import Procedure


class Comparison:
    """Finds each milestone of a row among the steps of a text, each step once."""

    def __init__(self, procedure: Procedure, start: Situation) -> None:
        """Take the text as its steps brought it here."""
        self._procedure, self._start = procedure, start
        self._free = [each for each in start.done if each.move not in OURS]
        self.contrasts: list[Contrast] = []

    def read(self, milestones: Sequence[Milestone]) -> list[Milestone]:
        """Give the milestones after the last one that is recorded, and note in `contrasts` how the others differ."""
        new: list[Milestone] = []
        for each in milestones:
            if (done := self._find(each)) is None and not self._is_passed(each):
                new.append(each)
                continue
            # What the page tells before a recorded step and the base does not have is no move to come.
            self.contrasts += [of_no_step(earlier, self._procedure) for earlier in new]
            new = []
            if done is not None:
                self._free.remove(done)
                self.contrasts += self._differences(each, done)
        return new

    def _find(self, milestone: Milestone) -> Done | None:
        """Give the step that a milestone tells: the very one, else one of another day or chamber."""
        names = (*milestone.moves, *milestone.otherwise)
        of_name = [each for each in self._free if each.move in names and each.reading >= milestone.reading]
        same = [each for each in of_name if self._is_same(milestone, each)]
        other = [each for each in of_name if each.move in milestone.moves and self._is_other(milestone, each)]
        return min(same, key=lambda each: (each.on != milestone.on, names.index(each.move)), default=None) or next(
            iter(other), None
        )

    def _is_same(self, milestone: Milestone, done: Done) -> bool:
        """Whether a step is the one told; of another name and without a day, where the one named cannot be to come."""
        if not (self._in_chamber(milestone, done) and _on_day(milestone, done)):
            return False
        is_named = done.move in milestone.moves or not milestone.on or done.on is not None
        return is_named or not self._is_open(milestone)

    def _is_other(self, milestone: Milestone, done: Done) -> bool:
        """Whether the base tells the same step otherwise, and the page does not tell the next one of that name."""
        if not self._in_chamber(milestone, done):
            return milestone.on is not None and milestone.on == done.on
        latest = self._start.latest
        is_later = milestone.on and latest and milestone.on.first_day >= latest.last_day
        return not (is_later and self._is_open(milestone))

    def _is_open(self, milestone: Milestone) -> bool:
        """Whether a step of that name can be made from where the text stands."""
        return any(self._start.state in self._procedure.moves[name].sources for name in milestone.moves)

    def _is_passed(self, milestone: Milestone) -> bool:
        """Whether a milestone without a day tells no more than where the text stands."""
        if milestone.on or milestone.chamber not in (None, self._start.chamber):
            return False
        return any(self._procedure.moves[name].to == self._start.state for name in milestone.moves)

    def _in_chamber(self, milestone: Milestone, done: Done) -> bool:
        """Whether a step was made in the chamber that a milestone names, if it names one."""
        move = self._procedure.moves.get(done.move)
        if milestone.chamber is None or move is None or not is_in_chamber(self._procedure, move):
            return True
        told = other_chamber(milestone.chamber) if milestone.crossing else milestone.chamber
        return done.chamber in (None, told)

    def _differences(self, milestone: Milestone, done: Done) -> Iterator[Contrast]:
        is_dated = milestone.on is None or done.on is not None
        if is_dated and self._in_chamber(milestone, done) and _on_day(milestone, done):
            return
        is_gap = done.on is None and milestone.on is not None and self._fits(milestone.on, done)
        yield of_step(milestone, done, self._procedure, is_gap=is_gap)

    def _fits(self, on: PartialDate, done: Done) -> bool:
        """Whether this day can be that of a step without one, between those before and after it."""
        return all(
            day.first_day <= on.last_day if number < done.number else on.first_day <= day.last_day
            for number, day in self._start.dated
        )


def _on_day(milestone: Milestone, done: Done) -> bool:
    return milestone.on is None or done.on is None or milestone.on.may_be(done.on)
