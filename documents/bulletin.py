"""An issue of the Bulletin officiel as acts and letters refer to it, in both languages."""

import re

from documents.filters import Day, date_double_fr, in_both_ar
from documents.missing import missing
from models import PartialDate

_AGAIN = re.compile(r"(?<=\d)[ -]?bis\b")


def issue_fr(number: str, on: Day | None, page: str | None = None) -> str:
    """Refer to an issue: "« Bulletin officiel » n° 7352 du 11 joumada I 1446 (14 novembre 2024)", its page after it.

    What is not known of its day is missing; a month alone dates no issue.
    """
    at = f", p. {page}" if page else ""
    return f"« Bulletin officiel » n° {number} du {date_double_fr(_whole(on))}{at}"


def issue_ar(number: str, on: Day | None, page: str | None = None) -> str:
    """Refer to an issue: "الجريدة الرسمية عدد 6287 بتاريخ 5 ذو القعدة 1435 (فاتح سبتمبر 2014)، ص. 6584".

    There the Hijri day never takes من, and the months that begin with ذو are not in the genitive.
    """
    at = f"، ص. {page}" if page else ""
    whole = _whole(on)
    day = in_both_ar(whole, "bo") if whole else missing()
    return f"الجريدة الرسمية عدد {_AGAIN.sub(' مكرر', number)} بتاريخ {day}{at}"


def _whole(on: Day | None) -> Day | None:
    return None if isinstance(on, PartialDate) and not on.is_full else on
