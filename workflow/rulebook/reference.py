"""The reference of the procedure files, in French: every key, from the models.

`make docs` writes it, and the schemas beside the files.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from workflow.conditions.registry import conditions, doubts
from workflow.people.permissions import ROLES_FR
from workflow.procedure.model import Record
from workflow.procedure.papers import PaperBook
from workflow.procedure.part import Part
from workflow.procedure.vocabulary import Vocabulary
from workflow.rulebook.files import FOLDER
from workflow.rulebook.keys import Block, HeadTable, Institutions, Key, Registers, Shape, shapes
from workflow.rulebook.schema import FILES, written

PAGE = Path(__file__).parents[2] / "docs" / "procedures.md"
_OPENING = """# Les fichiers de procédure, clé par clé

Cette page est écrite par `make docs`, d’après les modèles de `workflow/procedure/` et de `workflow/rulebook/` : on ne
la corrige pas à la main. Pour apprendre à lire une procédure, voyez [Lire une procédure](lire-une-procedure.md).

Une table entre crochets simples, `[events.nom]`, s’écrit une fois par nom ; entre crochets doubles, `[[states]]`, elle
s’écrit autant de fois qu’il y a d’états. Une clé sans valeur par défaut peut manquer, sauf si elle est obligatoire.
"""
_FILES: tuple[tuple[str, str, type[Part]], ...] = (
    ("Une nature de texte : `workflow/procedures/NATURE.toml`",
     "Son en-tête, puis les mêmes tables qu’un bloc, pour ce qu’elle a seule.", HeadTable),
    ("Un bloc : `workflow/procedures/blocks/BLOC.toml`",
     "Un morceau de procédure que plusieurs natures partagent.", Block),
    ("Le vocabulaire : `workflow/procedures/vocabulary.toml`",
     "Ce que toutes les procédures nomment.", Vocabulary),
    ("Les institutions : `workflow/procedures/institutions.toml`",
     "Le registre des institutions, avec leurs noms d’avant.", Institutions),
    ("Les papiers : `workflow/procedures/papers.toml`",
     "Quel papier va avec quelle nature de texte, à partir de quand, et qui le prépare et le signe.", PaperBook),
    ("Les registres : `workflow/procedures/registers.toml`",
     "Les colonnes de chaque registre d’un texte, et comment ses éléments sont lus.", Registers),
)  # fmt: skip


def reference() -> str:
    """Give the page."""
    lines = [_OPENING]
    seen: set[type[Part]] = set()
    for title, about, root in _FILES:
        lines += [f"## {title}\n", f"{about}\n"]
        for shape in shapes(root):
            if shape.model not in seen:
                lines += _section(shape)
                seen.add(shape.model)
    lines += [
        "## Les rôles\n",
        *_table(("Code", "Fonction"), ((f"`{role}`", words) for role, words in ROLES_FR.items())),
    ]
    known = sorted(conditions().values(), key=lambda each: each.name)
    lines += ["## Les conditions\n", "Celles que `when` et `guards` peuvent nommer.\n"]
    lines += _table(("Nom", "Ce qu’elle demande"), ((f"`{each.name}`", each.words_fr) for each in known))
    doubted = sorted(doubts().values(), key=lambda each: (each.everywhere, each.name))
    lines += [
        "## Les doutes\n",
        "Ceux que `doubts` peut nommer ; ceux qui valent pour toute étape ne s’y nomment pas.\n",
    ]
    lines += _table(
        ("Nom", "Ce qui est attendu", "Où"),
        ((f"`{each.name}`", each.words_fr, "toute étape" if each.everywhere else "`doubts`") for each in doubted),
    )
    return "\n".join(lines).rstrip() + "\n"


def write_docs() -> None:
    """Write the reference and the schemas where they are kept."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(reference(), "utf-8")
    for name, root in FILES.items():
        (FOLDER / name).write_text(written(root), "utf-8")


def _section(shape: Shape) -> Iterator[str]:
    places = [_heading(way) for way in shape.written if way]
    if places:
        yield f"### {', '.join(places)}\n"
    if shape.model is Record:
        yield "Les clés de `[[transitions]]`, sauf `to` ; celle-ci diffère :\n"
    yield from _table(("Clé", "Valeur", "Par défaut", "Sens"), map(_row, shape.keys))


def _heading(way: str) -> str:
    bare = way.replace("[]", "")
    return f"`[[{bare}]]`" if way.endswith("[]") else f"`[{bare}]`"


def _row(key: Key) -> tuple[str, ...]:
    return f"`{key.name}`", key.takes_fr, key.without, key.meaning_fr


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    columns = list(head)
    lines = [columns, ["---"] * len(columns), *rows]
    return [*(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines), ""]


if __name__ == "__main__":
    write_docs()
