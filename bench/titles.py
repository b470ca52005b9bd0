"""Titles, numbers and people that differ from text to text, with the words under which each is found."""

import random
from dataclasses import dataclass
from uuid import UUID

from bench.product import norm

_ACTS = (
    ("relatif à", "يتعلق ب"), ("portant organisation de", "بتنظيم"), ("fixant les modalités de", "بتحديد كيفيات"),
    ("modifiant les dispositions relatives à", "بتغيير الأحكام المتعلقة ب"), ("instituant", "بإحداث"),
    ("pris pour l’application des règles sur", "بتطبيق القواعد المتعلقة ب"), ("réglementant", "بتقنين"),
    ("complétant le régime de", "بتتميم نظام"),
)  # fmt: skip
_SUBJECTS = (
    ("la protection sociale", "الحماية الاجتماعية"), ("l’enfance abandonnée", "الأطفال المهملين"),
    ("la lutte contre les violences", "محاربة العنف"), ("l’aide aux personnes âgées", "مساعدة المسنين"),
    ("l’accès aux soins", "الولوج إلى العلاجات"), ("la pêche côtière", "الصيد الساحلي"),
    ("le travail social", "العمل الاجتماعي"), ("l’économie sociale", "الاقتصاد الاجتماعي"),
    ("les établissements de bienfaisance", "مؤسسات الرعاية"), ("l’eau potable", "الماء الصالح للشرب"),
    ("la médiation familiale", "الوساطة الأسرية"), ("le transport scolaire", "النقل المدرسي"),
    ("la propriété agricole", "الملكية الفلاحية"), ("les archives publiques", "الأرشيف العمومي"),
    ("le handicap", "الإعاقة"), ("l’artisanat", "الصناعة التقليدية"),
)  # fmt: skip
_PLACES = (
    ("Rabat", "الرباط"), ("Casablanca", "الدار البيضاء"), ("Fès", "فاس"), ("Marrakech", "مراكش"), ("Oujda", "وجدة"),
    ("Agadir", "أكادير"), ("Tétouan", "تطوان"), ("Laâyoune", "العيون"), ("Meknès", "مكناس"), ("Safi", "آسفي"),
    ("Errachidia", "الرشيدية"), ("Béni Mellal", "بني ملال"),
)  # fmt: skip
_BODIES = (("conseil", "مجلس"), ("centre", "مركز"), ("agence", "وكالة"), ("commission", "لجنة"), ("office", "مكتب"))


@dataclass(frozen=True)
class Named:
    """What makes one copy differ: its titles, the words to find them by, its number, the person responsible."""

    title_fr: str
    title_ar: str
    words_fr: str
    words_ar: str
    rank: int
    person: UUID
    person_name: str


class Names:
    """Gives each copy its names, the same ones in every run."""

    def __init__(self, people: list[tuple[UUID, str]]) -> None:
        """Keep the people who share the texts."""
        self._people = people
        self._chance = random.Random(2026)  # noqa: S311 - the same texts in every run
        self._folded: dict[str, str] = {}

    def next(self, rank: int) -> Named:
        """Give the names of the copy that comes at `rank`."""
        parts = [self._chance.choice(words) for words in (_ACTS, _SUBJECTS, _BODIES, _PLACES)]
        person, person_name = self._people[rank % len(self._people)]
        french, arabic = ([part[side] for part in parts] for side in (0, 1))
        series = rank % 9973
        return Named(
            title_fr=f"{french[0]} {french[1]} et le {french[2]} de {french[3]}, dossier {series}",
            title_ar=f"{arabic[0]} {arabic[1]} و{arabic[2]} {arabic[3]} ملف {series}",
            words_fr=f"{self._fold(' '.join(french[:2]))} et le {self._fold(french[2])} de {self._fold(french[3])} "
            f"dossier {series}",
            words_ar=f"{self._fold(arabic[0])} {self._fold(arabic[1])} {self._fold('و' + arabic[2])} "
            f"{self._fold(arabic[3])} {self._fold('ملف')} {series}",
            rank=rank, person=person, person_name=person_name,
        )  # fmt: skip

    def _fold(self, words: str) -> str:
        if words not in self._folded:
            self._folded[words] = norm(words)
        return self._folded[words]
