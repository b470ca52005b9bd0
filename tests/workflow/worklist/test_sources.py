"""What waits besides the limits: observations, answers of others, papers, Councils, texts given, mails."""

from datetime import timedelta

import pytest

from models import Message, MessageStatus, Role
from tests.workflow.builders import CALENDAR, TO_PREPARED, Ministry, undated
from tests.workflow.worklist.desk import list_of, of_drafter, on_agenda, waiting
from workflow.history.particulars import Owner
from workflow.register.particulars import assign_text


def test_open_observations_of_a_text_are_one_action(ministry: Ministry) -> None:
    text = of_drafter(ministry)
    for words in ("Article flou.", "Titre trop long.", "Visa manquant."):
        ministry.move(text, "record_observation", "2026-11-20", observation=words, body="SGG")
    ministry.move(text, "answer_observation", "2026-11-23", answered="3", position="kept")

    (action,) = (each for each in list_of(ministry, Role.DRAFTER).actions if each.source == "observations")

    assert (action.what_fr, action.button_fr) == ("Trancher 2 observations", "Arbitrer 2 observations")
    assert action.why_fr == "Reçues : SGG. Chacune reçoit sa suite avant que le texte soit transmis."
    assert action.when.distance_fr == "depuis 4 jours"
    assert (action.target.doing.value, action.target.argument) == ("register", "observations")


def test_observations_that_have_their_answer_wait_for_nobody(ministry: Ministry) -> None:
    text = of_drafter(ministry)
    ministry.move(text, "record_observation", "2026-11-20", observation="Article flou.")
    ministry.move(text, "answer_observation", "2026-11-23", answered="3", position="kept")

    assert waiting(ministry, "observations") == []


@pytest.mark.parametrize(
    ("answer_by", "row"),
    [
        ("2026-11-10", ("without", "Recevoir l’avis (CNDH)", "Préparer la relance", "papers", "relance opinion-1")),
        ("2026-11-27",
         ("without", "Recevoir l’avis (CNDH)", "Enregistrer un avis rendu", "move", "receive_opinion")),
        (None, ("without", "Recevoir l’avis (CNDH)", "Enregistrer un avis rendu", "move", "receive_opinion")),
    ],
)  # fmt: skip
def test_an_opinion_is_chased_once_its_day_has_passed(
    ministry: Ministry, answer_by: str | None, row: tuple[str, ...]
) -> None:
    asked = {"answer_by": answer_by} if answer_by else {}
    ministry.move(of_drafter(ministry), "ask_opinion", "2026-10-02", body="CNDH", **asked)

    assert waiting(ministry, "answers", Role.DRAFTER) == [row]


def test_an_opinion_asked_for_a_far_day_is_not_chased_yet(ministry: Ministry) -> None:
    ministry.move(of_drafter(ministry), "ask_opinion", "2026-10-02", body="CNDH", answer_by="2026-12-31")

    assert waiting(ministry, "answers") == []


def test_nobody_is_chased_whose_silence_is_an_answer(ministry: Ministry) -> None:
    text = of_drafter(ministry, "projet_de_loi")
    ministry.move(text, "ask_opinion", "2026-06-01", body="cese")

    assert waiting(ministry, "answers") == []


@pytest.mark.parametrize(("asked_on", "is_estimated"), [("2026-09", True), ("2026-09-30", False)])
def test_an_answer_expected_by_a_day_that_is_estimated_says_so(
    ministry: Ministry, asked_on: str, *, is_estimated: bool
) -> None:
    ministry.move(of_drafter(ministry, "projet_de_loi"), "ask_opinion", asked_on, body="cese")

    (action,) = (each for each in list_of(ministry).actions if each.source == "answers")

    assert str(action.when.day) == "2026-11-30"
    assert action.why_fr.endswith(". Date estimée.") == is_estimated


def test_bodies_asked_for_one_day_are_one_action(ministry: Ministry) -> None:
    text = of_drafter(ministry)
    for body in ("CNDH", "HACA"):
        ministry.move(text, "ask_opinion", "2026-10-02", body=body, answer_by="2026-11-10")

    assert [row[1] for row in waiting(ministry, "answers")] == ["Recevoir l’avis (CNDH et HACA)"]


def test_what_the_next_step_asks_of_the_file_is_named(ministry: Ministry) -> None:
    text = of_drafter(ministry)
    ministry.move(text, "submit_for_validation")

    (action,) = (each for each in list_of(ministry).actions if each.source == "papers")

    assert action.button_fr == "Compléter le dossier"
    assert action.why_fr.startswith("Il manque, pour « Valider le projet » : ")
    assert (action.target.doing.value, action.target.text_id) == ("file", text.id)


def test_a_council_whose_day_has_passed_waits_for_its_results(ministry: Ministry) -> None:
    for day in ("2026-11-19", "2026-11-19", "2026-11-12", "2026-11-26"):
        on_agenda(ministry, day)

    assert waiting(ministry, "council") == [
        ("without", "Enregistrer la décision du Conseil du 12 novembre 2026", "Saisir les résultats", "council",
         "2026-11-12"),
        ("without", "Enregistrer les 2 décisions du Conseil du 19 novembre 2026", "Saisir les résultats", "council",
         "2026-11-19"),
    ]  # fmt: skip


def test_the_results_of_a_council_wait_for_nobody_who_may_not_record_them(ministry: Ministry) -> None:
    on_agenda(ministry, "2026-11-19")

    assert len(waiting(ministry, "council", Role.SECRETARY_GENERAL)) == 1
    assert waiting(ministry, "council", Role.CABINET) == []


def test_a_text_that_somebody_gives_waits_until_something_is_recorded_of_it(ministry: Ministry) -> None:
    text, drafter, head = ministry.open(), ministry.person(Role.DRAFTER), ministry.person(Role.HEAD)
    assert waiting(ministry, "entrusted", Role.DRAFTER) == []

    owner = Owner(drafter.id)
    assign_text(ministry.session, text, owner, by=head, seen=Owner(None), at=ministry.at, calendar=CALENDAR)

    assert waiting(ministry, "entrusted", Role.DRAFTER) == [
        ("without", "Prendre en charge", "Commencer la rédaction", "move", "assign_drafter")
    ]
    assert waiting(ministry, "entrusted", Role.HEAD) == []
    ministry.move(text, "assign_drafter")
    assert waiting(ministry, "entrusted", Role.DRAFTER) == []


def test_while_the_step_that_leads_on_must_wait_no_other_way_is_the_button_either(ministry: Ministry) -> None:
    text, drafter, head = (
        ministry.open("loi_de_finances", *TO_PREPARED),
        *map(ministry.person, (Role.DRAFTER, Role.HEAD)),
    )
    for name in ("send_to_sgg", "return_with_remarks"):
        ministry.move(text, name)
    ministry.move(text, "record_observation", "2026-11-20", observation="Article flou.")
    assign_text(ministry.session, text, Owner(drafter.id), by=head, seen=Owner(None), at=ministry.at, calendar=CALENDAR)

    assert waiting(ministry, "entrusted", Role.DRAFTER) == [
        ("without", "Prendre en charge", "Ouvrir le texte", "text", "")
    ]


def test_a_text_of_nobody_waits_for_those_who_give_texts(ministry: Ministry) -> None:
    ministry.open("decret", *undated("assign_drafter"))

    row = ("without", "Confier à un cadre", "Confier ce texte", "assign", "")
    assert {role: waiting(ministry, "unassigned", role) for role in Role} == {
        role: [row] if role in {Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL} else [] for role in Role
    }


def test_mails_that_failed_wait_for_those_who_may_read_them(ministry: Ministry) -> None:
    person = ministry.person(Role.HEAD)
    for number, status in enumerate((MessageStatus.FAILED, MessageStatus.FAILED, MessageStatus.SENT)):
        ministry.session.add(
            Message(key=str(number), person_id=person.id, address="a@b.ma", subject="x", plain="x", html="x",
                    status=status, created_at=ministry.at, next_try_at=ministry.at)
        )  # fmt: skip
    ministry.session.flush()

    row = ("without", "Reprendre 2 courriels refusés", "Voir les courriels", "mails", "failed")
    readers = {Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL, Role.ADMINISTRATOR}
    assert {role: waiting(ministry, "mails", role) for role in Role} == {
        role: [row] if role in readers else [] for role in Role
    }


def test_mails_that_wait_for_more_than_two_hours_are_told(ministry: Ministry) -> None:
    person, written = ministry.person(Role.HEAD), ministry.at - timedelta(hours=3)
    ministry.session.add(
        Message(key="1", person_id=person.id, address="a@b.ma", subject="x", plain="x", html="x", created_at=written,
                next_try_at=written)
    )  # fmt: skip
    ministry.session.flush()

    assert [row[1] for row in waiting(ministry, "mails")] == ["Vérifier pourquoi un courriel attend"]


def test_nothing_waits_of_a_finished_text(ministry: Ministry) -> None:
    text = of_drafter(ministry)
    ministry.move(text, "ask_opinion", "2026-10-02", body="CNDH", answer_by="2026-11-10")
    ministry.move(text, "record_observation", "2026-11-20", observation="Article flou.")
    assert {each.source for each in list_of(ministry).actions} >= {"observations", "answers"}

    ministry.move(text, "abandon", "2026-11-23", reason="Sans objet.")

    assert list_of(ministry).actions == ()
