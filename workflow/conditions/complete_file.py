"""What a step asks the file to hold, and what shows that it does: pieces, registers, or the word of a person."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from models import ItemStatus, LegalText
from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition
from workflow.history.fold import Situation
from workflow.history.items import items_of, visas_of_finance
from workflow.history.opinions import opinions
from workflow.history.signatures import signatures
from workflow.pieces.kept import newest
from workflow.procedure.institutions import name_fr, short_fr
from workflow.procedure.model import Procedure

# The move that asks people to tick the pieces of the file.
_TICKED = "pieces"


class Proof(StrEnum):
    """What shows that the file holds something, from the surest."""

    ATTACHED = "attached"
    RECORDED = "recorded"
    DECLARED = "declared"
    MISSING = "missing"


@dataclass(frozen=True)
class Owed:
    """One thing that a file is asked to hold; `kinds` are the kinds of piece that show it.

    `names_fr` are those from whom it is still expected, where the registers name them; `applies` is whether this text
    owes it.
    """

    code: str
    words_fr: str
    words_ar: str
    proof: Proof
    kinds: tuple[str, ...] = ()
    names_fr: tuple[str, ...] = ()
    applies: bool = True

    @property
    def is_missing(self) -> bool:
        """Whether nothing shows it."""
        return self.proof is Proof.MISSING

    @property
    def missing_fr(self) -> str:
        """Name what is missing, and of whom: "avis obligatoires (CESE, CNDH)"."""
        if not self.names_fr:
            return self.words_fr
        return f"{self.words_fr.partition(' (')[0]} ({', '.join(self.names_fr)})"


# Whether the registers show it, and from whom it is still expected: None where they tell nothing of it.
_Told = tuple[bool, tuple[str, ...]] | None


def owed(proposed: ProposedMove) -> list[Owed]:
    """List what a move asks of the file, in the order of the checklist (décret n° 2-20-740, art. 3)."""
    if not proposed.move.owes:
        return []
    ticks = (proposed.facts or {}).get(_TICKED, ())
    found = complete_file(proposed.text, proposed.procedure, proposed.situation, ticks=ticks)
    return [each for each in found if each.applies and each.code in proposed.move.owes]


def complete_file(
    text: LegalText, procedure: Procedure, situation: Situation, *, ticks: Iterable[str] = ()
) -> list[Owed]:  # fmt: skip
    """List what a complete file holds, in the order of the checklist, and what shows each thing.

    The visa of Finance is owed where the text has a financial effect, an impact study where one was ordered. `ticks` is
    what somebody ticks now, beside what was ticked when the draft was validated.
    """
    attached = {told["piece"] for told in newest(situation.done)}
    declared = ticked(situation) | set(ticks)
    found = []
    for choice in procedure.vocabulary.facts[_TICKED].choices:
        kinds = tuple(code for code, kind in procedure.vocabulary.pieces.items() if kind.proves == choice.value)
        told = _REGISTERS.get(choice.value, _nothing)(situation)
        proof = _proof(is_attached=not attached.isdisjoint(kinds), told=told, is_declared=choice.value in declared)
        words = procedure.agreements_fr if choice.value == "agreements" and procedure.agreements_fr else choice.fr
        names = told[1] if told else ()
        applies = _applies(choice.value, text, situation)
        found.append(Owed(choice.value, words, choice.ar, proof, kinds, names, applies))
    return found


def ticked(situation: Situation) -> set[str]:
    """Give what was ticked when the draft was validated last."""
    lists: Iterable[list[str]] = (done.facts[_TICKED] for done in reversed(situation.done) if done.facts.get(_TICKED))
    return set(next(iter(lists), ()))


@condition("dossier complet", numbers=("complete_file",))
def all_required_pieces(proposed: ProposedMove) -> str | None:
    """Ask for the pieces of a complete file, since the law asks for it (décret n° 2-20-740, art. 3).

    A move that asks people to tick them is not refused before they could.
    """
    if not must_be_complete(proposed) or (proposed.facts is None and _TICKED in proposed.move.asks):
        return None
    # Opinions that named bodies have not given are refused by a condition of their own, whatever the day.
    missing = [
        each.missing_fr
        for each in owed(proposed)
        if each.is_missing and not (each.code == "opinions" and each.names_fr)
    ]
    return f"Le dossier est incomplet ; il manque : {', '.join(missing)}." if missing else None


def must_be_complete(proposed: ProposedMove) -> bool:
    """Whether the law of the day asks for a complete file, in Arabic."""
    return bool(proposed.procedure.vocabulary.number_on("complete_file", proposed.day))


def _proof(*, is_attached: bool, told: _Told, is_declared: bool) -> Proof:
    if told and told[1]:  # a register that names who has not answered outweighs a tick and a piece
        return Proof.MISSING
    if is_attached:
        return Proof.ATTACHED
    if told and told[0]:
        return Proof.RECORDED
    return Proof.DECLARED if is_declared else Proof.MISSING


def _applies(code: str, text: LegalText, situation: Situation) -> bool:
    if code == "finance":
        return text.financial_impact
    return code != "impact_study" or situation.count("order_impact_study") > 0


def _opinions(situation: Situation) -> _Told:
    asked = [each for each in opinions(situation) if each.compulsory]
    return (bool(asked), tuple(short_fr(each.body) for each in asked if not each.answered)) if asked else None


def _agreements(situation: Situation) -> _Told:
    named = signatures(situation)
    return (bool(named), tuple(name_fr(each.name) for each in named if each.signed is None)) if named else None


def _finance(situation: Situation) -> _Told:
    visas = visas_of_finance(items_of(situation, {}).values())
    return (any(item.status is ItemStatus.SETTLED for item in visas), ()) if visas else None


def _study(situation: Situation) -> _Told:
    count = situation.count
    ordered, delivered = count("order_impact_study"), count("deliver_impact_study")
    return (delivered >= ordered, ()) if delivered else None


def _nothing(_situation: Situation) -> _Told:
    return None


_REGISTERS: dict[str, Callable[[Situation], _Told]] = {
    "opinions": _opinions,
    "agreements": _agreements,
    "finance": _finance,
    "impact_study": _study,
}
