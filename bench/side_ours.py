"""A writer that moves texts by `fire()` and commits, a session for each move as in a request."""

from uuid import UUID

from bench.product import AT, DAY, Calendar, Engine, LegalText, PartialDate, Session, User, fire, make_engine
from bench.writers import Mover, Place

_FACTS = {"suspend": {"reason": "Arbitrage attendu"}, "resume": {}}


def mover(place: Place, _work: list[tuple[UUID, str]]) -> Mover:
    """Give what moves a text of this place."""
    return mover_on(make_engine(place.url), place)


def mover_on(engine: Engine, place: Place) -> Mover:
    """Give what moves a text by an engine that is open already."""
    calendar, on = Calendar(), PartialDate.of(DAY)
    with Session(engine, expire_on_commit=False) as session:
        by = session.get_one(User, place.by)

    def move(text_id: UUID, name: str) -> None:
        with Session(engine, expire_on_commit=False) as session:
            text = session.get_one(LegalText, text_id)
            fire(session, text, name, by=by, seen_step=text.last_step, on=on, at=AT, facts=_FACTS[name],
                 calendar=calendar)  # fmt: skip
            session.commit()

    return move
