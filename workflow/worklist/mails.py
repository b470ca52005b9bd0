"""Mails that were given up, or that wait for too long."""

from collections.abc import Iterator

from sqlmodel import Session

from workflow.language.typography import capital
from workflow.mail.outbox import outbox
from workflow.people.permissions import Right
from workflow.worklist.action import Action, Doing, Group, Target, When
from workflow.worklist.scope import Scope


def tell(session: Session, scope: Scope) -> Iterator[Action]:
    """Tell how many mails did not leave, to those who may read them, in one query."""
    if not scope.may(Right.READ_MESSAGES):
        return
    left = outbox(session, at=scope.at)
    if left.failed:
        words = "un courriel refusé" if left.failed == 1 else f"{left.failed} courriels refusés"
        yield _action(f"reprendre {words}", "L’adresse ou le serveur a refusé l’envoi.", "failed")
    if left.late:
        words = "un courriel attend" if left.late == 1 else f"{left.late} courriels attendent"
        yield _action(f"vérifier pourquoi {words}", "Ils auraient dû partir depuis plus de deux heures.", "waiting")


def _action(what: str, why: str, status: str) -> Action:
    return Action(
        "mails", When(Group.WITHOUT), capital(what), why, "Voir les courriels", Target(Doing.MAILS, argument=status)
    )
