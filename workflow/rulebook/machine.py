"""Proves that the state machine of a procedure has exactly the moves that its files declare, and leads where they do.

The fold of the history decides where a text stands; the machine is the second reading of the same files, by a library
that knows nothing of ours. Where both agree on every state and every move, neither has misread them.
"""

from collections.abc import Iterator

from transitions import Machine

from workflow.procedure.model import Procedure


def machine_disagreements(procedure: Procedure) -> list[str]:
    """Say in French, one sentence each, where machine and files differ; nothing when they agree."""
    return [*_of_states(procedure), *_of_moves(procedure)]


def _of_states(procedure: Procedure) -> Iterator[str]:
    for code in sorted(set(procedure.states) ^ set(procedure.machine.states)):
        yield f"{_about(procedure)} : l’état « {code} » n’est pas à la fois dans les fichiers et dans la machine."


def _of_moves(procedure: Procedure) -> Iterator[str]:
    declared = {
        (move.name, source, source if move.stays else move.to)
        for move in procedure.transitions
        for source in move.sources
    }
    for name, source, target in sorted(declared ^ _ways(procedure.machine)):
        yield (
            f"{_about(procedure)} : « {name} », de « {source} » à « {target} », n’est pas à la fois dans les fichiers "
            "et dans la machine."
        )


def _ways(machine: Machine) -> set[tuple[str, str, str]]:
    return {
        (name, way.source, way.dest or way.source)
        for name in machine.get_triggers(*machine.states)
        for way in machine.get_transitions(name)
    }


def _about(procedure: Procedure) -> str:
    return f"La procédure « {procedure.kind} », version {procedure.version}"
