"""How sources in Arabic word situations and columns: patterns for folded text.

Folding takes the hamza off its seat (أ, إ, آ become ا) and leaves the tied ta (ة).
"""

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
