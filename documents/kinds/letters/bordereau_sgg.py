"""The slip that sends a text to the Secrétariat général du gouvernement, with its checklist.

Fields: those of every paper, and `projet`, `expediteur`, `signataire`, `signataire_formule`, `signataire_nom`, `envoi`
(what is sent, in a sentence), `pieces` (designation, nombre, observations: those that are there), `pj` (how many they
are) and `controle` (case, libelle).
"""

from collections import Counter
from functools import cache

from docx.document import Document as Page

from documents import grids, layout
from documents.case import Case, Letterhead
from documents.engine.archive import packed
from documents.fields import of_case
from documents.house_style import base
from documents.kind import Fields, Kind
from documents.kinds.letters.bordereau_fields import FIELDS
from documents.language import Language, language_of, wording
from documents.paragraphs import tag, write
from models import SignedKind
from workflow.history.opinions import opinions
from workflow.history.signatures import signatures
from workflow.language.counting import DOCUMENTS, counted_ar
from workflow.language.typography import DOTS, capital
from workflow.pieces.kept import newest

_TICKED, _OPEN = "☑", "☐"
_DRAFT = "arabic"
_MINISTRY_AR, _WOMAN_AR, _MAN_AR = "وزارة", "وزيرة", "وزير"


def context(case: Case, language: Language = "fr") -> Fields:
    """List the pieces attached, those ticked when the draft was validated, and what a complete file holds."""
    # Of each piece, its newest version goes.
    attached = Counter(facts["piece"] for facts in newest(case.situation.done))
    proved, expected = _proved(case, attached), _expected(case, language)
    ticked = _ticked(case) | proved.keys()
    numbers = {value: str(proved[value] or _number(case, value)) for value in ticked}
    found = [_piece(value, label, numbers[value], language) for value, label in expected.items() if value in ticked]
    pieces = [piece for piece in found if piece["nombre"] != "0"] + _besides(case, attached, language)
    draft = wording(language)(case.procedure.draft.fr, case.procedure.draft.ar)
    blank = {"designation": capital(draft), "nombre": DOTS, "observations": DOTS}
    return of_case(case, language) | {
        "projet": draft,
        "expediteur": _sender(case.letterhead, language),
        **_signed(case, language),
        "envoi": _sending(case, language),
        "pieces": pieces or [blank],
        "pj": _counted(pieces, language),
        "controle": [
            {"case": _TICKED if value in ticked else _OPEN, "libelle": capital(label)}
            for value, label in expected.items()
        ],
    }


def _ticked(case: Case) -> set[str]:
    lists = [done.facts["pieces"] for done in case.situation.done if done.facts.get("pieces")]
    return set(lists[-1]) if lists else set()


def _proved(case: Case, attached: Counter[str]) -> Counter[str]:
    """Count the pieces attached by what they are of the checklist."""
    found: Counter[str] = Counter()
    for code, kind in case.procedure.vocabulary.pieces.items():
        if kind.proves and attached[code]:
            found[kind.proves] += attached[code]
    return found


def _besides(case: Case, attached: Counter[str], language: Language) -> list[dict[str, str]]:
    """List the pieces attached that go with the draft without being on the checklist."""
    return [
        _piece(code, wording(language)(kind.fr, kind.ar), str(attached[code]), language)
        for code, kind in case.procedure.vocabulary.pieces.items()
        if kind.accompanies and attached[code]
    ]


def _expected(case: Case, language: Language) -> dict[str, str]:
    choices = case.procedure.vocabulary.facts["pieces"].choices
    labels = {choice.value: wording(language)(choice.fr, choice.ar) for choice in choices}
    if language == "fr" and case.procedure.agreements_fr and "agreements" in labels:
        labels["agreements"] = case.procedure.agreements_fr
    if not case.text.financial_impact:
        labels.pop("finance", None)
    ordered = case.situation.count("order_impact_study")
    if not (ordered or any(facts["piece"] == "impact_study" for facts in newest(case.situation.done))):
        labels.pop("impact_study", None)
    return labels


def _piece(value: str, label: str, number: str, language: Language) -> dict[str, str]:
    say = wording(language)
    study = say("Pour examen et suite de la procédure", "قصد الدراسة وعرضه على مسطرة المصادقة")
    return {
        "designation": capital(label.partition(" (")[0]),
        "nombre": number,
        "observations": study if value == _DRAFT else say("À l’appui", "للإثبات"),
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
    pieces = sum(int(row["nombre"]) for row in rows)
    if language == "ar":
        return counted_ar(pieces, DOCUMENTS)
    return f"{pieces} pièce{'s' if pieces > 1 else ''}"


def _sending(case: Case, language: Language) -> str:
    draft = case.procedure.draft
    if language == "ar":
        return f"{draft.ar} المشار إليه في الموضوع أعلاه، مرفقا بالوثائق المبينة بعده، قصد عرضه على مسطرة المصادقة"
    article, e = ("la", "e") if draft.gender == "f" else ("le", "")
    return (
        f"{article} {draft.fr} visé{e} en objet, accompagné{e} des pièces énumérées ci-après, aux fins de son "
        "introduction dans la procédure d’approbation"
    )


def _signatory(letterhead: Letterhead, language: Language) -> str:
    return capital(wording(language)(letterhead.minister_fr, letterhead.minister_ar).partition(" ")[2])


def _signed(case: Case, language: Language) -> Fields:
    """Say who signs: a delegate by the formula of delegation, else the minister, by name where it is known."""
    say, known = wording(language), case.signatory(SignedKind.SLIP)
    if known is None:
        return {"signataire": _signatory(case.letterhead, language), "signataire_formule": "", "signataire_nom": ""}
    return {
        "signataire": say(known.quality_fr, known.quality_ar),
        "signataire_formule": say(known.formula_fr, known.formula_ar),
        "signataire_nom": say(known.name_fr, known.name_ar),
    }


def _sender(letterhead: Letterhead, language: Language) -> str:
    """Name the minister by the ministry: "La Ministre de la Solidarité", "وزيرة التضامن"."""
    ministry, _, field = wording(language)(letterhead.name_fr, letterhead.name_ar).partition(" ")
    if language == "ar":
        minister = _WOMAN_AR if _WOMAN_AR in letterhead.minister_ar else _MAN_AR
        return f"{minister} {field}" if ministry == _MINISTRY_AR else letterhead.name_ar
    return f"{_signatory(letterhead, language)} {field}" if ministry == "Ministère" else letterhead.name_fr


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language), wording(language)
    layout.letterhead(page)
    layout.reference(page)
    write(page, "{{ expediteur }}", "Destinataire")
    write(page, say("à", "إلى"), "Destinataire")
    to = say("Monsieur le Secrétaire général du gouvernement", "السيد الأمين العام للحكومة")
    write(page, to, "Destinataire gras")
    layout.title(page, "Bordereau d’envoi", "ورقة الإرسال")
    write(page, "{{ objet }}", "Objet", label=say("Objet : ", "الموضوع: "))
    write(page, "{{ pj }}", "Objet", label=say("P.J. : ", "المرفقات: "))
    sent = say(
        "J’ai l’honneur de vous faire parvenir, ci-joint, {{ envoi }}.", "يشرفني أن أحيل عليكم، رفقته، {{ envoi }}."
    )
    write(page, sent)
    _draw_pieces(page)
    layout.signature(
        page,
        say("{{ signataire }},", "{{ signataire }}،"),
        say("{{ ville }}, le ………………", "{{ ville }} في ………………"),
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
    layout.heading(page, say("Contrôle du dossier", "مراقبة الملف"))
    law = say("Pièces prévues par l’article 3 du décret n° 2-20-740 :",
              "الوثائق المنصوص عليها في المادة 3 من المرسوم رقم 2.20.740:")  # fmt: skip
    write(page, law, "Note", keep=True)
    tag(page, "for c in controle")
    write(page, "{{ c.case }}\t{{ c.libelle }}", "Contrôle")
    tag(page, "endfor")


KIND = Kind("bordereau_sgg", context, template, FIELDS)
