"""What is wrong with a page, whatever it says."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

from bs4 import Tag
from flask import Flask
from werkzeug.exceptions import HTTPException

from tests.web.page import Page, attribute, words

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
_SHOWN = ("value", "placeholder", "aria-label", "title", "href", "action", "formaction")
# Tokens and keys differ each time, and say nothing of how sound a page is.
_VARYING = re.compile(r'(?<=csrf_token" value=")[^"]+|[0-9a-f]{8}-[0-9a-f-]{27}')
_SOUND: set[int] = set()
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


def faults(page: Page, app: Flask) -> list[str]:
    """List what is wrong with a page, nothing when all is well; a page seen before is not judged again."""
    seen = hash(_VARYING.sub("", page.response.text))
    if seen in _SOUND:
        return list(_of_headers(page))
    rules = (_of_headers, _of_head, _of_fields, _of_ids, _of_policy, _of_words, _of_forms, _of_tables, _of_nesting)
    found = [fault for rule in rules for fault in rule(page)]
    found += _of_links(page, app)
    if not found:
        _SOUND.add(seen)
    return found


def _of_headers(page: Page) -> Iterator[str]:
    headers = page.response.headers
    if set(headers["Content-Security-Policy"].split("; ")) != POLICY:
        yield f"another policy: {headers['Content-Security-Policy']}"
    for name, value in HEADERS.items():
        if headers.get(name) != value:
            yield f"{name} is {headers.get(name)}"


def _of_head(page: Page) -> Iterator[str]:
    (html,), (title,) = page.named("html"), page.named("title")
    if (attribute(html, "lang"), attribute(html, "dir")) not in {("fr", "ltr"), ("ar", "rtl")}:
        yield f"lang and dir: {html.attrs}"
    if [bool(words(h1)) for h1 in page.named("h1")] != [True]:
        yield "not exactly one h1 with words"
    if not words(title).removesuffix("– Navette"):
        yield "no title"
    if len(page.named("main")) != 1:
        yield "not exactly one main part"


def _of_fields(page: Page) -> Iterator[str]:
    labels = {attribute(tag, "for"): words(tag) for tag in page.named("label")}
    for tag in page.named("input", "select", "textarea"):
        label = labels.get(attribute(tag, "id")) or attribute(tag, "aria-label")
        if attribute(tag, "type") != "hidden" and not label:
            yield f"a field without a label: {tag}"
    yield from (f"no words: {tag}" for tag in page.named("a", "button", "legend", "option") if _is_mute(tag))


def _is_mute(tag: Tag) -> bool:
    return not words(tag) and not attribute(tag, "aria-label") and not (tag.name == "option" and not tag.get("value"))


def _of_ids(page: Page) -> Iterator[str]:
    ids = Counter(attribute(tag, "id") for tag in page.tags if "id" in tag.attrs)
    yield from (f"id {name} {count} times" for name, count in ids.items() if count > 1)
    for tag in page.tags:
        for name in ("for", "aria-describedby", "aria-labelledby"):
            yield from (f"{name} names nothing: {one}" for one in attribute(tag, name).split() if one not in ids)
        if attribute(tag, "href").startswith("#") and attribute(tag, "href")[1:] not in ids:
            yield f"a link to nowhere on the page: {attribute(tag, 'href')}"


def _of_policy(page: Page) -> Iterator[str]:
    for tag in page.tags:
        if tag.name in {"script", "style", "iframe"}:
            yield f"a {tag.name}"
        for name in tag.attrs:
            if name == "style" or name.startswith("on") or attribute(tag, name).lower().startswith("javascript:"):
                yield f"{name} on {tag.name}"


def _of_words(page: Page) -> Iterator[str]:
    shown = [page.soup.get_text(" ")]
    shown += [attribute(tag, name) for tag in page.tags for name in _SHOWN if name in tag.attrs]
    yield from (f"leaks {match[0]}" for text in shown if (match := _LEAK.search(text)))


def _of_forms(page: Page) -> Iterator[str]:
    for form in page.named("form"):
        token = form.find("input", attrs={"name": "csrf_token"})
        is_post = attribute(form, "method").lower() == "post"
        if is_post != (isinstance(token, Tag) and bool(attribute(token, "value"))):
            yield f"a token is {'missing' if is_post else 'in the address'}: {attribute(form, 'action')}"
        if not form.find("button") and not form.find("input", type="search"):
            yield "a form without a button"


def _of_tables(page: Page) -> Iterator[str]:
    for table in page.named("table"):
        heads = table.find_all("th")
        if not heads or any(attribute(head, "scope") not in {"col", "row"} for head in heads):
            yield "a table without heads of columns"


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _value in attrs}) < len(attrs):
            self.faults.append(f"an attribute twice on {tag}")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{tag} is closed where it is not open")


def _of_nesting(page: Page) -> Iterator[str]:
    parser = _Nesting()
    parser.feed(page.response.get_data(as_text=True))
    yield from parser.faults[:1]
    yield from (f"{tag} is never closed" for tag in parser.open)


def _of_links(page: Page, app: Flask) -> Iterator[str]:
    routes = app.url_map.bind("localhost")
    for target, method in _targets(page):
        parts = urlsplit(target)
        if parts.netloc or parts.scheme:
            yield f"leads elsewhere: {target}"
        try:
            routes.match(parts.path, method=method)
        except HTTPException:
            yield f"leads nowhere: {method} {target}"


def _targets(page: Page) -> set[tuple[str, str]]:
    links = [attribute(tag, "href") for tag in page.named("a", "link")] + [
        attribute(tag, "src") for tag in page.named("img")
    ]
    targets = {(link, "GET") for link in links if not link.startswith("#")}
    for form in page.named("form"):
        method = attribute(form, "method").upper() or "GET"
        buttons = [attribute(tag, "formaction") for tag in form.find_all("button")]
        targets |= {(target, method) for target in (attribute(form, "action") or page.url, *buttons) if target}
    return targets
