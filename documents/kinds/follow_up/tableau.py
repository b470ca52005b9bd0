"""The table of legislative production: every text, grouped as the ministry groups them, and where each stands.

Fields: those of the letterhead, `situation_le`, `dossier`, those of the period, `compteurs` (libelle, nombre) and
`rubriques` (libelle, lignes: objet, etat).
"""

from dataclasses import dataclass
from functools import cache

from docx.document import Document as Page
from docx.shared import Length

from documents.case import Letterhead
from documents.engine.archive import packed
from documents.fields import of_letterhead, of_no_version
from documents.kind import Fields, Kind
from documents.kinds.follow_up.tableau_fields import FIELDS
from documents.kinds.follow_up.tableau_period import draw_period, of_period, titled
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import write
from workflow.reports.production import ProductionGroup, ProductionRow, ProductionTable

_NAME = ("Tableau de la production législative", "جدول الإنتاج التشريعي")
# In the order in which the table counts them.
_COUNTED_AR = ("مشاريع ومقترحات القوانين", "القوانين", "المراسيم ومشاريع المراسيم", "القرارات ومشاريع القرارات")


@dataclass(frozen=True)
class Production:
    """The table, and who publishes it."""

    table: ProductionTable
    letterhead: Letterhead


def context(production: Production, language: Language = "fr") -> Fields:
    """Tell the table; its counters are counted on its rows."""
    table, say = production.table, wording(language)
    counted = zip(table.counters, _COUNTED_AR, strict=True)
    return (
        of_letterhead(production.letterhead, language)
        | of_period(table.period, language)
        | {
            "dossier": say(*_NAME),
            "situation_le": table.on,
            **of_no_version(),
            "compteurs": [{"libelle": say(label, arabic), "nombre": str(count)} for (label, count), arabic in counted],
            "rubriques": [_group(group, language) for group in table.groups],
        }
    )


def _group(group: ProductionGroup, language: Language) -> Fields:
    label = wording(language)(group.section.label_fr, group.section.label_ar)
    return {
        "libelle": f"{label} ({len(group.rows)})",
        "lignes": [_line(row, language) for row in group.rows],
    }


def _line(row: ProductionRow, language: Language) -> Fields:
    return {
        "objet": titled(row.title, row.title_ar, row.number, language),
        "etat": wording(language)(row.sentence, row.sentence_ar),
    }


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language, landscape=True), wording(language)
    layout.letterhead(page)
    under = say("Situation au {{ situation_le|date_longue }}", "الوضعية إلى غاية {{ situation_le|date_ar }}")
    layout.title(page, *_NAME, under=under)
    _draw_counters(page)
    draw_period(page)
    # Two tables without a paragraph between them would be one.
    told = say("Chaque texte est cité avec son état à cette date.", "يذكر كل نص مع وضعيته في هذا التاريخ.")
    none = say("Aucun texte ouvert.", "لا يوجد أي نص مفتوح.")
    write(page, f"{{% if rubriques %}}{told}{{% else %}}{none}{{% endif %}}", "Note")
    columns = ((say("Objet", "الموضوع"), 11.7), (say("État", "الوضعية"), 14.0))
    listed = grids.ruled(page, say("Textes par nature, et leur état", "النصوص حسب طبيعتها ووضعيتها"), columns)
    grids.tag_row(listed, "for rubrique in rubriques")
    grids.group_row(listed, "{{ rubrique.libelle }}")
    grids.fill_rows(listed, "ligne in rubrique.lignes", ("{{ ligne.objet }}", "{{ ligne.etat }}"))
    grids.tag_row(listed, "endfor")
    write(
        page, say("Les nombres en tête sont ceux des lignes du tableau.", "الأعداد أعلاه هي أعداد أسطر الجدول."), "Note"
    )
    layout.plain_footer(page)
    return packed(page)


def _draw_counters(page: Page) -> None:
    quarter = Length(grids.width(page) // 4)
    about = wording(language_of(page))("Nombre de textes par nature", "عدد النصوص حسب طبيعتها")
    cells = grids.cells(grids.add_row(grids.grid(page, about, [quarter] * 4)))
    for place, cell in enumerate(cells):
        grids.lines(cell, "Chiffre", (f"{{{{ compteurs[{place}].nombre }}}}",))
        write(cell, f"{{{{ compteurs[{place}].libelle }}}}", "Chiffre-libellé")


TABLEAU = Kind("tableau", context, template, FIELDS)
