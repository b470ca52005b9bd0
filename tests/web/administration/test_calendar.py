"""Days off and sessions in screens; what changes is said before, and counted after."""

from datetime import date

import pytest
from flask import Flask
from sqlmodel import select

from models import Deadline, HolidayOverride, LegalText
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.page import words
from tests.web.queries import queries
from workflow.calendar.decided_days import DecidedDay, Decision
from workflow.calendar.words import day_short_fr
from workflow.calendar.working_days import Calendar
from workflow.deadlines.ladder import next_rung_on
from workflow.register.days_off import REACH, changes_by
from workflow.rulebook.files import procedures

MONDAY = date(2026, 12, 7)
DAY: dict[str, Value] = {"day_day": "7", "day_month": "12", "day_year": "2026"}
OFF: dict[str, Value] = {**DAY, "decision": "off", "label_fr": "Jour offert", "label_ar": "عطلة"}


def due_days(ministry: Ministry) -> list[date | None]:
    with ministry.session() as session:
        return [
            row.due_on
            for row in session.exec(select(Deadline).where(Deadline.status == "running").order_by(Deadline.rule))
        ]


@pytest.fixture
def awaited(ministry: Ministry, bill: LegalText, monkeypatch: pytest.MonkeyPatch) -> LegalText:
    """Give a bill of which the one open deadline is counted in working days, as no law of today does."""
    deadlines = procedures()["projet_de_loi"].deadlines
    monkeypatch.setitem(deadlines, "committee", deadlines["committee"].model_copy(update={"counted": "working"}))
    ministry.bring(bill, "refer_to_committee", "2026-11-20")
    return bill


@pytest.mark.usefixtures("awaited")
def test_what_changes_is_said_before_and_counted_after(admin: Browser, ministry: Ministry) -> None:
    before = due_days(ministry)
    form = admin.follow(admin.get("/administration/calendar"), "Déclarer un jour chômé ou travaillé")

    page = admin.press(form, "Voir ce qui change", OFF)

    assert words(page.h1) == "Le 7 décembre 2026 est chômé : Jour offert"
    assert page.all("h2") == ["1 échéance ouverte change"]
    said = [page.all("td:nth-child(3) s"), page.all("td:nth-child(3) b")]
    assert (ministry.count(HolidayOverride), due_days(ministry)) == (0, before)

    page = admin.press(page, "Enregistrer et compter à nouveau")

    assert page.notes == ["C’est enregistré ; un texte a été compté à nouveau."]
    moved = [pair for pair in zip(before, due_days(ministry), strict=True) if pair[0] != pair[1]]
    assert [[[day_short_fr(day)] for day in pair if day] for pair in moved] == [said]
    assert "lundi 7 déc. 2026 Jour offertعطلة chômé, par décision" in page.text


@pytest.mark.usefixtures("awaited")
def test_taking_a_decision_back_brings_the_days_of_before(admin: Browser, ministry: Ministry) -> None:
    before = due_days(ministry)
    page = admin.press(admin.get("/administration/calendar/days"), "Voir ce qui change", OFF)
    page = admin.press(page, "Enregistrer et compter à nouveau")

    page = admin.press(admin.follow(page, "Revenir au calendrier : 7 déc. 2026"), "Voir ce qui change")
    page = admin.press(page, "Enregistrer et compter à nouveau")

    assert due_days(ministry) == before
    assert ministry.count(HolidayOverride) == 0


def test_a_reminder_of_a_day_off_leaves_the_working_day_before(ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "refer_to_ad_hoc_commission", "2026-11-20")
    with ministry.session() as session:
        due_on = session.exec(select(Deadline).where(Deadline.status == "running")).one().due_on or MONDAY
        reminder = next_rung_on(procedures()["projet_de_loi"].deadlines["ad_hoc"], due_on, Calendar(), after=MONDAY)
        decided = DecidedDay(reminder or MONDAY, Decision.OFF, "Jour offert")
        changes = changes_by(session, decided, on=date(2026, 11, 24))

    (told,) = changes.limits
    assert (changes.due, changes.reminders, told.before, told.after) == (0, 1, due_on, due_on)
    assert told.reminder_before == reminder
    assert told.reminder_after is not None
    assert told.reminder_after < decided.day


def test_a_limit_is_told_as_it_will_be(ministry: Ministry, awaited: LegalText) -> None:
    decided = DecidedDay(MONDAY, Decision.OFF, "Jour offert")
    with ministry.session() as session:
        changes = changes_by(session, decided, on=date(2026, 11, 24))
        none = changes_by(session, DecidedDay(date(2031, 3, 3), Decision.OFF, "Loin"), on=date(2026, 11, 24))

    assert [(each.text_id, each.before < each.after) for each in changes.limits] == [(awaited.id, True)]
    assert (changes.is_whole, none.limits, none.is_whole) == (True, [], True)


@pytest.mark.usefixtures("awaited")
def test_no_more_texts_are_looked_at_than_allowed(ministry: Ministry) -> None:
    ministry.bring(ministry.open("Autre projet", on="2026-10-05"), "refer_to_committee", "2026-11-20")

    with ministry.session() as session:
        changes = changes_by(session, DecidedDay(MONDAY, Decision.OFF, "Jour"), on=date(2026, 11, 24), most=1)

    assert (len(changes.limits), changes.is_whole) == (1, False)


def test_no_rule_reaches_further_than_is_looked_for() -> None:
    rules = [rule for kind in procedures().values() for rule in kind.deadlines.values()]
    lengths = [value.duration(rule.counted) for rule in rules for value in rule.values]
    back = [-length.count for length in lengths if length and length.count < 0]

    assert max(day for rule in rules for day in rule.escalate) * 2 <= REACH.days
    assert max(back) * 3 <= REACH.days  # in working days, feasts among them


@pytest.mark.parametrize(
    ("typed", "reason", "target"),
    [
        ({"label_fr": ""}, "Donnez le nom de ce jour chômé en français.", "label_fr"),
        ({"day_day": ""}, "Donnez le jour complet : jour, mois et année.", "day_day"),
        ({"decision": "calendar"}, "Rien n’a été décidé de ce jour : le calendrier vaut déjà.", "day_day"),
        (
            {"decision": "worked", "day_day": "5"},
            "Le samedi et le dimanche ne sont pas travaillés : cette déclaration ne changerait rien.",
            "day_day",
        ),
        ({"decision": ""}, "Choisissez ce qu’il en est.", "decision"),
    ],
)
def test_a_day_refused_keeps_what_was_typed(  # noqa: PLR0917
    admin: Browser, ministry: Ministry, typed: dict[str, Value], reason: str, target: str
) -> None:
    sent = OFF | typed
    admin.get("/administration/calendar/days")

    page = admin.post("/administration/calendar/days", sent, status=422)

    assert page.all(".wrong") == [reason]
    assert page.one(".refused a")["href"] == f"#{target}"
    kept = {name: page.value(name) for name in sent if name != "decision"}
    assert kept == {name: str(value) for name, value in sent.items() if name != "decision"}
    assert ministry.count(HolidayOverride) == 0


def test_the_calendar_says_what_is_estimated_and_what_is_computed(admin: Browser) -> None:
    page = admin.get("/administration/calendar")

    assert "vendredi 18 déc. 2026" not in page.text
    assert "lundi 11 janv. 2027" in page.text
    assert "Dernière ouverture : vendredi 9 octobre 2026" in page.text
    assert "Ouverture : vendredi 9 avril 2027" in page.text
    assert "Navette ne l’enregistre pas, et aucun délai n’en dépend." in page.text
    assert "estimée" in page.all(".tag")


def test_the_page_costs_the_same_whatever_the_texts(app: Flask, admin: Browser, ministry: Ministry) -> None:
    with queries(app) as few:
        admin.get("/administration/calendar")
    for _each in range(5):
        ministry.open()
    with queries(app) as many:
        admin.get("/administration/calendar")

    assert len(many) == len(few)
