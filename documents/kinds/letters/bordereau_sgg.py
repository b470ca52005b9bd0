"""The slip that sends a text to the Secrétariat général du gouvernement, with its checklist.

Fields: those of every paper, of addresses and of signatures, and `projet`, `envoi` (what is sent, in a sentence),
`pieces` (designation, nombre, observations: those that are there), `pj` (how many they are) and `controle` (case,
libelle, etat, fondement: the ten items of a complete file).
"""

from collections import Counter
from functools import cache

from docx.document import Document as Page

from documents.addressee import head_of
from documents.case import Case
from documents.engine.archive import packed
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.letters.bordereau_fields import FIELDS
from documents.kinds.letters.checklist import Line, State, attached, checklist, file_of
from documents.language import Language, language_of, wording
from documents.letter import Letter, addressed_fields, counted, signed_fields
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.letter_page import addresses
from documents.page.paragraphs import write
from models import SignedKind
from workflow.conditions.complete_file import ticked
from workflow.history.opinions import opinions
from workflow.history.signatures import signatures
from workflow.language.typography import DASH, DOTS, capital

_TICKED, _OPEN = "☑", "☐"
_DRAFT = "arabic"
SGG = "sgg"


def context(case: Case, language: Language = "fr") -> Fields:
    """List the pieces attached, those ticked when the draft was validated, and what a complete file holds."""
    pieces = sent_pieces(case, language)
    draft = wording(language)(case.procedure.draft.fr, case.procedure.draft.ar)
    blank = {"designation": capital(draft), "nombre": DOTS, "observations": DOTS}
    slip = Letter(head_of(SGG, case.names, case.on), object="")
    return of_case(case, language) | {
        **addressed_fields(case, slip, language),
        **signed_fields(case, SignedKind.SLIP, language),
        "projet": draft,
        "envoi": _sending(case, language),
        "pieces": pieces or [blank],
        "pj": _counted(pieces, language),
        "controle": [_checked(line, language) for line in checklist(case)],
    }


def sent_pieces(case: Case, language: Language) -> list[dict[str, str]]:
    """List the pieces that go: designation, nombre, observations; of each, its newest version."""
    of_kind, declared, say = attached(case), ticked(case.situation), wording(language)
    found = []
    for each in file_of(case):
        joined = sum(of_kind[kind] for kind in each.kinds)
        if joined or (each.applies and each.code in declared):
            number = str(joined or _number(case, each.code))
            found.append(_piece(each.code, say(each.words_fr, each.words_ar), number, language))
    return [piece for piece in found if piece["nombre"] != "0"] + _besides(case, of_kind, language)


def _checked(line: Line, language: Language) -> dict[str, str]:
    say = wording(language)
    boxes = {State.MISSING: _OPEN, State.NEEDLESS: DASH}
    return {
        "case": boxes.get(line.state, _TICKED),
        "libelle": say(line.label_fr, line.label_ar),
        "etat": line.state.label(language),
        "fondement": say(line.basis_fr, line.basis_ar),
    }


def _besides(case: Case, of_kind: Counter[str], language: Language) -> list[dict[str, str]]:
    """List the pieces attached that go with the draft without being on the checklist."""
    return [
        _piece(code, wording(language)(kind.fr, kind.ar), str(of_kind[code]), language)
        for code, kind in case.procedure.vocabulary.pieces.items()
        if kind.accompanies and of_kind[code]
    ]


def _piece(value: str, label: str, number: str, language: Language) -> dict[str, str]:
    say = wording(language)
    study = say("Pour examen et suite de la procédure", "قصد الدراسة وعرضه على مسطرة المصادقة")
    return {
        "designation": capital(label.partition(" (")[0]),
        "nombre": number,
        "observations": study if value == _DRAFT else say("À l’appui", "تعزيزا للملف"),
    }


def _number(case: Case, value: str) -> str:
    """Count a piece that was ticked and not attached by what the file tells of it.

    Opinions are ticked also where none is required: there is a piece for each that was given. Of agreements, only what
    is recorded by name is counted; of others, only the person who closes the envelope knows the number.
    """
    if value == "opinions":
        return str(sum(each.answered for each in opinions(case.situation)))
    if value == "agreements":
        return str(sum(each.signed is not None for each in signatures(case.situation)) or DOTS)
    return "1"


def _counted(rows: list[dict[str, str]], language: Language) -> str:
    """Count what is in the envelope; dots where a number is left to the person who closes it."""
    if not rows or DOTS in (row["nombre"] for row in rows):
        return DOTS
    return counted(sum(int(row["nombre"]) for row in rows), language)


def _sending(case: Case, language: Language) -> str:
    draft = case.procedure.draft
    if language == "ar":
        return f"{draft.ar} المشار إليه في الموضوع أعلاه، مرفقا بالوثائق المبينة بعده، قصد عرضه على مسطرة المصادقة"
    article, e = ("la", "e") if draft.gender == "f" else ("le", "")
    return (
        f"{article} {draft.fr} visé{e} en objet, accompagné{e} des pièces énumérées ci-après, aux fins de son "
        "introduction dans la procédure d’approbation"
    )


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language), wording(language)
    layout.letterhead(page)
    layout.reference(page)
    addresses(page)
    layout.title(page, "Bordereau d’envoi", "ورقة الإرسال")
    write(page, "{{ objet }}", "Objet", label=say("Objet : ", "الموضوع: "))
    write(page, "{{ pj }}", "Objet", label=say("P.J. : ", "المرفقات: "))
    sent = say(
        "J’ai l’honneur de vous faire parvenir, ci-joint, {{ envoi }}.", "يشرفني أن أحيل عليكم، رفقته، {{ envoi }}."
    )
    write(page, sent)
    _draw_pieces(page)
    _draw_checklist(page)
    layout.signature(
        page,
        say("{{ signataire }},", "{{ signataire }}،"),
        "",
        formula="signataire_formule",
        name="{% if signataire_nom %}{{ signataire_nom }}{% else %}………………………………{% endif %}",
    )
    received = say("Accusé de réception : reçu le ……………… sous le n° ………………",
                   "إشعار بالتوصل: توصل به بتاريخ ……………… تحت رقم ………………")  # fmt: skip
    write(page, received, "Note")
    layout.footer(page)
    return packed(page)


def _draw_pieces(page: Page) -> None:
    say = wording(language_of(page))
    columns = (
        (say("Désignation des pièces", "نوع المراسلات وتلخيص موضوعها"), 7.6), (say("Nombre", "عدد المرفقات"), 3.2),
        (say("Observations", "ملاحظات"), 5.2),
    )  # fmt: skip
    slip = grids.ruled(page, say("Pièces envoyées", "الوثائق المرسلة"), columns)
    grids.fill_rows(slip, "p in pieces", ("{{ p.designation }}", "{{ p.nombre }}", "{{ p.observations }}"))


def _draw_checklist(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Contrôle du dossier", "مراقبة الملف"))
    columns = (
        (say("Pièce d’un dossier complet", "وثائق الملف الكامل"), 6.6), (say("État", "الحالة"), 3.4),
        (say("Fondement", "السند"), 6.0),
    )  # fmt: skip
    found = grids.ruled(page, say("Contrôle du dossier", "مراقبة الملف"), columns)
    grids.fill_rows(found, "c in controle", ("{{ c.libelle }}", "{{ c.case }} {{ c.etat }}", "{{ c.fondement }}"))
    meaning = say(
        "Jointe : attachée au dossier. Enregistrée : inscrite dans un registre du texte. Déclarée : indiquée par le "
        "service. "
        "Manque : rien ne le montre.",
        "مرفقة: مودعة بالملف. مسجلة: مدونة بأحد سجلات النص. مصرح بها: صرحت بها المصلحة. ناقصة: لا شيء يثبتها.",
    )
    write(page, meaning, "Note", keep=True)


KIND = Kind("bordereau_sgg", context, template, FIELDS)
