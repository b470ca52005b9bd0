"""What a text lacks before it can be before the Council: the one place where it is gathered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from models import PartialDate
from workflow.conditions.complete_file import owed
from workflow.conditions.proposed_move import ProposedMove
from workflow.council.way import Way
from workflow.history.observations import still_open
from workflow.history.opinions import opinions
from workflow.history.signatures import still_expected
from workflow.language.typography import capital
from workflow.procedure.institutions import name_fr, short_fr
from workflow.rulebook.open_moves import OpenMove, reasons
from workflow.standing.standing import Standing

# Where it is mended: the sheet of the text, one of its registers, its pieces, the page of a move.
Place = Literal["title", "observations", "consultations", "signatures", "file", "move"]
# What they say of a text is said here in words that lead to where it is mended.
_SAID_HERE = frozenset(
    {
        "has_arabic_title",
        "has_compulsory_opinions",
        "has_settled_observations",
        "has_all_signatures",
        "all_required_pieces",
    }
)


@dataclass(frozen=True)
class Lack:
    """One thing missing, in short words for the person, and where it is mended; `move` names the move, if it is one."""

    words: str
    place: Place
    move: str = ""
    # Of the file, the kind of piece to attach.
    piece: str = ""


def lacks_of(now: Standing, way: Way) -> list[Lack]:
    """List what the text lacks where it stands."""
    return [
        *_of_title(now), *_of_observations(now), *_of_opinions(now), *_of_signatures(now), *_of_file(now, way),
        *_of_move(now, way),
    ]  # fmt: skip


def move_ahead(now: Standing, way: Way) -> OpenMove | None:
    """Give the likeliest move that brings the text nearer to the Council, with the reasons why it must wait."""
    state = now.situation.state
    return next((each for each in now.moves if way.leads_on(state, each.move)), None)


def _of_title(now: Standing) -> Iterator[Lack]:
    if not now.text.title_ar:
        yield Lack("Intitulé en arabe", "title")


def _of_observations(now: Standing) -> Iterator[Lack]:
    if count := sum(1 for _each in still_open(now.situation)):
        yield Lack(f"{count} observation{'s' if count > 1 else ''} à trancher", "observations")


def _of_opinions(now: Standing) -> Iterator[Lack]:
    for each in opinions(now.situation):
        if not each.answered:
            kind = "Avis obligatoire" if each.compulsory else "Avis"
            yield Lack(f"{kind} attendu : {short_fr(each.body)}", "consultations")


def _of_signatures(now: Standing) -> Iterator[Lack]:
    for name in still_expected(now.situation):
        yield Lack(f"Signature attendue : {name_fr(name)}", "signatures")


def _of_file(now: Standing, way: Way) -> Iterator[Lack]:
    """Name what the move ahead asks of the file and nothing shows, but for what a register names above already."""
    ahead = move_ahead(now, way)
    for each in owed(_proposed(now, ahead)) if ahead else ():
        if each.is_missing and not each.names_fr:
            yield Lack(capital(each.missing_fr), "file", piece=each.kinds[0])


def _of_move(now: Standing, way: Way) -> Iterator[Lack]:
    """Say why the move ahead is refused, but for what is said above already."""
    ahead = move_ahead(now, way)
    if ahead is None or not ahead.reasons:
        return
    move = ahead.move
    for words in reasons(_proposed(now, ahead), [name for name in move.guards if name not in _SAID_HERE]):
        yield Lack(words, "move", move.name)


def _proposed(now: Standing, ahead: OpenMove) -> ProposedMove:
    today = PartialDate.of(now.on)
    return ProposedMove(now.text, now.procedure, now.situation, ahead.move, today, None, now.calendar)
