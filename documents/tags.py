"""The tags that a dictionary of fields gives to copy into a template, with what each field says and an example."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from documents.checking.dictionary import Field, Schema
from documents.filters import FILTERS

# The filter to put after a field that is not words, by language.
_SHOWN_BY = {
    "fr": {"date": "date_longue", "agreement": "charge_fr", "act": "reference_fr"},
    "ar": {"date": "date_ar", "agreement": "arrete_ar", "act": "reference_ar"},
}
_TRUE, _FALSE, _EMPTY = "vrai", "faux", "vide"

# What each filter does, and the tag that shows it; `champ` stands for a field.
FILTERS_FR: dict[str, tuple[str, str]] = {
    "capitalize": ("Majuscule au premier mot, minuscules ensuite", "{{ champ|capitalize }}"),
    "lower": ("Tout en minuscules", "{{ champ|lower }}"),
    "upper": ("Tout en majuscules", "{{ champ|upper }}"),
    "length": ("Nombre d’éléments d’une liste", "{{ liste|length }}"),
    "join": ("Éléments d’une liste de mots, à la suite", "{{ liste|join(', ') }}"),
    "points": ("Des points, et un commentaire « À compléter », si le champ est vide", "{{ champ|points }}"),
    "date_longue": ("Date en toutes lettres, en français", "{{ champ|date_longue }}"),
    "date_ar": ("Date en toutes lettres, en arabe", "{{ champ|date_ar }}"),
    "date_double_fr": ("Date dans les deux calendriers, en français", "{{ champ|date_double_fr }}"),
    "date_double_ar": ("Date dans les deux calendriers, en arabe", "{{ champ|date_double_ar }}"),
    "numero_fr": ("Numéro d’un texte, comme le français l’écrit", "{{ champ|numero_fr }}"),
    "numero_ar": ("Numéro d’un texte, comme l’arabe l’écrit", "{{ champ|numero_ar }}"),
    "charge_fr": ("« chargé », accordé", "{{ champ|charge_fr }}"),
    "arrete_fr": ("« ARRÊTE », accordé", "{{ champ|arrete_fr }}"),
    "arrete_ar": ("« قرر », accordé", "{{ champ|arrete_ar }}"),
    "chacun_fr": ("« chacun en ce qui le concerne », accordé", "{{ champ|chacun_fr }}"),
    "chacun_ar": ("« كل واحد فيما يخصه », accordé", "{{ champ|chacun_ar }}"),
    "reference_fr": ("Acte tel qu’on le cite en français", "{{ champ|reference_fr }}"),
    "reference_ar": ("Acte tel qu’on le cite en arabe", "{{ champ|reference_ar }}"),
}


# The ways to choose and to repeat: the tags, in their order, and what they do.
WAYS_FR: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("{% if champ %}", "{% else %}", "{% endif %}"),
        "Écrit la première partie si le champ n’est pas vide, sinon la seconde.",
    ),
    (("{% if champ == 'Décret' %}", "{% endif %}"), "Écrit la partie si le champ est égal au mot entre guillemets."),
    (("{%p if champ %}", "{%p endif %}"), "La même chose, chaque balise seule dans son paragraphe, qui disparaît."),
    (("{% for element in liste %}", "{% endfor %}"), "Répète la partie pour chaque élément de la liste."),
    (
        ("{%tr for element in liste %}", "{%tr endfor %}"),
        "Dans un tableau, chaque balise seule dans sa ligne, qui disparaît : répète les lignes entre elles.",
    ),
)


@dataclass(frozen=True)
class Entry:
    """One line of the dictionary; `depth` is how many lists it stands in, `close` what ends the list that it opens."""

    tag: str
    description_fr: str
    example: str = ""
    depth: int = 0
    close: str = ""


def entries(schema: Schema) -> list[Entry]:
    """Give every field of a dictionary in its order, those of a list after the tag that walks it."""
    return list(_entries(schema.fields, schema, "", 0))


def filters_fr(schema: Schema) -> list[tuple[str, str, str]]:
    """Give the filters that the templates of a dictionary may use: name, what it does, tag."""
    return [(name, *words) for name, words in FILTERS_FR.items() if name in schema.filters]


def _entries(fields: Iterable[Field], schema: Schema, owner: str, depth: int) -> Iterator[Entry]:
    for field in fields:
        path = f"{owner}{field.name}"
        if field.is_list:
            each = _element(field.name)
            opening = f"{{% for {each} in {path} %}}"
            yield Entry(opening, field.description_fr, _counted(field), depth, "{% endfor %}")
            if field.items:
                yield from _entries(field.items, schema, f"{each}.", depth + 1)
            else:
                yield Entry(
                    f"{{{{ {each} }}}}", "Chaque élément", str(field.example_value(schema.language)[0] or ""), depth + 1
                )
        elif isinstance(field.example, bool):
            example = _TRUE if field.example else _FALSE
            yield Entry(f"{{% if {path} %}}", field.description_fr, example, depth, "{% endif %}")
        else:
            name = _SHOWN_BY[schema.language].get(field.sort, "")
            tag = f"{{{{ {path}|{name} }}}}" if name else f"{{{{ {path} }}}}"
            yield Entry(tag, field.description_fr, _shown(field.example_value(schema.language), name), depth)


def _element(name: str) -> str:
    return name[:-1] if name.endswith("s") else "element"


def _counted(field: Field) -> str:
    return f"{field.count} éléments, toujours" if field.is_fixed else "autant d’éléments qu’il y en a"


def _shown(example: Any, name: str) -> str:  # noqa: ANN401 - whatever a paper says
    if example is None:
        return _EMPTY
    return str(FILTERS[name](example) if name else example)
