"""The numbers and days that an act bears; dots, which a hand fills, for those that others give and have not given."""

from documents.cited_acts import day_of
from documents.filters import date_double_ar, date_double_fr, number_ar, number_fr
from workflow.history.fold import Done
from workflow.language.typography import DOTS

# A hand fills them when the act is signed, or the Council has met.
TO_COME = f"{DOTS} ({DOTS})"


def both_fr(step: Done | None) -> str:
    """Word the day of a step: "18 rabii II 1446 (22 octobre 2024)", dots where it is not known in full."""
    return date_double_fr(day_of(step)) if step and step.on and step.on.is_full else TO_COME


def both_ar(step: Done | None) -> str:
    """Word the day of a step in Arabic: "29 من شوال 1435 (26 أغسطس 2014)", dots where it is not known in full."""
    return date_double_ar(day_of(step)) if step and step.on and step.on.is_full else TO_COME


def numbered_fr(number: str | None) -> str:
    """Write an official number, dots for one that is not given yet: numbers of acts are not the ministry's."""
    return number_fr(number) if number else DOTS


def numbered_ar(number: str | None) -> str:
    """Write an official number as Arabic texts do, dots for one that is not given yet."""
    return number_ar(number) if number else DOTS
