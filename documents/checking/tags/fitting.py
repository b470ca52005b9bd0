"""Which filter fits which field, and which fields are printed by a filter only."""

from documents.checking.dictionary import Field, Schema

_PRINTED = "« {name} » est une liste : parcourez-la avec « for », ou comptez-la avec « length »."
_CHOSEN = "« {name} » est vrai ou faux : choisissez avec « if », sans l’écrire."
_FILTERED = "« {name} » est {sort} : écrivez-la avec un filtre, « {{{{ {name}|{filter} }}}} »."
_UNFIT = "Le filtre « {filter} » s’écrit après {wanted} : « {name} » est {sort}."
_SORTS = {
    "words": "un texte",
    "list": "une liste",
    "flag": "vrai ou faux",
    "date": "une date",
    "agreement": "une personne avec laquelle un mot s’accorde",
    "act": "une référence",
}


def why_not_printed(found: Field, schema: Schema) -> str | None:
    """Say why a field cannot be printed as it is; None where it can."""
    if found.is_list or found.items:
        return _PRINTED.format(name=found.name)
    if found.sort == "flag":
        return _CHOSEN.format(name=found.name)
    if found.sort == "words":
        return None
    other = "_fr" if schema.language == "ar" else "_ar"
    near = next(name for name, takes in schema.filters.items() if found.sort in takes and not name.endswith(other))
    return _FILTERED.format(name=found.name, sort=_SORTS[found.sort], filter=near)


def why_unfit(found: Field, name: str, schema: Schema) -> str | None:
    """Say why a filter cannot follow a field; None where it can, or where nothing is known of what it follows."""
    takes = schema.filters[name]
    if found.items and not (found.is_list and name == "length"):
        return _PRINTED.format(name=found.name)
    if not found.name or found.sort in takes:
        return None
    if found.is_list:
        return _PRINTED.format(name=found.name)
    return _UNFIT.format(filter=name, wanted=_SORTS[takes[0]], name=found.name, sort=_SORTS[found.sort])
