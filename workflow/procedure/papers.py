"""The papers as data: which go with which kind of text, from when on, who drafts, signs and receives each."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from workflow.errors import BadProcedure
from workflow.procedure.part import Part, parse, read_table

FILE = Path(__file__).parents[1] / "procedures" / "papers.toml"
_GROUP = "@"


class Paper(Part):
    """One paper: its names, the texts and phases it belongs to, and who has to do with it.

    What it says is in the module of the same name in `documents/kinds/`.
    """

    code: str
    label_fr: str
    label_ar: str
    # The kinds of text that have it, groups named "@…"; none for a paper that tells of all texts at once.
    kinds: tuple[str, ...] = ()
    # The phases in which people are offered it; every phase when none is named. A move may owe it at any time.
    phases: tuple[str, ...] = ()
    # The kinds of piece as which its final version joins the file, in each language.
    piece_fr: str = ""
    piece_ar: str = ""
    # Whether its wording comes from usage and no source confirms it.
    provisional: bool = False
    drafted_by_fr: str = ""
    signed_by_fr: str = ""
    addressed_to_fr: str = ""
    basis_fr: str = ""

    @property
    def matters_fr(self) -> str:
        """Say who drafts, signs and receives it, and whether its wording is of usage alone."""
        said = {"préparé par": self.drafted_by_fr, "signé par": self.signed_by_fr, "adressé à": self.addressed_to_fr}
        words = [f"{name} : {who}" for name, who in said.items() if who]
        return " ; ".join([*words, *(["rédaction d’usage, à confirmer"] if self.provisional else [])])

    def piece_in(self, language: str) -> str:
        """Give the kind of piece as which its final version in that language joins the file; empty for none."""
        return self.piece_ar if language == "ar" else self.piece_fr

    def is_offered_in(self, phase: str) -> bool:
        """Whether somebody would ask for this paper while a text is in that phase."""
        return not self.phases or phase in self.phases


class PaperBook(Part):
    """The file of the papers: groups of kinds, and the papers in the order in which they are offered."""

    groups: dict[str, tuple[str, ...]]
    papers: tuple[Paper, ...]


@cache
def papers() -> Mapping[str, Paper]:
    """Give the papers by code, in the order of the file, groups of kinds written out; read once."""
    return read_papers(FILE)


@cache
def papers_of(kind: str) -> tuple[str, ...]:
    """Give the codes of the papers that a kind of text has, in the order of the file."""
    return tuple(code for code, paper in papers().items() if kind in paper.kinds)


def read_papers(path: Path) -> dict[str, Paper]:
    """Read the papers; raise BadProcedure for what cannot be read, an unknown group, or a code told twice."""
    book = parse(PaperBook, read_table(path), path.name, "fichier")
    found: dict[str, Paper] = {}
    for paper in book.papers:
        if paper.code in found:
            raise BadProcedure(f"{path.name} : le papier « {paper.code} » est écrit deux fois.")
        found[paper.code] = paper.model_copy(update={"kinds": _written_out(path.name, paper, book.groups)})
    return found


def _written_out(file: str, paper: Paper, groups: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    kinds: dict[str, None] = {}
    for name in paper.kinds:
        if not name.startswith(_GROUP):
            kinds[name] = None
        elif (group := groups.get(name.removeprefix(_GROUP))) is not None:
            kinds |= dict.fromkeys(group)
        else:
            raise BadProcedure(f"{file} : papier « {paper.code} », le groupe « {name} » n’existe pas.")
    return tuple(kinds)
