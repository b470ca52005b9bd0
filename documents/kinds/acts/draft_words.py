"""What a draft says itself around its articles: its visas, and those who countersign it."""

import re
from typing import NamedTuple

from workflow.articles.structure import Draft

# Where a visa begins, and where the formula ends them.
_OPENS = re.compile(
    r"\s*(?:vu\b|sur\s+(?:proposition|(?:le\s+)?rapport)|apr[èe]s\b|consid[ée]rant|en\s+(?:application|ex[ée]cution)\b"
    r"|conform[ée]ment|و?\s*(?:بناء|باقتراح|باتفاق|بعد|على|طبقا|اعتبارا|استنادا|تطبيقا|عملا)\b)",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"\s*(?:d[ée]cr[èe]te|arr[êe]te(?:nt)?|رسم\s+ما|قرر(?:تا?|ا|وا|ن)?\s+ما)", re.IGNORECASE)
_END = re.compile(r"[\s;,؛،]+$")
_ENDED = (";", ",", "؛", "،", ".", ":")
# What the procedure dates: told anew where it knows it.
_COUNCIL = re.compile(
    r"apr[èe]s\s+(?:d[ée]lib[ée]ration|examen)\b.*\bconseil\s+d[eu]\s+gouvernement"
    r"|بعد\s+(?:ال)?(?:مداولة|دراسة)\b.*مجلس\s+(?:ال)?حكوم",
    re.IGNORECASE | re.DOTALL,
)
_COMMITTEES = re.compile(r"accord\s+(?:des|avec\s+les)\s+commissions|باتفاق\s+مع\s+اللجان", re.IGNORECASE)
_COUNTERSIGNED = re.compile(r"\s*(?:pour\s+contreseing|وقعت?ه\s+بالعطف)", re.IGNORECASE)
_QUALITY = re.compile(
    r"\s*(?:(?:le|la)\s+(?:ministre|secr[ée]taire|chef|haut|d[ée]l[ée]gu[ée])|(?:ال)?(?:وزيرة?|أمينة?|كاتبة?|مندوبة?)\b)",
    re.IGNORECASE,
)
_SIGNED_AR = re.compile(r"\s*الإمضاء\s*:\s*")


class DraftVisas(NamedTuple):
    """The visas of a draft, without the signs that end them; those of the Council and of the committees apart."""

    own: tuple[str, ...] = ()
    council: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()


class Countersigning(NamedTuple):
    """One who countersigns, as a draft names them; the name is empty where it leaves it to come."""

    quality: str
    name: str


def draft_visas(draft: Draft | None) -> DraftVisas:
    """Give the visas of a draft: from the first one to the formula; one that goes on over several lines is one."""
    found: list[str] = []
    for line in draft.preamble if draft else ():
        if _FORMULA.match(line):
            break
        if _OPENS.match(line) or (found and found[-1].endswith(_ENDED)):
            found.append(line.strip())
        elif found:
            found[-1] = f"{found[-1]} {line.strip()}"
    told = [_END.sub("", visa) for visa in found]
    council = tuple(visa for visa in told if _COUNCIL.search(visa))
    committees = tuple(visa for visa in told if _COMMITTEES.search(visa))
    return DraftVisas(tuple(visa for visa in told if visa not in (*council, *committees)), council, committees)


def draft_countersigning(draft: Draft | None) -> list[Countersigning]:
    """Give those who countersign a draft, in its order; nobody where it has no such mention."""
    lines = list(draft.closing) if draft else []
    start = next((place for place, line in enumerate(lines) if _COUNTERSIGNED.match(line)), len(lines))
    found: list[Countersigning] = []
    for line in lines[start + 1 :]:
        if _QUALITY.match(line):
            found.append(Countersigning(_END.sub("", line.strip()), ""))
        elif found and not found[-1].name:
            name = _SIGNED_AR.sub("", line).strip(" .…")
            found[-1] = found[-1]._replace(name=name)
    return found
