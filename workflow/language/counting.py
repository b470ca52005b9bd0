"""Counted nouns in Arabic: the noun agrees with its number, "يوم واحد", "يومان", "3 أيام", "11 يوما", "100 يوم"."""

from typing import NamedTuple

_TWO, _FEW, _MANY = 2, range(3, 11), range(11, 100)


class CountedNoun(NamedTuple):
    """The forms of a noun beside its number: alone, in the dual (subject, then after a word that governs it)..."""

    one: str
    two: str
    two_governed: str
    # ... from 3 to 10, from 11 to 99, and after a hundred.
    few: str
    many: str
    hundred: str


DAYS = CountedNoun("يوم واحد", "يومان", "يومين", "أيام", "يوما", "يوم")
WORKING_DAYS = CountedNoun("يوم عمل واحد", "يوما عمل", "يومي عمل", "أيام عمل", "يوم عمل", "يوم عمل")
CLEAR_DAYS = CountedNoun("يوم كامل واحد", "يومان كاملان", "يومين كاملين", "أيام كاملة", "يوما كاملا", "يوم كامل")
WEEKS = CountedNoun("أسبوع واحد", "أسبوعان", "أسبوعين", "أسابيع", "أسبوعا", "أسبوع")
MONTHS = CountedNoun("شهر واحد", "شهران", "شهرين", "أشهر", "شهرا", "شهر")
YEARS = CountedNoun("سنة واحدة", "سنتان", "سنتين", "سنوات", "سنة", "سنة")
MEMBERS = CountedNoun("عضو واحد", "عضوان", "عضوين", "أعضاء", "عضوا", "عضو")
VOICES = CountedNoun("صوت واحد", "صوتان", "صوتين", "أصوات", "صوتا", "صوت")

DOCUMENTS = CountedNoun("وثيقة واحدة", "وثيقتان", "وثيقتين", "وثائق", "وثيقة", "وثيقة")
CONDITIONS = CountedNoun("شرط واحد", "شرطان", "شرطين", "شروط", "شرطا", "شرط")
TEXTS = CountedNoun("نص واحد", "نصان", "نصين", "نصوص", "نصا", "نص")
REMARKS = CountedNoun("ملاحظة واحدة", "ملاحظتان", "ملاحظتين", "ملاحظات", "ملاحظة", "ملاحظة")
TIMES = CountedNoun("مرة واحدة", "مرتان", "مرتين", "مرات", "مرة", "مرة")


def counted_ar(count: int, noun: CountedNoun, *, governed: bool = False) -> str:
    """Count a noun; `governed` is the form after a preposition or another noun: "منذ يومين"."""
    if count == 1:
        return noun.one
    if count == _TWO:
        return noun.two_governed if governed else noun.two
    rest = count % 100
    form = noun.few if rest in _FEW else noun.many if rest in _MANY else noun.hundred
    return f"{count} {form}"
