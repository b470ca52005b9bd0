"""The two texts that the Chambers adopted, side by side, with what differs: words struck, words added in brackets.

Fields: those of every paper; `premiere` and `seconde` (the Chambers, in the order in which they adopted), `absence`
(why there is no table, empty where there is one), and `lignes` (partie, premiere, seconde, ecart, difference: a list of
mots, supprime, ajoute; longue).
"""

from collections.abc import Iterator
from functools import cache

from docx.document import Document as Page
from docx.table import _Cell

from documents.case import Case
from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.engine.archive import packed
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.tables.cells import is_long
from documents.kinds.tables.observations_page import LONG_FR
from documents.kinds.tables.tableau_comparatif import fate_in_words, part_label
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import run, tag, write
from documents.page.roles import in_language
from workflow.articles.comparison import Row, compare
from workflow.articles.wording import Fate, Piece
from workflow.history.fold import other_chamber
from workflow.language.typography import DASH
from workflow.sentences.places import chamber_ar, chamber_fr

_FIRST = "representants"
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    said("premiere", "Chambre qui a adopté la première", "la Chambre des représentants", "مجلس النواب"),
    said("seconde", "Chambre qui a adopté la seconde", "la Chambre des conseillers", "مجلس المستشارين"),
    said("absence", "Pourquoi il n’y a pas de tableau ; vide s’il y en a un", "Un texte manque.", "نص غير متوفر."),
    listed(
        "lignes",
        "Parties du texte, dans l’ordre de la première Chambre",
        said("partie", "Article ou division", "Article 4", "المادة 4"),
        said("premiere", "Texte de la première Chambre, ou un tiret", "L’autorité statue.", "تبت السلطة."),
        said("seconde", "Texte de la seconde Chambre, ou un tiret", "Elle statue.", "تبت."),
        said("ecart", "Ce que la seconde Chambre a changé", "Modification", "تعديل"),
        listed(
            "difference",
            "Mots gardés, supprimés ou ajoutés, dans l’ordre",
            said("mots", "Les mots", "Elle ", "تبت "),
            Field("supprime", "Vrai si la seconde Chambre les supprime", example=False),
            Field("ajoute", "Vrai si la seconde Chambre les ajoute", example=False),
        ),
        Field("longue", LONG_FR, example=False),
    ),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Lay the text of the second Chamber beside that of the first, or say which is not in the file."""
    first = next(iter(case.adopted), _chamber_of_vote(case))
    second = other_chamber(first) or ""
    texts = [case.adopted.get(chamber, {}).get(language) for chamber in (first, second)]
    lines: list[Fields] = []
    if texts[0] and texts[1]:
        lines = [_line(row, language) for row in compare(texts[0], texts[1])]
    missing = [chamber for chamber, text in zip((first, second), texts, strict=True) if text is None]
    return of_case(case, language) | {
        "premiere": _named(case, first, language),
        "seconde": _named(case, second, language),
        "absence": _absence(case, missing, language),
        "lignes": lines,
    }


def _chamber_of_vote(case: Case) -> str:
    votes = [done.chamber for done in case.situation.done if done.milestone in ("vote", "deposit") and done.chamber]
    return votes[0] if votes else _FIRST


def _named(case: Case, chamber: str, language: Language) -> str:
    return wording(language)(chamber_fr(case.procedure, chamber), chamber_ar(case.procedure, chamber))


def _absence(case: Case, missing: list[str], language: Language) -> str:
    if not missing:
        return ""
    say = wording(language)
    names = say(" ni par ", " أو ").join(_named(case, chamber, language) for chamber in missing)
    return say(
        f"Le dossier ne contient, en français, aucun texte adopté par {names} : la comparaison n’est pas possible.",
        f"لا يتضمن الملف، باللغة العربية، أي نص صادق عليه {names}؛ لذا تتعذر المقارنة.",
    )


def _line(row: Row, language: Language) -> Fields:
    (cell,) = row.cells
    told = {
        "partie": part_label(row.base or cell.unit, language) or DASH,
        "premiere": "\n".join(row.base.paragraphs) if row.base and row.base.paragraphs else DASH,
        "seconde": "\n".join(cell.unit.paragraphs) if cell.unit and cell.unit.paragraphs else DASH,
        "ecart": "\n".join(fate_in_words(cell, language, in_base=row.base is not None)),
    }
    pieces = list(_pieces(cell.paragraphs)) if row.is_changed else []
    return told | {"difference": pieces, "longue": is_long(told.values())}


def _pieces(paragraphs: tuple[tuple[Piece, ...], ...]) -> Iterator[Fields]:
    """Give the words of a part with their fates, the spaces after them apart: a space is neither struck nor bold."""
    for place, paragraph in enumerate(paragraphs):
        for rank, piece in enumerate(paragraph):
            words = piece.words.rstrip()
            yield _piece(f"[{words}]" if piece.fate is Fate.ADDED else words, piece.fate)
            # Words struck at the end of a paragraph, before others that come, have no space of their own.
            joined = piece.fate is Fate.STRUCK and rank + 1 < len(paragraph) and not words.endswith(("’", "'"))
            if words != piece.words or joined:
                yield _piece(" ", Fate.SAME)
        if place + 1 < len(paragraphs):
            yield _piece("\n", Fate.SAME)


def _piece(words: str, fate: Fate) -> Fields:
    return {"mots": words, "supprime": fate is Fate.STRUCK, "ajoute": fate is Fate.ADDED}


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language, landscape=True), wording(language)
    layout.letterhead(page)
    layout.title(page, "Tableau comparatif de la navette", "جدول مقارن بين نصي المجلسين", under="{{ objet }}")
    tag(page, "if absence")
    write(page, "{{ absence }}")
    tag(page, "else")
    legend = say(
        "Légende : les mots supprimés sont rayés ; les mots ajoutés sont en gras, entre crochets.",
        "دليل القراءة: الكلمات المحذوفة مشطوبة، والكلمات المضافة بخط غليظ بين معقوفتين.",
    )
    write(page, legend, "Note")
    _draw_rows(page)
    layout.end(page)
    tag(page, "endif")
    layout.footer(page)
    return packed(page)


def _draw_rows(page: Page) -> None:
    say = wording(language_of(page))
    columns = (
        (say("Texte adopté par {{ premiere }}", "النص كما صادق عليه {{ premiere }}"), 8.5),
        (say("Texte adopté par {{ seconde }}", "النص كما صادق عليه {{ seconde }}"), 8.5),
        (say("Différence", "الفرق"), 8.7),
    )
    about = say("Textes adoptés par chaque Chambre, et leur différence", "نصا المجلسين والفرق بينهما")
    made = grids.ruled(page, about, columns, style=grids.COLUMNS)
    grids.tag_row(made, "for l in lignes")
    grids.group_row(made, "{{ l.partie }}")
    for opening, may_go_on in (("if l.longue", True), ("else", False)):
        grids.tag_row(made, opening)
        grids.row(made, ("{{ l.premiere }}", "{{ l.seconde }}", "{{ l.ecart }}"), may_go_on=may_go_on)
        _draw_difference(grids.cells(made.rows[-1])[-1])
    grids.tag_row(made, "endif")
    grids.tag_row(made, "endfor")


def _draw_difference(cell: _Cell) -> None:
    language = language_of(cell)
    tag(cell, "if l.difference")
    words = cell.add_paragraph(style=in_language(grids.CELL, language))
    run(words, "{% for m in l.difference %}{% if m.supprime %}", language)
    run(words, "{{ m.mots }}", language, style="Mot supprimé")
    run(words, "{% elif m.ajoute %}", language)
    run(words, "{{ m.mots }}", language, style="Mot ajouté")
    run(words, "{% else %}{{ m.mots }}{% endif %}{% endfor %}", language)
    tag(cell, "endif")


KIND = Kind("navette", context, template, FIELDS)
