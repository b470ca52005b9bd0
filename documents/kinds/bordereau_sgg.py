"""The slip that sends a text to the Secrétariat général du gouvernement, with its checklist.

Fields: those of every paper, and `projet`, `expediteur`, `signataire`, `pieces` (designation, nombre, observations),
`controle` (case, libelle).
"""

from functools import cache

from documents import grids, layout
from documents.case import Case, Letterhead
from documents.engine.archive import packed
from documents.fields import of_case
from documents.house_style import base
from documents.kind import Fields, Kind
from documents.paragraphs import tag, write
from workflow.language.typography import DOTS, capital

_TICKED, _OPEN = "☑", "☐"
_DRAFT = "arabic"
# Sent once each; of the others only the person who closes the envelope knows the number.
_SINGLE = {_DRAFT, "presentation"}


def context(case: Case) -> Fields:
    """List what was ticked when the draft was validated, and what a complete file holds."""
    ticked = _ticked(case)
    pieces = [_piece(value, label) for value, label in _expected(case).items() if value in ticked]
    draft = case.procedure.draft.fr
    return of_case(case) | {
        "projet": draft,
        "expediteur": _sender(case.letterhead),
        "signataire": _signatory(case.letterhead),
        "pieces": pieces or [{"designation": capital(draft), "nombre": DOTS, "observations": DOTS}],
        "controle": [
            {"case": _TICKED if value in ticked else _OPEN, "libelle": capital(label)}
            for value, label in _expected(case).items()
        ],
    }


def _ticked(case: Case) -> set[str]:
    lists = [done.facts["pieces"] for done in case.situation.done if done.facts.get("pieces")]
    return set(lists[-1]) if lists else set()


def _expected(case: Case) -> dict[str, str]:
    labels = {choice.value: choice.fr for choice in case.procedure.vocabulary.facts["pieces"].choices}
    if case.procedure.agreements_fr and "agreements" in labels:
        labels["agreements"] = case.procedure.agreements_fr
    if not case.text.financial_impact:
        labels.pop("finance", None)
    return labels


def _piece(value: str, label: str) -> dict[str, str]:
    return {
        "designation": capital(label.partition(" (")[0]),
        "nombre": "1" if value in _SINGLE else DOTS,
        "observations": "Pour examen et suite de la procédure" if value == _DRAFT else "À l’appui",
    }


def _signatory(letterhead: Letterhead) -> str:
    return capital(letterhead.minister_fr.partition(" ")[2])


def _sender(letterhead: Letterhead) -> str:
    """Name the minister by the ministry: "La Ministre de la Solidarité"."""
    ministry, _, field = letterhead.name_fr.partition(" ")
    return f"{_signatory(letterhead)} {field}" if ministry == "Ministère" else letterhead.name_fr


@cache
def template() -> bytes:
    """Draw the factory page."""
    page = base()
    layout.letterhead(page)
    layout.reference(page)
    write(page, "{{ expediteur }}", "Destinataire")
    write(page, "à", "Destinataire")
    write(page, "Monsieur le Secrétaire général du gouvernement", "Destinataire gras")
    layout.title(page, "Bordereau d’envoi", "ورقة الإرسال")
    write(page, "{{ objet }}", "Objet", label="Objet : ")
    write(
        page,
        "J’ai l’honneur de vous faire parvenir, ci-joint, le {{ projet }} visé en objet, accompagné des pièces "
        "énumérées ci-après, aux fins de son introduction dans la procédure d’approbation.",
    )
    columns = (("Désignation des pièces", 8.2), ("Nombre", 2.2), ("Observations", 5.6))
    slip = grids.ruled(page, "Pièces envoyées", columns)
    grids.fill_rows(slip, "p in pieces", ("{{ p.designation }}", "{{ p.nombre }}", "{{ p.observations }}"))
    layout.heading(page, "Contrôle du dossier")
    write(page, "Pièces prévues par l’article 3 du décret n° 2-20-740 :", "Note")
    tag(page, "for c in controle")
    write(page, "{{ c.case }}\t{{ c.libelle }}", "Contrôle")
    tag(page, "endfor")
    layout.signature(page, "{{ signataire }},", "P.J. : {{ pieces|length }}")
    write(page, "Accusé de réception : reçu le ……………… sous le n° ………………", "Note")
    layout.footer(page)
    return packed(page)


# The file goes to the SGG, and may go again, until the Council has dealt with it.
_PHASES = frozenset({"preparation", "approval", "government_council"})
KIND = Kind("bordereau_sgg", "Bordereau d’envoi au SGG", "ورقة الإرسال", context, template, _PHASES)
