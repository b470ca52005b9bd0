"""The pages of acts, in the form of the Bulletin officiel; both languages of each thing it says stand here, once."""

from docx.document import Document as Page
from docx.shared import Length

from documents.engine.archive import packed
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import run, tag, write
from documents.page.roles import in_language

_RANKS = range(2, 9)
_SIGNED = (("qualite", "Signature-qualité"), ("nom", "Conjoint-nom"))


def law_page(language: Language) -> bytes:
    """Draw the page of a bill: no visas, no enacting formula, no signature."""
    page = opened(language)
    tag(page, "if preambule")
    layout.heading(page, wording(language)("Préambule", "ديباجة"))
    tag(page, "for alinea in preambule")
    write(page, "{{ alinea }}", "Alinéa")
    tag(page, "endfor")
    tag(page, "endif")
    draw_provisions(page)
    layout.footer(page)
    return packed(page)


def regulation_page(language: Language, *, joint: bool = False) -> bytes:
    """Draw the page of an act that is taken, signed and countersigned; of a `joint` one all its authors sign."""
    page = opened(language)
    for each, style in (("emetteur in emetteurs", "Emetteur"), ("visa in visas", "Visa")):
        tag(page, f"for {each}")
        write(page, f"{{{{ {each.partition(' ')[0]} }}}}", style)
        tag(page, "endfor")
    write(page, "{{ formule }}", "Dispositif")
    draw_provisions(page)
    write(page, "{{ fait }}", "Acte-date")
    if joint:
        _draw_joint_signatures(page)
    else:
        _draw_signatures(page)
    tag(page, "if note_traduction")
    write(page, "{{ note_traduction }}", "Note")
    tag(page, "endif")
    layout.end(page)
    layout.footer(page)
    return packed(page)


def opened(language: Language) -> Page:
    """Open the page of an act: letterhead and mention of a working version, then its title."""
    page = base(language, act=True)
    draw_mention(page)
    tag(page, "if projet")
    layout.letterhead(page)
    tag(page, "endif")
    write(page, "{{ titre_acte }}", "heading 1")
    return page


def draw_mention(page: Page) -> None:
    """Put at the head of each page of a working version that it is one, which one, and of which day."""
    language = language_of(page)
    paragraph = page.sections[0].header.paragraphs[0]
    paragraph.style = in_language("header", language)
    version = "{% if version_papier %} – {{ version_papier }}{% endif %}"
    words = wording(language)(
        f"PROJET{version} – {{{{ situation_le|date_longue }}}}", f"مشروع{version} – {{{{ situation_le|date_ar }}}}"
    )
    run(paragraph, f"{{% if projet %}}{words}{{% endif %}}", language)


def draw_provisions(page: Page) -> None:
    """Draw divisions and articles: each a heading of its own rank, but for the articles that open run in."""
    tag(page, "for partie in dispositif")
    for rank in _RANKS:
        tag(page, f'if partie.rang == "{rank}"')
        write(page, "{{ partie.titre }}", f"heading {rank}")
        tag(page, "endif")
    # The last article keeps with the date and the signatures, which never stand alone on a page.
    for test, style in (("if partie.derniere", "Exécution"), ("else", "Alinéa")):
        tag(page, test)
        tag(page, "if partie.article")
        write(page, "{{ partie.debut }}", style, label="{{ partie.article }}")
        tag(page, "endif")
        tag(page, "for alinea in partie.alineas")
        write(page, "{{ alinea }}", style)
        tag(page, "endfor")
    tag(page, "endif")
    tag(page, "endfor")


def _draw_signatures(page: Page) -> None:
    """Draw who takes the act, on the far side, and under it who countersigns: one table, which no page cuts."""
    say = wording(language_of(page))
    made = grids.grid(page, say("Signature et contreseings", "الإمضاء والتوقيع بالعطف"), (grids.width(page),))
    grids.lines(grids.cells(grids.add_row(made))[0], "Acte-signature", ("{{ signature }}",))
    grids.tag_row(made, "if contreseings")
    mention = say("Pour contreseing :", "وقعه بالعطف:")
    grids.lines(grids.cells(grids.add_row(made))[0], "Acte-qualité", (mention,))
    grids.tag_row(made, "endif")
    grids.tag_row(made, "for contreseing in contreseings")
    cell = grids.cells(grids.add_row(made))[0]
    grids.lines(cell, "Acte-qualité", ("{{ contreseing.qualite }}",))
    write(cell, "{{ contreseing.nom }}", "Acte-nom")
    grids.tag_row(made, "endfor")


def _draw_joint_signatures(page: Page) -> None:
    """Draw the signatures two by two: the table of an Arabic page has the first-named on the right."""
    say = wording(language_of(page))
    half = Length(grids.width(page) // 2)
    made = grids.grid(page, say("Signatures", "التوقيعات"), (half, half))
    grids.tag_row(made, "for rangee in signatures")
    grids.tag_row(made, "if rangee.qualite_2")
    # Names stand in a row of their own, level with one another however long the qualities are.
    for field, style in _SIGNED:
        for place, cell in enumerate(grids.cells(grids.add_row(made)), start=1):
            grids.lines(cell, style, (f"{{{{ rangee.{field}_{place} }}}}",))
    grids.tag_row(made, "else")
    # The last of an odd number signs in the middle.
    for field, style in _SIGNED:
        across = grids.cells(grids.add_row(made))
        grids.lines(across[0].merge(across[-1]), style, (f"{{{{ rangee.{field}_1 }}}}",))
    grids.tag_row(made, "endif")
    grids.tag_row(made, "endfor")
