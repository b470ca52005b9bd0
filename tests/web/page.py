"""A page as a person sees it: its words, its links, its forms."""

from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup, Tag
from werkzeug.test import TestResponse

_APART = {"p", "div", "li", "td", "th", "tr", "br", "small", "dt", "dd", "h1", "h2", "h3", "form", "label", "button"}
_NOT_FIELDS = {"submit", "button", "image", "reset"}


def attribute(tag: Tag, name: str) -> str:
    """Give an attribute as it is written, nothing when it is not there."""
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""


def words(tag: Tag) -> str:
    """Give the words of a part of a page, as they read."""
    parts = [(" " if part.name in _APART else "") if isinstance(part, Tag) else str(part) for part in tag.descendants]
    return " ".join("".join(parts).split())


@dataclass
class Page:
    """One answer of the application."""

    response: TestResponse

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.response.get_data(as_text=True), "lxml")

    @cached_property
    def tags(self) -> list[Tag]:
        return [tag for tag in self.soup.descendants if isinstance(tag, Tag)]

    def named(self, *names: str) -> list[Tag]:
        """Give every tag with one of these names, in the order of the page."""
        return [tag for tag in self.tags if tag.name in names]

    @property
    def url(self) -> str:
        query = self.response.request.query_string.decode()
        return self.response.request.path + (f"?{query}" if query else "")

    @property
    def h1(self) -> Tag:
        (h1,) = self.named("h1")
        return h1

    @property
    def text(self) -> str:
        return words(self.named("main")[0])

    def one(self, selector: str) -> Tag:
        """Give the part of the page that `selector` names; it is there once."""
        found = list(self.soup.select(selector))
        assert len(found) == 1, f"{self.url} has {len(found)} times {selector}"
        return found[0]

    def all(self, selector: str) -> list[str]:
        """Give the words of every part that `selector` names."""
        return [words(tag) for tag in self.soup.select(selector)]

    @property
    def notes(self) -> list[str]:
        """What the page says was done."""
        return self.all(".done-note")

    @property
    def sentence(self) -> str:
        return words(self.one(".sentence"))

    @property
    def reasons(self) -> list[str]:
        """Why the page refuses what was sent, as a whole and field by field; the summary above says the latter too."""
        return self.all(".refused:not(#faults) li") + self.all(".wrong")

    @property
    def record(self) -> str:
        """What the button of a move says, the one that records it."""
        return words(self.one("#record"))

    def link(self, label: str) -> str:
        """Give the address of the link that reads `label`."""
        found = {attribute(tag, "href") for tag in self.named("a") if words(tag) == label}
        assert len(found) == 1, f"{self.url} has {len(found)} links « {label} »"
        return found.pop()

    def button(self, label: str) -> Tag:
        """Give the button that reads `label`, or the only one that begins so."""
        buttons = [tag for tag in self.named("button") if attribute(tag, "aria-hidden") != "true"]
        found = [tag for tag in buttons if words(tag) == label]
        found = found or [tag for tag in buttons if words(tag).startswith(label)]
        assert len(found) == 1, f"{self.url} has {len(found)} buttons « {label} »: {[words(tag) for tag in buttons]}"
        return found[0]

    def value(self, name: str) -> str:
        """Give what stands in the field `name`, in the first form of the page's own that asks for it."""
        forms = (fields_of(form) for form in self.named("form") if form.find_parent("main"))
        return next((" ".join(fields[name]) for fields in forms if name in fields), "")


def form_of(tag: Tag) -> Tag | None:
    """Give the form that a button belongs to: the one it names, wherever that stands, else the one around it."""
    if not attribute(tag, "form"):
        return tag.find_parent("form")
    forms = list(tag.parents)[-1].find_all("form", id=attribute(tag, "form"))
    return forms[0] if forms else None


def fields_of(form: Tag) -> dict[str, list[str]]:
    """Give the fields of a form as a browser would send them untouched, also those elsewhere that name it."""
    fields: dict[str, list[str]] = {}
    for tag in _named(form):
        if attribute(tag, "name") and attribute(tag, "type") not in _NOT_FIELDS:
            fields.setdefault(attribute(tag, "name"), []).extend(_sent(tag))
    return fields


def _named(form: Tag) -> list[Tag]:
    """Give the fields that belong to a form: those elsewhere on the page that name it, and those within."""
    names = ["input", "select", "textarea"]
    within = [tag for tag in form.find_all(names) if not attribute(tag, "form")]
    if not attribute(form, "id"):
        return within
    return [*list(form.parents)[-1].find_all(names, form=attribute(form, "id")), *within]


def _sent(tag: Tag) -> list[str]:
    if tag.name == "textarea":
        return [tag.get_text().removeprefix("\n")]
    if tag.name == "select":
        options = tag.find_all("option")
        chosen = [option for option in options if option.has_attr("selected")] or options[:1]
        return [attribute(option, "value") for option in chosen]
    if attribute(tag, "type") in {"checkbox", "radio"}:
        return [attribute(tag, "value")] if tag.has_attr("checked") else []
    return [attribute(tag, "value")]


def choices_of(form: Tag, name: str) -> set[str] | None:
    """Give the values that a field of choices accepts, None for a field that takes any words."""
    tags = [tag for tag in _named(form) if attribute(tag, "name") == name]
    choices = [tag for tag in tags if attribute(tag, "type") in {"checkbox", "radio"}]
    options = [option for tag in tags if tag.name == "select" for option in tag.find_all("option")]
    return {attribute(tag, "value") for tag in choices + options} if choices or options else None
