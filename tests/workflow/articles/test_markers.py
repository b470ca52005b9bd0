"""What opens a part of a text, form by form: level, key, and what the line says after it; None for a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.articles.markers import Marker, marker

FRENCH = {
    "Article premier": ("article", "1", ""),
    "ARTICLE PREMIER. – Le présent décret fixe": ("article", "1", "Le présent décret fixe"),
    "Art. 2": ("article", "2", ""),
    "ART. 2. – Les dossiers": ("article", "2", "Les dossiers"),
    "ARTICLE 3. –": ("article", "3", ""),
    "Art. 4 bis": ("article", "4 bis", ""),
    "Article 4 bis A : Recours": ("article", "4 bis a", "Recours"),
    "Article unique": ("article", "unique", ""),
    "ARTICLE UNIQUE. — Est ratifiée": ("article", "unique", "Est ratifiée"),
    "Article 1er": ("article", "1", ""),
    "Article\u00a012-1": ("article", "12-1", ""),
    "Article n° 7": ("article", "7", ""),
    "Article premier (nouveau) – Objet": ("article", "1", "Objet"),
    "Article 5 (nouveau)": ("article", "5", ""),
    "Article 5 (alinéa premier) : Le délai": ("article", "5", "Le délai"),
    "Article 3 La présente loi": ("article", "3", "La présente loi"),
    "Article 3\tLa présente loi": ("article", "3", "La présente loi"),
    "Article II": ("article", "2", ""),
    "  Article 8 -": ("article", "8", ""),
    "Livre II": ("livre", "2", ""),
    "Première partie": ("partie", "1", ""),
    "Titre premier": ("titre", "1", ""),
    "TITRE VI DES SANCTIONS": ("titre", "6", "DES SANCTIONS"),
    "Titre préliminaire": ("titre", "préliminaire", ""),
    "Chapitre II : Des recours": ("chapitre", "2", "Des recours"),
    "CHAPITRE PREMIER.- Définitions": ("chapitre", "1", "Définitions"),
    "Section 1ère": ("section", "1", ""),
    "Section première – Dispositions": ("section", "1", "Dispositions"),
    "Section vingt et unième": ("section", "21", ""),
    "Sous-section 2": ("sous-section", "2", ""),
    "SOUS\u2011SECTION III. – Visite": ("sous-section", "3", "Visite"),
    "Article 5 de la loi n° 65-15 est abrogé.": None,
    "Article 5, alinéa 2, de la même loi :": None,
    "Articles 2 à 5 : (sans modification)": None,
    "L’article 5 est abrogé.": None,
    "Titre de séjour": None,
    "Section de vote": None,
    "Partie civile": None,
    "Artiste 4": None,
}
ARABIC = {
    "المادة الأولى": ("article", "1", ""),
    "المـــادّة الأُولى": ("article", "1", ""),
    "المادة 2": ("article", "2", ""),
    "\u200fالمادة ٣": ("article", "3", ""),
    "المادة الثانية": ("article", "2", ""),
    "الماده 2": ("article", "2", ""),
    "مادة 6": ("article", "6", ""),
    "المادة 4 مكررة": ("article", "4 bis", ""),
    "المادة 4 مكررة مرتين": ("article", "4 ter", ""),
    "مادة فريدة": ("article", "unique", ""),
    "المادة الفريدة:": ("article", "unique", ""),
    "المادة 5: يعمل بهذا القانون": ("article", "5", "يعمل بهذا القانون"),
    "المادة 5.- يعمل": ("article", "5", "يعمل"),
    "المادة 5 ـ يعمل": ("article", "5", "يعمل"),
    "المادة 5 – يعمل": ("article", "5", "يعمل"),
    "المادة 5 (فقرة أولى)": ("article", "5", ""),
    "المادة (7)": ("article", "7", ""),
    "المادة )8(": ("article", "8", ""),
    "المادة 12-1": ("article", "12-1", ""),
    "المادة الحادية والعشرون": ("article", "21", ""),
    "المادة الثانية عشرة": ("article", "12", ""),
    "المادة الحادية والعشرون بعد المائة": ("article", "121", ""),
    "الكتاب الرابع": ("livre", "4", ""),
    "القسم الثاني: الحقوق": ("titre", "2", "الحقوق"),
    "الباب الأول": ("chapitre", "1", ""),
    "الباب الأول أحكام عامة": ("chapitre", "1", "أحكام عامة"),
    "باب تمهيدي": ("chapitre", "préliminaire", ""),
    "الفرع الثالث - المراقبة": ("section", "3", "المراقبة"),
    "المبحث الأول": ("sous-section", "1", ""),
    "الفصل 19 مكرر": ("فصل", "19 bis", ""),
    "الجزء الأول": ("جزء", "1", ""),
    "المادة 5 من القانون رقم 65.15": None,
    "المادة 7 و8 أعلاه": None,
    "المادة 5، الفقرة الثانية": None,
    "المادة المذكورة": None,
    "المادة الأولى والثانية": None,
    "الباب الثاني من هذا القانون": None,
    "المواد 2 و3 و4": None,
    "قسم الموارد": None,
}


@pytest.mark.parametrize(("line", "expected"), [*FRENCH.items(), *ARABIC.items()])
def test_what_a_line_opens(line: str, expected: tuple[str, str, str] | None) -> None:
    found = marker(line)

    assert (found and (found.level, found.key, found.rest)) == expected


def test_the_label_stays_as_it_is_written() -> None:
    assert marker("ART. 2. – Les dossiers") == Marker("article", "ART. 2", "2", "Les dossiers")
    assert marker("المـادة ٥ (جديدة): نص") == Marker("article", "المـادة ٥ (جديدة)", "5", "نص")


def test_an_arabic_article_run_into_its_text_without_a_sign_is_not_sure() -> None:
    assert marker("المادة 6 تحدد الكيفيات بقرار.") == Marker(
        "article", "المادة 6", "6", "تحدد الكيفيات بقرار.", sure=False
    )


def test_a_long_line_keeps_all_its_words() -> None:
    found = marker("Art. 9. – " + "mot " * 200)

    assert found is not None
    assert found.rest == ("mot " * 200).strip()


@given(st.text(st.sampled_from("Article 1المادة2.–-()«»\t\u200fـ½²①İ\u0301bisو"), max_size=30))
def test_any_line_is_judged_and_no_letter_of_its_end_is_lost(line: str) -> None:
    found = marker(line)

    assert found is None or line.strip().endswith(found.rest)
