"""The bytes of papers and pieces: one store, by their SHA-256, so that the same bytes are kept once."""

import hashlib

from sqlalchemy import Column, LargeBinary, Table, select
from sqlmodel import Field, Session, SQLModel

from models.append_only import APPEND_ONLY
from models.base import insert_into, make_with


class StoredFile(SQLModel, table=True):
    """Bytes as they were kept; apart from what tells of them, so that lists never load them. Never changed."""

    __tablename__ = "stored_file"

    # 64 hexadecimal digits of the bytes.
    sha256: str = Field(primary_key=True, max_length=64)
    # In bytes.
    size: int
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))

    @property
    def is_intact(self) -> bool:
        """Whether the bytes are still those that were kept."""
        # SQLite lets somebody who writes by hand put words where bytes were.
        return isinstance(self.content, bytes) and hashlib.sha256(self.content).hexdigest() == self.sha256


_FILES: Table = SQLModel.metadata.tables["stored_file"]


def keep_bytes(session: Session, content: bytes) -> str:
    """Keep bytes, unless the same ones are kept already; give their SHA-256. The caller commits."""
    digest = hashlib.sha256(content).hexdigest()
    connection = session.connection()
    if connection.execute(select(_FILES.c.sha256).where(_FILES.c.sha256 == digest)).first() is None:
        # On PostgreSQL another one may keep the same bytes at the same moment; SQLite lets one write at a time.
        kept = insert_into(_FILES, connection.dialect.name).on_conflict_do_nothing()
        connection.execute(kept, {"sha256": digest, "size": len(content), "content": content})
    return digest


make_with("stored_file", APPEND_ONLY["stored_file"])
