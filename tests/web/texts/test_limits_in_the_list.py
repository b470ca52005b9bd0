"""Limits of the law press, in amber then in red; markers and chamber's rules are counted apart, in grey."""

from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.texts.test_list import counters, titles


def test_the_week_to_come_is_counted_apart_from_what_is_late(head: Browser, ministry: Ministry) -> None:
    for rank, day in enumerate(("2026-10-31", "2026-11-01", "2026-11-08", "2026-11-09")):  # due one month later
        text = ministry.open(day, responsible_id=ministry.people.head.id)
        ministry.bring(text, "promulgate", day, dahir=f"1-26-{rank + 1}")

    page = head.get("/texts")

    assert counters(page)[4:] == ["1 délai légal dépassé", "2 délais légaux dans la semaine", "4 à votre charge"]
    assert titles(head.get("/texts?due=late")) == ["2026-10-31"]
    assert titles(head.get("/texts?due=soon")) == ["2026-11-01", "2026-11-08"]
    assert page.all(".texts .tag") == ["délai légal dépassé de 1 jour", "aujourd’hui", "dans 7 jours", "dans 8 jours"]
    assert page.all(".texts .tag.late") == ["délai légal dépassé de 1 jour"]
    assert page.all(".texts .tag.soon") == ["aujourd’hui", "dans 7 jours"]


def test_markers_that_have_passed_are_counted_apart_in_grey(head: Browser, ministry: Ministry) -> None:
    law = ministry.bring(ministry.open("Loi"), "promulgate", "2021-07-26", dahir="1-21-95")
    for title, day in (("Passé", "2026-08-31"), ("Proche", "2026-09-01")):  # due three months later, by usage
        ministry.bring(ministry.open(title), "refer_to_ad_hoc_commission", day)
    opinion = ministry.bring(ministry.open("Décret", "decret"), "assign_drafter")
    ministry.move(opinion, "ask_opinion", "2026-11-01", body="CNDH", answer_by="2026-11-26")

    page = head.get("/texts")

    assert counters(page)[4:] == [
        "1 délai légal dépassé", "0 délai légal dans la semaine", "2 repères passés", "0 à votre charge",
    ]  # fmt: skip
    assert titles(head.get("/texts?due=late")) == [law.title_fr]
    assert titles(head.get("/texts?due=marker")) == ["Passé", "Décret"]
    assert titles(head.get("/texts?due=soon")) == []
    assert page.all(".texts .tag") == [
        "repère interne, passé depuis 1 jour", "repère interne, aujourd’hui", "délai légal dépassé de 5 ans",
        "repère interne, passé depuis 5 jours",
    ]  # fmt: skip
    assert page.all(".texts .tag.late, .texts .tag.soon") == ["délai légal dépassé de 5 ans"]
