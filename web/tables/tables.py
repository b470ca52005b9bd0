"""Taking over a table that was published: sent, read beside what is known, and written row by row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

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
from web.tables.choosing import Choice, Choices, keep_choices, kept_choices, sent_choices
from web.tables.reading import Line, counts_of, read_lines
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
_AT_FAULT = "Rien n’est encore enregistré : complétez les lignes signalées, ou décochez-les."
_COUNTED_AGAIN = (
    "Rien n’est encore enregistré : votre choix a changé. Voici le nouveau compte ; enregistrez-le s’il convient."
)
# So many rows are shown on a page.
_A_PAGE = 50


@bp.get("")
@requires(Right.WRITE_TEXTS)
def show() -> ResponseReturnValue:
    """Ask for a table, or show the reading of one that was sent."""
    if not (token := request.args.get("kept", "")):
        return _ask()
    table = _kept(token)
    if table is None:
        return _ask(_GONE), 410
    choices = kept_choices(token) or _first_choices(token, table)
    return _page(token, table, read_lines(db(), table, choices, by=person(), today=today()))


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
    """Keep what was chosen on a page of the table, then show another page or write all that is chosen.

    What changed meanwhile is left, with a sentence. Nothing is written but what the page that was sent counted.
    """
    token = request.form.get("kept", "")
    if (table := _kept(token)) is None:
        return _ask(_GONE), 410
    sent = sent_choices(len(table.rows))
    choices = (kept_choices(token) or {}) | sent
    if "go" in request.form:
        return _go(token, table, choices)
    lines = read_lines(db(), table, choices, by=person(), today=today())
    keep_choices(token, choices)
    if reason := _to_read_again(lines, sent):
        return _page(token, table, lines, reason), 422
    return _write(token, table, choices)


def _write(token: str, table: ImportedTable, choices: Choices) -> ResponseReturnValue:
    days = calendar()
    with writing() as session:
        lines = read_lines(session, table, choices, by=person(), today=today())
        ticked = [line for line in lines if line.choice.is_ticked]
        written = write_lines(session, ticked, by=person(), at=now(), calendar=days)
        session.commit()
    keep_choices(token, {place: replace(each, is_ticked=False) for place, each in choices.items()})
    _tell(written)
    return redirect(url_for("tables.show", kept=token), 303)


def _go(token: str, table: ImportedTable, choices: Choices) -> ResponseReturnValue:
    """Tick all rows of the list that is shown, or none, or show another list or page: what was chosen is kept."""
    verb, _colon, place = request.form["go"].partition(":")
    asked = {"show": request.form.get("show", ""), "page": request.form.get("page", "1")}
    if verb in asked:
        asked = {"show": asked["show"], "page": "1"} | {verb: place}
    else:
        lines = read_lines(db(), table, choices, by=person(), today=today())
        among = [line for line in lines if line.is_offered and asked["show"] in {"", line.group}]
        choices = dict(choices) | {
            line.place: replace(line.choice, is_ticked=verb == "all" and not line.is_undecided, seen=line.mark)
            for line in among
        }
    keep_choices(token, choices)
    return redirect(url_for("tables.show", kept=token, show=asked["show"] or None, page=asked["page"]), 303)


def _to_read_again(lines: Sequence[Line], sent: Choices) -> str:
    """Say why nothing is written yet: a state of unseen effect, rows at fault, another number than was shown."""
    if any(each.seen.partition(".")[0] != each.state for each in sent.values()):
        return _READ_AGAIN
    if any(line.fault for line in lines):
        return _AT_FAULT
    count = sum(line.will_be_written for line in lines)
    if not count:
        return _NONE_TICKED
    return "" if request.form.get("counted", type=int) == count else _COUNTED_AGAIN


def _sent(pasted: str) -> tuple[str, bytes]:
    """Give the name and the content of the file chosen, else what was pasted."""
    return sent_file("file") or (_PASTED, pasted.encode())


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


def _first_choices(token: str, table: ImportedTable) -> Choices:
    """Tick the rows that are sure, and keep that they were shown as they are."""
    lines = read_lines(db(), table, {}, by=person(), today=today())
    choices = {line.place: Choice(line.is_sure, seen=line.mark) for line in lines}
    keep_choices(token, choices)
    return choices


def _page(token: str, table: ImportedTable, lines: Sequence[Line], refused: str = "") -> str:
    asked = request.values.get("show", "")
    shown = [line for line in lines if asked in {"", line.group}] or lines
    faults = [line for line in lines if line.fault] if refused == _AT_FAULT else []
    pages = max(1, -(-len(shown) // _A_PAGE))
    at = request.values.get("page", 1, type=int)
    if faults:  # its first row at fault is on the page that is shown
        shown, asked, pages = list(lines), "", max(1, -(-len(lines) // _A_PAGE))
        at = faults[0].place // _A_PAGE + 1
    at = min(max(at, 1), pages)
    return render_template(
        "tables/reading.html", token=token, table=table, all=lines, lines=shown[(at - 1) * _A_PAGE : at * _A_PAGE],
        counts=counts_of(lines), groups=Counter(line.group for line in lines), show=asked, page=at, pages=pages,
        counted=sum(line.will_be_written for line in lines), refused=refused, faults=faults,
    )  # fmt: skip
