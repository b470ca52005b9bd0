"""Who may do what: the only place that decides by role."""

from enum import StrEnum

from sqlmodel import select
from sqlmodel.sql.expression import SelectOfScalar

from models import LegalText, Role, User
from workflow.procedure.model import Transition


class Right(StrEnum):
    """Each completes "this person may …"."""

    READ_TEXTS = "read texts"
    MOVE_TEXTS = "move texts"
    WRITE_TEXTS = "write texts"
    ASSIGN_TEXTS = "assign texts"
    WRITE_REGISTERS = "write the registers of texts"
    MERGE_TEXTS = "reunite two files of one text, or separate them"
    CORRECT_STEPS = "correct steps"
    TAKE_OVER_RUNNING = "take over texts already on their way"
    MAKE_PAPERS = "make papers"
    FOLLOW_DEADLINES = "follow who is late, and with what"
    OVERSEE_TEXTS = "oversee who has all the texts, and for how long"
    ATTACH_PIECES = "attach pieces to texts"
    READ_CONFIDENTIAL = "read confidential pieces of any text"
    READ_MESSAGES = "read messages"
    ADMINISTER = "see what is managed in screens, and what needs attention there"
    MANAGE_PEOPLE = "manage people"
    RECORD_ABSENCES = "record the absences of other people"
    DECIDE_DAYS = "declare days off or worked, over the calendar"
    MANAGE_NAMES = "manage the names of the ministry, of its offices and of those who sign"
    MANAGE_TEMPLATES = "manage the templates of papers"
    CHANGE_PROCEDURES = "change procedures"
    SHARE_VIEWS = "share views of the list of texts with everybody"


_EVERYONE = frozenset(Role)
_LEADERS = frozenset({Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL})
_STAFF = _LEADERS | {Role.DRAFTER, Role.CABINET}

HOLDERS: dict[Right, frozenset[Role]] = {
    Right.READ_TEXTS: _EVERYONE,
    Right.MOVE_TEXTS: _STAFF,
    Right.WRITE_TEXTS: _LEADERS | {Role.DRAFTER},
    Right.ASSIGN_TEXTS: _LEADERS,
    Right.WRITE_REGISTERS: _STAFF,
    Right.MERGE_TEXTS: _LEADERS,
    Right.CORRECT_STEPS: _LEADERS | {Role.DRAFTER},
    # A take-over passes by the roles of the moves: a drafter corrects steps, but may not abandon a text.
    Right.TAKE_OVER_RUNNING: _LEADERS,
    Right.MAKE_PAPERS: _STAFF,
    Right.FOLLOW_DEADLINES: _STAFF,
    Right.OVERSEE_TEXTS: _LEADERS,
    Right.ATTACH_PIECES: _STAFF,
    Right.READ_CONFIDENTIAL: _LEADERS | {Role.CABINET},
    Right.READ_MESSAGES: _LEADERS | {Role.ADMINISTRATOR},
    Right.ADMINISTER: _LEADERS | {Role.ADMINISTRATOR},
    Right.MANAGE_PEOPLE: frozenset({Role.ADMINISTRATOR}),
    Right.RECORD_ABSENCES: _LEADERS | {Role.ADMINISTRATOR},
    Right.DECIDE_DAYS: _LEADERS | {Role.ADMINISTRATOR},
    Right.MANAGE_NAMES: _LEADERS | {Role.ADMINISTRATOR},
    Right.MANAGE_TEMPLATES: _LEADERS,
    Right.CHANGE_PROCEDURES: _LEADERS,
    Right.SHARE_VIEWS: _LEADERS,
}

# Who is told when a deadline has passed.
MANAGERS = frozenset({Role.HEAD, Role.DIRECTOR})
# Who is told, and written for, where nobody is named.
STAND_INS = frozenset({Role.HEAD})
# Who can be made responsible for a text.
RESPONSIBLE = frozenset({Role.DRAFTER, Role.HEAD})

ROLES_FR = {
    Role.DRAFTER: "Cadre de la division de la législation",
    Role.HEAD: "Chef de division",
    Role.DIRECTOR: "Directeur",
    Role.SECRETARY_GENERAL: "Secrétaire général",
    Role.CABINET: "Cabinet",
    Role.READER: "Consultation",
    Role.ADMINISTRATOR: "Administration du système",
}


def may(person: User, right: Right) -> bool:
    """Whether this person may use `right`."""
    return person.active and person.role in HOLDERS[right]


def may_read_confidential(person: User, text: LegalText) -> bool:
    """Whether this person may read the confidential pieces of this text: who answers for it may, whatever the role."""
    if text.responsible_id == person.id and may(person, Right.READ_TEXTS):
        return True
    return may(person, Right.READ_CONFIDENTIAL)


def may_fire(person: User, move: Transition) -> bool:
    """Whether this person may make this move."""
    return may(person, Right.MOVE_TEXTS) and person.role in move.roles


def answers_for_own_texts(person: User) -> bool:
    """Whether the work of this person is on the texts that they answer for, and not on those of the whole division."""
    return person.role == Role.DRAFTER


def holders_fr(move: Transition) -> str:
    """Name those who may make this move, as in "revient à …": "cadre de la division de la législation ou directeur"."""
    names = [ROLES_FR[role] for role in Role if role in move.roles and role in HOLDERS[Right.MOVE_TEXTS]]
    words = [f"{name[0].lower()}{name[1:]}" for name in names]
    return " ou ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def visible_texts(person: User) -> SelectOfScalar[LegalText]:
    """Select the texts that this person may read."""
    query = select(LegalText)
    return query if may(person, Right.READ_TEXTS) else query.where(LegalText.id.is_(None))  # type: ignore[attr-defined]
