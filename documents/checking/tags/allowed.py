"""What a tag may do: name a field of the dictionary, choose by `if`, repeat by `for` over a list, use a short filter.

A loop inside a loop walks only the lists of the current element: a paper costs what its data weigh, and no more.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from jinja2 import nodes
from rapidfuzz import process

from documents.checking.dictionary import Field, Schema
from documents.checking.faults import Category, Fault
from documents.checking.tags.fitting import why_not_printed, why_unfit

_ANYTHING: Final = Field("", "")
_LOOP = ("index", "first", "last")
_COMPARED = ("eq", "ne", "in", "notin")
_LARGEST_INDEX = 99
_NEAR = 70
_TEMPLATE = "modèle"

_OPERATION = "Une balise ne fait que nommer un champ : ni calcul, ni appel, ni construction n’y sont admis."
_UNKNOWN = "Champ inconnu « {name} »{near}."
_NEAR_FR = " : vouliez-vous dire « {near} » ?"
_FILTER = "Filtre inconnu « {name} »{near}."
_ARGUMENT = "Le filtre « {name} » n’admet ici que des mots entre guillemets."
_NO_LIST = "« {name} » n’est pas une liste : « for » ne peut pas le parcourir."
_ONLY_LISTS = "« for » ne parcourt que les listes du dictionnaire."
_INNER = "Une boucle dans une boucle ne parcourt que les listes de l’élément en cours."
_TARGET = "« for » donne un seul nom, simple, à l’élément en cours."
_FOR = "« for » n’admet ni condition ni « recursive »."
_LOOP_FR = "De « loop », seuls « loop.index », « loop.first » et « loop.last » sont admis, dans une boucle."
_NAME = "Le nom « {name} » n’est pas admis."
_PLACE = "Seul un petit nombre entre crochets est admis, après une liste de longueur fixe : « compteurs[0] »."
_COMPARE = "On ne compare qu’avec « == », « != », « in » et « not in »."


def check_tags(tree: nodes.Template, schema: Schema, places: Sequence[str] = ()) -> list[Fault]:
    """Tell all that the tags of a parsed template do beyond what is admitted; nothing of it is run.

    `places` names the place of each line of its source; without them every fault is one of the template.
    """
    return [fault for _line, fault in faults_by_line(tree, schema, places)]


def faults_by_line(tree: nodes.Template, schema: Schema, places: Sequence[str]) -> list[tuple[int, Fault]]:
    """Give the faults of `check_tags`, each with the line of the source it stands on."""
    check = _Check(schema, places)
    try:
        check.body(tree.body)
    except RecursionError:
        check.refuse(tree, _OPERATION)
    return check.faults


class _Check:
    def __init__(self, schema: Schema, places: Sequence[str]) -> None:
        self.schema, self.places = schema, places
        self.faults: list[tuple[int, Fault]] = []
        # What each name means in the loops that are open, the innermost last.
        self.scopes: list[tuple[str, Field]] = []

    def refuse(self, node: nodes.Node, words: str, category: Category = "operation") -> Field:
        """Note a fault; nothing more is asked of what is at fault."""
        line = node.lineno
        place = self.places[line - 1] if 0 < line <= len(self.places) else _TEMPLATE
        found = (line, Fault(place, words, category))
        if found not in self.faults[-20:]:
            self.faults.append(found)
        return _ANYTHING

    def body(self, body: Sequence[nodes.Node]) -> None:
        """Check what stands in a template or in a block."""
        for node in body:
            match node:
                case nodes.Output():
                    for each in node.nodes:
                        self.output(each)
                case nodes.If():
                    self.choice(node)
                case nodes.For():
                    self.loop(node)
                case _:
                    self.refuse(node, _OPERATION)

    def output(self, node: nodes.Expr) -> None:
        """Check what is printed."""
        if isinstance(node, nodes.TemplateData):
            return
        if why := why_not_printed(self.value(node), self.schema):
            self.refuse(node, why)

    def choice(self, node: nodes.If) -> None:
        """Check an « if » and what it chooses between."""
        self.value(node.test)
        self.body(node.body)
        for each in node.elif_:
            self.choice(each)
        self.body(node.else_)

    def loop(self, node: nodes.For) -> None:
        """Check a « for »; its element is known inside it."""
        if node.recursive or node.test is not None:
            self.refuse(node, _FOR)
        items = self.walked(node.iter)
        name = ""
        if isinstance(node.target, nodes.Name) and not node.target.name.startswith("_") and node.target.name != "loop":
            name = node.target.name
        else:
            self.refuse(node, _TARGET)
        element = Field(name, "", items=items.items) if items is not _ANYTHING else _ANYTHING
        self.scopes.append((name, element))
        self.body(node.body)
        self.scopes.pop()
        self.body(node.else_)

    def walked(self, node: nodes.Node) -> Field:
        """Give the list that a loop walks over."""
        if not isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            return self.refuse(node, _ONLY_LISTS)
        found = self.value(node)
        if found is _ANYTHING:
            return found
        if not found.is_list:
            return self.refuse(node, _NO_LIST.format(name=found.name))
        return self.refuse(node, _INNER) if self.scopes and _root(node) != self.scopes[-1][0] else found

    def value(self, node: nodes.Node) -> Field:
        """Check an expression; give the field that it names, or anything."""
        match node:
            case nodes.Name():
                return self.name(node)
            case nodes.Getattr():
                return self.attribute(node)
            case nodes.Getitem():
                return self.item(node)
            case nodes.Const():
                return _ANYTHING
            case nodes.Filter():
                return self.filtered(node)
            case _:
                return self.condition(node)

    def condition(self, node: nodes.Node) -> Field:
        """Check what « if » asks."""
        match node:
            case nodes.And() | nodes.Or():
                self.value(node.left)
                self.value(node.right)
            case nodes.Not():
                self.value(node.node)
            case nodes.Compare():
                self.comparison(node)
            case _:
                self.refuse(node, _OPERATION)
        return _ANYTHING

    def comparison(self, node: nodes.Compare) -> None:
        """Check that fields are compared with fields and plain words."""
        self.value(node.expr)
        for each in node.ops:
            if each.op not in _COMPARED:
                self.refuse(node, _COMPARE)
            if isinstance(each.expr, nodes.List | nodes.Tuple) and each.op in ("in", "notin"):
                for one in each.expr.items:
                    self.value(one)
            else:
                self.value(each.expr)

    def name(self, node: nodes.Name) -> Field:
        """Find a name in the open loops, then in the dictionary."""
        name = node.name
        if name.startswith("_"):
            return self.refuse(node, _NAME.format(name=name))
        if name == "loop":
            return self.refuse(node, _LOOP_FR)
        known = self.schema.by_name | dict(self.scopes)
        return known[name] if name in known else self.unknown(node, name, known)

    def attribute(self, node: nodes.Getattr) -> Field:
        """Find a field of an element."""
        name = node.attr
        if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            return _ANYTHING if name in _LOOP and self.scopes else self.refuse(node, _LOOP_FR)
        if name.startswith("_"):
            return self.refuse(node, _NAME.format(name=name))
        owner = self.value(node.node) if _is_path(node.node) else self.refuse(node, _OPERATION)
        if owner is _ANYTHING:
            return owner
        known = {} if owner.is_list else {each.name: each for each in owner.items}
        return known[name] if name in known else self.unknown(node, f"{_path(node.node)}.{name}", known)

    def item(self, node: nodes.Getitem) -> Field:
        """Find an element by its place in a list of fixed length."""
        owner = self.value(node.node) if _is_path(node.node) else self.refuse(node, _OPERATION)
        if owner is _ANYTHING:
            return owner
        place = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if type(place) is not int or not owner.is_fixed or not 0 <= place < min(owner.count, _LARGEST_INDEX):
            return self.refuse(node, _PLACE)
        return Field(owner.name, owner.description_fr, owner.example, owner.items)

    def filtered(self, node: nodes.Filter) -> Field:
        """Check a filter, and that nothing but plain words is given to it."""
        if node.node is None:
            return self.refuse(node, _OPERATION)
        found = self.value(node.node)
        if node.name not in self.schema.filters:
            near = _near(node.name, self.schema.filters)
            return self.refuse(node, _FILTER.format(name=node.name, near=near).replace("?.", "?"), "unknown_field")
        plain = all(isinstance(each, nodes.Const) and isinstance(each.value, str | int) for each in node.args)
        if node.kwargs or node.dyn_args or node.dyn_kwargs or not plain or len(node.args) > 2:  # noqa: PLR2004
            return self.refuse(node, _ARGUMENT.format(name=node.name))
        if why := why_unfit(found, node.name, self.schema):
            return self.refuse(node, why)
        return Field(found.name, "")

    def unknown(self, node: nodes.Node, name: str, known: Mapping[str, Field]) -> Field:
        """Say that a name is not known, and which one is near."""
        owner, dot, last = name.rpartition(".")
        near = _near(last, known, before=f"{owner}{dot}")
        return self.refuse(node, _UNKNOWN.format(name=name, near=near).replace("?.", "?"), "unknown_field")


def _near(name: str, known: Mapping[str, object], *, before: str = "") -> str:
    found = process.extractOne(name, sorted(known), score_cutoff=_NEAR)
    return _NEAR_FR.format(near=f"{before}{found[0]}") if found else ""


def _is_path(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem)


def _root(node: nodes.Node) -> str:
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else _path(node.node) if isinstance(node, nodes.Getitem) else ""
