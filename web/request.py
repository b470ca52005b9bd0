"""What a request works with: its database session, its moment, its calendar, its person."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from flask import abort, current_app, g, request
from flask_login import current_user
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel

from documents.case import Letterhead, letterhead_on
from models import LegalText, User, reading
from web.clock import utc_now
from web.config import Settings
from workflow.calendar.decided_days import read_calendar
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.errors import Reunited
from workflow.people.permissions import Right, visible_texts

_View = TypeVar("_View", bound=Callable[..., Any])
_Row = TypeVar("_Row", bound=SQLModel)

PUBLIC = "public"
# Among the application's settings: whether the demonstration is shown to other machines, on purpose.
EXPOSED = "EXPOSED_DEMONSTRATION"
# What the fields beside a file come to, in bytes.
_MARGIN = 1_000_000
# Of pieces, what is a little too large is refused beside what was typed.
_OVER = 10_000_000
# What proxies say of the requests that they pass on, besides all that begins with X-Forwarded.
_FORWARDED = {"Forwarded", "X-Real-Ip", "Via"}
_READ_BY = frozenset({"GET", "HEAD", "OPTIONS"})


def requires(right: Right) -> Callable[[_View], _View]:
    """Mark a view with the right it asks for; a view without a mark is closed to everybody."""
    return _marked(right)


def public(view: _View) -> _View:
    """Mark a view that needs no account."""
    return _marked(PUBLIC)(view)


def _marked(mark: Right | str) -> Callable[[_View], _View]:
    def mark_view(view: _View) -> _View:
        view.right = mark  # type: ignore[attr-defined]
        return view

    return mark_view


def only_reads(view: _View) -> _View:
    """Mark a view that is asked by a form and writes nothing all the same."""
    view.only_reads = True  # type: ignore[attr-defined]
    return view


def reads_first(view: _View) -> _View:
    """Mark a view that reads what was sent in a transaction of its own, and writes only inside `writing()`."""
    return only_reads(view)


def leads_to(address: Callable[[], str]) -> Callable[[_View], _View]:
    """Mark a view whose form only leads somewhere: once it has expired, one goes there, and nothing of it is kept."""

    def mark_view(view: _View) -> _View:
        view.leads_to = address  # type: ignore[attr-defined]
        return view

    return mark_view


def takes_files(most: Callable[[], int], margin: int = _MARGIN) -> Callable[[_View], _View]:
    """Mark a view that is sent files: of who may use it, it takes `most` bytes; other views take a mebibyte.

    Of a sending within `margin` bytes of it, the view itself says what is too much, beside what was typed.
    """

    def mark_view(view: _View) -> _View:
        view.most_bytes, view.margin = most, margin  # type: ignore[attr-defined]
        return view

    return mark_view


def takes_pieces(view: _View) -> _View:
    """Mark a view that is sent pieces, each as large as config.toml allows; far larger ones are not read."""
    return takes_files(largest_piece, margin=_OVER)(view)


def largest_piece() -> int:
    """Give how many bytes a piece may have."""
    return settings().pieces.largest_mb * 1_000_000


def sent_file(name: str) -> tuple[str, bytes] | None:
    """Give the name and the bytes of the file chosen in that field of the form; None where none was."""
    file = request.files.get(name)
    if not file:
        return None
    with closing(file):
        return file.filename or "", file.read()


@contextmanager
def writing() -> Iterator[Session]:
    """Open a session that may write, once what was asked is read; whoever uses it commits.

    Nobody waits for a person whose form is being read: the lock is held for what is written alone.
    """
    db().commit()  # what was read so far is seen as it was: the writer looks again
    with Session(engine(), expire_on_commit=False) as session:
        yield session


def engine() -> Engine:
    """Give the application's engine."""
    return cast("Engine", current_app.extensions["navette.engine"])


def settings() -> Settings:
    """Give the application's settings."""
    return cast("Settings", current_app.extensions["navette.settings"])


def db() -> Session:
    """Give the request's session, opened when it is first asked for."""
    if "session" not in g:
        g.session = Session(reading(engine()) if is_reading() else engine(), expire_on_commit=False)
    return cast("Session", g.session)


def is_reading() -> bool:
    """Whether this request is answered without writing: its connection refuses that anything is written."""
    view = current_app.view_functions.get(request.endpoint or "")
    return request.method in _READ_BY or getattr(view, "only_reads", False)


def close_session(_error: BaseException | None = None) -> None:
    """Give the connection back; what was not committed is undone."""
    if session := g.pop("session", None):
        session.close()


def now() -> datetime:
    """Give the moment of the request."""
    return cast("datetime", current_app.config.get("CLOCK", utc_now)())


def today() -> date:
    """Give the legal day of the request."""
    return legal_day(now())


def calendar() -> Calendar:
    """Give the working days, with the ministry's own decisions."""
    if "calendar" not in g:
        g.calendar = read_calendar(db())
    return cast("Calendar", g.calendar)


def letterhead(session: Session, day: date) -> Letterhead:
    """Give the letterhead of a day: that of the settings, with the names known of then."""
    return letterhead_on(session, day, settings().letterhead)


def is_forwarded() -> bool:
    """Whether a proxy passed this request on: it comes from the machine of the proxy then, and is not of it."""
    return any(name in _FORWARDED or name.startswith("X-Forwarded-") for name, _value in request.headers)


def person() -> User:
    """Give the person signed in; views are only reached with one."""
    return cast("User", current_user.person)


def find(shape: type[_Row], key: UUID | str) -> _Row:
    """Give the row, or answer that it is not found."""
    row = db().get(shape, key)
    if row is None:
        abort(404)
    return row


def find_text(text_id: UUID) -> LegalText:
    """Give a text that this person may read, or answer that it is not found."""
    text = db().exec(visible_texts(person()).where(LegalText.id == text_id)).one_or_none()
    if text is None:
        abort(404)
    return text


def find_going_on(text_id: UUID) -> LegalText:
    """Give a text for a page from which something is recorded, or answer that it is not found.

    Raises Reunited where that page is opened of a file that was reunited with another one; what is sent from a page
    opened before is refused by whoever writes, beside what was typed.
    """
    text = find_text(text_id)
    if request.method == "GET" and text.merged_into_id:
        raise Reunited(find_text(text.merged_into_id))
    return text
