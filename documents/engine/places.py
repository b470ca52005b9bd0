"""Where the tags of a part stand in its XML: each value is printed as its place asks, no branch breaks the page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from jinja2 import nodes

from documents.engine.faults import misplaced
from documents.engine.literals import is_right_to_left
from documents.engine.values import tab_in

# The filters that print; no tag can name them, for the space.
IN_WORDS, IN_WORDS_LATER, IN_ATTRIBUTE = "in words", "in words later", "in attribute"
_MARKUP = re.compile(r"<!--.*?-->|<\?.*?\?>|<(?P<end>/?)(?P<name>[^\s<>/]+)[^<>]*?(?P<alone>/?)>", re.DOTALL)
_OPENED = re.compile(r"<[^\s<>/]+")
_LOOK = re.compile(r"<w:rPr>.*?</w:rPr>", re.DOTALL)
# Other elements whose content is text.
_CODES = {"w:instrText", "w:delText", "w:delInstrText", "a:t", "m:t"}
# Elements whose children make the columns of a table.
_COLUMNS = {"w:tr", "w:tblGrid"}
_ESCAPES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"), ("\n<w:p ", "<w:p "), ("\n<w:p>", "<w:p>"))


@dataclass
class _Element:
    """One that is open: its number in the part, its look if it is a run, how many columns or cells were counted.

    It is `uncertain` where one of several stands open, by the branch that was taken.
    """

    name: str
    number: int
    look: str = ""
    counted: int = 0
    uncertain: bool = False


@dataclass(frozen=True)
class _Place:
    """A point of the part: the elements open there, and the tag of one that is not written to its end."""

    elements: tuple[_Element, ...] = ()
    unfinished: str = ""

    @property
    def names(self) -> tuple[object, ...]:
        """What must be the same at both ends of a branch."""
        opened = _OPENED.match(self.unfinished)
        return (*(each.name for each in self.elements), opened and opened[0], self.in_quotes)

    @property
    def in_quotes(self) -> bool:
        return self.unfinished.count('"') % 2 == 1


@dataclass
class Places:
    """Walks the tree of one part in the order of its XML; `grids` says whether a table may grow cells."""

    grids: bool = False
    _at: _Place = field(default_factory=_Place)
    _numbers: Iterator[int] = field(default_factory=count)
    # The loops that end in another element than they began in.
    _astray: set[nodes.For] = field(default_factory=set)

    def settle(self, tree: nodes.Template) -> None:
        """Print each value as its place asks; raise BadTemplate where a branch would break the page."""
        self._walk(tree.body)
        if self._at != _Place():
            raise misplaced()
        # Only now is it known where each turn of a loop may begin.
        self._walk(tree.body, settled=True)

    def _walk(self, body: Iterable[nodes.Node], *, settled: bool = False) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                node.nodes = [self._read(each) if isinstance(each, nodes.TemplateData) else
                              self._printed(each, settled=settled) for each in node.nodes]  # fmt: skip
            elif isinstance(node, nodes.If):
                self._choose([node.body, *(other.body for other in node.elif_), node.else_], settled=settled)
            elif isinstance(node, nodes.For):
                self._repeat(node, settled=settled)

    def _repeat(self, loop: nodes.For, *, settled: bool) -> None:
        start = self._at
        if loop in self._astray:
            self._at = _Place(tuple(replace(each, uncertain=True) for each in start.elements), start.unfinished)
        turned = self._at
        self._choose([loop.body, loop.else_], settled=settled)
        if _numbers(self._at) != _numbers(start):
            self._astray.add(loop)
        self._at = _either([turned, self._at])

    def _choose(self, ways: list[list[nodes.Node]], *, settled: bool) -> None:
        start, ends = self._at, []
        self.grids |= bool(start.elements) and start.elements[-1].name in _COLUMNS
        for way in ways:
            self._at = start
            self._walk(way, settled=settled)
            ends.append(self._at)
        # A branch that ends in another cell than it began in makes as many cells as it is gone through.
        self.grids |= any(_numbers(end) != _numbers(start) for end in ends)
        self._at = _either(ends)

    def _printed(self, node: nodes.Expr, *, settled: bool) -> nodes.Expr:
        run = self._run()
        if not settled:
            return node
        if run is None:
            return nodes.Filter(node, IN_ATTRIBUTE, [], [], None, None, lineno=node.lineno)
        if run.uncertain or is_right_to_left(run.look):
            return nodes.Filter(node, IN_WORDS_LATER, [], [], None, None, lineno=node.lineno)
        tab = nodes.Const(tab_in(run.look))
        return nodes.Filter(node, IN_WORDS, [tab], [], None, None, lineno=node.lineno)

    def _run(self) -> _Element | None:
        """Give the run whose words a value stands in; None where only text can stand."""
        if self._at.unfinished:
            if not self._at.in_quotes:
                raise misplaced()
            return None
        innermost = self._at.elements[-1].name if self._at.elements else ""
        run = next((each for each in reversed(self._at.elements) if each.name == "w:r"), None)
        if innermost == "w:t" and run:
            return run
        if innermost not in _CODES:
            raise misplaced()
        return None

    def _read(self, node: nodes.TemplateData) -> nodes.TemplateData:
        for written, meant in _ESCAPES:
            node.data = node.data.replace(written, meant)
        xml = self._at.unfinished + node.data
        elements, end = [replace(each) for each in self._at.elements], 0
        for tag in _MARKUP.finditer(xml):
            end = tag.end()
            if tag["name"]:
                self._pass(tag, elements, xml)
        opened = xml.rfind("<", end)
        self._at = _Place(tuple(elements), xml[opened:] if opened >= 0 else "")
        return node

    def _pass(self, tag: re.Match[str], elements: list[_Element], xml: str) -> None:
        name = tag["name"]
        if tag["end"]:
            if not elements or elements[-1].name != name:
                raise misplaced()
            self._close(elements.pop(), elements)
            return
        if elements and name in {"w:tc", "w:gridCol"}:
            elements[-1].counted += 1
        if not tag["alone"]:
            look = _LOOK.match(xml, tag.end()) if name == "w:r" else None
            elements.append(_Element(name, next(self._numbers), look[0] if look else ""))

    def _close(self, closed: _Element, elements: list[_Element]) -> None:
        tables = [each for each in elements if each.name == "w:tbl"]
        if closed.name == "w:tblGrid" and tables:
            tables[-1].counted = closed.counted
        elif closed.name == "w:tr":
            self.grids |= any(closed.counted > table.counted for table in tables)


def _either(places: list[_Place]) -> _Place:
    """Give the place where several branches meet; raise BadTemplate where they do not."""
    first = places[0]
    if any(place.names != first.names for place in places):
        raise misplaced()
    levels = zip(*(place.elements for place in places), strict=True)
    met = (
        each if all(other.number == each.number for other in others) else replace(each, uncertain=True)
        for each, *others in levels
    )
    return _Place(tuple(met), first.unfinished)


def _numbers(place: _Place) -> list[int]:
    return [each.number for each in place.elements]
