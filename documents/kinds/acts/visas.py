"""The visas of an act, in the order of what they cite: proposed from its ties and its procedure, or those of its draft.

A visa is given without the sign that ends it: `preamble` knows which is the last.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from documents.case import Case, Tie
from documents.cited_acts import CitedAct, made_by
from documents.filters import date_double_ar, date_double_fr
from documents.grammar import ActReference
from documents.kinds.acts.days import TO_COME, numbered_ar, numbered_fr
from documents.kinds.acts.titles import definite_ar
from documents.language import Language
from documents.missing import missing
from models import RelationKind
from workflow.language.act_titles import Amends, amends, feminine, object_of, title_parts
from workflow.language.articles import by
from workflow.language.cited_articles import notably_ar, notably_fr
from workflow.relations.citations import cited_number
from workflow.sentences.citations import act_ar, has_latin, is_constitution

_KINDS = frozenset({RelationKind.BASED_ON, RelationKind.IMPLEMENTS, RelationKind.AMENDS})
# From the Constitution down; a law that the Constitution calls organic stands before the others.
_ORGANIC, _LAW, _DAHIR, _DECREE, _ORDER = range(1, 6)
_RANKS: Mapping[str, int] = {
    "loi": _LAW, "decret_loi": _LAW, "dahir": _DAHIR, "decret": _DECREE, "arrete": _ORDER,
    "arrete_chef_gouvernement": _ORDER, "decision": _ORDER + 1,
}  # fmt: skip
_RANKS_OF_KINDS: Mapping[str, int] = {
    "loi_organique": _ORGANIC, "proposition_de_loi_organique": _ORGANIC, "projet_de_loi": _LAW, "loi_cadre": _LAW,
    "loi_de_finances": _LAW, "proposition_de_loi": _LAW, "decret_loi": _LAW, "decret": _DECREE,
    "decret_simple": _DECREE, "decret_de_nomination": _DECREE,
}  # fmt: skip
_DECREES = frozenset({"decret", "decret_simple", "decret_de_nomination"})
_DECREE_LAW = "decret_loi"
_NO_TITLE_AR = missing("l’intitulé en arabe du texte cité", "العنوان بالعربية للنص المشار إليه")


def visas(case: Case, language: Language) -> list[str]:
    """Give the visas: the Constitution where the text has no other basis, and dots where nothing is known."""
    cited = sorted((tie for tie in case.ties if not tie.incoming and tie.kind in _KINDS), key=_rank)
    made, cite = made_by(case.situation), _cited_ar if language == "ar" else _cited_fr
    # Of an act that was made already, what amended others later is not told; its own day is not known at worst.
    day = None if made is None else made.on.first_day if made.on else date.min
    told = list(dict.fromkeys(cite(tie, day) for tie in cited))
    constitution = _constitution(case.procedure.kind, language, alone=not told)
    named = [*constitution, *told] or [missing("le texte sur lequel celui-ci se fonde", "النص الذي يستند إليه")]
    if language == "fr":
        return [f"Vu {each}" for each in named]
    return [f"{'وعلى' if place else 'بناء على'} {each}" for place, each in enumerate(named)]


def _constitution(kind: str, language: Language, *, alone: bool) -> Iterator[str]:
    """Cite the Constitution for a decree that has no other basis (art. 90), and for every decree-law (art. 81)."""
    if kind == _DECREE_LAW:
        yield "الفصل 81 من الدستور" if language == "ar" else "l’article 81 de la Constitution"
    elif kind in _DECREES and alone:
        yield "الدستور، ولا سيما الفصل 90 منه" if language == "ar" else "la Constitution, notamment son article 90"


def _rank(tie: Tie) -> int:
    if tie.act:
        return _RANKS_OF_KINDS.get(tie.act.kind, _ORDER)
    if "organique" in tie.citation.lower():
        return _ORGANIC
    if "constitution" in tie.citation.lower():
        return 0
    number = cited_number(tie.citation)
    return _RANKS.get(number.kind, _ORDER) if number else _ORDER + 1


def _cited_fr(tie: Tie, day: date | None) -> str:
    named = by(_act_fr(tie.act) if tie.act else tie.citation).removeprefix("par ")
    return notably_fr(f"{named}{_amended_fr(tie.act, day)}", tie.article)


def _act_fr(act: CitedAct) -> str:
    told = act.reference
    parts = title_parts(act.title_fr, told.number)
    rest = parts.rest if parts else object_of(act.title_fr)
    if not told.noun_fr.startswith("loi"):
        return f"{told.noun_fr} n° {numbered_fr(told.number)} du {_both_fr(told)} {rest}"
    made = f"promulguée par le dahir n° {numbered_fr(told.dahir)} du {_both_fr(told)}"
    return f"{told.noun_fr} n° {numbered_fr(told.number)} {feminine(rest)}, {made}"


def _amended_fr(act: CitedAct | None, day: date | None) -> str:
    """Say what was done to a cited act: ", tel qu’il a été modifié et complété"; nothing where no title says it."""
    done = _done_to(act, day)
    told = [word for is_done, word in ((done.modifies, "modifié"), (done.completes, "complété")) if is_done]
    if act is None or not told:
        return ""
    it, e = ("telle qu’elle", "e") if act.reference.noun_fr.startswith("loi") else ("tel qu’il", "")
    return f", {it} a été {' et '.join(f'{word}{e}' for word in told)}"


def _amended_ar(act: CitedAct | None, day: date | None) -> str:
    done = _done_to(act, day)
    told = [word for is_done, word in ((done.modifies, "تغييره"), (done.completes, "تتميمه")) if is_done]
    return f"، كما وقع {' و'.join(told)}" if told else ""


def _done_to(act: CitedAct | None, day: date | None) -> Amends:
    """Say what the titles of its amendments say, in either language."""
    amendments = act.amended_by(day) if act else ()
    return amends(*(title for each in amendments for title in (each.title_fr, each.title_ar)))


def _both_fr(told: ActReference) -> str:
    return date_double_fr(told.on) if told.on else TO_COME


def _cited_ar(tie: Tie, day: date | None) -> str:
    # What is cited in French words that are not wholly understood is for a hand to cite.
    typed = missing(ar="اسم النص المستشهد به بالعربية") if has_latin(tie.citation) else tie.citation
    named = _act_ar(tie.act) if tie.act else act_ar(tie.citation) or typed
    named = f"{named}{_amended_ar(tie.act, day)}"
    return notably_ar(named, tie.article, of_constitution=is_constitution(tie.citation))


def _act_ar(act: CitedAct) -> str:
    told = act.reference
    parts = title_parts(act.title_ar, told.number) if act.title_ar else None
    rest = parts.rest if parts else object_of(act.title_ar) if act.title_ar else _NO_TITLE_AR
    rest = definite_ar(rest)
    numbered = f"{told.noun_ar} رقم {numbered_ar(told.number)}"
    if not told.noun_fr.startswith("loi"):
        return f"{numbered} الصادر في {_both_ar(told)} {rest}"
    return f"{numbered} {rest}، الصادر بتنفيذه الظهير الشريف رقم {numbered_ar(told.dahir)} بتاريخ {_both_ar(told)}"


def _both_ar(told: ActReference) -> str:
    return date_double_ar(told.on) if told.on else TO_COME
