"""The letter that asks the Imprimerie officielle to put right an error printed in the Bulletin officiel.

Fields: those of every paper and of letters, and `bulletin`: the issue in which the text was published.
"""

from functools import cache

from docx.document import Document as Page

from documents.addressee import head_of
from documents.bulletin import issue_ar, issue_fr
from documents.case import Case
from documents.dictionary import LETTER_FIELDS, LETTERHEAD, TEXT, said
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.letters.bordereau_sgg import SGG
from documents.kinds.letters.lateness import PRINTER_AR, PRINTER_FR
from documents.language import Language, language_of, wording
from documents.letter import Letter, letter_fields
from documents.missing import missing
from documents.page import grids
from documents.page.letter_page import contact, draw_letter
from documents.page.paragraphs import write
from workflow.history.fold import Done

_BLANKS = 4
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *LETTER_FIELDS,
    said("bulletin", "Le Bulletin officiel où le texte a paru : numéro, jour, page",
         "« Bulletin officiel » n° 6655 du 23 joumada II 1439 (12 mars 2018), p. 1417",
         "الجريدة الرسمية عدد 6655 بتاريخ 23 جمادى الآخرة 1439 (12 مارس 2018)، ص. 1417"),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell where the text was published; what is wrong in it is left to be written by hand."""
    say, common = wording(language), of_case(case, language)
    printed = case.situation.last("publication")
    letter = Letter(
        head_of(SGG, case.names, case.on).of_unit(PRINTER_FR, PRINTER_AR),
        object=say(f"Rectificatif au Bulletin officiel – {common['objet']}",
                   f"استدراك بالجريدة الرسمية – {common['objet']}"),
    )  # fmt: skip
    return (
        common
        | letter_fields(case, letter, language)
        | {
            "bulletin": _issue(printed, language),
        }
    )


def _issue(printed: Done | None, language: Language) -> str:
    facts = printed.facts if printed else {}
    number = str(facts.get("bo_number") or missing("le numéro du Bulletin officiel", "عدد الجريدة الرسمية"))
    page = str(facts.get("bo_page") or missing("la page du Bulletin officiel", "صفحة الجريدة الرسمية"))
    refer = issue_ar if language == "ar" else issue_fr
    return refer(number, printed.on if printed else None, page)


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return draw_letter(language, _draw_body)


def _draw_body(page: Page) -> None:
    say = wording(language_of(page))
    write(page, say(
        "J’ai l’honneur de vous signaler que des erreurs matérielles ont été relevées dans le texte cité en objet, "
        "publié au {{ bulletin }}.",
        "وبعد، يشرفني أن أخبركم بأنه لوحظت أخطاء مادية في النص المشار إليه في الموضوع أعلاه، المنشور "
        "ب{{ bulletin }}.",
    ))  # fmt: skip
    write(page, say("Je vous saurais gré de bien vouloir faire publier le rectificatif suivant :",
                    "لذا، ألتمس منكم التفضل بالعمل على نشر الاستدراك التالي:"), keep=True)  # fmt: skip
    columns = (
        (say("Page", "الصفحة"), 2.4), (say("Ligne", "السطر"), 2.2), (say("Au lieu de", "عوضا عن"), 5.7),
        (say("Lire", "يقرأ"), 5.7),
    )  # fmt: skip
    errata = grids.ruled(page, say("Erreurs relevées", "الأخطاء الملاحظة"), columns)
    for _blank in range(_BLANKS):
        grids.row(errata, ("………", "………", "………………………", "………………………"))
    contact(page)


KIND = Kind("rectificatif", context, template, FIELDS)
