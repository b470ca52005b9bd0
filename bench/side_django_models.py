"""The peer's models, each with the columns that our table has."""

from typing import Any

from django.db import models
from django_fsm import FSMField, transition
from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Integer, Uuid

from bench.product import SQLModel

_FIELDS = ((Uuid, models.UUIDField), (Boolean, models.BooleanField), (Integer, models.IntegerField),
           (DateTime, models.DateTimeField), (Date, models.DateField), (JSON, models.JSONField))  # fmt: skip


def _field(column: Column[Any]) -> models.Field:
    kind = getattr(column.type, "impl_instance", column.type)
    shape = next((field for known, field in _FIELDS if isinstance(kind, known)), None)
    told = {"null": column.nullable, "primary_key": column.primary_key, "db_column": column.name}
    return shape(**told) if shape else models.CharField(max_length=getattr(kind, "length", None) or 1000, **told)


def _table(name: str) -> dict[str, Any]:
    columns = SQLModel.metadata.tables[name].columns
    meta = type("Meta", (), {"db_table": name, "app_label": "bench", "managed": False})
    return {"__module__": __name__, "Meta": meta} | {column.name: _field(column) for column in columns}


class _Moves:
    """The two transitions, as django-fsm writes them."""

    def suspend(self) -> None:
        """Suspend the follow-up."""

    def resume(self) -> None:
        """Take it up again."""


_STATE = FSMField(max_length=40)
_MOVES = {
    name: transition(field=_STATE, source="redaction", target="redaction")(getattr(_Moves, name))
    for name in ("suspend", "resume")
}
Text: Any = type("Text", (models.Model,), _table("legal_text") | {"state": _STATE} | _MOVES)
Step: Any = type("Step", (models.Model,), _table("step"))
Deadline: Any = type("Deadline", (models.Model,), _table("deadline"))
