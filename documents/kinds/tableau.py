"""The table of legislative production: every text, grouped as the ministry groups them, and where each stands.

Fields: those of the letterhead, `situation_le`, `dossier`, `compteurs` (libelle, nombre) and `rubriques` (libelle,
lignes: objet, etat).
"""

from dataclasses import dataclass
from functools import cache

from docx.document import Document as Page
from docx.shared import Length

from documents import grids, layout
from documents.case import Letterhead
from documents.engine.archive import packed
from documents.fields import of_letterhead, with_number
from documents.house_style import base
from documents.kind import Fields, Kind
from documents.paragraphs import write
from workflow.reports.production import ProductionTable


@dataclass(frozen=True)
class Production:
    """The table, and who publishes it."""

    table: ProductionTable
    letterhead: Letterhead


def context(production: Production) -> Fields:
    """Tell the table; its counters are counted on its rows."""
    table = production.table
    return of_letterhead(production.letterhead) | {
        "dossier": "Tableau de la production législative",
        "situation_le": table.on,
        "compteurs": [{"libelle": label, "nombre": str(count)} for label, count in table.counters],
        "rubriques": [
            {
                "libelle": f"{group.section.label_fr} ({len(group.rows)})",
                "lignes": [
                    {"objet": with_number(row.title, row.number, apart="\n"), "etat": row.sentence}
                    for row in group.rows
                ],
            }
            for group in table.groups
        ],
    }


@cache
def template() -> bytes:
    """Draw the factory page."""
    page = base(landscape=True)
    layout.letterhead(page)
    under = "Situation au {{ situation_le|date_longue }}"
    layout.title(page, "Tableau de la production législative", "جدول الإنتاج التشريعي", under=under)
    _draw_counters(page)
    # Two tables without a paragraph between them would be one.
    said = "{% if rubriques %}Chaque texte est cité avec son état à cette date.{% else %}Aucun texte ouvert.{% endif %}"
    write(page, said, "Note")
    listed = grids.ruled(page, "Textes par nature, et leur état", (("Objet", 11.7), ("État", 14.0)))
    grids.tag_row(listed, "for rubrique in rubriques")
    grids.group_row(listed, "{{ rubrique.libelle }}")
    grids.fill_rows(listed, "ligne in rubrique.lignes", ("{{ ligne.objet }}", "{{ ligne.etat }}"))
    grids.tag_row(listed, "endfor")
    write(page, "Les nombres en tête sont ceux des lignes du tableau.", "Note")
    layout.footer(page)
    return packed(page)


def _draw_counters(page: Page) -> None:
    quarter = Length(grids.width(page) // 4)
    cells = grids.cells(grids.add_row(grids.grid(page, "Nombre de textes par nature", [quarter] * 4)))
    for place, cell in enumerate(cells):
        grids.lines(cell, "Chiffre", (f"{{{{ compteurs[{place}].nombre }}}}",))
        write(cell, f"{{{{ compteurs[{place}].libelle }}}}", "Chiffre-libellé")


TABLEAU = Kind("tableau", "Tableau de la production législative", "جدول الإنتاج التشريعي", context, template)
