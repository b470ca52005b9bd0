"""How long texts usually stay where they are, as a daily reckoning keeps it: no page reads a history for it."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from models.base import codes


class Measure(StrEnum):
    """What is measured: past stays in a state, past stays in a phase, or how long texts are in their phase by now."""

    STATE = "state"
    PHASE = "phase"
    AGE = "age"


class UsualTime(SQLModel, table=True):
    """The median of a measure, in days: of one kind of text, or of all of them where `kind` is empty."""

    __tablename__ = "usual_time"
    __table_args__ = (CheckConstraint(codes("measure", tuple(Measure)), name="measure"),)

    measure: str = Field(max_length=10, primary_key=True)
    # The code of the state or of the phase.
    place: str = Field(max_length=40, primary_key=True)
    kind: str = Field(max_length=40, primary_key=True)
    # On how many texts it was reckoned.
    texts: int
    median_days: int
    reckoned_on: date
