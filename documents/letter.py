"""A letter of the ministry: to whom, under whose cover, about what, with which references, enclosures and copies."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.addressee import Addressee
from documents.case import Case, Letterhead
from documents.kind import Fields
from documents.language import Language, wording
from models import SignedKind
from workflow.language.articles import is_elided
from workflow.language.counting import DOCUMENTS, counted_ar
from workflow.language.typography import capital
from workflow.procedure.vocabulary import Noun

_MINISTRY_FR, _MINISTRY_AR, _WOMAN_AR, _MAN_AR = "Ministère", "وزارة", "وزيرة", "وزير"


@dataclass(frozen=True)
class Letter:
    """What stands around the body of a letter, in the language of the letter."""

    to: Addressee
    object: str
    # Through whom it goes, by their titles: "Monsieur le Secrétaire général"; the closest to the addressee last.
    under: Sequence[str] = ()
    references: Sequence[str] = ()
    enclosures: Sequence[str] = ()
    copies: Sequence[str] = ()
    signed: SignedKind = SignedKind.LETTER


def letter_fields(case: Case, letter: Letter, language: Language) -> Fields:
    """Give the fields of the frame of a letter (LETTER_FIELDS) that the minister, or a delegate, signs."""
    say = wording(language)
    apart = say(" ; ", "؛ ")
    return {
        **addressed_fields(case, letter, language),
        **signed_fields(case, letter.signed, language),
        "objet_lettre": letter.object,
        "references": apart.join(letter.references),
        "pj": counted(len(letter.enclosures), language) if letter.enclosures else "",
        "pieces_jointes": apart.join(letter.enclosures),
        "appel": letter.to.opening(language),
        "politesse": letter.to.closing(language),
        "ampliations": apart.join(letter.copies),
        "le_texte": the_text(case, language),
        "courriel": case.responsible_email or None,
    }


def addressed_fields(case: Case, letter: Letter, language: Language) -> Fields:
    """Say from whom to whom it goes, and through whom."""
    return {
        "expediteur": sender(case.letterhead, language),
        "destinataire": letter.to.line(language),
        "destinataire_service": letter.to.unit(language),
        "sous_couvert": _covers(letter.under, language),
    }


def signed_fields(case: Case, kind: SignedKind, language: Language) -> Fields:
    """Say who signs: a delegate by the formula of delegation, else the minister, by name where it is known."""
    say, known = wording(language), case.signatory(kind)
    if known is None:
        return {"signataire": _minister(case.letterhead, language), "signataire_formule": "", "signataire_nom": ""}
    return {
        "signataire": say(known.quality_fr, known.quality_ar),
        "signataire_formule": say(known.formula_fr, known.formula_ar),
        "signataire_nom": say(known.name_fr, known.name_ar),
    }


def sender(letterhead: Letterhead, language: Language) -> str:
    """Name the minister by the ministry: "La Ministre de la Solidarité", "وزيرة التضامن"."""
    ministry, _, field = wording(language)(letterhead.name_fr, letterhead.name_ar).partition(" ")
    if language == "ar":
        minister = _WOMAN_AR if _WOMAN_AR in letterhead.minister_ar else _MAN_AR
        return f"{minister} {field}" if ministry == _MINISTRY_AR else letterhead.name_ar
    return f"{_minister(letterhead, language)} {field}" if ministry == _MINISTRY_FR else letterhead.name_fr


def the_text(case: Case, language: Language) -> str:
    """Name the text by its kind: "le projet de loi", "l’arrêté", "مشروع القانون"."""
    return named_text(case.procedure.noun(case.situation.state), language)


def named_text(noun: Noun, language: Language) -> str:
    """Give the noun of a text with its article: "le projet de loi", "l’arrêté"."""
    if language == "ar":
        return noun.ar
    return f"l’{noun.fr}" if is_elided(noun.fr) else f"{'la' if noun.gender == 'f' else 'le'} {noun.fr}"


def counted(pieces: int, language: Language) -> str:
    """Count enclosures: "3 pièces", "3 وثائق"."""
    return counted_ar(pieces, DOCUMENTS) if language == "ar" else f"{pieces} pièce{'s' if pieces > 1 else ''}"


def _minister(letterhead: Letterhead, language: Language) -> str:
    return capital(wording(language)(letterhead.minister_fr, letterhead.minister_ar).partition(" ")[2])


def _covers(under: Sequence[str], language: Language) -> list[str]:
    """Word the steps that a letter goes through; in Arabic the closest of several hands it over."""
    if language == "fr":
        return [f"S/C de {title}" for title in under]
    return [f"{'على يد' if rank == len(under) > 1 else 'تحت إشراف'} {title}" for rank, title in enumerate(under, 1)]
