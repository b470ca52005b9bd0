"""Rows about a small ministry, as somebody types them."""

from datetime import UTC, date, datetime
from typing import Any

from models import Delegation, NameKind, NamePeriod, OfficeHolder

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)


def day(on: str) -> date:
    return date.fromisoformat(on)


def until(on: str | None) -> date | None:
    return day(on) if on else None


def period(fr: str, begins: str, ends: str | None = None, **rest: Any) -> NamePeriod:  # noqa: ANN401 - columns
    usual = {"code": "ministry", "kind": NameKind.MINISTRY, "ar": "وزارة"}
    return NamePeriod(fr=fr, from_on=day(begins), until_on=until(ends), recorded_at=AT, **{**usual, **rest})


def holder(name: str, begins: str, ends: str | None = None, **rest: Any) -> OfficeHolder:  # noqa: ANN401 - columns
    usual = {"office": "minister", "name_ar": "اسم", "gender": "f"}
    return OfficeHolder(name_fr=name, from_on=day(begins), until_on=until(ends), recorded_at=AT, **{**usual, **rest})


def delegation(name: str, begins: str, ends: str | None = None, **rest: Any) -> Delegation:  # noqa: ANN401 - columns
    usual = {
        "office": "minister", "name_ar": "اسم", "quality_fr": "Le Secrétaire général", "quality_ar": "الكاتب العام",
        "gender": "m", "decision_number": "2885-25", "decision_on": day(begins), "bulletin": "n° 7455",
        "kinds": "letter slip",
    }  # fmt: skip
    return Delegation(name_fr=name, from_on=day(begins), until_on=until(ends), recorded_at=AT, **{**usual, **rest})
