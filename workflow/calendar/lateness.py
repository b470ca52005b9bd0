"""How far a due date is, and what its passing means, in words: on pages, in papers and in mails.

Only a limit that the law sets, and whose silence decides nothing, is ever late. A chamber's rule, a marker of practice,
a silence that is an answer, a right that ends and a delay to let pass say what they are instead.
"""

from enum import StrEnum

from workflow.calendar.words import days_ar, days_fr
from workflow.language.typography import DOTS

_NEAR = ("aujourd’hui", "demain", "après-demain")
_NEAR_AR = ("اليوم", "غدا", "بعد غد")


class Force(StrEnum):
    """What a due date binds to: what it means that it has passed."""

    LAW = "law"
    RULE = "rule"
    MARKER = "marker"
    TACIT = "tacit"
    OPEN = "open"  # the end of a right, or of a delay to let pass

    @property
    def is_legal(self) -> bool:
        """Whether somebody is late once it has passed."""
        return self is Force.LAW


# What stands before the days of a due date that the law does not set.
_NAMED_FR = {Force.RULE: "délai du règlement intérieur", Force.MARKER: "repère interne"}
_NAMED_AR = {Force.RULE: "أجل النظام الداخلي", Force.MARKER: "أجل استرشادي"}


def away_fr(days: int) -> str:
    """Word how far a day is that is no deadline, such as that of a meeting: "demain", "il y a 3 jours"."""
    return f"il y a {days_fr(-days)}" if days < 0 else _ahead(days, _NEAR[:2])


def away_ar(days: int) -> str:
    """Word the same in Arabic: "غدا", "منذ 3 أيام"."""
    return f"منذ {days_ar(-days, governed=True)}" if days < 0 else _ahead_ar(days, _NEAR_AR[:2])


def distance_fr(days: int, force: Force) -> str:
    """Word the way to a due date, for a tag: "demain", "délai légal dépassé de 3 jours", "repère interne, demain"."""
    return _passed(days, force) if days < 0 else _named(_ahead(days, _NEAR[:2]), force)


def days_left_fr(days: int | None, force: Force) -> str:
    """Word what is left of a deadline, for a paper: "12 jours restants", "délai légal dépassé de 3 jours"."""
    if days is None:
        return DOTS
    if days < 0:
        return _passed(days, force)
    return _named(f"{days_fr(days)} restant{'s' if days > 1 else ''}" if days else _NEAR[0], force)


def lateness_fr(days: int, force: Force) -> str:
    """Word the same in a mail, beside the day itself: "après-demain", "dans 12 jours", "3 jours de retard"."""
    if days < 0:
        return f"{days_fr(-days)} de retard" if force.is_legal else _passed(days, force)
    return _named(_ahead(days, _NEAR), force)


def distance_ar(days: int, force: Force) -> str:
    """Word the way to a due date in Arabic, for a tag: "غدا", "انقضى الأجل القانوني منذ 3 أيام"."""
    return _passed_ar(days, force) if days < 0 else _named_ar(_ahead_ar(days, _NEAR_AR[:2]), force)


def days_left_ar(days: int | None, force: Force) -> str:
    """Word in Arabic what is left of a deadline, for a paper: "المتبقي: 12 يوما", "انقضى الأجل القانوني منذ 3 أيام"."""
    if days is None:
        return DOTS
    if days < 0:
        return _passed_ar(days, force)
    return _named_ar(f"المتبقي: {days_ar(days)}" if days else _NEAR_AR[0], force)


def lateness_ar(days: int, force: Force) -> str:
    """Word the same beside the day itself, in Arabic: "بعد غد", "بعد 12 يوما", "تأخير قدره 3 أيام"."""
    if days < 0:
        return f"تأخير قدره {days_ar(-days)}" if force.is_legal else _passed_ar(days, force)
    return _named_ar(_ahead_ar(days, _NEAR_AR), force)


def _passed(days: int, force: Force) -> str:
    told = days_fr(-days)
    match force:
        case Force.LAW:
            return f"délai légal dépassé de {told}"
        case Force.TACIT:
            return f"le silence vaut réponse depuis {told}"
        case Force.OPEN:
            return f"délai écoulé depuis {told}"
        case _:
            return _named(f"passé depuis {told}", force)


def _passed_ar(days: int, force: Force) -> str:
    told = days_ar(-days, governed=True)
    match force:
        case Force.LAW:
            return f"انقضى الأجل القانوني منذ {told}"
        case Force.TACIT:
            return f"السكوت بمثابة جواب منذ {told}"
        case Force.OPEN:
            return f"أجل منقض منذ {told}"
        case _:
            return _named_ar(f"انقضى منذ {told}", force)


def _named(words: str, force: Force) -> str:
    return f"{_NAMED_FR[force]}, {words}" if force in _NAMED_FR else words


def _named_ar(words: str, force: Force) -> str:
    return f"{_NAMED_AR[force]}، {words}" if force in _NAMED_AR else words


def _ahead_ar(days: int, named: tuple[str, ...]) -> str:
    return named[days] if days < len(named) else f"بعد {days_ar(days, governed=True)}"


def _ahead(days: int, named: tuple[str, ...]) -> str:
    return named[days] if days < len(named) else f"dans {days_fr(days)}"
