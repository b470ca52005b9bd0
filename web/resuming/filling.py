"""A page whose form is filled with what had been typed in it: its other letters stay as they are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from web.resuming.kept_forms import TypedForm

_Attributes = list[tuple[str, str | None]]
_PRESSED = frozenset({"submit", "image", "button", "reset"})
_UNTOUCHED = _PRESSED | {"file", "password"}
_TICKED = frozenset({"checkbox", "radio"})
_OWN = "csrf_token"


def fill(page: str, at: str, typed: TypedForm) -> str | None:
    """Fill the form of this page, shown at the path `at`, with what was typed; None where no form holds all of it."""
    reader = _Forms(at)
    reader.feed(page)
    place = next((place for place, form in enumerate(reader.forms) if form.holds(typed)), None)
    if place is None:
        return None
    filler = _Filler(place, typed.values)
    filler.feed(page)
    filler.close()
    return "".join(filler.written)


@dataclass
class _Form:
    """A form of the page: where its buttons send it, its fields and its buttons."""

    targets: set[str]
    fields: set[str] = field(default_factory=set)
    buttons: set[str] = field(default_factory=set)

    def holds(self, typed: TypedForm) -> bool:
        names = {name for name, _value in typed.values}
        return typed.path in self.targets and names <= self.fields | self.buttons and bool(names & self.fields)


class _Forms(HTMLParser):
    """Lists the forms of a page."""

    def __init__(self, at: str) -> None:
        super().__init__()
        self.at = at
        self.forms: list[_Form] = []
        self.is_inside = False

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        told = dict(attrs)
        if tag == "form":
            self.is_inside = True
            self.forms.append(_Form({self._path(told.get("action"))} if told.get("method") == "post" else set()))
        elif self.is_inside and tag in {"input", "select", "textarea", "button"}:
            self._note(self.forms[-1], tag, told)

    def _note(self, form: _Form, tag: str, told: dict[str, str | None]) -> None:
        is_button = tag == "button" or told.get("type") in _PRESSED
        if is_button and told.get("formaction"):
            form.targets.add(self._path(told["formaction"]))
        (form.buttons if is_button else form.fields).add(told.get("name") or "")

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = self.is_inside and tag != "form"

    def _path(self, action: str | None) -> str:
        return urlsplit(action or "").path or self.at


class _Filler(HTMLParser):
    """Copies a page, and puts in the fields of one of its forms what was typed in them."""

    def __init__(self, place: int, values: Iterable[tuple[str, str]]) -> None:
        super().__init__(convert_charrefs=False)
        self.place = place
        self.typed: dict[str, list[str]] = defaultdict(list)
        for name, value in values:
            self.typed[name].append(value)
        # What is left of it for the next field of the same name.
        self.left = {name: list(each) for name, each in self.typed.items()}
        self.written: list[str] = []
        self.seen = -1
        self.is_inside = self.is_skipping = False
        self.select = ""

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if tag == "form":
            self.seen += 1
            self.is_inside = self.seen == self.place
        raw = self.get_starttag_text() or ""
        self.written.append(self._filled(tag, dict(attrs), raw) if self.is_inside else raw)

    handle_startendtag = handle_starttag

    def _filled(self, tag: str, told: dict[str, str | None], raw: str) -> str:
        name = told.get("name") or ""
        if tag == "input":
            return self._input(name, told, raw)
        if tag == "select":
            self.select = name
        elif tag == "option" and self.select in self.typed:
            return _marked(tag, told, "selected", is_so=told.get("value") in self.typed[self.select])
        elif tag == "textarea" and self.left.get(name):
            self.is_skipping = True
            # A browser leaves out the first end of line of what is in such a field.
            return f"{raw}\n{escape(self.left[name].pop(0), quote=False)}"
        elif tag == "details":  # what is folded away is not seen to be filled
            return _marked(tag, told, "open", is_so=True)
        return raw

    def _input(self, name: str, told: dict[str, str | None], raw: str) -> str:
        kind = told.get("type") or "text"
        if kind in _UNTOUCHED or name == _OWN:
            return raw
        if kind in _TICKED:
            return _marked("input", told, "checked", is_so=(told.get("value") or "on") in self.typed[name])
        if self.left.get(name):
            return _start("input", {**told, "value": self.left[name].pop(0)})
        return raw

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = self.is_inside and tag != "form"
        self.is_skipping = self.is_skipping and tag != "textarea"
        self.select = "" if tag == "select" else self.select
        self._copy(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._copy(data)

    def handle_entityref(self, name: str) -> None:
        self._copy(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._copy(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._copy(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._copy(f"<!{decl}>")

    def _copy(self, raw: str) -> None:
        if not self.is_skipping:
            self.written.append(raw)


def _marked(tag: str, told: dict[str, str | None], mark: str, *, is_so: bool) -> str:
    return _start(tag, {name: value for name, value in told.items() if name != mark} | ({mark: None} if is_so else {}))


def _start(tag: str, told: dict[str, str | None]) -> str:
    return f"<{tag}{''.join(_attribute(name, value) for name, value in told.items())}>"


def _attribute(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{escape(value)}"'
