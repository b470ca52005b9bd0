"""Taking over a table that was published: sent, read beside what is known, and written row by row."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from web.kept_files import keep, take
from web.private_files import Folder
from web.request import (
    calendar,
    db,
    now,
    only_reads,
    person,
    reads_first,
    requires,
    sent_file,
    settings,
    takes_files,
    today,
    writing,
)
from web.tables.reading import Choice, Line, choices_of, counts_of, read_lines
from web.tables.writing import Written, write_lines
from workflow.importing import ImportedTable, UnreadableTable, read_table
from workflow.importing.source.opening import LARGEST
from workflow.people.permissions import Right

bp = Blueprint("tables", __name__, url_prefix="/texts/import")

# What is told after a writing stands in the cookie of the session, which has little room.
_MOST_TOLD = 5
_SHORT = 80
_PASTED = "le texte collé"
_NOTHING = "Choisissez un fichier, ou collez le texte de la page."
_GONE = "Ce tableau n’est plus gardé : il l’est pendant un jour. Envoyez-le de nouveau."
_READ_AGAIN = "Rien n’est encore enregistré : relisez ce que donne la situation choisie, puis enregistrez."
_NONE_TICKED = "Rien n’est enregistré : cochez au moins une ligne."


@bp.get("")
@requires(Right.WRITE_TEXTS)
def show() -> ResponseReturnValue:
    """Ask for a table, or show the reading of one that was sent."""
    if not (token := request.args.get("kept", "")):
        return _ask()
    table = _kept(token)
    return _page(token, table) if table else (_ask(_GONE), 410)


@bp.post("")
@requires(Right.WRITE_TEXTS)
@only_reads
@takes_files(lambda: LARGEST)
def send() -> ResponseReturnValue:
    """Keep a table that was sent, if it can be read."""
    pasted = request.form.get("pasted", "")
    name, content = _sent(pasted)
    if not content.strip():
        return _ask(_NOTHING, pasted), 422
    try:
        read_table(content, name)
    except UnreadableTable as error:
        return _ask(str(error), pasted), 422
    return redirect(url_for("tables.show", kept=keep(settings().var, person().id, content, Folder.TABLES)), 303)


@bp.post("/write")
@requires(Right.WRITE_TEXTS)
@reads_first
def write() -> ResponseReturnValue:
    """Write what was chosen of a table; what changed meanwhile is left, with a sentence."""
    token = request.form.get("kept", "")
    if (table := _kept(token)) is None:
        return _ask(_GONE), 410
    choices = dict(enumerate(choices_of(len(table.rows))))
    if reason := _to_read_again(choices):
        return _page(token, table, choices, reason), 422
    days = calendar()
    with writing() as session:
        lines = read_lines(session, table, choices, by=person(), today=today())
        written = write_lines(session, _taken(lines), by=person(), at=now(), calendar=days)
        session.commit()
    _tell(written)
    return redirect(url_for("tables.show", kept=token), 303)


def _sent(pasted: str) -> tuple[str, bytes]:
    """Give the name and the content of the file chosen, else what was pasted."""
    return sent_file("file") or (_PASTED, pasted.encode())


def _to_read_again(choices: Mapping[int, Choice]) -> str:
    """Say why nothing can be written yet: a state was chosen that was not shown with what it leads to, or no row."""
    if any(each.seen.partition(".")[0] != each.state for each in choices.values()):
        return _READ_AGAIN
    is_any = "all" in request.form or any(each.is_ticked for each in choices.values())
    return "" if is_any else _NONE_TICKED


def _taken(lines: list[Line]) -> list[Line]:
    """Give the rows ticked; all that are offered and need no decision where all were asked for."""
    is_all = "all" in request.form
    return [each for each in lines if each.choice.is_ticked or (is_all and each.is_offered and not each.is_undecided)]


def _tell(written: Written) -> None:
    if written.opened:
        flash(_("Textes ouverts : %(count)s.", count=written.opened))
    if written.moved:
        flash(_("Textes connus dont les étapes sont enregistrées : %(count)s.", count=written.moved))
    for line, reason in written.left[:_MOST_TOLD]:
        flash(_("« %(title)s » n’est pas enregistré : %(reason)s", title=_short(line.row.title), reason=reason))
    if (others := len(written.left) - _MOST_TOLD) > 0:
        flash(_("Lignes qui ne sont pas enregistrées non plus : %(count)s.", count=others))


def _short(title: str) -> str:
    return title if len(title) <= _SHORT else f"{title[:_SHORT].rsplit(' ', 1)[0]} …"


def _kept(token: str) -> ImportedTable | None:
    content = take(settings().var, person().id, token, Folder.TABLES)
    return read_table(content, _PASTED) if content else None


def _ask(refused: str = "", pasted: str = "") -> str:
    return render_template("tables/send.html", refused=refused, pasted=pasted)


def _page(token: str, table: ImportedTable, choices: Mapping[int, Choice] | None = None, refused: str = "") -> str:
    lines = read_lines(db(), table, choices or {}, by=person(), today=today())
    return render_template(
        "tables/reading.html", token=token, table=table, lines=lines, counts=counts_of(lines), refused=refused
    )
