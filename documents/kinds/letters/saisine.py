"""The letter that asks a body or a department for its opinion: one for each consultation of the register.

Fields: those of every paper and of letters, and `reponse_avant` (the last day for the answer), `obligatoire` and
`urgence` (what the register tells of the consultation).
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from docx.document import Document as Page

from documents.addressee import Addressee, head_of
from documents.case import Case
from documents.checking.dictionary import Field
from documents.dictionary import LETTER_FIELDS, LETTERHEAD, TEXT
from documents.fields import named_ar, of_case
from documents.kind import About, Fields, Kind
from documents.kinds.letters.enclosures import drafts, note
from documents.language import Language, language_of, wording
from documents.letter import Letter, letter_fields
from documents.letter_page import contact, draw_letter
from documents.paragraphs import tag, write
from models import ItemStatus, PartialDate, Register
from workflow.history.items import Item
from workflow.language.folding import plain
from workflow.procedure.institutions import name_fr

_LONGEST = 60
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *LETTER_FIELDS,
    Field("reponse_avant", "Dernier jour pour répondre, s’il est fixé ; à écrire avec date_longue ou date_ar",
          date(2018, 4, 20)),
    Field("obligatoire", "Vrai si l’avis est requis par un texte", example=True),
    Field("urgence", "Vrai si l’urgence est déclarée", example=False),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Ask the body of the consultation chosen; of none chosen, that of the first that waits, else dots."""
    say, common, asked = wording(language), of_case(case, language), _chosen(case)
    values = asked.values if asked else {}
    to = head_of(str(values["body"]), case.names, case.on) if values.get("body") else Addressee()
    grid = say("grille d’observations à remplir", "جدول الملاحظات المراد ملؤه")
    letter = Letter(
        to,
        object=say(f"Demande d’avis – {common['objet']}", f"طلب إبداء الرأي – {common['objet']}"),
        enclosures=[*drafts(case, language), *note(case, language), grid],
    )
    due = PartialDate.parse(values["answer_by"]).last_day if values.get("answer_by") else None
    return common | letter_fields(case, letter, language) | {
        "reponse_avant": due,
        "obligatoire": values.get("compulsory") == "yes",
        "urgence": values.get("urgent") == "yes",
    }  # fmt: skip


def abouts(case: Case) -> Sequence[About]:
    """Give the consultations, each with its number and the body: a body may be asked twice."""
    return [_about(item) for item in case.items_in(Register.CONSULTATIONS)]


def _about(item: Item) -> About:
    body = str(item.values.get("body", ""))
    ascii_name = re.sub("[^a-z0-9]+", "-", plain(body)).strip("-")
    code = f"{item.number}-{ascii_name}"[:_LONGEST].rstrip("-")
    return About(code, name_fr(body), named_ar(body))


def _chosen(case: Case) -> Item | None:
    items = case.items_in(Register.CONSULTATIONS)
    if case.about:
        return next((item for item in items if _about(item).code == case.about), None)
    return next((item for item in items if item.status is ItemStatus.OPEN), None)


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return draw_letter(language, _draw_body)


def _draw_body(page: Page) -> None:
    say = wording(language_of(page))
    write(page, say(
        "J’ai l’honneur de soumettre à votre avis {{ le_texte }} dont l’intitulé figure en objet.",
        "وبعد، يشرفني أن أعرض على أنظاركم {{ le_texte }} المشار إليه في الموضوع أعلاه، قصد إبداء الرأي والملاحظات "
        "بشأنه.",
    ))  # fmt: skip
    tag(page, "if obligatoire")
    write(page, say(
        "Votre avis est requis en application de l’article ……… de ……………… ; il doit être joint au dossier transmis au "
        "Secrétariat général du gouvernement (décret n° 2-20-740, article 3).",
        "ورأيكم مطلوب تطبيقا للمادة ……… من ………………، ويتعين إرفاقه بالملف المحال على الأمانة العامة للحكومة (المرسوم "
        "رقم 2.20.740، المادة 3).",
    ))  # fmt: skip
    tag(page, "endif")
    write(page, say(
        "Je vous saurais gré de bien vouloir me faire part de votre avis et de vos observations sur l’ensemble du "
        "texte, et plus particulièrement sur ses articles ………………, en utilisant la grille ci-jointe.",
        "وألتمس منكم التفضل بموافاتي برأيكم وملاحظاتكم بشأن النص في مجمله، ولا سيما المواد ……………… منه، باستعمال "
        "الجدول المرفق.",
    ))  # fmt: skip
    _draw_deadline(page)
    contact(page)


def _draw_deadline(page: Page) -> None:
    say = wording(language_of(page))
    urgent = say("L’urgence étant déclarée, votre ", "ونظرا لحالة الاستعجال المعلنة، فإن ")
    usual = say("Votre ", "و")
    answer = say(
        "réponse est attendue au plus tard le {{ reponse_avant|date_longue }}.",
        "جوابكم منتظر داخل أجل أقصاه {{ reponse_avant|date_ar }}.",
    )
    write(page, f"{{% if urgence %}}{urgent}{{% else %}}{usual}{{% endif %}}{answer}")


KIND = Kind("saisine", context, template, FIELDS, abouts=abouts)
