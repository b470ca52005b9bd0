"""The files chosen in a form; of a form that is refused, kept for a day so that nobody chooses them again.

They are kept as tables under way are, in the folder of data and not in the database: what is refused writes nothing
there, every worker of the machine reads that folder, and so does the secret that sessions are signed with.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from flask import request
from flask_babel import gettext as _

from web.kept_files import forget, keep, take
from web.private_files import Folder
from workflow.errors import Refused
from workflow.language.legible import one_line, without_overrides
from workflow.pieces.extraction import Examined, examine

MOST = 10
_SHORT = 80
# A form that was sent twice attached it the first time.
_GONE = "« %(name)s » n’est plus gardé : s’il n’est pas déjà parmi les pièces du dossier, choisissez-le de nouveau."


@dataclass(frozen=True)
class Desk:
    """Where the files of a person are kept meanwhile."""

    var: Path
    person: UUID

    def keep(self, file: "Chosen") -> "Chosen":
        """Keep a file, unless it is kept already."""
        if file.token:
            return file
        return replace(file, token=keep(self.var, self.person, file.examined.content, Folder.UPLOADS))

    def take(self, token: str) -> bytes | None:
        """Give what was kept under this name; None where it is not there any more."""
        return take(self.var, self.person, token, Folder.UPLOADS)

    def forget(self, files: Iterable["Chosen"]) -> None:
        """Throw away what was kept of files that are attached."""
        for file in files:
            forget(self.var, self.person, file.token, Folder.UPLOADS)


@dataclass(frozen=True)
class Chosen:
    """A file that can be attached, and the name under which its bytes are kept meanwhile, if they are."""

    examined: Examined
    token: str = ""

    @property
    def mark(self) -> str:
        """What the form sends back of a file that is kept."""
        return f"{self.token} {self.examined.name}"


@dataclass(frozen=True)
class Files:
    """What was chosen: the files that can be attached, and what is to be done about the others."""

    ready: tuple[Chosen, ...] = ()
    faults: tuple[str, ...] = ()

    def kept(self, desk: Desk) -> "Files":
        """Keep the bytes of each file that can be attached."""
        return replace(self, ready=tuple(desk.keep(each) for each in self.ready))


def read_files(desk: Desk, *, largest_mb: int) -> Files:
    """Look at the files that were sent, and at those that were kept before; nothing is written.

    One chosen again under the same name takes the place of the one that was kept. It may take half a minute a file.
    """
    given = {name: (content, "") for name, content in _sent()}
    told: list[str] = []
    for name, token in _marks():
        content = desk.take(token)
        if content is None:
            told.append(_(_GONE, name=name))
        elif name not in given:
            given[name] = (content, token)
    if len(given) > MOST:
        return Files((), (_("Joignez %(most)s fichiers au plus à la fois.", most=MOST),))
    ready = []
    for name, (content, token) in given.items():
        try:
            ready.append(Chosen(examine(content, name, largest_mb=largest_mb), token))
        except Refused as refused:
            told += [_("« %(name)s » : %(reason)s", name=_shown(name), reason=reason) for reason in refused.reasons]
    return _within(Files(tuple(ready), tuple(told)), largest_mb)


def _within(files: Files, largest_mb: int) -> Files:
    """Say that files are too large taken together: one sending takes no more than the largest file."""
    if sum(len(each.examined.content) for each in files.ready) <= largest_mb * 1_000_000:
        return files
    words = _("Ces fichiers dépassent %(most)s Mo à eux tous : joignez-les en plusieurs fois.", most=largest_mb)
    return replace(files, faults=(*files.faults, words))


def _sent() -> Iterator[tuple[str, bytes]]:
    for file in request.files.getlist("file"):
        with closing(file):
            if file.filename:  # a browser sends a nameless one where nothing is chosen
                yield file.filename, file.read()


def _marks() -> Iterator[tuple[str, str]]:
    for mark in request.form.getlist("kept")[:MOST]:
        token, _space, name = mark.partition(" ")
        yield _shown(name), token


def _shown(name: str) -> str:
    """Give a name as it can be shown: on one line, without what turns its letters round."""
    words = one_line(without_overrides(name))
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 20]}…{words[-19:]}"
