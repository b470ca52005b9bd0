"""Puts the application together."""

from typing import Any

from bootstrap_wrapper import get_bootstrap_css_dir
from flask import Blueprint, Flask, Response, abort, redirect, request, url_for
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user
from flask_wtf.csrf import CSRFProtect
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import Engine
from werkzeug.middleware.proxy_fix import ProxyFix

from documents.catalogue import check_papers
from web import errors, filters, request_log
from web.account import first_steps, sign_in
from web.administration import absences, administration, bodies, days_off, failures
from web.administration import people as people_pages
from web.articles import articles, comparing, ordering, owed
from web.commands import catalogue
from web.config import Settings, read_settings
from web.config_file import BadConfig
from web.council import council, results
from web.database_address import BadAddress, open_database
from web.french import French
from web.home import home, overview
from web.mail import messages
from web.moves import corrections, moves, take_over
from web.names import names
from web.paper_templates import files as template_files
from web.paper_templates import templates as paper_templates
from web.papers import jobs as paper_jobs
from web.papers import papers
from web.papers import signed as signed_papers
from web.papers import versions as paper_versions
from web.pieces import pieces, rereading
from web.procedures import sheets
from web.registers import editing, importing, registers
from web.request import PUBLIC, close_session, person, settings
from web.resuming import resuming
from web.resuming.kept_forms import typed_form
from web.selection import bulk, exports, selection
from web.serving import health
from web.tables import tables
from web.texts import drafting, following, kinds, merging, records, relations, steps, texts
from web.verification import verification
from web.views import views
from workflow.calendar.time_zone import check_time_zone
from workflow.people.permissions import may
from workflow.rulebook.files import procedures

# No page of ours needs a script, a frame, or anything from elsewhere.
_POLICY = (
    # Bootstrap draws its arrows and ticks with data: images.
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_MEBIBYTE = 1024 * 1024
_YEAR = 365 * 24 * 3600
_HOURS_SIGNED_IN = 12
# What anybody may fetch: our style sheet and Bootstrap's, by their exact names.
_FILES = frozenset({"static", "bootstrap.static"})

FAMILIES = (
    sign_in,
    first_steps,
    home,
    texts,
    views,
    selection,
    bulk,
    exports,
    steps,
    following,
    drafting,
    kinds,
    merging,
    records,
    tables,
    take_over,
    moves,
    corrections,
    relations,
    papers,
    paper_jobs,
    council,
    results,
    paper_versions,
    signed_papers,
    pieces,
    rereading,
    articles,
    comparing,
    ordering,
    owed,
    paper_templates,
    template_files,
    messages,
    failures,
    names,
    administration,
    people_pages,
    absences,
    days_off,
    bodies,
    registers,
    editing,
    importing,
    sheets,
    health,
    verification,
    resuming,
)


class _Sessions(SecureCookieSessionInterface):
    """Signs sessions with a secret that is asked for, or made, at the first request: a command needs none."""

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Give the signer of this application's cookies."""
        if not app.secret_key:
            app.secret_key = app.extensions["navette.settings"].secret_key()
        return super().get_signing_serializer(app)


def create_app(overrides: dict[str, Any] | None = None) -> Flask:
    """Make the application; raise BadConfig, BadProcedure or RuntimeError rather than start on a wrong footing."""
    check_time_zone()
    check_papers(procedures())
    told = read_settings(overrides)
    app = Flask("web")
    app.config.from_mapping(
        SESSION_COOKIE_NAME="navette",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=told.has_https_address,
        PERMANENT_SESSION_LIFETIME=_HOURS_SIGNED_IN * 3600,
        SEND_FILE_MAX_AGE_DEFAULT=_YEAR,
        MAX_CONTENT_LENGTH=_MEBIBYTE,
        MAX_FORM_PARTS=500,
        WTF_CSRF_TIME_LIMIT=None,
        BABEL_DEFAULT_LOCALE="fr",
    )
    app.config.update(overrides or {})
    app.extensions["navette.settings"] = told
    app.extensions["navette.engine"] = _engine_of(told)
    app.session_interface = _Sessions()
    if told.trusted_proxies:
        count = told.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    _plug(app)
    return app


def _engine_of(told: Settings) -> Engine:
    try:
        return open_database(told.database_url, may_create=False)
    except BadAddress as error:
        raise BadConfig(f"[database] url ou DATABASE_URL : {error}") from error


def _plug(app: Flask) -> None:
    request_log.register(app)  # before all that may refuse a request, so that its time is told as well
    French(app)
    app.before_request(_make_room)  # before the token is looked for in what was sent
    CSRFProtect(app)
    login = LoginManager(app, add_context_processor=False)  # filters.py gives pages a person who is read when shown
    login.user_loader(sign_in.load_account)
    app.teardown_appcontext(close_session)
    app.register_blueprint(_bootstrap())
    for family in FAMILIES:
        app.register_blueprint(family.bp)
    app.before_request(_check_right)
    app.after_request(_add_headers)
    resuming.register(app)
    errors.register(app)
    filters.register(app)
    overview.register(app)
    catalogue.register(app)


def _bootstrap() -> Blueprint:
    return Blueprint(
        "bootstrap", __name__, static_folder=str(get_bootstrap_css_dir()), static_url_path="/static/bootstrap"
    )


def _make_room() -> None:
    """Let who may send files, or many rows, to a view send more than a form."""
    view = _view(request.endpoint) if request.endpoint else None
    most, right = getattr(view, "most_bytes", None), getattr(view, "right", None)
    is_open = right == PUBLIC or (current_user.is_authenticated and right and may(person(), right))
    if view and most and is_open:
        request.max_content_length = request.max_form_memory_size = most() + getattr(view, "margin", 0)


def _check_right() -> ResponseReturnValue | None:
    if request.endpoint is None or request.endpoint in _FILES:
        return None
    view = _view(request.endpoint)
    right = getattr(view, "right", None)
    if right == PUBLIC:
        return None
    if not current_user.is_authenticated:
        if typed_form():
            return resuming.answer_expired()
        return redirect(url_for("sign_in.show", next=request.full_path if request.method == "GET" else None))
    if right is None or not may(person(), right):
        abort(403)
    return None


def _view(endpoint: str) -> object:
    from flask import current_app  # noqa: PLC0415

    return current_app.view_functions[endpoint]


def _add_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)  # a file that is given away has a stricter policy of its own
    if request.endpoint not in _FILES:
        response.headers["Cache-Control"] = "no-store"
    if settings().has_https_address:
        response.headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
    return response
