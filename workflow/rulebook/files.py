"""Reads the procedure files and refuses, with its reason, one that could not work."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from models import LegalText
from workflow.errors import BadProcedure
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.head import Head
from workflow.procedure.model import Phase, Procedure, State
from workflow.procedure.part import parse
from workflow.procedure.values import faults
from workflow.procedure.vocabulary import Section, Vocabulary
from workflow.rulebook.checks import check
from workflow.rulebook.groups import Groups
from workflow.rulebook.parts import RUBRICS, Parts, declared, read_blocks, read_toml

FOLDER = Path(__file__).parents[1] / "procedures"
_NO_KINDS = ("vocabulary.toml", "institutions.toml", "papers.toml", "registers.toml")
_Coded = TypeVar("_Coded", State, Phase, DeadlineRule)


@cache
def procedures() -> dict[str, Procedure]:
    """Give every procedure by its kind, in the order in which ministries name them; read and checked once."""
    return read_folder(FOLDER)


def procedure_of(text: LegalText) -> Procedure:
    """Give the procedure that a text follows: its own version while that is known, else the newest."""
    newest = procedures()[text.procedure]
    return newest.siblings.get(text.procedure_version, newest)


def shared_vocabulary() -> Vocabulary:
    """Give the words and the numbers of the law that every procedure shares."""
    return next(iter(procedures().values())).vocabulary


def sections() -> tuple[Section, ...]:
    """Give the groups of the table of legislative production, in its order."""
    return shared_vocabulary().sections


def version_on(kind: str, day: date) -> Procedure:
    """Give the version of a kind's procedure that was in force on `day`, or the oldest one."""
    versions = sorted(procedures()[kind].siblings.values(), key=lambda each: each.valid_from)
    return next((each for each in reversed(versions) if each.valid_from <= day), versions[0])


def read_folder(folder: Path) -> dict[str, Procedure]:
    """Read every kind of text in `folder`, the newest version of each; raise BadProcedure for the first fault."""
    words = folder / "vocabulary.toml"
    vocabulary = _read_vocabulary(words)
    groups = Groups(vocabulary.groups)
    found: dict[str, Procedure] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name not in _NO_KINDS:
            procedure = _read_kind(path, vocabulary, groups)
            siblings = found[procedure.kind].siblings if procedure.kind in found else {}
            if procedure.version in siblings:
                raise BadProcedure(
                    f"{path.name} : la nature « {procedure.kind} », version « {procedure.version} », est déjà décrite "
                    "par un autre fichier."
                )
            siblings[procedure.version] = procedure
            for each in siblings.values():
                each.siblings.update(siblings)
            found[procedure.kind] = max(siblings.values(), key=lambda each: each.valid_from)
    for fault in groups.faults():
        raise BadProcedure(f"{words.name} : {fault}")
    for newest in found.values():
        for each in newest.siblings.values():
            each.kinds.update(found)
    listed = [kind for kind in vocabulary.kinds if kind in found]
    return {kind: found[kind] for kind in dict.fromkeys([*listed, *sorted(found)])}


def _read_vocabulary(path: Path) -> Vocabulary:
    vocabulary = parse(Vocabulary, read_toml(path), path.name, "vocabulaire")
    for name, values in vocabulary.numbers.items():
        for fault in faults(values, tuple(vocabulary.chambers)):
            raise BadProcedure(f"{path.name} : le nombre « {name} » {fault}")
        if any(value.chamber for value in values):
            raise BadProcedure(f"{path.name} : le nombre « {name} » vaut pour les deux Chambres : retirez « chamber ».")
    return vocabulary


def _read_kind(path: Path, vocabulary: Vocabulary, groups: Groups) -> Procedure:
    whole = read_toml(path)
    own = {key: whole.pop(key) for key in RUBRICS if key in whole}
    head = parse(Head, whole, path.name, "en-tête")
    parts = Parts(path.name)
    for each in [*read_blocks(path, head.blocks), declared(path.name, own)]:
        parts.take(each)
    parts.leave_out(head.without)
    groups.write_out(parts, head.groups)
    procedure = _assemble(head, parts, vocabulary)
    check(procedure, parts)
    return procedure


def _assemble(head: Head, parts: Parts, vocabulary: Vocabulary) -> Procedure:
    return Procedure(
        **vars(head),
        phases=_by_code(parts, "phase", parts.phases),
        states=_by_code(parts, "état", parts.states),
        transitions=tuple(parts.moves),
        events=parts.events,
        deadlines=_by_code(parts, "échéance", parts.deadlines),
        vocabulary=vocabulary,
    )


def _by_code(parts: Parts, what: str, rows: list[_Coded]) -> dict[str, _Coded]:
    found: dict[str, _Coded] = {}
    for row in rows:
        if row.code in found:
            file = parts.where((type(row), row.code))
            raise BadProcedure(f"{file} : {what} « {row.code} » est déclaré deux fois.")
        found[row.code] = row
    return found
