"""How an Arabic law leaves something to a regulatory text, read on folded words: no vowel marks, no hamza, ه for ة."""

import re
from collections.abc import Iterator

from workflow.articles.called_texts import REACH, Called

# With its preposition where it is written in one word; a definite article ("المرسوم") names an act that exists.
_ACTS = (
    (Called.REGULATORY, re.compile(r"(?<!\w)[وف]?(?P<by>ب)?(?:نص|نصوص) تنظيمي(?:ه)?(?!\w)")),
    (Called.REGULATORY, re.compile(r"(?<!\w)(?P<by>ب)(?:طريقه|كيفيه) تنظيميه(?!\w)|(?P<way>عن طريق التنظيم)(?!\w)")),
    (Called.DECREE, re.compile(r"(?<!\w)[وف]?(?P<by>ب)?(?:مرسوم|مراسيم)(?!\w)(?! بقانون)")),
    (Called.ORDER, re.compile(r"(?<!\w)[وف]?(?P<by>ب)?قرار(?:ات|ين)?(?!\w)")),
)
_BY = re.compile(r"(?<!\w)(?:بموجب|بمقتضي|بواسطه|في|ضمن|وفق|(?:بمرسوم|بقرار|بنص تنظيمي) او) $")
# What a regulatory text does: it rules for all.
_STEMS = r"(?:حدد|ضبط|نظم|حدث|تمم|غير|راجع|صادق|حصر|عدل|وزع|فصل|دقق)"
_MASDARS = r"(?:تحديد|ضبط|تنظيم|احداث|تتميم|تغيير|مراجعه|المصادقه|حصر|تعديل|توزيع|تقليص|الرفع|التخفيض)"
_FINITE = rf"[وف]?(?:س|ل)?[يت]{_STEMS}(?:ها|ه|ان|ون|هما|هم)?"
# "تعين مقار المحاكم", "تعين السلطة": a place or a body is designated for all, a person is not.
_BODY = r"(?:مقار|مقر|مراكز|السلطه|السلطات|الاداره|الادارات|الجهه|الهيئه|المصالح)"
_RULES = (
    rf"{_FINITE}|[وف]?يمكن(?:ها|ه)?(?: [^؛;:]{{0,40}})? {_MASDARS}|[وف]?[يت]تم(?:ان)? {_MASDARS}|[وف]?[يت]عين {_BODY}|"
    r"(?:ال)?(?:محدد|مبين|منظم|مضبوط|مقرر)(?:ه|ات|ين|تين|ان|تان)?"
)
# What an act about one person or one case does: appoint, dismiss, grant, withdraw, license, delegate, entrust.
_ONE_CASE = (
    r"[وف]?(?:س|ل)?[يت](?:عين|عفي|منح|سلم|سحب|رخص|عتمد|علن|نزع|جدد|كلف|فوض|وذن|شطب|دعي|وقف)(?:ها|ه|ان|ون|هما|هم)?|"
    r"(?:ال)?(?:معين|ممنوح|مسلم)(?:ه|ون|ين)?(?= $)"
)
_VERB = re.compile(rf"(?<!\w)(?:(?P<rules>{_RULES})|{_ONE_CASE})(?!\w)")
_SUBJECT_OF = re.compile(rf"(?<!\w){_FINITE} $")
_RULES_ITSELF = re.compile(rf"^ (?:[^؛;:]{{0,60}}? )?{_FINITE}(?!\w)")
# Any act of the kind, or a draft of one.
_NOT_ONE = re.compile(r"(?<!\w)(?:مشروع|مشاريع|كل|اي|او) $")
# A number, or texts that there are: "خاصة", "جاري بها العمل", "متخذة لتطبيقه".
_EXISTING = re.compile(
    r"^ (?:(?:مشترك |ملكي )?(?:رقم|عدد) ?\d|جار(?:ي|يه)?(?!\w)|معمول|خاص|(?:متخذ|صادر)ه? (?:ل?تطبيق|ل?تنفيذ))"
)
# An order needs its author: a "قرار" alone is any decision, of a court or of an administration.
_AUTHOR = (
    r"(?:ل|(?:من|عن|من لدن|من طرف|من قبل) |(?:[يت](?:صدر|تخذ)(?:ه|ها)?|صادره?) (?:(?:عن|من|من لدن|من طرف|من قبل) )?)"
    r"(?:ل|ال)?(?:وزير|وزيره|وزاره|وزراء|سلطه الحكوميه|سلطات الحكوميه|سلطتين الحكوميتين|رئيس الحكومه)(?!\w)"
)
_MINISTERIAL = re.compile(rf"^ (?:مشترك|تنظيمي|{_AUTHOR})")
_JOINT = re.compile(rf"^ (?:مشترك|{_AUTHOR}[^؛;:]{{0,120}}? و(?:ل|ال|لل)?(?:وزير|وزيره|سلطه الحكوميه)(?!\w))")


def find(words: str) -> Iterator[Called]:
    """Give the kind of each text that the sentence calls for, as often as it does."""
    for kind, pattern in _ACTS:
        for act in pattern.finditer(words):
            before = re.split("[؛;]", words[max(0, act.start() - REACH) : act.start()])[-1]
            after = words[act.end() : act.end() + REACH]
            if _is_called(kind, act, before, after):
                yield Called.JOINT_ORDER if kind is Called.ORDER and _JOINT.match(after) else kind


def _is_called(kind: Called, act: re.Match[str], before: str, after: str) -> bool:
    if _EXISTING.match(after) or (kind is Called.ORDER and not _MINISTERIAL.match(after)):
        return False
    told = act.groupdict()
    if told["by"] or told.get("way") or _BY.search(before):
        return kind is Called.REGULATORY or _is_ruled(before, after)
    return bool(_SUBJECT_OF.search(before) or (_RULES_ITSELF.match(after) and not _NOT_ONE.search(before)))


def _is_ruled(before: str, after: str) -> bool:
    """Whether the verb nearest before the act, or the one right after it, is one that rules for all."""
    verbs = list(_VERB.finditer(before))
    if verbs:
        return verbs[-1]["rules"] is not None
    return bool(_RULES_ITSELF.match(after))
