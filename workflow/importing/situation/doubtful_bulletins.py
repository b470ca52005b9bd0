"""References to the Bulletin officiel that cannot be, or whose number and day do not go together."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from models.partial_date import PartialDate
from workflow.calendar.words import partial_fr
from workflow.importing.page.wording import fold
from workflow.importing.situation.days import Bulletin, bulletins_in

_NUMBERED = re.compile(r"\b(?:bulletin officiel|b\.? ?o\.?)(?!\w)\s*(?:n[°ºo]|numero)\.?\s*(\d+)")
_DIGITS = 4
# Issues whose number and day are known: about two a week have appeared since the first one.
_KNOWN = (
    (4800, date(2000, 6, 1)),
    (5964, date(2011, 7, 30)),
    (6612, date(2017, 10, 12)),
    (7007, date(2021, 7, 26)),
    (7300, date(2024, 5, 16)),
)
# Counted from the nearest known issues; the last pace goes on, less and less surely.
_AROUND = timedelta(days=60)
_DRIFT = 0.1


def doubts_of_bulletins(text: str) -> Iterator[str]:
    """Say, in French, which numbers of the Bulletin officiel are none, and which contradict the day told with them."""
    for match in _NUMBERED.finditer(fold(text)):
        if len(match[1]) != _DIGITS:
            words = text[match.start() : match.end()]
            yield f"« {words} » ne se lit pas comme un numéro du Bulletin officiel : il n’est pas repris, à vérifier."
    for reference in bulletins_in(text):
        if reference.on and _contradicts(reference, reference.on):
            yield (
                f"Le Bulletin officiel n° {reference.number} ne peut guère être daté du "
                f"{partial_fr(reference.on).partition(' ')[2]} : le numéro ou la date est à vérifier."
            )


def _contradicts(reference: Bulletin, on: PartialDate) -> bool:
    number = int(reference.number[:_DIGITS])
    first_number, first_day = _KNOWN[0]
    if number < first_number:
        return on.first_day > first_day
    around = next((pair for pair in pairwise(_KNOWN) if number <= pair[1][0]), _KNOWN[-2:])
    (low, start), (high, end) = around
    likely = start + (end - start) * (number - low) / (high - low)
    gap = _AROUND + max(likely - end, timedelta()) * _DRIFT
    return on.last_day < likely - gap or on.first_day > likely + gap
