"""Conditions on signatures: who must sign, who has signed."""

from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition
from workflow.history.numbering import names
from workflow.history.signatures import signatures, still_expected
from workflow.procedure.institutions import key, name_fr

_AUTHORS_OF_A_JOINT_ACT = 2


@condition("signataires pas encore indiqués")
def is_without_signatories(proposed: ProposedMove) -> str | None:
    """Hold until the signatories are named."""
    return "Les autorités signataires sont déjà indiquées." if signatures(proposed.situation) else None


@condition("acte conjoint : deux signataires au moins")
def has_several_signatories(proposed: ProposedMove) -> str | None:
    """Ask for two authors or more of a joint act: each one signs it."""
    if not _is_joint(proposed) or proposed.facts is None:
        return None
    if len(names(proposed.facts.get("signatories", ""))) >= _AUTHORS_OF_A_JOINT_ACT:
        return None
    return "Un acte conjoint a deux auteurs au moins : indiquez chaque autorité signataire, une par ligne."


@condition("une signature au moins est attendue")
def is_missing_signatures(proposed: ProposedMove) -> str | None:
    """Hold while a named signatory has not signed, or while nobody said who must sign."""
    waits = any(still_expected(proposed.situation)) or not signatures(proposed.situation)
    return None if waits else "Aucune signature n’est attendue."


@condition("signataire attendu")
def is_expected_signatory(proposed: ProposedMove) -> str | None:
    """Refuse the signature of somebody who was not named, or who has signed already."""
    expected = list(still_expected(proposed.situation))
    if proposed.facts is None or not expected:  # that none is expected is said by another condition
        return None
    if key(proposed.facts.get("signatory", "")) in map(key, expected):
        return None
    return f"Indiquez l’une des signatures attendues : {' ; '.join(map(name_fr, expected))}."


@condition("toutes les signatures attendues sont là")
def has_all_signatures(proposed: ProposedMove) -> str | None:
    """Ask for every named signature before the text counts as signed (Constitution, art. 90)."""
    if _is_joint(proposed) and not signatures(proposed.situation):
        return "Indiquez d’abord les autorités signataires : chaque auteur d’un acte conjoint le signe."
    missing = list(still_expected(proposed.situation))
    count = "une signature" if len(missing) == 1 else f"{len(missing)} signatures"
    return f"Il manque {count} : {' ; '.join(map(name_fr, missing))}." if missing else None


def _is_joint(proposed: ProposedMove) -> bool:
    return "joint" in proposed.procedure.features
