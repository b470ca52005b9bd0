"""Conditions on what happens in Parliament: the navette, the last word, the study in committee."""

from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition
from workflow.history.fold import Done, other_chamber
from workflow.procedure.model import Procedure, Transition

_LAST_WORD = "representants"


@condition("devant la Chambre des conseillers")
def is_before_councillors(proposed: ProposedMove) -> str | None:
    """Hold while the text is before the Chamber of Councillors."""
    there = proposed.situation.chamber == "conseillers"
    return None if there else "Le texte n’est pas devant la Chambre des conseillers."


@condition("avant l’installation de la Chambre des conseillers, en 1997")
def has_single_chamber(proposed: ProposedMove) -> str | None:
    """Hold while the Chamber of Representatives was the whole Parliament; today's law where no day is told."""
    councillors = proposed.procedure.vocabulary.chambers["conseillers"].since
    if proposed.day and councillors and proposed.day < councillors:
        return None
    return "Le Parlement a deux Chambres : celle-ci ne peut pas adopter seule."


@condition("depuis l’installation de la Chambre des conseillers, en 1997")
def has_two_chambers(proposed: ProposedMove) -> str | None:
    """Hold since the Parliament has two chambers again."""
    return None if has_single_chamber(proposed) else "Le Parlement n’avait alors qu’une Chambre."


@condition("l’autre Chambre n’a pas encore de version à comparer")
def is_first_adoption(proposed: ProposedMove) -> str | None:
    """Hold when the other chamber has no version of its own to compare with."""
    if has_version_of_other_chamber(proposed) and is_last_word(proposed):
        return None
    return "L’autre Chambre a déjà adopté une version : le vote se dit avec ou sans modification."


@condition("l’autre Chambre a adopté une version")
def has_version_of_other_chamber(proposed: ProposedMove) -> str | None:
    """Hold when the other chamber adopted the text in this navette (Constitution, art. 84)."""
    other = other_chamber(proposed.situation.chamber)
    if other and proposed.situation.votes.get(other) == "adopted":
        return None
    return "L’autre Chambre n’a pas encore adopté le texte."


@condition("Chambre des représentants, à partir de la deuxième lecture")
def is_last_word(proposed: ProposedMove) -> str | None:
    """Hold for the Chamber of Representatives from its second reading (Constitution, art. 84)."""
    if proposed.situation.chamber == _LAST_WORD and proposed.situation.reading > 1:
        return None
    return "Seule la Chambre des représentants, à partir de sa deuxième lecture, a le dernier mot."


@condition("tant que la navette peut continuer")
def is_not_last_word(proposed: ProposedMove) -> str | None:
    """Hold while the navette can go on."""
    return "La Chambre des représentants se prononce ici définitivement." if not is_last_word(proposed) else None


@condition("date du vote qui précède")
def is_on_day_of_vote(proposed: ProposedMove) -> str | None:
    """Ask that a final adoption merely noted be that of the vote before it."""
    voted = proposed.situation.last("final")
    if proposed.on and voted and voted.on and not proposed.on.may_be(voted.on):
        return "Cette date n’est pas celle du vote définitif : enregistrez le vote qui a eu lieu ce jour-là."
    return None


@condition("une seule fois par texte")
def is_first_return_to_committee(proposed: ProposedMove) -> str | None:
    """Hold once per text (RCR art. 204; RCC art. 218)."""
    if proposed.situation.count("return_to_committee"):
        return "Le texte a déjà été renvoyé une fois en commission."
    return None


@condition("avant que la commission ait commencé l’examen, dans cette lecture")
def is_not_yet_studied(proposed: ProposedMove) -> str | None:
    """Hold before the committee has begun its study in this reading (RCR art. 206; RCC art. 228)."""
    here = proposed.situation
    begun = {"present_in_committee", "adopt_part_in_committee", "adopt_in_committee", "reject_in_committee"}
    # Once the plenary has sent the text back, the procedure was used already.
    begun |= {"use_simplified_procedure"}
    place = (here.chamber, here.reading, here.navette)
    began = any(done.move in begun and (done.chamber, done.reading, done.navette) == place for done in here.done)
    return "La commission a déjà commencé l’examen du texte." if began else None


@condition("une seule fois par examen en commission")
def is_not_yet_extended(proposed: ProposedMove) -> str | None:
    """Hold once per examination in committee (RCR art. 190; RCC art. 209)."""
    extended = False
    for done in proposed.situation.done:
        # A debate that resumes is the same examination.
        entered = done.from_state != done.to_state and done.move != "resume_in_committee"
        extended = done.move == "extend_committee_deadline" or (extended and not (entered and _in_committee(done)))
    return "Le délai de la commission a déjà été prolongé." if extended else None


def _in_committee(done: Done) -> bool:
    return done.to_state == "commission"


@condition("loi organique : dix jours depuis le dépôt", numbers=("days_before_organic_vote",))
def has_ten_days_since_deposit(proposed: ProposedMove) -> str | None:
    """Ask for the days of the law between an organic bill's deposit and its deliberation (Constitution, art. 85)."""
    deposited = proposed.situation.last("deposit")
    if "organic" not in proposed.procedure.features or not (deposited and deposited.on and proposed.day):
        return None
    days = (proposed.day - deposited.on.first_day).days
    # The law of the day from which they are counted, as for the clock.
    asked = proposed.procedure.vocabulary.number_on("days_before_organic_vote", deposited.on.last_day)
    if days < 0:
        return "Cette date précède le dépôt du texte : vérifiez-la."
    if asked is None or days >= asked:
        return None
    return f"Une loi organique se délibère {asked} jours au moins après son dépôt ; il n’y en a que {days}."


def is_in_chamber(procedure: Procedure, move: Transition) -> bool:
    """Whether naming a chamber says where the move was made, or where it led."""
    chambered = (procedure.phases[procedure.states[source].phase].chambered for source in move.sources)
    return move.chamber in ("asked", "other") or (move.chamber == "same" and all(chambered))
