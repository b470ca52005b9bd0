"""Who a letter is written to: how they are named above it, spoken to in it, and saluted at its end, by their rank."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from documents.language import Language
from models import Gender
from workflow.language.articles import bare, of
from workflow.language.typography import capital
from workflow.names.offices import OFFICES
from workflow.names.periods import Names
from workflow.procedure.institutions import Institution, Name, institution
from workflow.procedure.vocabulary import Chamber

# In the masculine and in the feminine.
Pair = tuple[str, str]

_POLITE_FR: Pair = ("Monsieur le", "Madame la")
_POLITE_AR: Pair = ("السيد", "السيدة")
_PRESIDENT_FR: Pair = ("Président", "Présidente")
_PRESIDENT_AR: Pair = ("رئيس", "رئيسة")
_MINISTER_AR: Pair = ("وزير", "وزيرة")
_MINISTRY_FR, _MINISTRY_AR, _CHARGED, _THE_AR = "ministère ", "وزارة ", "chargé ", "ال"
_UNNAMED_FR = "Madame, Monsieur"
# By which a word becomes feminine without any other change.
_ENDINGS = frozenset({"e", "ة"})


class Rank(Enum):
    """What decides how somebody is greeted and saluted."""

    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER = "minister"
    # Of a Chamber, a constitutional body or an authority.
    PRESIDENT = "president"
    # Of the government.
    SECRETARY_GENERAL = "secretary_general"
    DIRECTOR = "director"
    # Somebody whose title is not known.
    OTHER = "other"


# How a letter ends: usage for French, Moroccan letters for Arabic.
_REGARDS: Mapping[Rank, Pair] = {
    Rank.HEAD_OF_GOVERNMENT: ("l’expression de ma très haute considération", "أسمى عبارات التقدير والاحترام"),
    Rank.MINISTER: ("l’expression de ma haute considération", "فائق عبارات التقدير والاحترام"),
    Rank.PRESIDENT: ("l’expression de ma haute considération", "فائق عبارات التقدير والاحترام"),
    Rank.SECRETARY_GENERAL: ("l’expression de ma haute considération", "فائق عبارات التقدير والاحترام"),
    Rank.DIRECTOR: ("l’expression de ma considération distinguée", "فائق عبارات التقدير والاحترام"),
    Rank.OTHER: ("l’expression de ma considération distinguée", "فائق عبارات التقدير والاحترام"),
}
_GREETING_AR = "سلام تام بوجود مولانا الإمام،"
_SOLEMN_AR = "سلام تام بوجود مولانا الإمام المؤيد بالله،"
_SOLEMN = frozenset({Rank.HEAD_OF_GOVERNMENT, Rank.PRESIDENT})


@dataclass(frozen=True)
class Addressee:
    """Somebody written to, by their title; of an unknown title, `named` is the body as it is known in each language."""

    rank: Rank = Rank.OTHER
    # The whole title, "Président du Conseil de la concurrence", and what they are called, "Président".
    fr: Pair = ("", "")
    called_fr: Pair = ("", "")
    ar: Pair = ("", "")
    called_ar: Pair = ("", "")
    # None where nobody told whether it is a man or a woman: both are then written.
    gender: Gender | None = None
    named: Pair = ("", "")
    # The service of theirs that the letter is for.
    unit_fr: str = ""
    unit_ar: str = ""

    def line(self, language: Language) -> str | None:
        """Name them above the letter; None where nothing is known."""
        if not self.fr[0]:
            return self.named[language == "ar"] or None
        return self._polite(self.ar if language == "ar" else self.fr, language)

    def unit(self, language: Language) -> str:
        """Name the service that the letter is for; empty for none."""
        return self.unit_ar if language == "ar" else self.unit_fr

    def opening(self, language: Language) -> str:
        """Open the letter: "Monsieur le Ministre,"; in Arabic by the greeting of Moroccan letters."""
        if language == "ar":
            return _SOLEMN_AR if self.rank in _SOLEMN else _GREETING_AR
        return f"{self._called('fr') or _UNNAMED_FR},"

    def closing(self, language: Language) -> str:
        """Close the letter with the regards due to their rank."""
        french, arabic = _REGARDS[self.rank]
        if language == "ar":
            called = self._called("ar")
            return f"وتقبلوا{f'، {called}،' if called else ''} {arabic}،"
        return f"Veuillez agréer, {self._called('fr') or _UNNAMED_FR}, {french}."

    def of_unit(self, french: str, arabic: str) -> "Addressee":
        """Write to a service of theirs."""
        return replace(self, unit_fr=french, unit_ar=arabic)

    def _called(self, language: Language) -> str:
        called = self.called_ar if language == "ar" else self.called_fr
        return self._polite(called, language) if called[0] else ""

    def _polite(self, title: Pair, language: Language) -> str:
        polite = _POLITE_AR if language == "ar" else _POLITE_FR
        man, woman = (f"{polite[place]} {title[place]}" for place in (0, 1))
        return both(man, woman) if self.gender is None else (man, woman)[list(Gender).index(self.gender)]


def both(man: str, woman: str) -> str:
    """Write a title for a man or a woman, word by word: "Monsieur/Madame le/la Président(e)", "السيد(ة) رئيس(ة)"."""
    return " ".join(map(_either, man.split(" "), woman.split(" ")))


def _either(man: str, woman: str) -> str:
    if man == woman:
        return man
    ending = woman.removeprefix(man)
    return f"{man}({ending})" if ending in _ENDINGS else f"{man}/{woman}"


def head_of(words: str, names: Names, on: date) -> Addressee:
    """Give who heads a body on a day: of a code or a spelling of the registry by its kind, of others what was typed."""
    found = institution(words)
    if found is None:
        return Addressee(named=(words, words))
    if found.code in OFFICES:
        return _holder(found.code, names, on)
    name = found.name_on(on)
    if found.head_fr and found.head_ar:
        return _titled(found, name, found.head_fr, found.head_ar)
    if found.kind == "ministry":
        return _minister(name)
    if found.kind == "government":
        return Addressee(named=(capital(name.fr), name.ar))
    return _president(of(name.fr), name.ar)


def president_of(chamber: Chamber) -> Addressee:
    """Give who presides a Chamber."""
    return _president(of(chamber.fr), chamber.ar)


def _holder(office: str, names: Names, on: date) -> Addressee:
    """Give the holder of an office that the registry of names follows; masculine, as acts name it, where unknown."""
    man, woman = (OFFICES[office].quality(gender) for gender in Gender)
    holder = names.holder_on(office, on)
    rank = Rank.SECRETARY_GENERAL if office == "sgg" else Rank.HEAD_OF_GOVERNMENT
    fr, ar = (capital(man.fr), capital(woman.fr)), (man.the_ar, woman.the_ar)
    gender = Gender(holder.gender) if holder else Gender.MASCULINE
    return Addressee(rank, fr=fr, called_fr=fr, ar=ar, called_ar=ar, gender=gender)


def _titled(found: Institution, name: Name, fr: Pair, ar: Pair) -> Addressee:
    rank = Rank.DIRECTOR if fr[0].startswith("directeur") else Rank.PRESIDENT
    of_fr = "" if found.head_alone else f" {of(name.fr)}"
    of_ar = "" if found.head_alone else f" {_of_ar(name.ar)}"
    called_fr = (capital(fr[0]), capital(fr[1]))
    return Addressee(
        rank, fr=(called_fr[0] + of_fr, called_fr[1] + of_fr), called_fr=called_fr,
        ar=(ar[0] + of_ar, ar[1] + of_ar), called_ar=ar,
    )  # fmt: skip


def _of_ar(name: str) -> str:
    """Put "ل" before a name, after a title that is definite: "للمجلس", "لإدارة"."""
    return f"لل{name.removeprefix(_THE_AR)}" if name.startswith(_THE_AR) else f"ل{name}"


def _minister(name: Name) -> Addressee:
    charge = bare(name.fr).removeprefix(_MINISTRY_FR)
    of_woman = charge.replace(_CHARGED, "chargée ", 1) if charge.startswith(_CHARGED) else charge
    ministry = name.ar.removeprefix(_MINISTRY_AR)
    return Addressee(
        Rank.MINISTER, fr=(f"Ministre {charge}", f"Ministre {of_woman}"), called_fr=("Ministre", "Ministre"),
        ar=(f"{_MINISTER_AR[0]} {ministry}", f"{_MINISTER_AR[1]} {ministry}"), called_ar=("الوزير", "الوزيرة"),
    )  # fmt: skip


def _president(of_body: str, body_ar: str) -> Addressee:
    man, woman = _PRESIDENT_FR
    return Addressee(
        Rank.PRESIDENT, fr=(f"{man} {of_body}", f"{woman} {of_body}"), called_fr=_PRESIDENT_FR,
        ar=(f"{_PRESIDENT_AR[0]} {body_ar}", f"{_PRESIDENT_AR[1]} {body_ar}"), called_ar=("الرئيس", "الرئيسة"),
    )  # fmt: skip
