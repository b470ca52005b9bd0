"""Tables, and nothing that decides."""

from models.append_only import put_aside
from models.base import in_batches, insert_into, make_engine, reading, sqlite_file
from models.counts import TextCount
from models.day_seal import DaySeal
from models.deadline import RUNS, Deadline, DeadlineStatus, HolidayOverride, Reminder
from models.document import Document, DocumentStatus, PaperJob
from models.following import Following
from models.lists import ChosenText, SavedView
from models.message import Message, MessageStatus
from models.names import Certainty, Delegation, Gender, NameKind, NamePeriod, OfficeHolder, SignedKind
from models.partial_date import PartialDate, certainly_before
from models.people import Absence, Role, SignInFailure, User
from models.piece import DraftReading, Piece, PieceSent, PieceVersion, PieceWords
from models.register import ItemStatus, Register, RegisterEntry, RegisterItem
from models.search import TextWords
from models.stored_file import StoredFile, keep_bytes
from models.template import PaperTemplate, TemplateService
from models.text import LIMITS, ON_A_DAY, ON_ITS_WAY, LegalText, Priority, Relation, RelationKind, Step
from models.usual_time import Measure, UsualTime

__all__ = [
    "LIMITS",
    "ON_A_DAY",
    "ON_ITS_WAY",
    "RUNS",
    "Absence",
    "Certainty",
    "ChosenText",
    "DaySeal",
    "Deadline",
    "DeadlineStatus",
    "Delegation",
    "Document",
    "DocumentStatus",
    "DraftReading",
    "Following",
    "Gender",
    "HolidayOverride",
    "ItemStatus",
    "LegalText",
    "Measure",
    "Message",
    "MessageStatus",
    "NameKind",
    "NamePeriod",
    "OfficeHolder",
    "PaperJob",
    "PaperTemplate",
    "PartialDate",
    "Piece",
    "PieceSent",
    "PieceVersion",
    "PieceWords",
    "Priority",
    "Register",
    "RegisterEntry",
    "RegisterItem",
    "Relation",
    "RelationKind",
    "Reminder",
    "Role",
    "SavedView",
    "SignInFailure",
    "SignedKind",
    "Step",
    "StoredFile",
    "TemplateService",
    "TextCount",
    "TextWords",
    "User",
    "UsualTime",
    "certainly_before",
    "in_batches",
    "insert_into",
    "keep_bytes",
    "make_engine",
    "put_aside",
    "reading",
    "sqlite_file",
]
