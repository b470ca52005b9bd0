"""What is asked of the list, in words: a chip for each filter, a head for each column, the choices of the form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from web.lists.filters import Filters, question
from web.lists.finding import Listing
from workflow.rulebook.files import procedures, sections
from workflow.sentences.holders import holder_code, holder_fr

# The columns of the list: the order that each of them sorts by, and its name.
COLUMNS = (
    ("number", _l("N°")),
    ("title", _l("Texte et situation")),
    ("held", _l("Entre les mains de")),
    ("due", _l("Prochaine échéance")),
    ("responsible", _l("Responsable")),
)


@dataclass(frozen=True)
class Chip:
    """One filter in words, and the question of the list without it."""

    label: str
    without: str


@dataclass(frozen=True)
class Head:
    """The head of a column: its name, the question that sorts by it, empty where nothing does, and how it is sorted."""

    name: str
    label: str
    question: str
    sorted: str = ""


def chips_of(filters: Filters, people: Mapping[str, str]) -> list[Chip]:
    """Word what narrows the list; `people` are names by identifier. What is not known is told as it was asked."""
    return [Chip(_WORDS[name](value, people), question(filters.without(name))) for name, value in filters.asked.items()]


def heads_of(filters: Filters, listing: Listing) -> list[Head]:
    """Give the heads of the columns: pressed again, that of the order in use turns it round."""
    return [_head(filters, name, str(label), listing) for name, label in COLUMNS]


def opened_first(filters: Filters, listing: Listing) -> list[Head]:
    """Give the orders of opening that are not in use: no column is theirs."""
    orders = (("opened", _("Par ordre d’enregistrement")), ("-opened", _("Derniers enregistrés d’abord")))
    used = f"{'-' * listing.order.descends}{listing.order.name}"
    offered = [(sort, label) for sort, label in orders if sort != used and "opened" in listing.offers]
    return [
        Head("opened", label, question(replace(filters, sort="" if sort == "opened" else sort, after="")))
        for sort, label in offered
    ]


def _head(filters: Filters, name: str, label: str, listing: Listing) -> Head:
    if name not in listing.offers:
        return Head(name, label, "")
    is_used = listing.order.name == name
    sort = f"-{name}" if is_used and not listing.order.descends else name
    asked = question(replace(filters, sort=sort, after=""))
    return Head(name, label, asked, ("descending" if listing.order.descends else "ascending") if is_used else "")


@cache
def vocabulary() -> dict[str, object]:
    """Give the words of the filters: kinds, sections, phases and their states, each once, in the order of the paths."""
    known = procedures().values()
    phases = {code: phase for procedure in known for code, phase in procedure.phases.items()}
    states = {code: state for procedure in known for code, state in procedure.states.items()}
    order = list(
        dict.fromkeys(code for procedure in sorted(known, key=lambda one: -len(one.path)) for code in procedure.path)
    )
    ordered = [phases[code] for code in (*order, *(code for code in phases if code not in order))]
    return {
        "kinds": [(kind, procedure.label.fr) for kind, procedure in procedures().items()],
        "phases": [(phase.code, phase.label_fr) for phase in ordered],
        "states": {
            phase.code: [(code, state.label_fr) for code, state in states.items() if state.phase == phase.code]
            for phase in ordered
        },
        "sections": [(section.code, section.label_fr) for section in sections()],
        "holders": list(holders().items()),
    }


@cache
def holders() -> dict[str, str]:
    """Name those who have texts in their hands, by code, in the order of the paths."""
    return {
        code: holder_fr(procedure, code)
        for procedure in procedures().values()
        for state in procedure.states.values()
        if state.holder != "nobody"
        for chamber in (None, *procedure.vocabulary.chambers)
        if (code := holder_code(procedure, state.code, chamber))
    }


def _phase(code: str) -> str:
    return next((one.phases[code].label_fr for one in procedures().values() if code in one.phases), code)


def _state(code: str) -> str:
    return next((one.states[code].label_fr for one in procedures().values() if code in one.states), code)


def _sections(codes: str) -> str:
    labels = {section.code: section.label_fr for section in sections()}
    return ", ".join(labels.get(code, code) for code in codes.split(","))


def _responsible(value: str, people: Mapping[str, str]) -> str:
    named = {"me": _("moi"), "none": _("personne"), **people}
    return str(_("Responsable : %(name)s", name=named.get(value, value)))


_DUE = {
    "late": _l("Délai légal dépassé"),
    "soon": _l("Délai légal dans la semaine"),
    "marker": _l("Repère interne ou délai sans sanction, passé"),
}
_OVER = {"yes": _l("Parcours achevé"), "no": _l("En cours")}
_WORDS: dict[str, Callable[[str, Mapping[str, str]], str]] = {
    "q": lambda words, _people: f"« {words} »",
    "section": lambda codes, _people: _sections(codes),
    "kind": lambda code, _people: procedures()[code].label.fr if code in procedures() else code,
    "phase": lambda code, _people: _phase(code),
    "state": lambda code, _people: _state(code),
    "holder": lambda code, _people: _("Chez : %(name)s", name=holders().get(code, code)),
    "since": lambda days, _people: _("Depuis plus de %(days)s jours", days=days),
    "responsible": _responsible,
    "due": lambda code, _people: str(_DUE.get(code, code)),
    "year": lambda year, _people: _("Numéros de %(year)s", year=year),
    "priority": lambda code, _people: _("Urgents") if code == "urgent" else code,
    "over": lambda code, _people: str(_OVER.get(code, code)),
}
