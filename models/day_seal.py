"""The seal of each day: what was recorded by its end, kept apart from the steps."""

from datetime import date

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from models.append_only import APPEND_ONLY
from models.base import make_with


class DaySeal(SQLModel, table=True):
    """What had been recorded by the end of a day (of UTC) on which steps were: written once, when the day is over.

    `steps` counts all steps since the first one; `heads` gives, by text (32 digits), the number and the seal of the
    last step recorded that day; `seal` is the SHA-256 of all this and of the seal of the day before.
    """

    __tablename__ = "day_seal"

    day: date = Field(primary_key=True)
    steps: int
    heads: dict[str, tuple[int, str]] = Field(sa_column=Column(JSON, nullable=False))
    seal: str = Field(max_length=64)


make_with("day_seal", APPEND_ONLY["day_seal"])
