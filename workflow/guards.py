"""Named conditions on a move: each gives the reason for refusal as a sentence for the person, or None."""

from collections.abc import Callable
from datetime import date

from workflow.attempt import Attempt
from workflow.deadlines import clocks
from workflow.guards_beside import BESIDE
from workflow.history import RESUME, SUSPEND, other_chamber
from workflow.parallel import opinions, signatures

_COMPLETE_FILE_SINCE = date(2021, 9, 9)
_DAYS_OF_DISTRIBUTION = 10
_DAYS_BEFORE_ORGANIC_VOTE = 10
_LAST_WORD = "representants"


Guard = Callable[[Attempt], str | None]


def all_required_pieces(attempt: Attempt) -> str | None:
    """Ask for the pieces of a complete file (décret n° 2-20-740, art. 3, in force since 9 September 2021)."""
    if attempt.facts is None or (attempt.day and attempt.day < _COMPLETE_FILE_SINCE):
        return None
    given = set(attempt.facts.get("pieces", ()))
    choices = attempt.procedure.vocabulary.facts["pieces"].choices
    missing = [
        choice.fr
        for choice in choices
        if choice.value not in given and (choice.value != "finance" or attempt.text.financial_impact)
    ]
    return f"Le dossier est incomplet ; il manque : {', '.join(missing)}." if missing else None


def has_arabic_title(attempt: Attempt) -> str | None:
    """Ask for the Arabic title: the file goes to the SGG in Arabic (décret n° 2-20-740, art. 3)."""
    if attempt.text.title_ar or (attempt.day and attempt.day < _COMPLETE_FILE_SINCE):
        return None
    return "L’intitulé en arabe manque : le dossier est transmis en langue arabe. Complétez la fiche du texte."


def has_ten_days_of_distribution(attempt: Attempt) -> str | None:
    """Ask for ten days between distribution and council (décret n° 2-20-740, art. 1 and 2)."""
    distributed = attempt.situation.last("distribution")
    council = (attempt.facts or {}).get("council_on")
    if not (distributed and distributed.on and council) or (attempt.facts or {}).get("shortened"):
        return None
    days = (date.fromisoformat(council) - distributed.on.last_day).days
    if days >= _DAYS_OF_DISTRIBUTION or date.fromisoformat(council) < _COMPLETE_FILE_SINCE:
        return None
    return (
        f"Le Conseil se tiendrait {days} jours après la distribution ; il en faut dix. "
        "Choisissez une autre date, ou indiquez le motif du délai abrégé."
    )


def is_first_adoption(attempt: Attempt) -> str | None:
    """Hold when the other chamber has no version of its own to compare with."""
    if has_version_of_other_chamber(attempt) and is_last_word(attempt):
        return None
    return "L’autre Chambre a déjà adopté une version : le vote se dit avec ou sans modification."


def has_version_of_other_chamber(attempt: Attempt) -> str | None:
    """Hold when the other chamber adopted the text in this navette (Constitution, art. 84)."""
    other = other_chamber(attempt.situation.chamber)
    if other and attempt.situation.votes.get(other) == "adopted":
        return None
    return "L’autre Chambre n’a pas encore adopté le texte."


def is_last_word(attempt: Attempt) -> str | None:
    """Hold for the Chamber of Representatives from its second reading (Constitution, art. 84)."""
    if attempt.situation.chamber == _LAST_WORD and attempt.situation.reading > 1:
        return None
    return "Seule la Chambre des représentants, à partir de sa deuxième lecture, a le dernier mot."


def is_not_last_word(attempt: Attempt) -> str | None:
    """Hold while the navette can go on."""
    return "La Chambre des représentants se prononce ici définitivement." if not is_last_word(attempt) else None


def has_carried(attempt: Attempt) -> str | None:
    """Refuse an adoption that its own votes contradict (majority of votes cast)."""
    votes = (attempt.facts or {}).get("votes") or {}
    ayes, noes = votes.get("for"), votes.get("against")
    if ayes is None or noes is None or ayes > noes:
        return None
    return f"Avec {ayes} voix pour et {noes} contre, le texte n’est pas adopté : vérifiez les voix ou le résultat."


def has_required_majority(attempt: Attempt) -> str | None:
    """Ask for an absolute majority of those present on social matters (Constitution, art. 84)."""
    votes = (attempt.facts or {}).get("votes") or {}
    counted = [votes.get(key) or 0 for key in ("for", "against", "abstentions")]
    if not attempt.text.social_matter or votes.get("for") is None or counted[0] * 2 > sum(counted):
        return None
    return "En matière sociale, le vote définitif demande la majorité absolue des membres présents."


def is_first_return_to_committee(attempt: Attempt) -> str | None:
    """Hold once per text (RCR art. 204; RCC art. 218)."""
    if attempt.situation.count("return_to_committee"):
        return "Le texte a déjà été renvoyé une fois en commission."
    return None


def is_not_yet_presented(attempt: Attempt) -> str | None:
    """Hold before the committee has begun its study (RCR art. 206; RCC art. 228)."""
    began = _since_arrival(attempt, {"present_in_committee"})
    return "La commission a déjà commencé l’examen du texte." if began else None


def is_not_yet_extended(attempt: Attempt) -> str | None:
    """Hold once per examination in committee (RCR art. 190; RCC art. 209)."""
    extended = _since_arrival(attempt, {"extend_committee_deadline"})
    return "Le délai de la commission a déjà été prolongé." if extended else None


def has_entry_into_force_date(attempt: Attempt) -> str | None:
    """Ask for a date or a number of months, one of the two."""
    if attempt.facts is None:
        return None
    if bool(attempt.facts.get("in_force_on")) == bool(attempt.facts.get("in_force_after")):
        return "Indiquez soit la date fixée par le texte, soit le nombre de mois après la publication."
    return None


def is_entry_into_force_reached(attempt: Attempt) -> str | None:
    """Refuse an entry into force before the day that the text itself sets."""
    due = next(
        (
            clock.due_on
            for clock in clocks(attempt.procedure, attempt.situation.done, attempt.calendar)
            if clock.rule.code == "entry_into_force" and clock.is_open
        ),
        None,
    )
    if due is None or attempt.day is None or attempt.day >= due:
        return None
    return f"Le texte n’entre en vigueur que le {due:%d/%m/%Y}."


def is_suspended(attempt: Attempt) -> str | None:
    """Hold while the follow-up is suspended."""
    return None if _suspended(attempt) else "Le suivi n’est pas suspendu."


def is_not_suspended(attempt: Attempt) -> str | None:
    """Hold while the follow-up goes on."""
    return "Le suivi est déjà suspendu." if _suspended(attempt) else None


def _suspended(attempt: Attempt) -> bool:
    return attempt.situation.count(SUSPEND) > attempt.situation.count(RESUME)


def is_not_after_publication(attempt: Attempt) -> str | None:
    """Refuse an entry into force "on publication" dated after it."""
    published = attempt.situation.last("publication")
    if attempt.on and published and published.on and attempt.on.first_day > published.on.last_day:
        return "Cette date suit la publication : enregistrez une entrée en vigueur à une date connue."
    return None


def is_without_signatories(attempt: Attempt) -> str | None:
    """Hold until the signatories are named."""
    return "Les autorités signataires sont déjà indiquées." if signatures(attempt.situation) else None


def is_missing_signatures(attempt: Attempt) -> str | None:
    """Hold while a named signatory has not signed."""
    return None if any(not on for on in signatures(attempt.situation).values()) else "Aucune signature n’est attendue."


def is_expected_signatory(attempt: Attempt) -> str | None:
    """Refuse the signature of somebody who was not named, or who has signed already."""
    expected = [name for name, signed in signatures(attempt.situation).items() if not signed]
    if attempt.facts is None or attempt.facts.get("signatory") in expected:
        return None
    return f"Indiquez l’une des signatures attendues : {' ; '.join(expected)}."


def has_all_signatures(attempt: Attempt) -> str | None:
    """Ask for every named signature before the text counts as signed (Constitution, art. 90)."""
    missing = [name for name, signed in signatures(attempt.situation).items() if not signed]
    return f"Il manque {len(missing)} signature(s) : {' ; '.join(missing)}." if missing else None


def has_compulsory_opinions(attempt: Attempt) -> str | None:
    """Ask for the opinions that were declared compulsory (décret n° 2-20-740, art. 3)."""
    missing = [each.body for each in opinions(attempt.situation) if each.compulsory and not each.answered]
    return f"Avis obligatoires attendus : {' ; '.join(missing)}." if missing else None


def has_ten_days_since_deposit(attempt: Attempt) -> str | None:
    """Ask for ten days between the deposit of an organic bill and its deliberation (Constitution, art. 85)."""
    deposited = attempt.situation.last("deposit")
    if "organic" not in attempt.procedure.features or not (deposited and deposited.on and attempt.day):
        return None
    days = (attempt.day - deposited.on.first_day).days
    if days >= _DAYS_BEFORE_ORGANIC_VOTE:
        return None
    return f"Une loi organique se délibère dix jours au moins après son dépôt ; il n’y en a que {days}."


def _since_arrival(attempt: Attempt, moves: set[str]) -> bool:
    start = attempt.situation.arrival.number
    return any(done.move in moves and done.number > start for done in attempt.situation.done)


GUARDS: dict[str, Guard] = BESIDE | {
    guard.__name__: guard
    for guard in (
        all_required_pieces,
        has_arabic_title,
        has_ten_days_of_distribution,
        is_first_adoption,
        has_version_of_other_chamber,
        is_last_word,
        is_not_last_word,
        has_carried,
        has_required_majority,
        is_first_return_to_committee,
        is_not_yet_presented,
        is_not_yet_extended,
        has_entry_into_force_date,
        is_entry_into_force_reached,
        is_suspended,
        is_not_suspended,
        is_not_after_publication,
        is_without_signatories,
        is_missing_signatures,
        is_expected_signatory,
        has_all_signatures,
        has_compulsory_opinions,
        has_ten_days_since_deposit,
    )
}
