"""What a replay found, for the terminal."""

from collections.abc import Iterator
from typing import Any

from workflow.calendar.words import partial_short_fr
from workflow.calendar.working_days import Calendar
from workflow.old_files.replay import Replayed, sentence_of
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedures
from workflow.sentences.places import chamber_fr, reading_fr
from workflow.sentences.votes import votes_fr


def write_report(replayed: Replayed, calendar: Calendar) -> str:
    """Tell one history: each milestone with the move it became, the steps inferred, the doubts, where it leads."""
    history, procedure = replayed.history, procedures()[replayed.history["kind"]]
    title = history.get("title_fr") or history.get("id") or "sans titre"
    lines = [f"{title} [{procedure.label.fr}]", *_steps(replayed, procedure)]
    lines += [f"  !  {warning}" for warning in replayed.warnings]
    for place, reason in replayed.plan.refused.items():
        lines.append(f"  ✗  {replayed.told(place)['step']} : {reason}")
    state = procedure.states[replayed.plan.situation.state]
    lines.append(f"  => {state.label_fr}. {sentence_of(replayed, calendar)}")
    return "\n".join(lines)


def _steps(replayed: Replayed, procedure: Procedure) -> Iterator[str]:
    for planned, done in zip(replayed.plan.steps, replayed.plan.situation.done[1:], strict=True):
        label = procedure.moves[done.move].label_fr
        place = ", ".join(
            filter(None, (chamber_fr(procedure, done.chamber), _reading(done.reading if done.chamber else 0)))
        )
        where = f" ({place})" if place else ""
        if planned.milestone is None:
            yield f"     {'déduit':>14}  {label}{where}"
            continue
        step = replayed.told(planned.milestone)
        extra = "".join(f" – {words}" for words in (votes_fr(done.facts.get("votes")), _text(step.get("ref"))) if words)
        yield f"     {partial_short_fr(done.on):>14}  {step['step']} -> {label}{where}{extra}"


def _reading(reading: int) -> str:
    return f"{reading_fr(reading)} lecture" if reading > 1 else ""


def _text(value: Any) -> str:  # noqa: ANN401 - JSON
    return str(value) if value else ""


def last_line(replayed: list[Replayed]) -> str:
    """Count what was replayed."""
    whole = sum(each.is_whole for each in replayed)
    milestones = sum(each.told_here for each in replayed)
    notes = sum(each.notes for each in replayed)
    refused = sum(len(each.plan.refused) for each in replayed)
    return f"{len(replayed)} texts, {whole} replayed whole, {milestones} milestones, {notes} notes, {refused} refused"
