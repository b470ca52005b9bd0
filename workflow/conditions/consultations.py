"""Named conditions on what goes on beside the text's own way: opinions, observations, signatures."""

from workflow.conditions.proposed_move import ProposedMove
from workflow.history.observations import still_open
from workflow.history.opinions import opinions
from workflow.history.signatures import names, signatures, still_expected
from workflow.language.folding import plain

_AUTHORS_OF_A_JOINT_ACT = 2


def is_without_signatories(proposed: ProposedMove) -> str | None:
    """Hold until the signatories are named."""
    return "Les autorités signataires sont déjà indiquées." if signatures(proposed.situation) else None


def has_several_signatories(proposed: ProposedMove) -> str | None:
    """Ask for two authors or more of a joint act: each one signs it."""
    if not _is_joint(proposed) or proposed.facts is None:
        return None
    if len(names(proposed.facts.get("signatories", ""))) >= _AUTHORS_OF_A_JOINT_ACT:
        return None
    return "Un acte conjoint a deux auteurs au moins : indiquez chaque autorité signataire, une par ligne."


def is_missing_signatures(proposed: ProposedMove) -> str | None:
    """Hold while a named signatory has not signed, or while nobody said who must sign."""
    waits = any(still_expected(proposed.situation)) or not signatures(proposed.situation)
    return None if waits else "Aucune signature n’est attendue."


def is_expected_signatory(proposed: ProposedMove) -> str | None:
    """Refuse the signature of somebody who was not named, or who has signed already."""
    expected = list(still_expected(proposed.situation))
    if proposed.facts is None or not signatures(proposed.situation):
        return None
    if plain(proposed.facts.get("signatory", "")) in map(plain, expected):
        return None
    return f"Indiquez l’une des signatures attendues : {' ; '.join(expected)}."


def has_all_signatures(proposed: ProposedMove) -> str | None:
    """Ask for every named signature before the text counts as signed (Constitution, art. 90)."""
    if _is_joint(proposed) and not signatures(proposed.situation):
        return "Indiquez d’abord les autorités signataires : chaque auteur d’un acte conjoint le signe."
    missing = list(still_expected(proposed.situation))
    count = "une signature" if len(missing) == 1 else f"{len(missing)} signatures"
    return f"Il manque {count} : {' ; '.join(missing)}." if missing else None


def has_compulsory_opinions(proposed: ProposedMove) -> str | None:
    """Ask for the opinions that were declared compulsory (décret n° 2-20-740, art. 3)."""
    missing = [each.body for each in opinions(proposed.situation) if each.compulsory and not each.answered]
    return f"Avis obligatoires attendus : {' ; '.join(missing)}." if missing else None


def has_open_observations(proposed: ProposedMove) -> str | None:
    """Hold while an observation has no answer that settles it."""
    return None if any(still_open(proposed.situation)) else "Aucune observation n’attend de suite."


def is_open_observation(proposed: ProposedMove) -> str | None:
    """Refuse the answer to a remark that was not recorded, or that is settled already."""
    numbers = [str(each.number) for each in still_open(proposed.situation)]
    if proposed.facts is None or proposed.facts.get("answered") in numbers:
        return None
    return f"Indiquez l’une des observations sans suite : n° {', '.join(numbers)}."


def has_reason_for_not_keeping(proposed: ProposedMove) -> str | None:
    """Ask why an observation is kept in part only, or not at all."""
    facts = proposed.facts or {}
    if facts.get("position") not in {"partly", "rejected"} or facts.get("reason"):
        return None
    return "Dites pourquoi l’observation n’est pas retenue, ou ne l’est qu’en partie."


def has_settled_observations(proposed: ProposedMove) -> str | None:
    """Ask for an answer to every observation before the corrected version goes on."""
    left = list(still_open(proposed.situation))
    if not left:
        return None
    about = " ; ".join(f"n° {each.number}{f' ({each.article})' if each.article else ''}" for each in left)
    return f"Observations sans suite : {about}. Dites ce que le ministère en fait avant de transmettre la version."


def _is_joint(proposed: ProposedMove) -> bool:
    return "joint" in proposed.procedure.features


GUARDS_PARALLEL = (
    is_without_signatories,
    has_several_signatories,
    is_missing_signatures,
    is_expected_signatory,
    has_all_signatures,
    has_compulsory_opinions,
    has_open_observations,
    is_open_observation,
    has_reason_for_not_keeping,
    has_settled_observations,
)
