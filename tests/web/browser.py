"""A person at a browser without script: follows links, fills forms, presses buttons, and reads every page closely."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from bs4 import Tag
from flask import Flask
from werkzeug.test import TestResponse

from models import User
from tests.web.page import Page, attribute, choices_of, fields_of, form_of
from tests.web.page_rules import faults
from workflow.importing.demonstration import PASSWORD

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
Value = str | bool | list[str]
# What a file holds, and its name.
File = tuple[bytes, str]


class Browser:
    """One person's browser: it keeps cookies, follows redirections, and fails on a page that is not right."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client = app.test_client()
        self.token = ""

    def get(self, path: str, *, status: int = 200) -> Page:
        """Open an address."""
        return self._read(self.client.get(path, follow_redirects=True), status)

    def follow(self, page: Page, label: str, *, status: int = 200) -> Page:
        """Follow the link that reads `label`."""
        return self.get(page.link(label), status=status)

    def download(self, path: str) -> TestResponse:
        """Get a file."""
        response = self.client.get(path)
        assert response.status_code == 200, response.status
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        return response

    def press(
        self, page: Page, label: str, typed: Mapping[str, Value] | None = None, *, status: int = 200, **more: Value
    ) -> Page:
        """Fill the form of a button and press it; every field named must be there, and take the value."""
        button = page.button(label)
        form = form_of(button)
        assert isinstance(form, Tag), f"« {label} » belongs to no form"
        filled = fields_of(form)
        for name, value in {**(typed or {}), **more}.items():
            filled[name] = _answer(form, name, value)
        if name := attribute(button, "name"):
            filled[name] = [attribute(button, "value")]
        target = attribute(button, "formaction") or attribute(form, "action") or page.url
        if attribute(form, "method").lower() != "post":
            return self.get(f"{target}?{urlencode(filled, doseq=True)}", status=status)
        return self._send(target, filled, status)

    def upload(
        self,
        page: Page,
        label: str,
        field: str,
        *files: File,
        typed: Mapping[str, Value] | None = None,
        status: int = 200,
    ) -> Page:
        """Choose files, each given with its name, in the form of a button, fill its other fields and press it."""
        form = form_of(page.button(label))
        assert isinstance(form, Tag), f"« {label} » belongs to no form"
        assert form["enctype"] == "multipart/form-data"
        sent: dict[str, Any] = {**fields_of(form), **(typed or {})}
        sent[field] = [(BytesIO(content), name) for content, name in files]
        return self._send(attribute(form, "action"), sent, status)

    def post(self, path: str, fields: Mapping[str, Value] | None = None, *, status: int = 200) -> Page:
        """Send fields that no form of ours would send, with the token of the last page read."""
        sent = {name: value if isinstance(value, list) else [str(value)] for name, value in (fields or {}).items()}
        return self._send(path, {"csrf_token": [self.token]} | sent, status)

    def sign_in(self, person: User | str, password: str = PASSWORD) -> Page:
        """Sign in, and arrive at the list."""
        email = person if isinstance(person, str) else person.email
        return self.press(self.get("/sign-in"), "Se connecter", email=email, password=password)

    def enter(self, person: User) -> None:
        """Come in with a session opened once: people keep their keys from one test to the next, so it stays good."""
        sessions: dict[str, str] = self.app.extensions.setdefault("tests.sessions", {})
        if person.email not in sessions:
            self.sign_in(person)
            cookie = self.client.get_cookie("navette")
            sessions[person.email] = cookie.value if cookie else ""
        self.client.set_cookie("navette", sessions[person.email])

    def _send(self, path: str, fields: Mapping[str, Any], status: int) -> Page:
        response = self.client.post(path, data=fields, follow_redirects=True)
        assert all(each.status_code in {302, 303} for each in response.history)
        for each in (*response.history, response):
            each.request.environ["wsgi.input"].close()  # a file sent stands on the disk
        return self._read(response, status)

    def _read(self, response: TestResponse, status: int) -> Page:
        page = Page(response)
        assert response.status_code == status, f"{page.url}: {response.status}, {page.all('main')}"
        found = faults(page, self.app)
        assert not found, f"{page.url}:\n" + "\n".join(found)
        token = _TOKEN.search(response.text)
        self.token = token[1] if token else self.token
        return page


def _answer(form: Tag, name: str, value: Value) -> list[str]:
    assert name in fields_of(form), f"the form has no field {name}"
    choices = choices_of(form, name)
    if isinstance(value, bool):
        return sorted(choices or set()) if value else []
    answer = value if isinstance(value, list) else [value]
    assert choices is None or choices.issuperset(answer), f"{name} offers {choices}, not {answer}"
    return answer
