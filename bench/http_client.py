"""A person at a browser who reads no page closely: fills the form that is there, whatever its fields."""

import re
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

_COOKIE = re.compile(r"^([^=;]+)=([^;]*)")
_SECONDS = 60
_SEEN_OTHER = 303


@dataclass(frozen=True)
class Form:
    """A form ready to be sent."""

    address: str
    fields: str


@dataclass
class Client:
    """One connection at a time to one server, with the cookies of one person."""

    host: str
    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def send(self, method: str, address: str, body: str = "") -> tuple[HTTPResponse, bytes]:
        """Send one request, and read the whole answer."""
        told = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Connection": "close"}
        if method == "POST":
            told["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection(self.host, self.port, timeout=_SECONDS)
        try:
            connection.request(method, address, body.encode(), told)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        for cookie in response.headers.get_all("Set-Cookie") or ():
            if match := _COOKIE.match(cookie):
                self.cookies[match[1]] = match[2]
        return response, content

    def form(self, address: str, typed: dict[str, str]) -> Form:
        """Read the form that posts on a page, and fill it."""
        _response, content = self.send("GET", address)
        page = BeautifulSoup(content, "html.parser")
        forms = [form for form in page.find_all("form", method="post") if "sign-out" not in str(form.get("action", ""))]
        if not forms:
            raise RuntimeError(f"{address} has no form: {page.get_text(' ', strip=True)[:200]}")
        fields = [pair for tag in forms[0].find_all(["input", "textarea", "select"]) if (pair := _kept(tag))]
        kept = [(name, value) for name, value in fields if name not in typed]
        where = urlsplit(urljoin(address, str(forms[0].get("action") or address)))
        return Form(where.path, urlencode([*kept, *typed.items()]))

    def post(self, form: Form) -> str:
        """Send a form, and give where the answer leads; fail unless what was asked is done."""
        response, content = self.send("POST", form.address, form.fields)
        if response.status != _SEEN_OTHER:
            words = BeautifulSoup(content, "html.parser").get_text(" ", strip=True)
            raise RuntimeError(f"{form.address}: {response.status} {words[:400]}")
        return response.headers["Location"]


def _kept(tag: Tag) -> tuple[str, str] | None:
    """Give what a browser would send of a field that nobody touches."""
    name, kind = tag.get("name"), tag.get("type", "")
    if not name or (kind in ("radio", "checkbox") and not tag.has_attr("checked")):
        return None
    if tag.name == "select":
        chosen = tag.find("option", selected=True) or tag.find("option")
        return (str(name), str(chosen.get("value", ""))) if isinstance(chosen, Tag) else None
    return str(name), tag.get_text() if tag.name == "textarea" else str(tag.get("value", ""))
