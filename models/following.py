"""Which texts people follow."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel


class Following(SQLModel, table=True):
    """One person follows one text since that moment: what others record of it is in their daily mail."""

    __tablename__ = "following"

    person_id: UUID = Field(foreign_key="person.id", primary_key=True)
    text_id: UUID = Field(foreign_key="legal_text.id", primary_key=True, index=True)
    since: datetime
