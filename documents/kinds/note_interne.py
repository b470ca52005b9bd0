"""The note to the minister, under cover of the secretary general: where a text stands and what is asked.

Fields: those of every paper, and `echeances` (libelle, date, fondement, reste), `obstacles` (sentences).
"""

from functools import cache
from itertools import takewhile

from documents import grids, layout
from documents.case import Case
from documents.fields import due_next, of_case
from documents.house_style import base
from documents.kind import Fields, Kind
from documents.paragraphs import tag, write
from documents.template_engine import packed
from workflow.calendar.lateness import days_left_fr
from workflow.language.typography import capital

_SHOWN = 3


def context(case: Case) -> Fields:
    """Say where the text stands, what presses, what blocks."""
    return of_case(case) | {
        "echeances": [
            {
                "libelle": clock.label_fr,
                "date": clock.due_on,
                "fondement": capital(clock.basis_fr),
                "reste": days_left_fr(clock.days_left(case.on)),
            }
            for clock in due_next(case)[:_SHOWN]
        ],
        "obstacles": _obstacles(case),
    }


def _obstacles(case: Case) -> list[str]:
    # Only what stands before the next step: that another move is closed blocks nothing.
    ahead = takewhile(
        lambda each: each.reasons, (each for each in case.moves if each.move.offered in ("first", "next"))
    )
    closed = [reason for each in ahead for reason in each.reasons]
    late = [
        f"Échéance dépassée : {clock.label_fr[:1].lower()}{clock.label_fr[1:]}."
        for clock in due_next(case)
        if (clock.days_left(case.on) or 0) < 0
    ]
    return list(dict.fromkeys([*closed, *late]))


@cache
def template() -> bytes:
    """Draw the factory page."""
    page = base()
    layout.letterhead(page)
    layout.title(page, "Note à l’attention de {{ ministre }}", "مذكرة إخبارية", under="S/C de {{ secretaire_general }}")
    write(page, "{{ objet }}", "Objet", label="Objet : ")
    layout.heading(page, "Où en est le texte")
    write(page, "{{ phrase }}")
    standing = (
        ("Entre les mains de", "{{ detenteur }}{% if detenu_depuis %}, {{ detenu_depuis }}{% endif %}"),
        ("Suivi par", "{{ responsable|points }}"),
        ("Dernier acte", "{% if dernier_acte_le %}{{ dernier_acte_le|date_longue }} – {% endif %}{{ dernier_acte }}"),
        ("Prochaine étape", "{{ prochaine_action }}"),
    )
    grids.pairs(page, "Où en est le texte : qui le détient, qui le suit, dernier acte, prochaine étape", standing)
    layout.heading(page, "Échéances")
    tag(page, "if echeances")
    columns = (("Échéance", 4.6), ("Date", 3.3), ("Fondement", 5.1), ("Délai", 3.0))
    deadlines = grids.ruled(page, "Prochaines échéances", columns)
    fields = ("{{ e.libelle }}", "{{ e.date|date_longue }}", "{{ e.fondement }}", "{{ e.reste }}")
    grids.fill_rows(deadlines, "e in echeances", fields)
    tag(page, "else")
    write(page, "Aucune échéance en cours.")
    tag(page, "endif")
    layout.heading(page, "Ce qui bloque")
    tag(page, "for obstacle in obstacles")
    write(page, "{{ obstacle }}", "Liste")
    tag(page, "else")
    write(page, "Aucun obstacle relevé.")
    tag(page, "endfor")
    layout.heading(page, "Décision demandée")
    layout.choices(page, ("Accord", "Désaccord", "À discuter"))
    write(page, "………………………………………………", label="Observations : ")
    layout.signature(page, "Le chef de division,", "{{ ville }}, le ………………")
    write(page, "P.J. : fiche de suivi du texte.", "Note")
    layout.footer(page)
    return packed(page)


KIND = Kind("note_interne", "Note interne", "مذكرة إخبارية", context, template)
