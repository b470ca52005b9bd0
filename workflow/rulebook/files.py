"""Reads the procedure files and refuses, with its reason, one that could not work."""

from collections.abc import Iterable
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field

from models import LegalText
from workflow.errors import BadProcedure
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.model import Phase, Procedure, State, Transition
from workflow.procedure.part import Part
from workflow.procedure.values import faults
from workflow.procedure.vocabulary import Label, Noun, NumberForm, Section, Vocabulary
from workflow.rulebook.checks import check
from workflow.rulebook.parts import RUBRICS, Parts, Place, parse, read_blocks, read_toml

FOLDER = Path(__file__).parents[1] / "procedures"
_NO_KINDS = ("vocabulary.toml", "institutions.toml")
_Coded = TypeVar("_Coded", State, Phase, DeadlineRule)


class KindFile(Part):
    """The head of the file of a kind: what it is called, and which blocks make its procedure."""

    kind: str
    version: str
    valid_from: date
    label_fr: str
    label_ar: str
    draft: Noun
    act: Noun
    sections: dict[str, str]
    initial: str
    blocks: tuple[str, ...]
    # The states, moves and deadlines of its blocks that this kind does not have.
    without: frozenset[str] = frozenset()
    path: tuple[str, ...]
    limits: dict[str, str] = Field(default_factory=dict)
    features: frozenset[Literal["organic", "finance", "joint"]] = frozenset()
    optional: frozenset[str] = frozenset()
    renames: dict[str, str] = Field(default_factory=dict)
    # Where a move of a shared block leaves from, for this kind: "@deposit" in the block.
    places: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    papers: tuple[str, ...]
    number: NumberForm | None = None
    agreements_fr: str = ""


@cache
def procedures() -> dict[str, Procedure]:
    """Give every procedure by its kind, in the order in which ministries name them; read and checked once."""
    return read_folder(FOLDER)


def procedure_of(text: LegalText) -> Procedure:
    """Give the procedure that a text follows: its own version while that is known, else the newest."""
    newest = procedures()[text.procedure]
    return newest.siblings.get(text.procedure_version, newest)


def sections() -> tuple[Section, ...]:
    """Give the groups of the table of legislative production, in its order."""
    return next(iter(procedures().values())).vocabulary.sections


def version_on(kind: str, day: date) -> Procedure:
    """Give the version of a kind's procedure that was in force on `day`, or the oldest one."""
    versions = sorted(procedures()[kind].siblings.values(), key=lambda each: each.valid_from)
    return next((each for each in reversed(versions) if each.valid_from <= day), versions[0])


def read_folder(folder: Path) -> dict[str, Procedure]:
    """Read every kind of text in `folder`, the newest version of each; raise BadProcedure for the first fault."""
    vocabulary = _read_vocabulary(folder / "vocabulary.toml")
    found: dict[str, Procedure] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name not in _NO_KINDS:
            procedure = _read_kind(path, vocabulary)
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
    return vocabulary


def _read_kind(path: Path, vocabulary: Vocabulary) -> Procedure:
    whole = read_toml(path)
    own = {key: whole.pop(key) for key in RUBRICS if key in whole}
    head = parse(KindFile, whole, path.name, "en-tête")
    parts = Parts(path.name)
    for file, content in [*read_blocks(path, head.blocks), (path.name, own)]:
        parts.take(file, content)
    parts.leave_out(head.without)
    procedure = _assemble(head, parts, vocabulary)
    check(procedure, parts)
    return procedure


def _assemble(head: KindFile, parts: Parts, words: Vocabulary) -> Procedure:
    states, phases = _by_code(parts, "état", parts.states), _by_code(parts, "phase", parts.phases)
    groups = _groups(states, phases)
    places = {f"@{name}": [*_spread(parts, groups, (Phase, name), led)] for name, led in head.places.items()}
    spread = partial(_spread, parts, groups | places)
    moves = [move.model_copy(update={"sources": spread((Transition, move.name), move.sources)}) for move in parts.moves]
    rules = [
        rule.model_copy(update={"runs_in": spread((DeadlineRule, rule.code), rule.runs_in)}) for rule in parts.deadlines
    ]
    return Procedure(
        kind=head.kind,
        version=head.version,
        valid_from=head.valid_from,
        label=Label(fr=head.label_fr, ar=head.label_ar),
        draft=head.draft,
        act=head.act,
        sections=head.sections,
        initial=head.initial,
        path=head.path,
        limits=head.limits,
        features=head.features,
        optional=head.optional,
        renames=head.renames,
        papers=head.papers,
        number=head.number,
        agreements_fr=head.agreements_fr,
        phases=phases,
        states=states,
        transitions=tuple(moves),
        events=parts.events,
        deadlines=_by_code(parts, "échéance", rules),
        vocabulary=words,
    )


def _groups(states: dict[str, State], phases: dict[str, Phase]) -> dict[str, list[str]]:
    """Give the states that "*" (all but the ends), "@terminal", "@draft", "@act" and "@phase" stand for."""
    living = [state for state in states.values() if not state.terminal]
    return {f"@{phase}": [state.code for state in living if state.phase == phase] for phase in phases} | {
        "*": [state.code for state in living],
        "@terminal": [state.code for state in states.values() if state.terminal],
        "@draft": [state.code for state in living if not state.act],
        "@act": [state.code for state in living if state.act],
    }


def _spread(parts: Parts, groups: dict[str, list[str]], place: Place, sources: Iterable[str]) -> tuple[str, ...]:
    spread: list[str] = []
    for source in sources:
        if source.startswith("@") and source.endswith("?"):  # the phase, for a kind that has it
            spread += groups.get(source[:-1], [])
            continue
        if source.startswith("@") and source not in groups:
            name = f"« {place[1]} » part de la phase « {source[1:]} »"
            raise BadProcedure(f"{parts.where(place)} : {name}, qui n’est pas déclarée.")
        spread += groups.get(source, [source])
    return tuple(spread)


def _by_code(parts: Parts, what: str, rows: list[_Coded]) -> dict[str, _Coded]:
    found: dict[str, _Coded] = {}
    for row in rows:
        if row.code in found:
            file = parts.where((type(row), row.code))
            raise BadProcedure(f"{file} : {what} « {row.code} » est déclaré deux fois.")
        found[row.code] = row
    return found
