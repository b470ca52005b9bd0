"""One line of the log for each request, and one more for a refusal; the identity that every line of a request carries.

A line names people by the key of their account and pages by their route: never an address of mail, nor what was typed.
"""

import logging
import re
import time
from uuid import uuid4

from flask import Flask, Response, g, has_request_context, request

from web.request import settings

log = logging.getLogger("navette.request")
_refusals = logging.getLogger("navette.refusal")

HEADER = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")
# A form that has expired, or that a page of another site sent, is answered by 400.
_REFUSED = frozenset({400, 403, 409, 422, 429})
_FAULTS = 500


class InRequest(logging.Filter):
    """Adds to each line the request and the person that it was written for, where there are any."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Complete the line; a person named by whoever wrote it stays."""
        inside = has_request_context()
        record.request_id = request_id() if inside else None
        if not hasattr(record, "person_id"):
            record.person_id = _person_id() if inside else None
        return True


def register(app: Flask) -> None:
    """Have the application tell each request.

    Call it before any other hook is registered: hooks run in that order, and one that refuses a request stops those
    after it, so that the request would be told without the time that it took.
    """
    app.before_request(_note_start)
    app.after_request(_tell)


def request_id() -> str:
    """Give the identity of this request: the proxy's, where a proxy is trusted and names a sane one, else our own."""
    if "request_id" not in g:
        given = request.headers.get(HEADER, "") if settings().trusted_proxies else ""
        g.request_id = given if _SANE.fullmatch(given) else uuid4().hex
    return str(g.request_id)


def _person_id() -> str | None:
    # Whom Flask-Login read already: a line of the log never asks the database.
    account = g.get("_login_user")
    return str(account.id) if getattr(account, "is_authenticated", False) else None


def _note_start() -> None:
    g.started = time.perf_counter()


def _tell(response: Response) -> Response:
    response.headers[HEADER] = request_id()
    status, ended = response.status_code, time.perf_counter()
    what = {
        "method": request.method,
        "route": request.url_rule.rule if request.url_rule else None,
        "keys": {name: str(key) for name, key in (request.view_args or {}).items() if name.endswith("_id")},
        "status": status,
        "milliseconds": round((ended - g.get("started", ended)) * 1000),
    }
    log.log(logging.ERROR if status >= _FAULTS else logging.INFO, "request", extra=what)
    if status in _REFUSED:
        _refusals.warning("refusal", extra={name: what[name] for name in ("method", "route", "keys", "status")})
    return response
