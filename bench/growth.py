"""What a page or a move costs at N texts, as many times what it costs at 1,000."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import cycle
from uuid import UUID

from sqlalchemy import and_
from sqlmodel import col, select

from bench.at_scale import SMALL, database, size
from bench.pages import fetch, signed_in
from bench.product import (
    DAY,
    EMAIL,
    Engine,
    LegalText,
    Session,
    Step,
    User,
    count_texts,
    make_engine,
    reading,
)
from bench.report import Figure, interleave
from bench.side_ours import mover_on
from bench.writers import MOVES, Place

_ROUNDS = 15
_TEXTS = 40
_PAGES = {
    "growth_home": "/",
    "growth_list": "/texts",
    "growth_filter": "/texts?kind=decret&state=redaction&responsible=me",
    "growth_search": "/texts?q=m%C3%A9diation+familiale+Errachidia",
}
Act = Callable[[], object]


def figures() -> Iterator[Figure]:
    """Time each act at both sizes, in turns."""
    with ExitStack() as stack:
        small, large = (_acts(database(texts), stack) for texts in (SMALL, size()))
        for name, act in large.items():
            took = interleave({"small": small[name], "large": act}, _ROUNDS)
            against = f"at {SMALL:,} texts instead of {size():,}, {took['small'] * 1000:.2f} ms"
            yield Figure(name, took["large"] / took["small"], against, took["large"] * 1000, "ms")


def _acts(url: str, stack: ExitStack) -> dict[str, Act]:
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    client, engine = signed_in(url, folder), make_engine(url)
    stack.callback(engine.dispose)
    with Session(engine, expire_on_commit=False) as session:
        head = session.exec(select(User).where(User.email == EMAIL)).one()
        last = and_(Step.text_id == LegalText.id, Step.number == LegalText.last_step)
        drafting = select(LegalText.id).join(Step, last).where(LegalText.procedure == "decret")
        # A run that was stopped half-way left a text suspended.
        drafting = drafting.where(LegalText.state == "redaction", Step.move != MOVES[0])
        texts = session.exec(drafting.order_by(col(LegalText.created_at)).limit(_TEXTS)).all()
    turn = cycle(texts)
    acts: dict[str, Act] = {name: lambda address=address: fetch(client, address) for name, address in _PAGES.items()}
    acts["growth_counters"] = lambda: _count(engine, head)
    acts["growth_text"] = lambda: fetch(client, f"/texts/{next(turn)}")
    acts["growth_fire"] = _firing(engine, url, texts, head)
    return acts


def _count(engine: Engine, by: User) -> None:
    with Session(reading(engine)) as session:
        count_texts(session, by=by, today=DAY)


def _firing(engine: Engine, url: str, texts: list[UUID], by: User) -> Act:
    """Give what suspends a text and takes it up again, so that it is found as it was by whoever times it next."""
    move, turn = mover_on(engine, Place(url, "", tuple(texts), by.id)), cycle(texts)

    def both() -> None:
        text = next(turn)
        for name in MOVES:
            move(text, name)

    return both
