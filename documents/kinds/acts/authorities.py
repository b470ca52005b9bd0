"""Who takes, signs and countersigns an act: the quality of each in both languages, its gender, and its name."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from documents.case import Case
from documents.grammar import Agreement
from models import Gender, OfficeHolder
from workflow.history.fold import Done
from workflow.history.signatures import Signature, signatures
from workflow.language.articles import bare, by, of
from workflow.language.title_authors import authors_ar, authors_fr
from workflow.language.typography import DOTS
from workflow.names.offices import MINISTER, OFFICES, Quality
from workflow.procedure.institutions import institution, name_ar, same, the_fr

HEAD_OF_GOVERNMENT, KING = "head_of_government", "king"
_SIR = "Monsieur"
_BY = "par "
_FEMININE_AR = re.compile(r"(?:ال)?(?:وزيرة|رئيسة|كاتبة|أمينة|مندوبة)\b")


@dataclass(frozen=True)
class Authority:
    """An authority: "la ministre de la justice" and "وزيرة العدل"; its names are empty where nobody is known."""

    the_fr: str
    ar: str
    gender: Literal["m", "f"] = "m"
    name_fr: str = ""
    name_ar: str = ""

    @property
    def of_fr(self) -> str:
        """Name it after "de"."""
        return of(self.the_fr) if self.the_fr != DOTS else f"de {DOTS}"


# One whom nobody named yet.
UNKNOWN = Authority(DOTS, DOTS)


def agreement(authorities: list[Authority]) -> Agreement:
    """Say with what a word about them all agrees: women alone are feminine."""
    women = all(each.gender == "f" for each in authorities)
    return Agreement("f" if women else "m", len(authorities))


def signature_step(case: Case) -> Done | None:
    """Give the step that signed the act, or none yet."""
    return case.situation.last("signature")


def promulgation_step(case: Case) -> Done | None:
    """Give the step that promulgated the law, or none yet."""
    return case.situation.last("promulgation")


def day_of_names(case: Case) -> date:
    """Give the day whose names an act bears: that of its dahir or of its signature, before it that of the paper."""
    signed = promulgation_step(case) or signature_step(case)
    return signed.on.last_day if signed and signed.on else case.on


def _holder(case: Case, office: str) -> OfficeHolder | None:
    """Give who held an office on the day of the act; nobody where it was made on a day that is not known."""
    made = promulgation_step(case) or signature_step(case)
    is_undated = case.procedure.is_act(case.situation.state) and not (made and made.on)
    return None if is_undated else case.names.holder_on(office, day_of_names(case))


def our_minister(case: Case) -> Authority:
    """Give the minister of the ministry that drafts, under the name that the ministry bore on that day."""
    day = day_of_names(case)
    named, head = case.names.ministry_on(day), case.letterhead
    gender = Gender.MASCULINE if head.minister_fr.startswith(_SIR) else Gender.FEMININE
    quality = case.names.quality_on(MINISTER, day) or OFFICES[MINISTER].quality(gender)
    holder = _holder(case, MINISTER)
    return Authority(
        _minister_fr(quality, named.fr if named else head.name_fr),
        _minister_ar(quality, named.ar if named else head.name_ar),
        _letter(quality), holder.name_fr if holder else "", holder.name_ar if holder else "",
    )  # fmt: skip


def head_of_government(case: Case) -> Authority:
    """Give the head of government on that day."""
    day = day_of_names(case)
    holder = _holder(case, HEAD_OF_GOVERNMENT)
    names = (holder.name_fr, holder.name_ar) if holder else ("", "")
    if holder and holder.gender == Gender.FEMININE:
        quality = OFFICES[HEAD_OF_GOVERNMENT].quality(holder.gender)
        return Authority(quality.the_fr, quality.ar, "f", *names)
    return Authority(the_fr(HEAD_OF_GOVERNMENT, day), name_ar(HEAD_OF_GOVERNMENT, day), "m", *names)


def executing(case: Case) -> list[Authority]:
    """Give the authorities named to countersign, in their order: those who are charged with the execution."""
    found = signatures(case.situation)
    return [_named(case, each) for each in found if not any(same(each.name, one) for one in (HEAD_OF_GOVERNMENT, KING))]


def joint_authors(case: Case) -> list[Authority]:
    """Give the authors of a joint order: those named to sign, else those of its title.

    Where neither tells two of them: our minister, beside one still unknown.
    """
    found = [_named(case, each) for each in signatures(case.situation)]
    for told in (found, _in_title(case)):
        if len(told) > 1:
            return told
    return [our_minister(case), UNKNOWN]


def _in_title(case: Case) -> list[Authority]:
    """Read the authors in the titles, in their order and gender; one language alone tells the other what it can."""
    french = authors_fr(case.title_fr) or authors_fr(_title_of_draft(case, "fr"))
    arabic = authors_ar(case.title_ar) or authors_ar(_title_of_draft(case, "ar"))
    if len(french) == len(arabic):
        return [_titled(case, *pair) for pair in zip(french, arabic, strict=True)]
    if len(french) > len(arabic):
        return [_titled(case, each, "") for each in french]
    return [_titled(case, "", each) for each in arabic]


def _title_of_draft(case: Case, language: str) -> str:
    draft = case.drafts.get(language)
    return draft.title if draft else ""


def _titled(case: Case, french: str, arabic: str) -> Authority:
    """Give an author as titles name it, "" where they do not; dots where no name is known in a language."""
    gender: Literal["m", "f"] = "f" if french.startswith("la ") or _FEMININE_AR.match(arabic) else "m"
    quality, known = OFFICES[MINISTER].quality(Gender(gender)), institution(bare(french)) or institution(arabic)
    is_ministry = known is not None and known.kind == "ministry"
    if known and is_ministry:
        day = day_of_names(case)
        french = french or _minister_fr(quality, bare(the_fr(known.code, day)))
        arabic = arabic or _minister_ar(quality, name_ar(known.code, day))
    ours = our_minister(case)
    is_ours = same(bare(french), bare(ours.the_fr)) or arabic == ours.ar
    if is_ours:
        french, arabic = french or ours.the_fr, arabic or ours.ar
    names = (ours.name_fr, ours.name_ar) if is_ours else ("", "")
    return Authority(french or DOTS, arabic or DOTS, gender, *names)


def _named(case: Case, signature: Signature) -> Authority:
    known = _known(case, signature.name)
    facts = signature.signed.facts if signature.signed else {}
    name, office = facts.get("signed_name", ""), facts.get("signed_office", "")
    return Authority(
        by(office).removeprefix(_BY) if office else known.the_fr, known.ar,
        "f" if office.lower().startswith("la ") else known.gender,
        name or known.name_fr, known.name_ar or name,
    )  # fmt: skip


def _known(case: Case, words: str) -> Authority:
    if same(words, HEAD_OF_GOVERNMENT):
        return head_of_government(case)
    if same(words, case.letterhead.name_fr) or same(words, bare(our_minister(case).the_fr)):
        return our_minister(case)
    found = institution(words)
    if found is None:
        name = by(words).removeprefix(_BY)
        return Authority(name, words, "f" if name.startswith("la ") else "m")
    name, arabic = the_fr(found.code, day_of_names(case)), name_ar(found.code, day_of_names(case))
    if found.kind != "ministry":
        return Authority(name, arabic, "f" if name.startswith("la ") else "m")
    # Who holds the office is not known: the name of the office in general is masculine.
    quality = OFFICES[MINISTER].quality(Gender.MASCULINE)
    return Authority(_minister_fr(quality, bare(name)), _minister_ar(quality, arabic))


def _minister_fr(quality: Quality, ministry: str) -> str:
    """Name the minister of "Ministère de la Justice": "la ministre de la Justice"."""
    _ministry, _space, of_what = ministry.partition(" ")
    article = "la" if quality.gender == Gender.FEMININE else "le"
    return f"{article} {quality.fr} {of_what}{' par intérim' if quality.interim else ''}".rstrip()


def _minister_ar(quality: Quality, ministry: str) -> str:
    """Name in Arabic the minister of "وزارة العدل": "وزيرة العدل"."""
    _ministry, _space, of_what = ministry.partition(" ")
    return f"{quality.ar} {of_what}{' بالنيابة' if quality.interim else ''}".rstrip()


def _letter(quality: Quality) -> Literal["m", "f"]:
    return "f" if quality.gender == Gender.FEMININE else "m"
