"""What a move would bring about, told before it is recorded. Writes nothing."""

from dataclasses import dataclass

from workflow.conditions.proposed_move import ProposedMove
from workflow.deadlines.clocks import Clock
from workflow.standing.standing import Standing


@dataclass(frozen=True)
class Outcome:
    """The account before and after a move, and the clocks that it stops, starts or changes."""

    before: Standing
    after: Standing
    stopped: tuple[Clock, ...]
    started: tuple[Clock, ...]
    changed: tuple[Clock, ...]


def preview(before: Standing, proposed: ProposedMove) -> Outcome:
    """Tell what the move would bring about."""
    after = before.after(proposed.move.name, proposed.on, proposed.facts or {})
    running = {_key(clock): clock for clock in before.open_clocks}
    later = {_key(clock): clock for clock in after.open_clocks}
    return Outcome(
        before=before,
        after=after,
        stopped=tuple(clock for key, clock in running.items() if key not in later),
        started=tuple(clock for key, clock in later.items() if key not in running),
        changed=tuple(clock for key, clock in later.items() if key in running and clock != running[key]),
    )


def _key(clock: Clock) -> tuple[str, int]:
    return clock.rule.code, clock.occurrence
