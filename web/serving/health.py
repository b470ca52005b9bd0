"""Whether the service is well, told to the machine itself: its database, its scheduler, the mails that wait."""

import logging
import sqlite3
from datetime import datetime, timedelta
from ipaddress import ip_address

from flask import Blueprint, abort, jsonify, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from models.safekeeping.file_faults import why
from web.database_faults import database_fault
from web.request import db, is_forwarded, now, public, settings
from web.serving.scheduler import last_pass
from workflow.mail.outbox import outbox

bp = Blueprint("health", __name__)
log = logging.getLogger(__name__)

# The scheduler passes every minute; sending one slow batch of mails may hold it for a few more.
_PATIENCE = timedelta(minutes=15)


@bp.get("/health")
@public
def show() -> ResponseReturnValue:
    """Answer 200 when all is well, 503 when the database or the scheduler is not; 404 to any other machine."""
    if not _is_from_here():
        abort(404)
    mails, database = _mails()
    scheduler = _scheduler(now())
    is_well = database == scheduler == "ok"
    return jsonify(database=database, scheduler=scheduler, mails=mails), 200 if is_well else 503


def _is_from_here() -> bool:
    if is_forwarded():
        return False
    try:
        return ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False


def _mails() -> tuple[dict[str, int] | None, str]:
    """Count the mails that wait or failed, by which the database is asked; and say what is wrong with it."""
    try:
        left = outbox(db(), at=now())
    except (SQLAlchemyError, sqlite3.Error) as error:
        log.exception("health")
        fault = database_fault(error)
        return None, fault.words if fault else "La base de données n’est pas au schéma de cette version."
    return {"waiting": left.waiting, "failed": left.failed}, "ok"


def _scheduler(at: datetime) -> str:
    try:
        passed = last_pass(settings().var)
    except OSError as error:
        return f"Le verrou du planificateur ne peut pas être lu : {why(error)}."
    if passed is None:
        return "Aucun processus ne tient le planificateur."
    return "ok" if at - passed < _PATIENCE else f"Dernier passage du planificateur : {passed:%d/%m/%Y %H:%M} UTC."
