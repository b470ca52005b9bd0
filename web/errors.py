"""A page for each verdict: refused, stale, not allowed, not found, fault."""

import logging

from flask import Flask, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from models import LegalText
from web.database_faults import READ_ONLY, database_fault
from web.request import db, is_reading
from web.request_log import request_id
from web.resuming.resuming import answer_expired
from workflow.errors import Impossible, NotAllowed, Refused, Reunited, Stale

log = logging.getLogger(__name__)
_FAULTS = 500
# The answers given once the text was found and may be read.
_ABOUT_A_TEXT = frozenset({409, 422})


def register(app: Flask) -> None:
    """Give the application its verdicts."""
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(NotAllowed, _not_allowed)
    app.register_error_handler(Impossible, _impossible)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(Reunited, _reunited)
    app.register_error_handler(Stale, _came_second)
    app.register_error_handler(StaleDataError, _came_second)
    app.register_error_handler(IntegrityError, _came_second)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _fault)


def verdict(status: int, title: str, words: str, *, into: LegalText | None = None) -> ResponseReturnValue:
    """Show a page that says what happened and what to do, with links to the text and to the one it goes `into`."""
    # A page that tells of a fault asks nothing of the database, which may be what is at fault.
    is_fault = status >= _FAULTS
    return render_template(
        "errors/verdict.html",
        title=title,
        words=words,
        is_fault=is_fault,
        incident=request_id(),
        into=into,
        # Of a page that is not found or not theirs, nothing says that the text is.
        text_id=(request.view_args or {}).get("text_id") if status in _ABOUT_A_TEXT else None,
    ), status


def _expired(_error: CSRFError) -> ResponseReturnValue:
    return answer_expired()


def _not_allowed(_error: NotAllowed) -> ResponseReturnValue:
    return _http_verdict(403)


def _impossible(_error: Impossible) -> ResponseReturnValue:
    words = _(
        "Cette étape ne part pas de l’endroit où se trouve le texte. Revenez à sa page pour voir ce qui est possible."
    )
    return verdict(409, _("Cette étape n’est pas possible ici"), words)


def _reunited(error: Reunited) -> ResponseReturnValue:
    words = _(
        "Plus rien ne s’enregistre ici : ses étapes et ses papiers restent lisibles, et la suite s’enregistre dans"
    )
    return verdict(409, _("Ce dossier est réuni avec un autre"), words, into=error.into)


def _refused(error: Refused) -> ResponseReturnValue:
    db().rollback()
    return verdict(422, _("Cet enregistrement est refusé"), " ".join(error.reasons))


def _came_second(error: Exception) -> ResponseReturnValue:
    # The words of the database would tell what was typed: the kind of error and the rule say enough.
    rule = getattr(getattr(getattr(error, "orig", None), "diag", None), "constraint_name", None)
    log.warning("two people at once, or a rule of the database: %s %s", type(error).__name__, rule or "")
    db().rollback()
    words = _(
        "Une autre personne a enregistré la même chose, ou l’a changée, au même moment. Rien de votre envoi n’est "
        "enregistré : revenez à la page précédente, rechargez-la, puis envoyez de nouveau si c’est encore utile."
    )
    return verdict(409, _("Quelqu’un vous a devancé"), words)


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code and error.code < 400:  # noqa: PLR2004 - a redirection is no verdict
        return error.get_response()
    return _http_verdict(error.code or 500)


def _http_verdict(status: int) -> ResponseReturnValue:
    known = {
        400: (_("Demande incomplète"), _("La demande ne peut pas être comprise. Revenez en arrière et réessayez.")),
        403: (
            _("Vous n’avez pas ce droit"),
            _(
                "Votre rôle ne permet pas cette action. "
                "Si elle vous revient, voyez avec la personne qui administre Navette."
            ),
        ),
        404: (
            _("Page introuvable"),
            _("Cette adresse ne mène à rien : elle a pu être mal recopiée. Repartez de la liste des textes."),
        ),
        405: (_("Action impossible ainsi"), _("Cette adresse s’ouvre depuis un bouton de l’application.")),
        413: (_("Envoi trop volumineux"), _too_large()),
        429: (_("Trop d’essais"), _("Attendez quelques minutes avant de réessayer.")),
    }
    title, words = known.get(status, (_("Une erreur est survenue"), _FAULT))
    return verdict(status, title, words)


def _too_large() -> str:
    """Say how much may be sent to this address at once."""
    most = getattr(current_app.view_functions.get(request.endpoint or ""), "most_bytes", None)
    if most is None or not current_user.is_authenticated:
        return str(_("Ce qui a été envoyé dépasse la taille permise. Raccourcissez-le."))
    words = _(
        "Rien de votre envoi n’est enregistré : %(most)s Mo au plus sont acceptés en une fois. Allégez le fichier, ou "
        "envoyez-en moins à la fois ; en revenant à la page précédente, vous y retrouverez ce que vous aviez saisi.",
        most=most() // 1_000_000,
    )
    return str(words)


def _fault(error: Exception) -> ResponseReturnValue:
    kind = database_fault(error)
    # What writes while a page is only read is a fault of ours, not of the file.
    if kind and not (kind is READ_ONLY and is_reading()):
        log.error("database fault: %s", kind.words, exc_info=error)
        return verdict(503, kind.words.removesuffix("."), _UNAVAILABLE)
    log.error("unexpected fault", exc_info=error)
    return verdict(500, _("Une erreur est survenue"), _FAULT)


_UNAVAILABLE = (
    "Rien de votre envoi n’est enregistré. Réessayez dans quelques minutes ; si cela dure, prévenez l’administrateur "
    "de Navette : l’incident est noté dans le journal."
)

_FAULT = (
    "L’application n’a pas pu terminer. Rien n’a été enregistré à moitié ; l’incident est noté dans le journal. "
    "Réessayez ; si cela se reproduit, prévenez l’administrateur."
)
