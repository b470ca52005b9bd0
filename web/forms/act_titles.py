"""The titles proposed where a draft becomes an act, in the form of the move, for a person to keep or to change."""

from web.forms.move import MoveForm
from workflow.history.facts import Facts
from workflow.language.act_titles import act_title, act_title_ar
from workflow.procedure.model import Transition
from workflow.standing.standing import Standing

_HINT = (
    "Proposé d’après l’intitulé du projet : relisez-le avant d’enregistrer. Effacez-le pour garder l’intitulé "
    "d’aujourd’hui. Celui d’avant reste dans l’histoire et dans les tableaux des dates passées."
)


def propose_titles(form: MoveForm, before: Standing, move: Transition) -> None:
    """Fill the titles of a blank form with those that the text takes by becoming an act, if it does."""
    form.show(_titles(form, before, move))


def number_titles(form: MoveForm, before: Standing, move: Transition) -> None:
    """Put the number typed in the same form into the titles that were proposed without it, and left as they were."""
    proposed = _titles(form, before, move)
    if not form.facts.get("number") or "number" in form.errors:
        return
    numbered = _titles(form, before, move, number=form.facts["number"])
    for name, title in proposed.items():
        if form.facts.get(name) == title:
            form.typed[name] = form.facts[name] = numbered[name]


def act_titles(before: Standing, number: str | None) -> dict[str, str]:
    """Give the titles that a draft takes by becoming an act, with the number told, or else the one that it had."""
    told = number or before.number
    made = {"title_fr": act_title(before.title_fr, told), "title_ar": act_title_ar(before.title_ar, told)}
    return {name: title for name, title in made.items() if title}


def _titles(form: MoveForm, before: Standing, move: Transition, number: str | None = None) -> Facts:
    if move.stays or before.state.act or not before.procedure.is_act(move.to):
        return {}
    titles = {name: title for name, title in act_titles(before, number).items() if name in form.asks}
    for name in titles:
        form.asks[name] = form.asks[name].model_copy(update={"hint_fr": _HINT})
    return titles
