"""The factory page on which a procedure is read again: landscape, its last column left to the reader."""

from functools import cache

from docx.document import Document as Page
from docx.shared import Length
from docx.table import Table, _Cell

from documents.engine.archive import packed
from documents.language import Arabic, Language
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import tag, write

_REMARK = "Observation du relecteur"
_BLANK = "Tableau-observation"
_MISSING_ROWS = 6
_MARKS = (
    "la règle a été lue dans le texte cité",
    "l’article est cité de mémoire, et reste à vérifier",
    "l’usage est constaté, sans texte qui l’impose",
    "le texte applicable n’est pas trouvé, ou se lit de plusieurs façons",
    "une base est citée, sans dire si elle a été lue",
    "simple suivi, ou base qui manque",
)


@cache
def template(_language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page = base(landscape=True)
    layout.letterhead(page)
    under = "{{ nature }} – version {{ version }}, en vigueur depuis le {{ en_vigueur|date_longue }}"
    layout.title(page, "La procédure, pour relecture", "المسطرة قصد المراجعة", under=under)
    _draw_reading(page)
    _draw_states(page)
    _draw_moves(page, "Étapes", "Depuis, et vers", "Ce qui fait passer le texte d’un état à un autre.")
    said = "Ce qui se consigne sans que le texte change de place : avis, observations, dates, prolongations."
    _draw_moves(page, "Enregistrements", "Pendant", said)
    _draw_deadlines(page)
    _draw_missing(page)
    layout.plain_footer(page)
    return packed(page)


def _draw_reading(page: Page) -> None:
    write(
        page,
        "Ce document dit, ligne par ligne, la procédure que suit l’application. La colonne de droite est laissée au "
        "relecteur : « conforme », ou ce qui est à corriger, avec l’article. La colonne « Certitude » dit d’où vient "
        "chaque ligne ; ce qui n’a pas été lu y est en gras. Voici le nombre de lignes de chaque certitude.",
    )
    share = Length(grids.width(page) // len(_MARKS))
    row = grids.add_row(grids.grid(page, "Nombre de lignes selon leur certitude", [share] * len(_MARKS)))
    for place, (cell, words) in enumerate(zip(grids.cells(row), _MARKS, strict=True)):
        grids.lines(cell, "Chiffre", (f"{{{{ comptes[{place}].nombre }}}}",))
        write(cell, "", "Chiffre-libellé", label=f"{{{{ comptes[{place}].libelle }}}}")
        write(cell, words, "Chiffre-libellé")
    layout.heading(page, "Qui peut enregistrer")
    who = grids.ruled(page, "Lettres de la colonne « Qui »", (("Qui", 1.6), ("Fonctions", 24.1)))
    grids.fill_rows(who, "q in qui", ("{{ q.lettre }}", "{{ q.roles }}"))


def _draw_states(page: Page) -> None:
    _open(page, "États")
    write(page, "Un état est une place où le texte peut se trouver ; quelqu’un y détient le dossier.", "Note")
    columns = (
        ("Repère", 1.7), ("État", 4.3), ("En arabe", 4.2), ("Entre les mains de", 4.1), ("Échéances propres", 6.4),
        (_REMARK, 5.0),
    )  # fmt: skip
    made = _ruled(page, "États, par phase", columns)
    grids.tag_row(made, "for phase in phases")
    grids.group_row(made, "{{ phase.libelle }}")
    fields = (
        "{{ e.repere }}", "{{ e.libelle }}", Arabic("{{ e.libelle_ar }}"), "{{ e.detenteur }}", "{{ e.echeances }}",
    )  # fmt: skip
    grids.tag_row(made, "for e in phase.etats")
    _fill(made, fields)
    grids.tag_row(made, "endfor")
    grids.tag_row(made, "endfor")


def _draw_moves(page: Page, heading: str, where: str, said: str) -> None:
    listed = heading.lower().replace("é", "e")
    _open(page, heading)
    write(page, said, "Note")
    columns = (
        ("N°", 1.2), (heading.removesuffix("s"), 4.1), (where, 4.5), ("Qui", 1.1),
        ("Conditions, et ce qui est demandé", 4.9), ("Base", 3.2), ("Certitude", 2.3), (_REMARK, 4.4),
    )  # fmt: skip
    made = _ruled(page, f"{heading}, par phase", columns)
    grids.tag_row(made, f"for groupe in {listed}")
    grids.group_row(made, "{{ groupe.libelle }}")
    grids.tag_row(made, "for e in groupe.lignes")
    fields = ("{{ e.numero }}", "{{ e.libelle }}", "{{ e.parcours }}", "{{ e.qui }}", "{{ e.conditions }}")
    _fill(made, (*fields, "{{ e.base }}"), marked="e")
    grids.tag_row(made, "endfor")
    grids.tag_row(made, "endfor")


def _draw_deadlines(page: Page) -> None:
    _open(page, "Échéances")
    said = "Chaque délai avec toutes ses valeurs : celle du jour où il commence à courir s’applique jusqu’à sa fin."
    write(page, said, "Note")
    columns = (
        ("Depuis", 3.5), ("Délai", 4.4), ("Chambre", 4.1), ("Base", 6.4), ("Certitude", 2.3), (_REMARK, 5.0),
    )  # fmt: skip
    made = _ruled(page, "Échéances et leurs valeurs", columns)
    grids.tag_row(made, "for e in echeances")
    grids.group_row(made, "{{ e.libelle }}")
    *across, last = grids.cells(grids.add_row(made))
    _leave_blank(last)
    frame = across[0].merge(across[-1])
    grids.lines(frame, "Tableau-cadre", ())
    tag(frame, "for c in e.cadre")
    write(frame, "{{ c.mots }}", "Tableau-cadre", label="{{ c.libelle }} : ")
    tag(frame, "endfor")
    grids.tag_row(made, "for v in e.valeurs")
    _fill(made, ("{{ v.depuis }}", "{{ v.delai }}", "{{ v.chambre }}", "{{ v.base }}"), marked="v")
    grids.tag_row(made, "endfor")
    grids.tag_row(made, "endfor")


def _draw_missing(page: Page) -> None:
    _open(page, "Ce qui manque")
    columns = (("Étape, état ou délai absent de ce document", 12.7), ("Base", 8.0), (_REMARK, 5.0))
    made = grids.ruled(page, "Ce qui manque, selon le relecteur", columns)
    for _row in range(_MISSING_ROWS):
        for cell in grids.cells(grids.add_row(made)):
            grids.lines(cell, _BLANK, ("",))
    write(page, "Une feuille jointe peut compléter ce tableau.", "Note")
    layout.signature(page, "Le relecteur", "Relu le ………………")
    write(page, "Les chiffres de la première page comptent les étapes, les enregistrements et les délais.", "Note")


def _open(page: Page, words: str) -> None:
    """Open a part on a new page, so that each can be given to whoever reads it."""
    layout.heading(page, words)
    page.paragraphs[-1].paragraph_format.page_break_before = True


def _ruled(page: Page, about: str, columns: tuple[tuple[str, float], ...]) -> Table:
    return grids.ruled(page, about, columns, style=grids.COLUMNS)


def _leave_blank(cell: _Cell) -> None:
    grids.lines(cell, _BLANK, ("",))


def _fill(made: Table, words: tuple[str, ...], *, marked: str = "") -> None:
    """Add a row: its words, its mark, in bold unless the law was read, and the place for a remark."""
    *told, last = grids.cells(grids.add_row(made))
    _leave_blank(last)
    if marked:
        mark = told.pop()
        grids.lines(mark, grids.CELL, ())
        tag(mark, f"if {marked}.lu")
        write(mark, f"{{{{ {marked}.certitude }}}}", grids.CELL)
        tag(mark, "else")
        write(mark, f"{{{{ {marked}.certitude }}}}", grids.LABEL)
        tag(mark, "endif")
    for cell, text in zip(told, words, strict=True):
        grids.lines(cell, grids.CELL, (text,))
