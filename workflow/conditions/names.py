"""Conditions on the titles and the number that a step gives a text: they say something else than what is known."""

from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition
from workflow.history.particulars import normal_number, number_of
from workflow.language.legible import one_line


@condition("un intitulé au moins, autre que celui du texte")
def has_other_title(proposed: ProposedMove) -> str | None:
    """Refuse a change of title that gives none, or only those that the text has already."""
    if proposed.facts is None:
        return None
    titles = {name: one_line(proposed.facts.get(name) or "") for name in ("title_fr", "title_ar")}
    if not any(titles.values()):
        return "Donnez le nouvel intitulé, en français ou en arabe."
    known = {name: proposed.situation.told(name) or getattr(proposed.text, name) for name in titles}
    if all(title in ("", known[name]) for name, title in titles.items()):
        return "C’est déjà l’intitulé du texte : rien ne changerait."
    return None


@condition("un numéro autre que celui du texte")
def has_other_number(proposed: ProposedMove) -> str | None:
    """Refuse a new number that is the one the text has already, however it is written."""
    number = (proposed.facts or {}).get("number")
    if not number or normal_number(number) != number_of(proposed.situation):
        return None
    return "C’est déjà le numéro du texte : rien ne changerait."
