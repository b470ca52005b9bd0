"""A law of twelve articles in both languages, as Word files, and what a second version of each changes."""

from tests.workflow.pieces.made_files import word

_FR = (
    "Le présent texte fixe les conditions d’ouverture des maisons de quartier.",
    "On entend par maison de quartier tout lieu ouvert à tous les habitants.",
    "L’ouverture est soumise à une déclaration adressée au président de la commune.",
    "La déclaration comprend le plan des lieux et le nom du gérant.",
    "Le gérant tient un registre des activités, visé chaque année.",
    "Les conditions d’hygiène sont fixées par voie réglementaire.",
    "La commune contrôle les maisons deux fois par an au moins.",
    "Le contrôle donne lieu à un rapport remis au gérant sous dix jours.",
    "Toute maison sans déclaration est fermée par décision motivée.",
    "Est puni d’une amende de 2.000 dirhams le gérant qui ne tient pas le registre.",
    "Les maisons existantes disposent d’un an pour se conformer au présent texte.",
    "Le présent texte entre en vigueur le jour de sa publication.",
)
_AR = (
    "يحدد هذا النص شروط فتح دور الحي.",
    "يقصد بدار الحي كل مكان مفتوح في وجه جميع السكان.",
    "يخضع الفتح لتصريح يوجه إلى رئيس الجماعة.",
    "يتضمن التصريح تصميم المكان واسم المسير.",
    "يمسك المسير سجلا للأنشطة يؤشر عليه كل سنة.",
    "تحدد شروط النظافة بنص تنظيمي.",
    "تراقب الجماعة دور الحي مرتين في السنة على الأقل.",
    "يترتب عن المراقبة تقرير يسلم إلى المسير داخل أجل عشرة أيام.",
    "تغلق كل دار بدون تصريح بقرار معلل.",
    "يعاقب بغرامة قدرها 2.000 درهم المسير الذي لا يمسك السجل.",
    "تتوفر الدور القائمة على أجل سنة للتقيد بأحكام هذا النص.",
    "يدخل هذا النص حيز التنفيذ يوم نشره.",
)
_ORDINALS_AR = (
    "الأولى", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
)  # fmt: skip


def french(*, second: bool = False) -> list[str]:
    """Give the lines; the second version changes article 4, takes article 8 out and adds an article 3 bis."""
    lines = ["Projet de loi n° 31-26 relatif aux maisons de quartier", "Chapitre premier", "Dispositions générales"]
    for number, words in enumerate(_FR, 1):
        if number == 7:
            lines += ["Chapitre II : Du contrôle"]
        if second and number == 8:
            continue
        opened = "Article premier" if number == 1 else f"Article {number}"
        lines += [opened, words.replace("le nom du gérant", "l’identité du gérant") if second else words]
        if second and number == 3:
            lines += ["Article 3 bis", "La déclaration est affichée à la porte de la maison."]
    return lines


def arabic(*, second: bool = False) -> list[str]:
    """Give the lines; the second version changes article 4."""
    lines = ["مشروع قانون رقم 31.26 يتعلق بدور الحي", "الباب الأول", "أحكام عامة"]
    for number, words in enumerate(_AR, 1):
        if number == 7:
            lines += ["الباب الثاني: المراقبة"]
        lines += [f"المادة {_ORDINALS_AR[number - 1]}", words.replace("اسم المسير", "هوية المسير") if second else words]
    return lines


def french_file(*, second: bool = False) -> bytes:
    """Give the Word file of the French draft."""
    return word(*french(second=second))


def arabic_file(*, second: bool = False) -> bytes:
    """Give the Word file of the Arabic draft."""
    return word(*arabic(second=second))
