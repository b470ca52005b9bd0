"""The title of an act: kind, authors, number, day in both calendars once it goes to be signed, object."""

import re
from collections.abc import Mapping

from documents.case import Case
from documents.grammar import indefinite_ar
from documents.kinds.acts.authorities import Authority, joint_authors, our_minister, signature_step
from documents.kinds.acts.days import both_ar, both_fr, numbered_ar, numbered_fr
from documents.language import Language, wording
from documents.missing import missing
from workflow.language.act_titles import TitleParts, feminine, object_of, title_parts
from workflow.language.articles import is_elided
from workflow.language.typography import DOTS, capital
from workflow.sentences.sentence import listed_fr

# How texts of each kind are named in their titles.
_NOUNS: Mapping[str, tuple[str, str]] = {
    "projet_de_loi": ("loi", "قانون"),
    "proposition_de_loi": ("loi", "قانون"),
    "loi_organique": ("loi organique", "قانون تنظيمي"),
    "proposition_de_loi_organique": ("loi organique", "قانون تنظيمي"),
    "loi_cadre": ("loi-cadre", "قانون إطار"),
    "loi_de_finances": ("loi de finances", "قانون المالية"),
    "decret_loi": ("décret-loi", "مرسوم بقانون"),
    "decret": ("décret", "مرسوم"),
    "decret_simple": ("décret", "مرسوم"),
    "decret_de_nomination": ("décret", "مرسوم"),
    "arrete": ("arrêté", "قرار"),
    "arrete_conjoint": ("arrêté conjoint", "قرار مشترك"),
    "arrete_du_chef_du_gouvernement": ("arrêté du Chef du gouvernement", "قرار لرئيس الحكومة"),
}
_ORDER, _JOINT = "arrete", "arrete_conjoint"
_SIGNATURE = "signature"
_NO_OBJECT = missing("l’objet de l’intitulé", "موضوع العنوان")
_OWN_AR = (("يتعلق ب", "المتعلق ب"), ("يقضي ب", "القاضي ب"))
_ORDER_OF_ONE = re.compile(r"قرار ل(?P<article>ل?)(?P<author>.+)")
_JOINT_NOUN = re.compile(r"^قرار مشترك\b")


def is_law(case: Case) -> bool:
    """Whether the text is a bill or a law: without visas, signature or day of its own."""
    return noun(case, "fr").startswith("loi")


def is_final(case: Case) -> bool:
    """Whether the text is in the version that goes to be signed, or beyond; a bill stays one until promulgated."""
    state = case.procedure.states[case.situation.state]
    return state.act or state.phase == _SIGNATURE


def noun(case: Case, language: Language) -> str:
    """Name what texts of that kind are: "décret"."""
    return _NOUNS[case.procedure.kind][language == "ar"]


def title(case: Case, language: Language) -> str:
    """Give the title: "Projet de décret n° ……… relatif à …", then "Décret n° …  du … (…) relatif à …" to be signed."""
    parts = _parts(case, language)
    named, rest = (
        _with_authors(case, parts.noun or noun(case, language), language),
        parts.rest or _NO_OBJECT,
    )
    number = case.number or parts.number or None
    if language == "ar":
        dated = f" صادر في {both_ar(signature_step(case))}" if _is_dated(case) else ""
        prefix = "" if is_final(case) else "مشروع "
        return f"{prefix}{named} رقم {numbered_ar(number)}{dated} {rest}"
    if is_final(case):
        dated = f" du {both_fr(signature_step(case))}" if _is_dated(case) else ""
        rest = feminine(rest) if is_law(case) else rest
        return f"{capital(named)} n° {numbered_fr(number)}{dated} {rest}"
    named = f"{named[:1].lower()}{named[1:]}"
    return f"Projet {'d’' if is_elided(named) else 'de '}{named} n° {numbered_fr(number)} {rest}"


def named_in_annex(case: Case, language: Language) -> str:
    """Name the act in the heading of its annex, with "à" in French: "à l’arrêté de … n° … du …"; definite in Arabic."""
    parts = _parts(case, language)
    named, number = _with_authors(case, parts.noun or noun(case, language), language), case.number or parts.number
    if language == "ar":
        dated = f" الصادر في {both_ar(signature_step(case))}" if _is_dated(case) else ""
        prefix, rest = "" if is_final(case) else "مشروع ", definite_ar(parts.rest)
        return f"{prefix}{_definite_named(case, named)} رقم {numbered_ar(number)}{dated} {rest}".rstrip()
    named = f"{named[:1].lower()}{named[1:]}"
    dated = f" du {both_fr(signature_step(case))}" if _is_dated(case) else ""
    rest = feminine(parts.rest) if is_law(case) and is_final(case) else parts.rest
    told = f"{named} n° {numbered_fr(number)}{dated} {rest}".rstrip()
    if not is_final(case):
        return f"au projet {'d’' if is_elided(named) else 'de '}{told}"
    return f"à l’{told}" if is_elided(named) else f"{'à la' if is_law(case) else 'au'} {told}"


def law_named(case: Case, language: Language) -> str:
    """Name a law as its dahir does: "loi n° 40-21 relative à …", "القانون رقم 40.21 المتعلق ب…"."""
    parts = _parts(case, language)
    number = case.number or parts.number or None
    if language == "ar":
        # The noun of the act is the definite one.
        return f"{case.procedure.act.ar} رقم {numbered_ar(number)} {definite_ar(parts.rest or _NO_OBJECT)}"
    named = parts.noun or noun(case, "fr")
    return f"{named[:1].lower()}{named[1:]} n° {numbered_fr(number)} {feminine(parts.rest or _NO_OBJECT)}"


def definite_ar(rest: str) -> str:
    """Write the object of an Arabic title as others cite it: "يتعلق بالطفولة" is "المتعلق بالطفولة"."""
    for own, cited in _OWN_AR:
        rest = f"{cited}{rest.removeprefix(own)}" if rest.startswith(own) else rest
    return rest


def _definite_named(case: Case, named: str) -> str:
    """Write the noun of an Arabic title, with its authors, as others cite it: "قرار لوزيرة" is "قرار وزيرة"."""
    if named == noun(case, "ar") and (known := case.procedure.act.ar):
        return known
    if of_one := _ORDER_OF_ONE.fullmatch(named):
        return f"قرار {'ال' if of_one['article'] else ''}{of_one['author']}"
    return _JOINT_NOUN.sub("القرار المشترك", named)


def for_ar(words: str) -> str:
    """Put the preposition before an Arabic name: "لوزيرة الأسرة", and "للوزير المنتدب" before its article."""
    return f"لل{words.removeprefix('ال')}" if words.startswith("ال") else f"ل{words}"


def _is_dated(case: Case) -> bool:
    return is_final(case) and not is_law(case)


def _parts(case: Case, language: Language) -> TitleParts:
    written = wording(language)(case.title_fr, case.title_ar)
    if not written:
        return TitleParts("", "", "")
    parts = title_parts(written, case.number) or TitleParts("", "", object_of(written))
    return _indefinite(parts) if language == "ar" else parts


def _indefinite(parts: TitleParts) -> TitleParts:
    """Write an Arabic title as an act bears it, where it was typed as others cite it: القانون المتعلق ب."""
    named, rest = parts.noun, parts.rest
    for own, cited in _OWN_AR:
        rest = f"{own}{rest.removeprefix(cited)}" if rest.startswith(cited) else rest
    return TitleParts(indefinite_ar(named) if named.startswith("ال") else named, parts.number, rest)


def _with_authors(case: Case, named: str, language: Language) -> str:
    """Name the authors of an order after its noun, unless the title does."""
    kind, own, authors = case.procedure.kind, noun(case, language), list[Authority]()
    if kind.startswith(_ORDER) and own.startswith(named.lower()):
        named = own
        authors = [our_minister(case)] if kind == _ORDER else joint_authors(case) if kind == _JOINT else []
    if not authors or DOTS in [wording(language)(each.the_fr, each.ar) for each in authors]:
        return named
    if language == "ar":
        return f"{named} {for_ar(' و'.join(each.ar for each in authors))}"
    return f"{named} {listed_fr(each.of_fr for each in authors)}"
