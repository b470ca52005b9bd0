"""The offices that sign and are written to, and how their holders are called: agreed in gender, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from models import Gender
from workflow.language.typography import capital

_ARTICLE = {Gender.MASCULINE: "le", Gender.FEMININE: "la"}
_POLITE_FR = {Gender.MASCULINE: "Monsieur", Gender.FEMININE: "Madame"}
_POLITE_AR = {Gender.MASCULINE: "السيد", Gender.FEMININE: "السيدة"}
_FROM_AR = {Gender.MASCULINE: "منه", Gender.FEMININE: "منها"}


@dataclass(frozen=True)
class Quality:
    """How the holder of an office is called; Arabic words are definite but for `ar`, which a complement follows."""

    gender: Gender
    fr: str
    ar: str
    the_ar: str
    interim: bool = False

    @property
    def the_fr(self) -> str:
        """Give it with its article: "la ministre", "le ministre par intérim"."""
        return f"{_ARTICLE[self.gender]} {self.fr}{' par intérim' if self.interim else ''}"

    @property
    def signed_fr(self) -> str:
        """Give it as it stands above a signature: "La Ministre", "Le Ministre par intérim"."""
        return f"{capital(_ARTICLE[self.gender])} {capital(self.fr)}{' par intérim' if self.interim else ''}"

    @property
    def signed_ar(self) -> str:
        """Give it as it stands above a signature in Arabic."""
        return f"{self.the_ar} بالنيابة" if self.interim else self.the_ar

    @property
    def address_fr(self) -> str:
        """Give the words that speak to the holder: "Madame la Ministre"."""
        return f"{_POLITE_FR[self.gender]} {_ARTICLE[self.gender]} {capital(self.fr)}"

    @property
    def address_ar(self) -> str:
        """Give the words that speak to the holder in Arabic."""
        return f"{_POLITE_AR[self.gender]} {self.the_ar}"

    @property
    def delegation_fr(self) -> str:
        """Give what stands above the quality of a delegate: "Pour la Ministre et par délégation,"."""
        return f"Pour {_ARTICLE[self.gender]} {capital(self.fr)} et par délégation,"

    @property
    def delegation_ar(self) -> str:
        """Give what stands above the quality of a delegate in Arabic."""
        return f"عن {self.the_ar} وبتفويض {_FROM_AR[self.gender]}،"


@dataclass(frozen=True)
class Office:
    """An office under its name in the masculine and in the feminine."""

    label_fr: str
    fr: tuple[str, str]
    ar: tuple[str, str]
    the_ar: tuple[str, str]

    def quality(self, gender: str, *, interim: bool = False) -> Quality:
        """Agree the quality of its holder."""
        place = list(Gender).index(Gender(gender))
        return Quality(Gender(gender), self.fr[place], self.ar[place], self.the_ar[place], interim)


MINISTER = "minister"
SECRETARY_GENERAL = "secretary_general"

# The head of government and the secretary general of the government are institutions too: their codes are the same.
OFFICES: Mapping[str, Office] = {
    MINISTER: Office("Ministre", ("ministre", "ministre"), ("وزير", "وزيرة"), ("الوزير", "الوزيرة")),
    SECRETARY_GENERAL: Office(
        "Secrétaire général du ministère",
        ("secrétaire général", "secrétaire générale"),
        ("كاتب عام", "كاتبة عامة"),
        ("الكاتب العام", "الكاتبة العامة"),
    ),
    "director": Office("Directeur", ("directeur", "directrice"), ("مدير", "مديرة"), ("المدير", "المديرة")),
    "head_of_division": Office(
        "Chef de division",
        ("chef de division", "cheffe de division"),
        ("رئيس قسم", "رئيسة قسم"),
        ("رئيس القسم", "رئيسة القسم"),
    ),
    "head_of_government": Office(
        "Chef du gouvernement",
        ("chef du gouvernement", "cheffe du gouvernement"),
        ("رئيس الحكومة", "رئيسة الحكومة"),
        ("رئيس الحكومة", "رئيسة الحكومة"),
    ),
    "sgg": Office(
        "Secrétaire général du gouvernement",
        ("secrétaire général du gouvernement", "secrétaire générale du gouvernement"),
        ("الأمين العام للحكومة", "الأمينة العامة للحكومة"),
        ("الأمين العام للحكومة", "الأمينة العامة للحكومة"),
    ),
}
