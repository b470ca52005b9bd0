"""What is wrong with a page, whatever it says."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from flask import Flask
from lxml.html import HtmlElement, document_fromstring
from werkzeug.exceptions import HTTPException

from tests.web.page import Page

POLICY = {
    "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "form-action 'self'", "base-uri 'none'",
    "frame-ancestors 'none'",
}  # fmt: skip
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_LEAK = re.compile(r"\b(None|Undefined|NaN|StrEnum|PartialDate|datetime)\b|\{\{|\{%|%\(")
_SHOWN = {"value", "placeholder", "aria-label", "title", "href", "action", "formaction"}
_NAMING = {"for", "aria-describedby", "aria-labelledby"}
# Tokens and keys differ each time, and say nothing of how sound a page is.
_VARYING = re.compile(r'(?<=csrf_token" value=")[^"]+|[0-9a-f]{8}-[0-9a-f-]{27}')
_SOUND: set[int] = set()
_TAG = re.compile(r"""<(/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""([^\s="'/]+)(?:="[^"]*"|='[^']*')?""")
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class _Sheet:
    """A page as the rules read it, in C: every page of every test is judged."""

    page: Page

    @cached_property
    def root(self) -> HtmlElement:
        return document_fromstring(self.page.response.text)

    @cached_property
    def tags(self) -> list[HtmlElement]:
        return list(self.root.iter("*"))

    def named(self, *names: str) -> list[HtmlElement]:
        return [tag for tag in self.tags if tag.tag in names]


def faults(page: Page, app: Flask) -> list[str]:
    """List what is wrong with a page, nothing when all is well; a page seen before is not judged again."""
    seen = hash(_VARYING.sub("", page.response.text))
    if seen in _SOUND:
        return list(_of_headers(page))
    sheet = _Sheet(page)
    rules = (_of_head, _of_fields, _of_ids, _of_policy, _of_words, _of_forms, _of_tables)
    found = [*_of_headers(page), *(fault for rule in rules for fault in rule(sheet)), *_of_nesting(page)]
    found += _of_links(sheet, app)
    if not found:
        _SOUND.add(seen)
    return found


def _words(tag: HtmlElement) -> str:
    return "".join(tag.itertext()).strip()


def _of_headers(page: Page) -> Iterator[str]:
    headers = page.response.headers
    if set(headers["Content-Security-Policy"].split("; ")) != POLICY:
        yield f"another policy: {headers['Content-Security-Policy']}"
    for name, value in HEADERS.items():
        if headers.get(name) != value:
            yield f"{name} is {headers.get(name)}"


def _of_head(sheet: _Sheet) -> Iterator[str]:
    (html,) = sheet.named("html")
    # A picture within the page has titles of its own.
    (title,) = (tag for tag in sheet.named("title") if next(tag.iterancestors("svg"), None) is None)
    if (html.get("lang"), html.get("dir")) not in {("fr", "ltr"), ("ar", "rtl")}:
        yield f"lang and dir: {html.attrib}"
    if [bool(_words(h1)) for h1 in sheet.named("h1")] != [True]:
        yield "not exactly one h1 with words"
    if not _words(title).removesuffix("– Navette"):
        yield "no title"
    if len(sheet.named("main")) != 1:
        yield "not exactly one main part"


def _of_fields(sheet: _Sheet) -> Iterator[str]:
    labels = {tag.get("for"): _words(tag) for tag in sheet.named("label")}
    for tag in sheet.named("input", "select", "textarea"):
        label = labels.get(tag.get("id", "")) or tag.get("aria-label") or tag.get("aria-labelledby")
        if tag.get("type") != "hidden" and not label:
            yield f"a field without a label: {tag.attrib}"
    yield from (f"no words: {tag.attrib}" for tag in sheet.named("a", "button", "legend", "option") if _is_mute(tag))


def _is_mute(tag: HtmlElement) -> bool:
    return not _words(tag) and not tag.get("aria-label") and not (tag.tag == "option" and not tag.get("value"))


def _of_ids(sheet: _Sheet) -> Iterator[str]:
    ids = Counter(tag.get("id") for tag in sheet.tags if "id" in tag.attrib)
    yield from (f"id {name} {count} times" for name, count in ids.items() if count > 1)
    for tag in sheet.tags:
        for name in _NAMING.intersection(tag.attrib):
            yield from (f"{name} names nothing: {one}" for one in tag.get(name).split() if one not in ids)
        link = tag.get("href", "")
        if link.startswith("#") and link[1:] not in ids:
            yield f"a link to nowhere on the page: {link}"


def _of_policy(sheet: _Sheet) -> Iterator[str]:
    for tag in sheet.tags:
        if tag.tag in {"script", "style", "iframe"}:
            yield f"a {tag.tag}"
        for name, value in tag.items():
            if name == "style" or name.startswith("on") or value.lower().startswith("javascript:"):
                yield f"{name} on {tag.tag}"


def _of_words(sheet: _Sheet) -> Iterator[str]:
    # What is marked as not to be translated is quoted: tags of templates, to be copied or mended.
    shown = [" ".join(sheet.root.xpath("//text()[not(ancestor::*[@translate='no'])]"))]
    shown += [value for tag in sheet.tags for name, value in tag.items() if name in _SHOWN]
    yield from (f"leaks {match[0]}" for text in shown if (match := _LEAK.search(text)))


def _of_forms(sheet: _Sheet) -> Iterator[str]:
    for form in sheet.named("form"):
        tokens = [tag.get("value") for tag in form.iter("input") if tag.get("name") == "csrf_token"]
        is_post = form.get("method", "").lower() == "post"
        if is_post != any(tokens):
            yield f"a token is {'missing' if is_post else 'in the address'}: {form.get('action')}"
        searches = [tag for tag in form.iter("input") if tag.get("type") == "search"]
        if not searches and form.find(".//button") is None:
            yield "a form without a button"
    known = {form.get("id") for form in sheet.named("form")}
    for tag in sheet.tags:
        if tag.get("form") is not None and tag.get("form") not in known:
            yield f"{tag.tag} {tag.get('name')} belongs to no form of the page"


def _of_tables(sheet: _Sheet) -> Iterator[str]:
    for table in sheet.named("table"):
        heads = [head.get("scope") for head in table.iter("th")]
        if not heads or any(scope not in {"col", "row", "rowgroup"} for scope in heads):
            yield "a table without heads of columns"


def _of_nesting(page: Page) -> Iterator[str]:
    html, begun = page.response.text, list[str]()
    for closing, tag, rest in _TAG.findall(html):
        names = _ATTRIBUTE.findall(rest)
        if len(set(names)) < len(names):
            yield f"an attribute twice on {tag}"
        if closing and (not begun or begun.pop() != tag):
            yield f"{tag} is closed where it is not open"
            return
        if not closing and tag not in _VOID:
            begun.append(tag)
    yield from (f"{tag} is never closed" for tag in begun)
    if "<" in _TAG.sub("", html).removeprefix("<!doctype html>"):
        yield "a tag that cannot be read"


def _of_links(sheet: _Sheet, app: Flask) -> Iterator[str]:
    routes = app.url_map.bind("localhost")
    for target, method in _targets(sheet):
        parts = urlsplit(target)
        if parts.netloc or parts.scheme:
            yield f"leads elsewhere: {target}"
        try:
            routes.match(parts.path, method=method)
        except HTTPException:
            yield f"leads nowhere: {method} {target}"


def _targets(sheet: _Sheet) -> set[tuple[str, str]]:
    links = [tag.get("href", "") for tag in sheet.named("a", "link")]
    links += [tag.get("src", "") for tag in sheet.named("img")]
    targets = {(link, "GET") for link in links if not link.startswith("#")}
    for form in sheet.named("form"):
        method = form.get("method", "").upper() or "GET"
        buttons = [tag.get("formaction") for tag in form.iter("button")]
        targets |= {(target, method) for target in (form.get("action") or sheet.page.url, *buttons) if target}
    return targets
