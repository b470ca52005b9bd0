"""Work that goes on beside the text's own way: opinions, signatures, observations, folded from the same steps."""

from dataclasses import dataclass, replace

from models import PartialDate
from workflow.history import Done, Situation


@dataclass(frozen=True)
class Opinion:
    """An opinion asked of a body, and what became of it."""

    body: str
    asked_on: PartialDate | None = None
    answer_by: str | None = None
    compulsory: bool = False
    answered: bool = False
    answered_on: PartialDate | None = None
    answer: str | None = None
    words: str = ""


def opinions(situation: Situation) -> list[Opinion]:
    """List the opinions in the order in which they were asked; one given unasked counts too."""
    found: list[Opinion] = []
    for done in situation.done:
        if done.move == "ask_opinion":
            found.append(_asked(done))
        elif done.move == "receive_opinion":
            place = _waiting(found, done.facts.get("body", ""))
            if place is None:
                found.append(_answered(Opinion(done.facts.get("body", "")), done))
            else:
                found[place] = _answered(found[place], done)
    return found


def signatures(situation: Situation) -> dict[str, Done | None]:
    """Give the named signatories in order, each with the step of the signature if it was given."""
    named = next((done for done in reversed(situation.done) if done.facts.get("signatories")), None)
    if named is None or _returned(situation, named):
        return {}
    names = [line.strip() for line in named.facts["signatories"].splitlines() if line.strip()]
    signed = {
        done.facts.get("signatory"): done
        for done in situation.done
        if done.move == "collect_signature" and done.number > named.number
    }
    return {name: signed.get(name) for name in names}


def observations(situation: Situation) -> list[Done]:
    """List the observations recorded as items."""
    return [done for done in situation.done if done.move == "record_observation"]


def _returned(situation: Situation, named: Done) -> bool:
    # A text sent back unsigned starts its signatures again.
    return any(done.move == "return_from_signature" and done.number > named.number for done in situation.done)


def _asked(done: Done) -> Opinion:
    return Opinion(
        body=done.facts.get("body", ""),
        asked_on=done.on,
        answer_by=done.facts.get("answer_by"),
        compulsory=done.facts.get("compulsory") == "yes",
    )


def _waiting(found: list[Opinion], body: str) -> int | None:
    return next((place for place, each in enumerate(found) if each.body == body and not each.answered), None)


def _answered(opinion: Opinion, done: Done) -> Opinion:
    return replace(
        opinion,
        answered=True,
        answered_on=done.on,
        answer=done.facts.get("answer"),
        words=done.facts.get("opinion", ""),
    )
