"""Which steps of a history count, once its corrections are read."""

from collections.abc import Iterable

from workflow.history.steps import AnyStep, Supposed

OPEN = "open"
STRIKE = "strike"
AMEND = "amend"
CORRECTIONS = frozenset({STRIKE, AMEND})


def corrections(steps: Iterable[AnyStep]) -> dict[int, AnyStep]:
    """Give the correction that is the last word on each corrected step, by the number of that step."""
    found: dict[int, AnyStep] = {}
    for step in sorted(steps, key=lambda step: step.number, reverse=True):
        # A correction that was itself corrected no longer counts; later ones are met first.
        if step.strikes is not None and step.number not in found:
            found.setdefault(step.strikes, step)
    return found


def struck(steps: Iterable[AnyStep]) -> set[int]:
    """Give the numbers of the steps that no longer count."""
    return {number for number, correction in corrections(steps).items() if correction.move == STRIKE}


def effective(steps: Iterable[AnyStep]) -> list[AnyStep]:
    """Keep the steps that count, corrected: struck ones left out, amended ones with their new date and facts."""
    ordered = sorted(steps, key=lambda step: step.number)
    found = corrections(step for step in ordered if step.strikes is not None)
    if not found:
        return ordered
    kept = []
    for step in ordered:
        correction = found.get(step.number)
        if step.move not in CORRECTIONS and not (correction and correction.move == STRIKE):
            kept.append(_amended(step, correction) if correction else step)
    return kept


def _amended(step: AnyStep, correction: AnyStep) -> Supposed:
    # What the opening told, its titles, is not asked again when its date is put right.
    told = step.facts if step.move == OPEN else {}
    return Supposed(
        number=step.number,
        move=step.move,
        on=correction.on,
        known_on=step.known_on,
        facts=told | correction.facts.get("amended", {}),
        at=step.at,
        item=step.item,
    )
