"""Limits of the law press, in amber then in red; markers and chamber's rules are counted apart, in grey."""

from tests.web.browser import Browser
from tests.web.lists.test_list import counters, titles
from tests.web.ministry import Ministry
from tests.web.page import Page


def said(page: Page, of: str = "") -> list[str]:
    """Give what the list says of each limit, after its day."""
    return [words.partition(" · ")[2] for words in page.all(f".texts td.due .sub{of}")]


def test_the_week_to_come_is_counted_apart_from_what_is_late(head: Browser, ministry: Ministry) -> None:
    for rank, day in enumerate(("2026-10-31", "2026-11-01", "2026-11-08", "2026-11-09")):  # due one month later
        text = ministry.open(day, responsible_id=ministry.people.head.id)
        ministry.bring(text, "promulgate", day, dahir=f"1-26-{rank + 1}")

    page = head.get("/texts")

    assert counters(page)[2:] == ["Délai légal dépassé 1", "Délai légal dans la semaine 2", "Repère passé 0"]
    assert titles(head.get("/texts?due=late")) == ["2026-10-31"]
    assert titles(head.get("/texts?due=soon")) == ["2026-11-01", "2026-11-08"]
    assert said(page) == ["délai légal dépassé de 1 jour", "aujourd’hui", "dans 7 jours", "dans 8 jours"]
    assert said(page, ".late") == ["délai légal dépassé de 1 jour"]
    assert said(page, ".soon") == ["aujourd’hui", "dans 7 jours"]


def test_markers_that_have_passed_are_counted_apart_in_grey(head: Browser, ministry: Ministry) -> None:
    law = ministry.bring(ministry.open("Loi"), "promulgate", "2021-07-26", dahir="1-21-95")
    for title, day in (("Passé", "2026-08-31"), ("Proche", "2026-09-01")):  # due three months later, by usage
        ministry.bring(ministry.open(title), "refer_to_ad_hoc_commission", day)
    opinion = ministry.bring(ministry.open("Décret", "decret"), "assign_drafter")
    ministry.move(opinion, "ask_opinion", "2026-11-01", body="CNDH", answer_by="2026-11-26")

    page = head.get("/texts")

    assert counters(page)[2:] == [
        "Délai légal dépassé 1", "Délai légal dans la semaine 0", "Repère passé 2",
    ]  # fmt: skip
    assert titles(head.get("/texts?due=late")) == [law.title_fr]
    assert titles(head.get("/texts?due=marker")) == ["Passé", "Décret"]
    assert titles(head.get("/texts?due=soon")) == []
    assert said(page) == [
        "repère interne, passé depuis 1 jour", "repère interne, aujourd’hui", "délai légal dépassé de 5 ans",
        "repère interne, passé depuis 5 jours",
    ]  # fmt: skip
    assert said(page, ".late") + said(page, ".soon") == ["délai légal dépassé de 5 ans"]
