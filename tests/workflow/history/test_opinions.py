"""The clocks of the opinions that are asked: whose law sets a time, and where silence is an answer."""

import pytest

from models import PartialDate
from tests.workflow.builders import CALENDAR, File, undated
from workflow.deadlines.clocks import clocks
from workflow.deadlines.reckoning import explanation
from workflow.history.fold import fold
from workflow.history.opinions import opinions
from workflow.history.steps import Supposed
from workflow.history.what_counts import OPEN
from workflow.language.articles import bare
from workflow.language.folding import plain
from workflow.procedure.institutions import institutions
from workflow.rulebook.files import procedures

CESE = "Conseil économique, social et environnemental"
TACIT_FROM = "Le silence ne vaut réponse qu’après le 2 décembre 2026."
NOT_TACIT = "Aucun texte ne tient le silence pour une réponse : attendez l’avis demandé (CNDH)."


def asked(body: str, on: str | None = "2026-10-02", **facts: str) -> File:
    return File.opened("decret", *undated("assign_drafter")).move("ask_opinion", on, body=body, **facts)


@pytest.mark.parametrize(
    ("body", "facts", "dues"),
    [
        ("CESE", {}, {"opinion_cese": "2026-12-02"}),
        (CESE, {"urgent": "no"}, {"opinion_cese": "2026-12-02"}),
        ("cese", {"urgent": "yes"}, {"opinion_cese_urgent": "2026-10-22"}),
        ("CSPJ", {}, {"opinion_cspj": "2026-12-01"}),
        ("CSPJ", {"urgent": "yes"}, {"opinion_cspj_urgent": "2026-10-22"}),
        ("CESE", {"answer_by": "2026-11-05"}, {"opinion_cese": "2026-11-05"}),
        ("CNDH", {"answer_by": "2026-11-30"}, {"opinion": "2026-11-30"}),
        ("CNDH", {"urgent": "yes"}, {"opinion": None}),
    ],
)
def test_the_law_of_a_body_sets_its_time_and_the_letter_that_of_others(
    body: str, facts: dict[str, str], *, dues: dict[str, str | None]
) -> None:
    assert asked(body, **facts).dues == dues


def test_an_opinion_asked_without_a_date_says_that_none_was_set() -> None:
    (clock,) = asked("CNDH").clocks

    assert explanation(clock, CALENDAR)[1:] == ["Aucune date limite n’a été fixée."]
    assert clock.was_never_set
    (unknown,) = asked("CESE", on=None).clocks
    assert not unknown.was_never_set


@pytest.mark.parametrize(
    ("body", "on", "found"),
    [
        ("CESE", "2026-12-02", [TACIT_FROM]),
        ("CESE", "2026-11-03", [TACIT_FROM]),
        ("CNDH", "2026-12-20", [NOT_TACIT]),
    ],
)
def test_silence_is_an_answer_only_where_the_law_says_so(body: str, on: str, *, found: list[str]) -> None:
    file = asked(body)
    refused = file.refusals("receive_opinion", on, body=body, answer="silent")

    assert [reason for reason in refused if "avenir" not in reason] == found


@pytest.mark.parametrize(("on", "found"), [("2026-11-10", [TACIT_FROM]), ("2026-12-03", [])])
def test_an_answer_asked_for_sooner_shortens_no_term_of_the_law(on: str, *, found: list[str]) -> None:
    file = asked("CESE", answer_by="2026-11-05")
    refused = file.refusals("receive_opinion", on, body="CESE", answer="silent")

    assert [reason for reason in refused if "avenir" not in reason] == found
    assert explanation(file.clocks[0], CALENDAR)[1:] == ["Date fixée : 5 novembre 2026."]


def test_silence_is_an_answer_once_the_time_has_run_out() -> None:
    file = asked("CESE", "2026-09-02")  # two months: until 2 November

    assert file.move("receive_opinion", "2026-11-03", body="CESE", answer="silent").clocks == []


def test_each_opinion_has_its_own_clock() -> None:
    file = asked("SGG", answer_by="2026-12-01")
    file.move("ask_opinion", "2026-10-02", body="CNDH", answer_by="2026-11-30")
    assert [(clock.label_fr, str(clock.due_on)) for clock in file.clocks] == [
        ("Recevoir l’avis : SGG", "2026-12-01"),
        ("Recevoir l’avis : CNDH", "2026-11-30"),
    ]

    file.move("receive_opinion", "2026-11-20", body="SGG")

    assert [clock.subject for clock in file.clocks] == ["CNDH"]


def test_an_opinion_asked_anew_leaves_the_clock_of_another_body_its_number() -> None:
    file = asked("SGG", "2026-10-01", answer_by="2026-12-01")
    file.move("ask_opinion", "2026-10-02", body="CNDH", answer_by="2026-11-30")

    file.move("ask_opinion", "2026-10-05", body="SGG", answer_by="2026-12-15")

    numbers = [(clock.subject, clock.occurrence, clock.is_open) for clock in file.all_clocks]
    assert sorted(numbers) == [("CNDH", 2, True), ("SGG", 1, False), ("SGG", 3, True)]


def legal_rules(code: str) -> set[str]:
    """Give the rules of the law that a body's own opinion runs under, or that of the letter which asks."""
    rules = procedures()["decret"].deadlines.values()
    own = {rule.code for rule in rules if code in rule.only_if.get("body", ()) and "urgent" in rule.unless}
    return own or {"opinion"}


@pytest.mark.parametrize("code", institutions())
def test_an_opinion_asked_in_one_spelling_is_answered_in_any_other(code: str) -> None:
    procedure, spellings = procedures()["decret"], [*institutions()[code].all_spellings]
    on, answered_on = PartialDate(2026, 10, 2), PartialDate(2026, 11, 20)
    for asked_as, answered_as in zip(spellings, [*spellings[1:], spellings[0]], strict=True):
        steps = [
            Supposed(1, OPEN),
            Supposed(2, "ask_opinion", on, facts={"body": f"Les {bare(asked_as)}".upper()}),
            Supposed(3, "receive_opinion", answered_on, facts={"body": plain(answered_as)}),
        ]
        situation = fold(procedure, steps)

        run = clocks(procedure, situation.done, CALENDAR)
        assert [(each.answered, each.answered_on) for each in opinions(situation)] == [(True, answered_on)], asked_as
        assert {(clock.rule.code, clock.is_open) for clock in run} == {(rule, False) for rule in legal_rules(code)}


def test_an_opinion_asked_of_a_body_that_is_not_known_says_that_no_law_is() -> None:
    (clock,) = asked("Observatoire de la musique").clocks

    assert explanation(clock, CALENDAR)[1:] == [
        "Aucune date limite n’a été fixée.",
        "Cet organisme n’est pas au registre des institutions : aucun délai légal ne lui est connu.",
    ]


def test_a_body_kept_by_its_code_is_shown_by_its_name() -> None:
    file = asked("cese", compulsory="yes", urgent="yes")

    assert "Conseil économique, social et environnemental" in file.told
    assert [clock.label_fr for clock in file.clocks] == ["Recevoir l’avis (urgence) : CESE"]
    assert [each.name_fr for each in opinions(file.situation)] == ["Conseil économique, social et environnemental"]
    assert opinions(file.move("receive_opinion", "2026-10-05", body="le C.E.S.E.").situation)[0].answered
