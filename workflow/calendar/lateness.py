"""How far a due date is, in words: on pages, in papers and in mails."""

from workflow.calendar.words import days_ar, days_fr
from workflow.language.typography import DOTS

_NEAR = ("aujourd’hui", "demain", "après-demain")
_NEAR_AR = ("اليوم", "غدا", "بعد غد")


def distance_fr(days: int) -> str:
    """Word the way to a due date, `days` ahead, for a tag: "demain", "dans 12 jours", "dépassée de 3 jours"."""
    return _passed(days) if days < 0 else _ahead(days, _NEAR[:2])


def days_left_fr(days: int | None) -> str:
    """Word what is left of a deadline, for a paper: "12 jours restants", "aujourd’hui", "dépassée de 3 jours"."""
    if days is None:
        return DOTS
    if days > 0:
        return f"{days_fr(days)} restant{'s' if days > 1 else ''}"
    return _passed(days) if days < 0 else _NEAR[0]


def lateness_fr(days: int) -> str:
    """Word the same in a mail, beside the day itself: "après-demain", "dans 12 jours", "3 jours de retard"."""
    return f"{days_fr(-days)} de retard" if days < 0 else _ahead(days, _NEAR)


def distance_ar(days: int) -> str:
    """Word the way to a due date in Arabic, for a tag: "غدا", "بعد 12 يوما", "انقضى منذ 3 أيام"."""
    return _passed_ar(days) if days < 0 else _ahead_ar(days, _NEAR_AR[:2])


def days_left_ar(days: int | None) -> str:
    """Word in Arabic what is left of a deadline, for a paper: "المتبقي: 12 يوما", "اليوم", "انقضى منذ 3 أيام"."""
    if days is None:
        return DOTS
    if days > 0:
        return f"المتبقي: {days_ar(days)}"
    return _passed_ar(days) if days < 0 else _NEAR_AR[0]


def lateness_ar(days: int) -> str:
    """Word the same beside the day itself, in Arabic: "بعد غد", "بعد 12 يوما", "تأخير قدره 3 أيام"."""
    return f"تأخير قدره {days_ar(-days)}" if days < 0 else _ahead_ar(days, _NEAR_AR)


def _passed_ar(days: int) -> str:
    return f"انقضى منذ {days_ar(-days, governed=True)}"


def _ahead_ar(days: int, named: tuple[str, ...]) -> str:
    return named[days] if days < len(named) else f"بعد {days_ar(days, governed=True)}"


def _passed(days: int) -> str:
    return f"dépassée de {days_fr(-days)}"


def _ahead(days: int, named: tuple[str, ...]) -> str:
    return named[days] if days < len(named) else f"dans {days_fr(days)}"
