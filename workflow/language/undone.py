"""Whether words tell a step as done, or deny it, plan it, put it off or only ask for it.

Patterns read text in small letters without accents, in French, Arabic and English. A clause ends at a stop, a comma, a
dash, or a word that opens another one; what is denied in one clause is not denied in the next.
"""

import re
from typing import NamedTuple

_STOP = r"[.;:,؛،–]|\s-\s"
_RESTARTS = (
    r"\b(?:mais|puis|ensuite|toutefois|cependant|neanmoins|but|however|then|et (?:a|ont|est|sont|il|elle|le|la)|"
    r"et l|and (?:was|were|is|has|it)|لكن|ثم)\b"
)
_SAME = rf"(?:(?!{_STOP}|{_RESTARTS}).)"
# What stands between two commas and does not end the clause: "n'a pas été, à ce jour, publié".
_PARENTHESIS = re.compile(r"(?<=[a-z]),\s(?:a ce (?:jour|stade)|en effet|toutefois|encore|pour l'instant)\s?,(?=\s)")

_NOT = (
    r"\b(?:(?:n(?:e |['’])\w+ )?(?:encore )?(?:pas|jamais)|ni|not|never|nor|no longer|failed to|instead of|"
    r"(?:au lieu|faute) d\w*)\b"
    r"|\bn(?:e |['’])(?:\w+ )?plus\b|\bsans (?=(?:etre|avoir|que)\b)|\b(?:renonc|refus|declin|s['’]oppos)\w*"
    r"|(?<!\w)و?(?:لم|لن|لا(?! [يت]?زال)|ليس(?:ت)?|غير|عدم|دون|رفض(?:ت)?)(?!\w)"
)
# Only where the step follows at once.
_NOT_THIS = (
    r"\b(?:non(?:[- ]encore)?|sans|aucune?|absence d\w*|no|without|unlike)\b[- ']?(?:\w+ment |l'|la |son |sa )?$"
)
_TO_COME = (
    r"\b(?:sera|seront|serait|seraient|va|vont|doit|doivent|devra|devrait|devaient|devait|pourra|pourrait|peut|"
    r"en vue d|(?:dans l'|en )?attente d|avant|afin d|pour etre|incessamment|prochainement|bientot|"
    r"une fois|des que|des (?:son|sa|leur|l')|jusqu'a|sous reserve d|si|s'il|"
    r"(?:report|ajournement|suspension|annulation) d|(?:(?<!a la )demande|sollicite|souhaite|propose|prevoi\w+|"
    r"envisag\w+|attend\w*) (?:de |d'|l'|la |le |son |sa |que |une? |pour )|"
    r"will|shall|would|could|should|to be|yet to|due to|decided to|expected to|planned|before|pending|awaiting|"
    r"shortly|soon)"
    r"|(?<!\w)و?(?:سوف|سيتم|ستتم|في انتظار|قبل|(?:من )?(?:ال)?(?:مرتقب|منتظر|مزمع|مقرر)(?:ة|ه)?|تاجيل|طلب)(?!\w)"
)
# Acts named by a noun: only what is said after it tells whether they were done.
_ACTS = (
    r"(?:adoption|approbation|publication|parution|insertion|promulgation|signature|ratification|entree|vote|transmission|"
    r"depot|renvoi|retrait|examen|etude|discussion|saisine|abrogation|application|introduction|validation|"
    r"(?:ال)?(?:مصادق|نشر|احال|صدور|اصدار|دخول|عرض|سحب)\w*)\b"
)
_BEGUN = r"(?:examen|etude|discussion)\b"
_NEXT = r"(?:prochaine?s?|prochainement|incessamment|bientot|imminente?s?|a venir|next|shortly|soon|قريبا|(?:ال)?مقبل)"
_PUT_FOR_LATER = (
    rf"(?:{_NEXT}|(?:prevu|attendu|reporte|ajourne|differe|envisage|programme|escompte|espere|souhaite|repousse|convoque)"
    r"e?s?|planned|expected|scheduled|awaited|postponed|deferred|delayed|"
    r"(?:ال)?(?:مرتقب|منتظر|مزمع|مقرر|موجل|مبرمج)(?:ة|ه)?)(?!\w)"
)
_PLANNED = (
    rf"(?:{_PUT_FOR_LATER}|(?:(?:suspendu|demande)e?s?|(?:est|sont) fixee?s?|en attente|en suspens|pending|not yet|"
    r"في انتظار|سوف|سيتم|ستتم|لم|لن)(?!\w))"
)
_FAILED = r"(?:refuse|rejete|annule|abandonne|manque|retarde)e?s?\b|(?:non|pas|jamais|plus|not|never)\b"
_NOT_QUITE = r"(?:en (?:cours|instance|voie)|in progress|under way|جاري?ة?|قيد)(?!\w)"
# What is said of something else after a step.
_ASIDE = r"\b(?:sous|conforme\w*|tel\w*|comme|selon|dont|qui|avec|apres|avant|et|as|under|with|after|before|and)\b"
_MEETINGS = (
    r"(?:gouvernement|ministres|council|representants|conseillers|parlement|pleniere|bulletin|officiel|b\.?o|commission|"
    r"constitutionnelle|sgg|الحكومة|الحكومي|الوزاري|النواب|المستشارين|الرسمية)$"
)

_DENIED_BEFORE = re.compile(rf"(?:{_NOT}){_SAME}{{0,60}}$|{_NOT_THIS}")
_PLANNED_BEFORE = re.compile(rf"(?:{_TO_COME}){_SAME}{{0,60}}$")
_UNDER_WAY = re.compile(r"\ben (?:cours|voie|instance|phase) d(?:e |')(?:l'|la )?$")
_DENIED_INSIDE = re.compile(rf"{_NOT}|\bnon\b(?! (?:amend|modif|sans|conform))")
_PLANNED_INSIDE = re.compile(rf"\b(?:{_PLANNED}|(?:annul|reject)\w*)")
# Words that take back what a heading would say of all its list.
_TAKEN_BACK = re.compile(
    rf"{_DENIED_INSIDE.pattern}"
    r"|\b(?:report(?:e\w*|s)?|ajourn\w+|differee?s?|suspen(?:du\w*|sion)|annul\w+|rejet\w*|retir\w+|retrait|renvo\w+)\b"
    r"|(?<!\w)[وف]?(?:ال)?(?:تاجيل|اجلت?|موجل\w*|ارجا|ارجاء|سحبت?|الغاء)(?!\w)"
)
_AGAINST = re.compile(r"\bvot\w* contre\b|\bvoted? against\b")
_AFTER_ACT = re.compile(
    rf"^(?:(?!{_ASIDE}){_SAME}){{0,80}}?(?<!\w)(?:{_PLANNED}|{_FAILED})"
    rf"|^,?\s?(?:qui )?(?:est |sont |a ete )?(?:{_PLANNED}|{_FAILED})"
    rf"|^{_SAME}{{0,80}}?\b(?:sont|seront|are) (?:\w+ ){{0,2}}(?:{_PLANNED})"
)
_AFTER_DONE_ACT = re.compile(rf"^(?:(?!{_ASIDE}){_SAME}){{0,80}}?\b{_NOT_QUITE}")
_AFTER_MEETING = re.compile(rf"^(?:\s(?!{_ASIDE})[^\s.;:,]+){{0,3}}\s\(?(?:{_PUT_FOR_LATER})")
_AT_ONCE = re.compile(rf"^\s\(?{_NEXT}(?!\w)")
_ASKED = re.compile(r"^[^.;:]{0,60}[?؟]")


class Undone(NamedTuple):
    """The words from which a step is not told as done, cue and step together."""

    start: int
    end: int


def undone(text: str, start: int, end: int, *, waits: bool = False) -> Undone | None:
    """Say where a step told between two places is denied, planned, put off or asked for; None where it is told as done.

    `waits` is for words that themselves say what is still to come ("en attente de publication", "examen reporté"): what
    they plan is their own meaning, and only what stands before them or denies them counts.
    """
    start, end = _whole_words(text, start, end)
    before = _before(text, start)
    found = _DENIED_BEFORE.search(before) or _PLANNED_BEFORE.search(before)
    if found is None and re.match(_ACTS, text[start:]) and not re.match(_BEGUN, text[start:]):
        found = _UNDER_WAY.search(before)
    if found:
        return Undone(found.start(), end)
    if against := _AGAINST.search(text, start, end + len(" against")):
        return Undone(start, max(end, against.end()))
    if _is_undone_inside(text[start:end], waits=waits):
        return Undone(start, end)
    after = None if waits else _after(text, start, end)
    return Undone(start, end + after.end()) if after else None


def is_taken_back(heading: str) -> bool:
    """Whether a heading denies or puts off what a heading of its sort says of its list."""
    return bool(_TAKEN_BACK.search(heading))


def is_denied(text: str, start: int) -> bool:
    """Whether what stands before a place of a clause denies what follows it."""
    return bool(_DENIED_BEFORE.search(_before(text, start)))


def _before(text: str, start: int) -> str:
    return _PARENTHESIS.sub(lambda found: " " * len(found[0]), text[:start])


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalpha() and text[start].isalpha():
        start -= 1
    while 0 < end < len(text) and text[end].isalpha() and text[end - 1].isalpha():
        end += 1
    return start, end


def _is_undone_inside(words: str, *, waits: bool) -> bool:
    """Whether the words between the first and the last one, which are the step's own, say that it is not done."""
    first, last = words.find(" "), words.rfind(" ")
    between = words[first : last + 1] if 0 <= first < last else ""
    return bool(_DENIED_INSIDE.search(between) or (not waits and _PLANNED_INSIDE.search(between)))


def _after(text: str, start: int, end: int) -> re.Match[str] | None:
    step, rest = text[start:end], text[end:]
    found = _AT_ONCE.match(rest) or _ASKED.match(rest)
    if found is None and re.match(_ACTS, step):
        found = _AFTER_ACT.match(rest)
        if found is None and not re.match(_BEGUN, step):
            found = _AFTER_DONE_ACT.match(rest)
    if found is None and re.search(_MEETINGS, step):
        found = _AFTER_MEETING.match(rest)
    return found
