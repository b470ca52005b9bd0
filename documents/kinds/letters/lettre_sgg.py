"""The letter that sends a text to the Secrétariat général du gouvernement, with its slip.

Fields: those of every paper and of letters, and `envoi`, what is sent and why.
"""

from functools import cache

from docx.document import Document as Page

from documents.addressee import head_of
from documents.case import Case
from documents.dictionary import LETTER_FIELDS, LETTERHEAD, TEXT, said
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.letters.bordereau_sgg import SGG, sent_pieces
from documents.kinds.letters.registered import cited, received_from
from documents.language import Language, language_of, wording
from documents.letter import Letter, letter_fields, named_text
from documents.page.letter_page import contact, draw_letter
from documents.page.paragraphs import write

FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *LETTER_FIELDS,
    said("envoi", "Ce qui est envoyé, dans une phrase", "le projet de loi dont l’intitulé figure en objet",
           "مشروع القانون المشار إليه في الموضوع أعلاه"),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Send the draft with what the slip lists; the last letter of the SGG is answered where the register has one."""
    say, common = wording(language), of_case(case, language)
    received = received_from(case, SGG)[-1:]
    pieces = [say("bordereau d’envoi", "ورقة الإرسال"), *(each["designation"] for each in sent_pieces(case, language))]
    letter = Letter(
        head_of(SGG, case.names, case.on),
        object=say(f"Transmission au Secrétariat général du gouvernement – {common['objet']}",
                   f"إحالة على الأمانة العامة للحكومة – {common['objet']}"),
        references=[cited(each, language, named=("votre lettre", "رسالتكم")) for each in received],
        enclosures=[f"{piece[:1].lower()}{piece[1:]}" for piece in pieces],
    )  # fmt: skip
    return common | letter_fields(case, letter, language) | {"envoi": _sent(case, language)}


def _sent(case: Case, language: Language) -> str:
    """Name the draft, and what goes with it."""
    draft = case.procedure.draft
    if language == "ar":
        return f"{draft.ar} المشار إليه في الموضوع أعلاه، مرفقا بالوثائق المبينة في ورقة الإرسال"
    together = "accompagnée" if draft.gender == "f" else "accompagné"
    named = named_text(draft, "fr")
    return f"{named} dont l’intitulé figure en objet, {together} des pièces énumérées au bordereau d’envoi"


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return draw_letter(language, _draw_body)


def _draw_body(page: Page) -> None:
    say = wording(language_of(page))
    sent = say(
        "J’ai l’honneur de vous faire parvenir, ci-joint, {{ envoi }}, aux fins de son introduction dans la procédure "
        "d’approbation.",
        "وبعد، يشرفني أن أحيل عليكم، رفقته، {{ envoi }}، قصد عرضه على مسطرة المصادقة.",
    )
    write(page, sent)
    contact(page)


KIND = Kind("lettre_sgg", context, template, FIELDS)
