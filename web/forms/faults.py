"""What is wrong with the fields of a page, gathered while they are written, for the summary above them."""

from typing import NamedTuple

from flask import g, request

# The reason against a form whose fields say themselves what is wrong: no words of its own.
SAID_BY_FIELDS: tuple[str, ...] = ("",)


class Fault(NamedTuple):
    """One field to put right: the identifier that leads to it, its name, and what is wrong."""

    target: str
    label: str
    words: str


def fault_at(target: str, label: str, words: str) -> str:
    """Keep for the summary what is wrong with a field; it writes nothing where the field stands."""
    g.setdefault("faults", []).append(Fault(target, label, words))
    return ""


def faults_told() -> list[Fault]:
    """Give the faults of the form that was sent, in the order of its fields; a page only asked for loses nothing."""
    found: list[Fault] = g.pop("faults", [])
    return found if request.method == "POST" else []
