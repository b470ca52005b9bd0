"""A writer of the peer: Django 5.2 with django-fsm-2, on the same tables, in the idiom of their manuals."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import django
from django.conf import settings
from sqlalchemy import make_url

from bench.product import AT, DAY
from bench.side_raw import pragmas
from bench.writers import Mover, Place


def mover(place: Place, _work: list[tuple[UUID, str]]) -> Mover:
    """Give what moves a text: the row read, the transition, the row saved, a step, three clocks, all or none."""
    _configure(place.url)
    from django.db import transaction  # noqa: PLC0415 - Django reads its settings on import

    from bench import side_django_models as models  # noqa: PLC0415

    def move(text_id: UUID, name: str) -> None:
        with transaction.atomic():
            text = models.Text.objects.select_for_update().get(id=text_id)
            getattr(text, name)()
            text.next_due_on = _turn(models, text_id, "suspended" if name == "suspend" else "running")
            text.last_step += 1
            text.version += 1
            text.save()
            models.Step.objects.create(
                id=uuid4(), text_id=text_id, number=text.last_step, move=name, on=DAY.isoformat(), by_id=place.by,
                facts={"reason": "Arbitrage attendu"} if name == "suspend" else {}, inferred=False, at=AT,
            )  # fmt: skip

    return move


def _turn(models: Any, text_id: UUID, status: str) -> date | None:  # noqa: ANN401 - imported once Django is set up
    """Write the text's clocks with their new status, and give the nearest due date of those that run."""
    clocks = list(models.Deadline.objects.filter(text_id=text_id))
    for clock in clocks:
        clock.status = status
    models.Deadline.objects.bulk_create(
        clocks, update_conflicts=True, unique_fields=["text_id", "rule", "occurrence"],
        update_fields=["status", "due_on", "started_on", "closed_on", "subject"],
    )  # fmt: skip
    return min((clock.due_on for clock in clocks if clock.status == "running" and clock.due_on), default=None)


def _configure(url: str) -> None:
    settings.configure(
        DATABASES={"default": _sqlite(url) if url.startswith("sqlite") else _postgresql(url)},
        INSTALLED_APPS=[], USE_TZ=True, DEBUG=False,
    )  # fmt: skip
    django.setup()


def _sqlite(url: str) -> dict[str, Any]:
    told = "; ".join(f"PRAGMA {name}={value}" for name, value in pragmas(url).items())
    options = {"transaction_mode": "IMMEDIATE", "timeout": 30, "init_command": told}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": url.removeprefix("sqlite:///"), "OPTIONS": options}


def _postgresql(url: str) -> dict[str, Any]:
    parts = make_url(url)
    host = parts.host or parts.query.get("host", "")
    return {"ENGINE": "django.db.backends.postgresql", "NAME": parts.database, "USER": parts.username or "",
            "PASSWORD": parts.password or "", "HOST": host, "PORT": parts.port or ""}  # fmt: skip
