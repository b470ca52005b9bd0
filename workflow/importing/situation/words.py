"""The words that signs share: acts and institutions, as they read once folded."""

ADOPTED = (
    r"(?:\b(?:adopte|approuve|vote|valide|passe)e?s?\b|(?<!pour )(?<!pour l')(?<!d')\b(?:adoption|approbation|vote)\b)"
)
SENT = (
    r"\b(?:transmis|transfere|soumis|envoye|achemine|depose|defere|introduit|presente|saisi|renvoye|adresse|remis)"
    r"e?s?\b"
)
GOVERNMENT = r"\bconseil d[eu]s? (?:de )?gouvernement\b"
MINISTERS = r"\bconseil des ministres\b"
SGG = r"\b(?:secretariat general du gouvernement|s\.?g\.?g\b)"
CHAMBER = r"\bchambre des (?:representants|conseillers)\b"
BOTH_CHAMBERS = r"\b(?:les |des )?deux chambres\b"
PARLIAMENT = rf"(?:\bparlement\b|\binstitution parlementaire\b|\bbureau de la chambre\b|{CHAMBER})"
BULLETIN = r"\b(?:bulletin officiel|b\.?o\b)"
COURT = r"\bcour constitutionnelle\b"
# A committee of Parliament: not one of ministers, nor one that the text itself creates.
COMMITTEE = r"\bcommission\b(?! (?:inter)?ministeriel| ad[ -]hoc| speciale?\b| technique| nationale)"

# Letters that carry a hamza are folded like accents where these are used.
AR_ADOPTED = r"(?:صادق|صادقت|وافق|وافقت|المصادقة|صودق|تمت المصادقة)"
AR_SENT = r"(?:أحيل|أحيلت|إحالة|الإحالة|عرض|أودع|إيداع|وضع)"
AR_GOVERNMENT = r"(?:مجلس الحكومة|المجلس الحكومي)"
AR_MINISTERS = r"(?:المجلس الوزاري|مجلس الوزراء)"
AR_SGG = r"(?:الأمانة العامة للحكومة|للأمانة العامة للحكومة)"
AR_CHAMBER = r"(?:مجلس النواب|مجلس المستشارين)"
AR_COURT = r"المحكمة الدستورية"
AR_BULLETIN = r"(?:الجريدة الرسمية|بالجريدة الرسمية)"
