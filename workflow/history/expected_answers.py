"""The answers that a move offers: who is still expected to sign or to answer, which remarks are still open."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workflow.history.facts import asked
from workflow.history.fold import Situation
from workflow.history.observations import Observation, still_open
from workflow.history.opinions import still_waiting
from workflow.history.signatures import still_expected
from workflow.language.articles import named_articles
from workflow.procedure.institutions import name_ar, name_fr
from workflow.procedure.model import Procedure, Transition
from workflow.procedure.vocabulary import Choice, Fact

_WORDS = 90


@dataclass(frozen=True)
class Offer:
    """A list of answers read from the steps of a text; an open one takes another answer too."""

    choices: Callable[[Situation], Iterable[Choice]]
    is_open: bool = False


def asked_here(procedure: Procedure, move: Transition, situation: Situation) -> dict[str, Fact]:
    """Give what the move asks of a text, with the answers that its own steps offer."""
    facts = asked(procedure, move)
    for name, listed in move.offers.items():
        offer = OFFERS[listed]
        if choices := tuple(offer.choices(situation)):
            new = {"type": "choice", "choices": choices, "is_open": offer.is_open}
            facts[name] = facts[name].model_copy(update=new)
    return facts


def _named(list_names: Callable[[Situation], Iterable[str]]) -> Callable[[Situation], Iterable[Choice]]:
    return lambda situation: (Choice(value=name, fr=name_fr(name), ar=name_ar(name)) for name in list_names(situation))


def _open_observations(situation: Situation) -> Iterable[Choice]:
    for each in still_open(situation):
        words = _told(each)
        yield Choice(value=each.named, fr=words, ar=words)


def _told(observation: Observation) -> str:
    words = observation.words if len(observation.words) <= _WORDS else f"{observation.words[:_WORDS]}…"
    about = ", ".join(
        filter(None, (f"n° {observation.rank}", named_articles(observation.article), observation.body_fr))
    )
    return f"{about} : {words}"


OFFERS = {
    "expected_signatories": Offer(_named(still_expected)),
    "waiting_bodies": Offer(_named(still_waiting), is_open=True),
    "open_observations": Offer(_open_observations),
}
