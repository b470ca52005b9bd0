"""How tables in Arabic name the groups of texts: patterns by code of group, for folded text.

Folding takes the hamza off its seat (أ, إ, آ become ا) and leaves the tied ta (ة).
"""

HEADINGS = {
    "projets_de_loi": r"(?:مشاريع|مقترحات) (?:ال)?قوانين(?: ال\w+)?|(?:ال)?قوانين(?: ال\w+)?|مشروع قانون|(?:ال)?قانون",
    "projets_de_decrets": r"مشاريع (?:ال)?مراسيم(?: ال\w+)?|مشروع مرسوم",
    "decrets": r"(?:ال)?مراسيم(?: ال\w+)?|مرسوم",
    "projets_d_arretes": r"مشاريع (?:ال)?قرارات(?: ال\w+)?|مشروع قرار",
    "arretes": r"(?:ال)?قرارات(?: ال\w+)?|قرار",
}
TITLES = {
    "projets_de_loi": r"(?:مشروع|مقترح) (?:ال)?قانون|(?:ال)?قانون(?! رقم [\d.\-]+$)",
    "projets_de_decrets": r"مشروع (?:ال)?مرسوم",
    "decrets": r"(?:ال)?مرسوم",
    "projets_d_arretes": r"مشروع (?:ال)?قرار",
    "arretes": r"(?:ال)?قرار",
}
LAWS = r"(?:ال)?قانون\b"
# How the words about a situation start.
SITUATIONS = (
    r"(?:ت?مت? ?(?:ال)?(?:مصادقة|موافقة|ايداع|احالة|نشر|سحب)|صودق|صادق|وافق|اعتمد|احيل|اودع|قيد|في طور|"
    r"نشر|دخل|سحب|مبرمج|مدرج|صدر|اصدار|تاجيل)"
)
# Titles of columns.
TITLE_COLUMN = r"(?:ال)?عنوان(?: .{0,40})?|(?:ال)?موضوع|(?:ال)?نص(?:وص)?(?: القانوني\w*)?|اسم .{0,30}"
SITUATION_COLUMN = r"(?:مال|ا?ل?مال|(?:ال)?وضعية|(?:ال)?حالة|مرحلة|(?:ال)?مرحلة|مسار|تقدم)(?: .{0,40})?"
NUMBER_COLUMN = r"(?:ال)?رقم(?: الترتيبي)?|ر\.?\s?ت\.?|(?:ال)?عدد"
DATE_COLUMN = r"(?:ال)?تاريخ"
NOTE_COLUMN = r"(?:ال)?ملاحظات?"
