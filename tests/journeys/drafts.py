"""A draft of twelve articles in French and in Arabic, its second version, and twenty observations on it, as files."""

from pathlib import Path

import docx
import openpyxl

_HEAD = {
    "fr": (
        "Projet de loi relatif aux maisons d’accueil des personnes âgées",
        "Chapitre premier",
        "Dispositions générales",
    ),
    "ar": ("مشروع قانون يتعلق بدور الاستقبال", "الباب الأول", "أحكام عامة"),
}
_ARTICLES = {
    "fr": [
        "La présente loi fixe les règles applicables aux maisons d’accueil des personnes âgées.",
        "Au sens de la présente loi, on entend par maison d’accueil tout établissement d’au moins dix personnes.",
        "L’ouverture d’une maison d’accueil est soumise à une autorisation de l’administration.",
        "La demande d’autorisation est déposée auprès de l’administration dans un délai de trente jours.",
        "Les conditions d’octroi de l’autorisation sont fixées par voie réglementaire.",
        "La maison d’accueil tient un registre des personnes qu’elle héberge.",
        "Le directeur de la maison d’accueil veille à la sécurité et à la dignité des personnes hébergées.",
        "Le modèle du contrat de séjour est fixé par arrêté de l’autorité gouvernementale chargée de la famille.",
        "Les agents habilités constatent les infractions à la présente loi.",
        "Est puni d’une amende de cinq mille dirhams quiconque ouvre une maison d’accueil sans autorisation.",
        "Les maisons qui existent se conforment à la présente loi dans un délai d’un an.",
        "La présente loi entre en vigueur à compter de la date de sa publication au Bulletin officiel.",
    ],
    "ar": [
        "يحدد هذا القانون القواعد المطبقة على دور استقبال الأشخاص المسنين.",
        "يراد بدار الاستقبال، في مدلول هذا القانون، كل مؤسسة تؤوي عشرة أشخاص على الأقل.",
        "يخضع فتح دار الاستقبال لترخيص من الإدارة.",
        "يودع طلب الترخيص لدى الإدارة داخل أجل ثلاثين يوما.",
        "تحدد شروط منح الترخيص بنص تنظيمي.",
        "تمسك دار الاستقبال سجلا للأشخاص الذين تؤويهم.",
        "يسهر مدير دار الاستقبال على سلامة الأشخاص المستقبلين وكرامتهم.",
        "يحدد نموذج عقد الإقامة بقرار للسلطة الحكومية المكلفة بالأسرة.",
        "يعاين الأعوان المؤهلون المخالفات لأحكام هذا القانون.",
        "يعاقب بغرامة قدرها خمسة آلاف درهم كل من فتح دارا للاستقبال بدون ترخيص.",
        "تتلاءم الدور الموجودة مع أحكام هذا القانون داخل أجل سنة.",
        "يدخل هذا القانون حيز التنفيذ ابتداء من تاريخ نشره بالجريدة الرسمية.",
    ],
}
# In the second version thirty days become sixty, and an article comes after the sixth.
_CHANGED = {"fr": ("trente", "soixante"), "ar": ("ثلاثين", "ستين")}
_ADDED = {
    "fr": "La maison d’accueil remet chaque année un rapport d’activité à l’administration.",
    "ar": "ترفع دار الاستقبال كل سنة تقريرا عن نشاطها إلى الإدارة.",
}


def draft(folder: Path, language: str, *, version: int) -> Path:
    """Write a version of the draft as a Word file."""
    articles = list(_ARTICLES[language])
    if version > 1:
        articles[3] = articles[3].replace(*_CHANGED[language])
        articles.insert(6, _ADDED[language])
    page = docx.Document()
    for words in _HEAD[language]:
        page.add_paragraph(words)
    for number, words in enumerate(articles, start=1):
        page.add_paragraph(_heading(language, number))
        page.add_paragraph(words)
    path = folder / f"projet_{language}_{version}.docx"
    page.save(str(path))
    return path


def _heading(language: str, number: int) -> str:
    if language == "fr":
        return "Article premier" if number == 1 else f"Article {number}"
    return "المادة الأولى" if number == 1 else f"المادة {number}"


def observations(folder: Path) -> Path:
    """Write twenty observations of the departments as an Excel file, with the titles that its columns have here."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Département", "Article", "Observation"])
    for number in range(1, 21):
        sheet.append(["Ministère de l’Intérieur", str((number - 1) % 12 + 1), f"Préciser la portée du point {number}."])
    path = folder / "observations.xlsx"
    book.save(path)
    return path
