"""What a procedure must satisfy before anybody relies on it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from models import RelationKind, Role
from workflow.conditions.registry import conditions, doubts
from workflow.errors import BadProcedure
from workflow.history.expected_answers import OFFERS
from workflow.language.phrases import blanks
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.institutions import institutions
from workflow.procedure.model import Procedure, State, Transition
from workflow.procedure.values import Length, faults
from workflow.rulebook.parts import Parts, Place
from workflow.sentences.blanks import FORMS

_ALWAYS = {"this", "e", "pronoun", "of_authors", "chamber", "other_chamber", "reading", "entered"}
_ANY_MOVE = {"note", "reference", "chamber", "other_chamber", "reading"}
_OF_VOTES = {"chamber", "named_chamber", "word", "amended", "reading"}


def check(procedure: Procedure, parts: Parts) -> None:
    """Raise BadProcedure for the first fault, with the file that declares the part at fault, and its name."""
    for place, fault in _faults(procedure):
        raise BadProcedure(f"{parts.where(place)} : {fault}")


def _faults(procedure: Procedure) -> Iterator[tuple[Place | None, str]]:
    yield from ((None, fault) for fault in _of_head(procedure))
    for code, state in procedure.states.items():
        yield from (((State, code), fault) for fault in _of_state(procedure, state))
    names = [move.name for move in procedure.transitions]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield (Transition, name), f"la transition « {name} » est déclarée deux fois."
    for move in procedure.transitions:
        yield from (((Transition, move.name), fault) for fault in _of_transition(procedure, move))
    for rule in procedure.deadlines.values():
        yield from (((DeadlineRule, rule.code), fault) for fault in _of_deadline(procedure, rule))
    yield from (((State, code), fault) for code, fault in _of_ways(procedure))


def _unknown(about: str, what: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    kept = set(known)
    for name in names:
        if name not in kept:
            yield f"{about} cite {what} « {name} », qui n’est pas déclaré."


def _of_head(procedure: Procedure) -> Iterator[str]:
    vocabulary = procedure.vocabulary
    listed = {choice.value for choice in vocabulary.facts["pieces"].choices} if "pieces" in vocabulary.facts else set()
    proved = {kind.proves for kind in vocabulary.pieces.values()} - {""}
    yield from _unknown("[pieces]", "l’élément de la liste", proved, listed)
    sections = [section.code for section in vocabulary.sections]
    owed = {code for move in procedure.transitions for code in move.owes}
    yield from _unknown("« owes »", "l’élément de la liste", owed, listed)
    yield from _unknown("l’en-tête", "la rubrique", procedure.sections.values(), sections)
    yield from _unknown("l’en-tête", "les clés", {"draft", "act"} ^ set(procedure.sections), ())
    yield from _unknown("l’en-tête", "l’état initial", [procedure.initial], procedure.states)
    yield from _unknown("le parcours (path)", "la phase", procedure.path, procedure.phases)
    yield from _unknown("l’en-tête (optional)", "la phase", procedure.optional, procedure.phases)
    yield from _unknown("l’en-tête (limits)", "la phase", procedure.limits, procedure.phases)
    yield from _unknown("l’en-tête (limits)", "l’échéance", procedure.limits.values(), procedure.deadlines)


def _of_state(procedure: Procedure, state: State) -> Iterator[str]:
    about = f"l’état « {state.code} »"
    yield from _unknown(about, "la phase", [state.phase], procedure.phases)
    yield from _unknown(about, "le détenteur", [state.holder], procedure.vocabulary.bodies)
    for phrase in (state.sentence_fr, state.sentence_ar):
        yield from _of_phrase(about, phrase, lambda name: _is_situation_blank(procedure, name))


def _of_phrase(about: str, phrase: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    try:
        split = [blank.partition(":") for blank in blanks(phrase)]
    except ValueError as error:
        yield f"{about} a une phrase mal formée, près de « {error} »."
        return
    for name, _colon, form in split:
        if not is_known(name):
            yield f"{about} a une phrase avec un blanc inconnu : « {name} »."
        if form and form not in FORMS:
            yield f"{about} a une phrase avec une forme de date inconnue : « {form} »."


def _is_situation_blank(procedure: Procedure, name: str) -> bool:
    head, _, fact = name.partition(".")
    if head == "due":
        return fact in procedure.deadlines
    if head in procedure.vocabulary.milestones:
        return not fact or fact in _OF_VOTES or fact in procedure.vocabulary.facts
    return name in _ALWAYS or name in institutions()


def _of_transition(procedure: Procedure, move: Transition) -> Iterator[str]:
    about = f"la transition « {move.name} »"
    vocabulary = procedure.vocabulary
    asked = {*move.requires, *move.asks}
    yield from _unknown(about, "l’état", move.sources, procedure.states)
    yield from _unknown(about, "l’état", [] if move.stays else [move.to], procedure.states)
    yield from _unknown(about, "le rôle", move.roles, list(Role))
    yield from _unknown(about, "la condition", (*move.when, *move.guards), conditions())
    named = [name for name, each in doubts().items() if not each.everywhere]
    yield from _unknown(about, "le doute", move.doubts, named)
    known = [conditions()[name] for name in (*move.when, *move.guards) if name in conditions()]
    known += [doubts()[name] for name in move.doubts if name in doubts()]
    numbers = dict.fromkeys(number for each in known for number in each.numbers)
    yield from _unknown(about, "le nombre de la loi", numbers, vocabulary.numbers)
    yield from _unknown(about, "l’information", asked - {"note"}, vocabulary.facts)
    yield from _unknown(about, "la pièce", move.sends, vocabulary.pieces)
    yield from _unknown(about, "le destinataire", [move.sends_to] if move.sends_to else [], vocabulary.bodies)
    yield from _unknown(about, "le jalon", [move.milestone] if move.milestone else [], vocabulary.milestones)
    yield from _unknown(about, "l’événement", [move.event] if move.event else [], procedure.events)
    yield from _unknown(about, "l’information offerte", move.offers, asked)
    yield from _unknown(about, "la liste de réponses", move.offers.values(), OFFERS)
    yield from _unknown(about, "l’information qui nomme un texte", move.ties, asked)
    yield from _unknown(about, "le lien", move.ties.values(), list(RelationKind))
    proposes = [move.proposes_on] if move.proposes_on else []
    yield from _unknown(about, "la date", proposes, (*vocabulary.milestones, *procedure.deadlines))
    if move.certainty == "read" and not move.basis_fr:
        yield f"{about} se dit lue sans citer de base."
    if not move.sources:
        yield f"{about} ne part d’aucun état."
    if not move.roles:
        yield f"{about} n’est ouverte à aucun rôle."
    if move.chamber == "asked" and "chamber" not in move.requires:
        yield f"{about} change de Chambre sans la demander."
    told = asked | _ANY_MOVE | set(institutions())
    for phrase in (move.done_fr, move.done_ar):
        yield from _of_phrase(about, phrase, lambda name: name in told)
    if bool(move.adds_fr) != bool(move.adds_ar) or bool(move.says_fr) != bool(move.says_ar):
        yield f"{about} dit en une seule langue ce que la phrase du texte ajoute."
    for phrase in (move.adds_fr, move.says_fr, move.adds_ar, move.says_ar):
        yield from _of_phrase(about, phrase, lambda name: name == "when" or _is_situation_blank(procedure, name))


def _of_deadline(procedure: Procedure, rule: DeadlineRule) -> Iterator[str]:
    moves = procedure.moves
    about = f"l’échéance « {rule.code} »"
    yield from _unknown(about, "l’état", (*rule.runs_in, *rule.suspended_in), procedure.states)
    yield from _unknown(about, "la transition", (*rule.starts_with, *rule.stops_with, *rule.extensions), moves)
    yield from _unknown(about, "l’organe", [rule.owner], procedure.vocabulary.bodies)
    if not rule.runs_in:
        yield f"{about} ne court dans aucun état."
    if rule.escalate and not rule.is_legal:
        yield f"{about} a « escalate », réservé aux délais de la loi (law, limit) sans « tacit »."
    told = (*rule.only_if, *rule.unless)
    facts = filter(None, (rule.from_fact, rule.length_fact, rule.due_fact, rule.per, *told))
    yield from _unknown(about, "l’information", facts, procedure.vocabulary.facts)
    yield from _unknown(about, "le jalon", filter(None, [rule.from_milestone]), procedure.vocabulary.milestones)
    histories = (rule.values, *rule.extensions.values())
    chambers = (rule.chamber, *(value.chamber for values in histories for value in values))
    yield from _unknown(about, "la Chambre", filter(None, chambers), procedure.vocabulary.chambers)
    yield from _unknown(about, "l’institution", _institutions_of(procedure, rule), institutions())
    where = (rule.chamber,) if rule.chamber else tuple(procedure.vocabulary.chambers)
    for values in histories:
        yield from (f"{about} {fault}" for fault in faults(values, where))
        yield from _of_lengths(about, rule, values)


def _institutions_of(procedure: Procedure, rule: DeadlineRule) -> Iterator[str]:
    facts = procedure.vocabulary.facts
    for name, codes in (*rule.only_if.items(), *rule.unless.items()):
        if name in facts and facts[name].institution:
            yield from codes


def _of_lengths(about: str, rule: DeadlineRule, values: Sequence[Length]) -> Iterator[str]:
    is_set_elsewhere = values is rule.values and (rule.length_fact or rule.due_fact or rule.until)
    for value in values:
        try:
            value.duration(rule.counted)
        except ValueError:
            yield f"{about} a une durée illisible : « {value.length} »."
    if not values or not all(value.length or value.repealed or is_set_elsewhere for value in values):
        yield f"{about} n’a pas de durée."


def _of_ways(procedure: Procedure) -> Iterator[tuple[str, str]]:
    forward: dict[str, set[str]] = {code: set() for code in procedure.states}
    for move in procedure.transitions:
        for source in move.sources:
            forward[source] |= set() if move.stays else {move.to}
    reached = _closure({procedure.initial}, forward)
    yield from ((code, f"l’état « {code} » est inaccessible.") for code in procedure.states if code not in reached)
    backward: dict[str, set[str]] = {code: set() for code in procedure.states}
    for source, targets in forward.items():
        for target in targets:
            backward[target].add(source)
    ends = {code for code, state in procedure.states.items() if state.is_end}
    ending = _closure(ends, backward)
    yield from ((code, f"l’état « {code} » ne mène à aucune fin.") for code in procedure.states if code not in ending)
    for code, state in procedure.states.items():
        if state.terminal and forward[code]:
            yield code, f"l’état final « {code} » a une sortie."


def _closure(start: set[str], ways: dict[str, set[str]]) -> set[str]:
    reached, todo = set(start), list(start)
    while todo:
        new = ways[todo.pop()] - reached
        reached |= new
        todo += new
    return reached
