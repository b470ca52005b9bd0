"""Texts on their way to the Council, for the tests of its pages: the day is Tuesday 1 December 2026."""

from models import LegalText
from tests.web.ministry import Ministry
from tests.workflow.builders import PIECES

# The Thursdays around that day.
LAST, NEXT, IN_NINE, IN_SIXTEEN = "2026-11-26", "2026-12-03", "2026-12-10", "2026-12-17"


def at_sgg(ministry: Ministry, title: str, kind: str = "decret", title_ar: str = "مشروع") -> LegalText:
    """Open a text and bring it to the SGG, where it is examined."""
    text = ministry.open(title, kind, on="2026-10-05", title_ar=title_ar)
    for name in ("assign_drafter", "submit_for_validation"):
        ministry.move(text, name, "2026-10-12")
    ministry.move(text, "validate", "2026-10-19", pieces=PIECES)
    for name in ("send_to_sgg", "register_at_sgg"):
        ministry.move(text, name, "2026-10-26")
    return text


def distributed(ministry: Ministry, title: str, on: str, kind: str = "decret") -> LegalText:
    text = at_sgg(ministry, title, kind)
    ministry.move(text, "distribute", on)
    return text


def listed(
    ministry: Ministry, title: str, council_on: str = LAST, *, kind: str = "decret", distributed_on: str = "2026-11-09"
) -> LegalText:
    """Put a text on the agenda of a Council; an appointment, which has a way of its own, as an old file is."""
    if kind == "decret_de_nomination":
        text = ministry.open(title, kind, on="2026-10-05")
        return ministry.bring(text, "list_on_agenda", "2026-11-20", council_on=council_on)
    text = distributed(ministry, title, distributed_on, kind)
    ministry.move(text, "list_on_agenda", "2026-11-20", council_on=council_on)
    return text
