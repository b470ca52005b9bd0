"""A text that becomes of another kind goes on from a place that the new kind knows; its past stays what it was."""

from datetime import date

import pytest

from models import LegalText, PartialDate, Role
from tests.workflow.builders import AT, CALENDAR, ON_SQLITE, TO_ADOPTED, TO_DEPOSITED, File, Ministry, moved
from workflow.errors import NotAllowed, Stale, Unfit
from workflow.history.as_of import situation_on
from workflow.history.fold import fold
from workflow.history.steps import Recorded, steps_of
from workflow.register.kinds import change_kind, preview_kinds
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence

pytestmark = ON_SQLITE
WHY = "Le SGG estime qu’un arrêté suffit."


def become(
    ministry: Ministry,
    text: LegalText,
    kind: str,
    *,
    role: str = Role.HEAD,
    reason: str = WHY,
    seen: int | None = None,
) -> Recorded:
    moved = change_kind(
        ministry.session, text, kind, by=ministry.person(role), seen_step=text.last_step if seen is None else seen,
        on=PartialDate(2026, 11, 20), reason=reason, at=AT, calendar=CALENDAR,
    )  # fmt: skip
    return moved.step


def test_a_decree_adopted_in_council_becomes_an_order_and_goes_on_at_the_sgg(ministry: Ministry) -> None:
    text = ministry.open("decret", *TO_ADOPTED)
    places = {each.procedure.kind: each.place for each in preview_kinds(ministry.session, text, at=AT)}
    assert (places["arrete"], places["projet_de_loi"]) == ("examen_sgg", "adopte_cg")
    assert "decret" not in places

    step = become(ministry, text, "arrete")
    assert (text.procedure, text.state, text.section) == ("arrete", "examen_sgg", "projets_d_arretes")
    ministry.move(text, "send_to_signature", "2026-11-21")

    steps = steps_of(ministry.session, text.id)
    situation = fold(procedure_of(text), steps)
    assert situation.state == "a_signer"
    changed = next(done for done in situation.done if done.number == step.number)
    said = f"Le texte change de nature : c’est désormais un projet d’arrêté. Motif : {WHY}"
    assert step_sentence(procedure_of(text), changed) == said
    assert step_sentence(procedure_of(text), situation.done[step.number - 2]) == (
        File.opened("decret", *TO_ADOPTED).told
    )
    assert [done.kind for done in situation.done[-3:]] == ["decret", "arrete", "arrete"]


def test_the_past_keeps_the_kind_it_had(ministry: Ministry) -> None:
    text = ministry.open("decret", moved("assign_drafter", "2026-10-05"), on="2026-10-01")
    become(ministry, text, "arrete_conjoint")
    become(ministry, text, "decret_simple")
    steps = steps_of(ministry.session, text.id)

    then = situation_on(procedure_of(text), steps, date(2026, 10, 6))
    now = situation_on(procedure_of(text), steps, date(2026, 11, 24))

    assert then is not None
    assert now is not None
    assert (then.kind, now.kind, now.state) == ("decret", "decret_simple", "redaction")


def test_a_bill_before_a_chamber_stays_there_and_one_that_is_no_bill_leaves_it(ministry: Ministry) -> None:
    bill = ministry.open("projet_de_loi", *TO_DEPOSITED)
    other = ministry.open("projet_de_loi", *TO_DEPOSITED)

    become(ministry, bill, "loi_organique")
    become(ministry, other, "decret")

    assert (bill.state, bill.chamber, bill.reading) == ("depose", "representants", 1)
    assert (other.state, other.chamber, other.reading) == ("adopte_cg", None, 0)


def test_a_change_says_why_and_is_not_made_twice_nor_by_everybody(ministry: Ministry) -> None:
    text = ministry.open("decret")
    ended = ministry.open("decret", moved("abandon", reason="Sans objet."))

    with pytest.raises(Unfit, match="Dites pourquoi"):
        become(ministry, text, "arrete", reason=" ")
    with pytest.raises(Unfit, match="Choisissez une autre nature"):
        become(ministry, text, "decret")
    with pytest.raises(Unfit, match="Choisissez une autre nature"):
        become(ministry, ended, "arrete")
    with pytest.raises(NotAllowed):
        become(ministry, text, "arrete", role=Role.DRAFTER)
    with pytest.raises(Stale):
        become(ministry, text, "arrete", seen=7)
    assert (text.procedure, text.last_step) == ("decret", 1)


@pytest.mark.parametrize(
    ("reason", "told"),
    [("retour", " Motif : retour."), ("Avis du SGG.", " Motif : Avis du SGG."), ("erreur ?", " Motif : erreur ?")],
)
def test_the_reason_of_a_change_of_kind_is_a_sentence_of_its_own(ministry: Ministry, reason: str, told: str) -> None:
    text = ministry.open("decret", *TO_ADOPTED)

    become(ministry, text, "arrete", reason=reason)

    assert ministry.told(text) == f"Le texte change de nature : c’est désormais un projet d’arrêté.{told}"
