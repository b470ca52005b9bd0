"""Every kind of paper that can be made of a text, and the check that procedures ask for no other."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages

from documents import kinds
from documents.case import Case
from documents.kind import Kind
from workflow.errors import BadProcedure
from workflow.procedure.model import Procedure
from workflow.procedure.papers import Paper, papers


def _found() -> Iterator[Kind[Case]]:
    # Modules are found and not listed, so that a paper is a module and its entry in papers.toml.
    for module in walk_packages(kinds.__path__, f"{kinds.__name__}."):
        kind = getattr(import_module(module.name), "KIND", None)
        if isinstance(kind, Kind):
            yield kind


_BY_CODE = {kind.code: kind for kind in _found()}
# In the order in which they are offered.
KINDS: dict[str, Kind[Case]] = {code: _BY_CODE[code] for code in papers() if code in _BY_CODE}


def check_papers(procedures: Mapping[str, Procedure], known: Mapping[str, Paper] | None = None) -> None:
    """Raise BadProcedure for the first paper offered or owed that nobody can make, or made that nothing offers.

    `known` is what papers.toml says, by default.
    """
    told = papers() if known is None else known
    for paper in told.values():
        _check_paper(paper, procedures)
    if untold := sorted(_BY_CODE.keys() - told.keys()):
        raise BadProcedure(f"papers.toml : des papiers qui peuvent être produits n’y sont pas ({', '.join(untold)}).")
    for kind, procedure in procedures.items():
        for move in procedure.transitions:
            for paper_code in move.produces:
                if paper_code not in KINDS:
                    raise BadProcedure(
                        f"{kind} : la transition « {move.name} » cite le document « {paper_code} », "
                        "que personne ne sait produire."
                    )


def _check_paper(paper: Paper, procedures: Mapping[str, Procedure]) -> None:
    if paper.kinds and paper.code not in _BY_CODE:
        raise BadProcedure(f"papers.toml : personne ne sait produire le document « {paper.code} ».")
    if unknown := sorted(set(paper.kinds) - procedures.keys()):
        raise BadProcedure(f"papers.toml : papier « {paper.code} », natures inconnues ({', '.join(unknown)}).")
    phases = {phase for procedure in procedures.values() for phase in procedure.phases}
    if unknown := sorted(set(paper.phases) - phases):
        raise BadProcedure(f"papers.toml : papier « {paper.code} », phases inconnues ({', '.join(unknown)}).")
