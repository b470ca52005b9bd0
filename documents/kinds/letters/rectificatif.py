"""The letter that asks the Imprimerie officielle to put right an error printed in the Bulletin officiel.

Fields: those of every paper and of letters, and `bulletin`, `page`, `paru_le`: where and when the text was published.
"""

from datetime import date
from functools import cache

from docx.document import Document as Page

from documents.addressee import head_of
from documents.case import Case
from documents.checking.dictionary import Field
from documents.dictionary import LETTER_FIELDS, LETTERHEAD, TEXT, said
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.letters.bordereau_sgg import SGG
from documents.kinds.letters.lateness import PRINTER_AR, PRINTER_FR
from documents.language import Language, language_of, wording
from documents.letter import Letter, letter_fields
from documents.page import grids
from documents.page.letter_page import contact, draw_letter
from documents.page.paragraphs import write

_BLANKS = 4
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *LETTER_FIELDS,
    said("bulletin", "Numéro du Bulletin officiel ; vide s’il n’est pas connu", "6655"),
    said("page", "Page du Bulletin officiel ; vide si elle n’est pas connue", "1417"),
    Field("paru_le", "Jour de la publication ; à écrire avec date_double_fr ou date_double_ar", date(2018, 3, 12)),
)


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell where the text was published; what is wrong in it is left to be written by hand."""
    say, common = wording(language), of_case(case, language)
    printed = case.situation.last("publication")
    number = str(printed.facts.get("bo_number") or "") if printed else ""
    letter = Letter(
        head_of(SGG, case.names, case.on).of_unit(PRINTER_FR, PRINTER_AR),
        object=say(f"Rectificatif au Bulletin officiel – {common['objet']}",
                   f"استدراك بالجريدة الرسمية – {common['objet']}"),
    )  # fmt: skip
    return common | letter_fields(case, letter, language) | {
        "bulletin": say(number, number.replace(" bis", " مكرر")) or None,
        "page": printed.facts.get("bo_page") if printed else None,
        "paru_le": printed.on if printed else None,
    }  # fmt: skip


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return draw_letter(language, _draw_body)


def _draw_body(page: Page) -> None:
    say = wording(language_of(page))
    write(page, say(
        "J’ai l’honneur de vous signaler que des erreurs matérielles ont été relevées dans le texte cité en objet, "
        "publié au Bulletin officiel n° {{ bulletin|points }} du {{ paru_le|date_double_fr }}, page {{ page|points }}.",
        "وبعد، يشرفني أن أخبركم بأنه لوحظت أخطاء مادية في النص المشار إليه في الموضوع أعلاه، المنشور بالجريدة الرسمية "
        "عدد {{ bulletin|points }} بتاريخ {{ paru_le|date_double_ar }}، ص. {{ page|points }}.",
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
