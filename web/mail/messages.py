"""E-mails that left, wait, or could not leave."""

from datetime import UTC, datetime
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, tuple_
from sqlmodel import col, select

from models import Message, MessageStatus
from web.administration.failures import tried_from
from web.request import db, find, now, requires, settings
from workflow.mail.sending import retry as retry_message
from workflow.mail.sending import retry_all
from workflow.people.permissions import Right

bp = Blueprint("messages", __name__, url_prefix="/messages")

_PAGE = 50
# So many are put back at once.
_TRIED_AGAIN = 1000
_AGAIN = "%(num)s courriel est de nouveau en attente ; il partira dans les minutes qui viennent."
_ALL_AGAIN = "%(num)s courriels sont de nouveau en attente ; ils partiront dans les minutes qui viennent."


@bp.get("")
@requires(Right.READ_MESSAGES)
def index() -> ResponseReturnValue:
    """List the messages, the latest first."""
    status = request.args.get("status", "")
    query = select(Message)
    if status in set(MessageStatus):
        wanted = (status, MessageStatus.SENDING) if status == MessageStatus.WAITING else (status,)
        query = query.where(col(Message.status).in_(wanted))
    key = (col(Message.created_at), col(Message.id))
    if cursor := _read_cursor(request.args.get("before", "")):
        query = query.where(tuple_(*key) < cursor)
    found = db().exec(query.order_by(key[0].desc(), key[1].desc()).limit(_PAGE + 1)).all()
    last = found[_PAGE - 1] if len(found) > _PAGE else None
    before = f"{last.created_at.isoformat()}_{last.id.hex}" if last else None
    return render_template(
        "messages/index.html", found=found[:_PAGE], status=status, counts=_counts(), way=_way(),
        next_url=url_for("messages.index", status=status or None, before=before) if before else "",
    )  # fmt: skip


def _counts() -> dict[str, int]:
    rows = db().exec(select(Message.status, func.count()).group_by(Message.status)).all()
    counts = dict(rows)
    counts["waiting"] = counts.get("waiting", 0) + counts.pop("sending", 0)
    return counts


def _way() -> str:
    mail = settings().mail
    if mail.mode == "smtp":
        return str(_("Les courriels partent par le serveur %(host)s.", host=mail.host))
    return str(
        _("Aucun serveur de messagerie n’est réglé : les courriels sont écrits dans le dossier de données, « mail ».")
    )


def _read_cursor(cursor: str) -> tuple[datetime, UUID] | None:
    try:
        moment, key = cursor.split("_")
        return datetime.fromisoformat(moment).astimezone(UTC), UUID(key)
    except (ValueError, OverflowError):
        return None


@bp.get("/<uuid:message_id>")
@requires(Right.READ_MESSAGES)
def show(message_id: UUID) -> ResponseReturnValue:
    """Show one message as its reader sees it."""
    return render_template("messages/show.html", message=find(Message, message_id))


@bp.post("/retry")
@requires(Right.READ_MESSAGES)
def retry_failed() -> ResponseReturnValue:
    """Put the messages that were given up, a bounded number of them, back among those that wait."""
    count = retry_all(db(), at=now(), most=_TRIED_AGAIN)
    db().commit()
    flash(ngettext(_AGAIN, _ALL_AGAIN, count) if count else _("Aucun courriel n’est à envoyer de nouveau."))
    return redirect(tried_from(url_for(".index")), 303)


@bp.post("/<uuid:message_id>/retry")
@requires(Right.READ_MESSAGES)
def retry(message_id: UUID) -> ResponseReturnValue:
    """Put a message that failed, or that waits for its next try, first in line."""
    message = find(Message, message_id)
    if retry_message(db(), message, at=now()):
        db().commit()
        flash(_("Le courriel est de nouveau en attente ; il partira dans les minutes qui viennent."))
    else:
        flash(_("Ce courriel est déjà parti, ou part à l’instant."))
    return redirect(tried_from(url_for(".index")), 303)
