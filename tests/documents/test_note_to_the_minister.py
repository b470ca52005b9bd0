"""The note to the minister names what is still open, and asks nothing of a text whose way has ended."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from documents.case import Case
from documents.kinds.notes.note_interne import context
from documents.language import LANGUAGES
from models import LegalText, Relation, RelationKind
from tests.documents.office import LETTERHEAD, Office, plain
from tests.workflow.builders import TO_ADOPTED, TODAY, File, undated
from tests.workflow.rulebook.test_walks import places
from workflow.history.fold import Situation
from workflow.procedure.institutions import name_fr, short_fr
from workflow.relations.implementing_texts import Application, Implementing
from workflow.relations.ties import Tie
from workflow.rulebook.files import procedures

NONE, ENDED = "Aucun obstacle relevé.", "Sans objet : le parcours est achevé."
NO_DECISION = "Le parcours du texte est achevé : aucune décision n’est demandée."
KINDS = pytest.mark.parametrize("kind", list(procedures()))
# What is asked of others by a step, and the name under which the note must speak of it.
OPEN: dict[str, tuple[dict[str, Any], str]] = {
    "ask_opinion": ({"body": "Ordre des architectes", "answer_by": "2026-12-15"}, "Ordre des architectes"),
    "record_observation": ({"observation": "Préciser le délai.", "article": "article 4"}, "(article 4)"),
    "name_signatories": ({"signatories": "Ministre A\nMinistre B"}, "Ministre B"),
}


def case_of(file: File) -> Case:
    then = file.standing
    return Case(
        text=file.text, procedure=then.procedure, situation=then.situation, title_fr=then.title_fr,
        title_ar=then.title_ar, number=then.number, sentence=then.sentence, sentence_ar=then.sentence_ar,
        holder=then.holder, holder_ar=then.holder_ar, held_since=then.held_since, clocks=then.clocks, steps=(),
        moves=tuple(then.moves), responsible=None, ties=(), letterhead=LETTERHEAD, on=TODAY,
    )  # fmt: skip


def with_open_item(here: Situation, move: str) -> Situation:
    """Give the same place, with something asked of others that nobody settled."""
    last = here.done[-1]
    asked = replace(
        last, number=last.number + 1, move=move, facts=OPEN[move][0], from_state=here.state, to_state=here.state,
        on=None, milestone=None, vote=None,
    )  # fmt: skip
    return replace(here, done=(*here.done, asked))


@KINDS
@pytest.mark.parametrize("move", OPEN)
def test_what_is_open_is_named_while_the_text_is_a_draft_and_blocks_nothing_afterwards(kind: str, move: str) -> None:
    if move not in procedures()[kind].moves:
        assert (move, kind.startswith(("loi", "projet", "proposition"))) == ("name_signatories", True)
        return
    told = {
        state: "\n".join(context(case_of(File.at(kind, with_open_item(here, move))))["obstacles"])
        for state, here in places(kind).items()
    }

    states = procedures()[kind].states
    named = {state: OPEN[move][1] in words for state, words in told.items()}
    assert named == {state: not (states[state].act or states[state].is_end) for state in told}
    assert [words for state, words in told.items() if states[state].is_end and words] == []


@KINDS
def test_a_way_that_has_ended_is_told_so_in_every_state(kind: str) -> None:
    states = procedures()[kind].states
    ended = {state: context(case_of(File.at(kind, here)))["acheve"] for state, here in places(kind).items()}

    assert ended == {state: states[state].is_end for state in ended}


def test_open_items_are_told_with_their_day() -> None:
    file = File.opened("decret", *TO_ADOPTED, *undated("send_to_signature"))
    file.move("ask_opinion", "2026-10-01", body="cndh", answer_by="2026-11-20")
    file.move("ask_opinion", body="Ordre des architectes")
    file.move("record_observation", "2026-10-02", observation="Revoir.", article="article 4")
    file.move("name_signatories", "2026-10-03", signatories="Ministre A\nMinistre B")
    file.move("expect_signature", "2026-10-03", signatory="Ministre A", expected_on="2026-12-01")
    file.move("collect_signature", "2026-10-04", signatory="Ministre B")
    told = context(case_of(file))["obstacles"]

    assert told == [
        "« Recevoir l’avis : CNDH » : repère interne, passé depuis 4 jours.",
        ("Avis non rendu : Conseil national des droits de l’Homme, demandé le 1er octobre 2026, "
         "pour le 20 novembre 2026."),
        "Avis non rendu : Ordre des architectes.",
        "Observation sans suite : n° 1 (article 4).",
        "Signature attendue : Ministre A, pour le 1er décembre 2026.",
    ]  # fmt: skip


def test_what_a_condition_says_already_is_said_once() -> None:
    file = File.opened("decret", title_ar="مشروع مرسوم")
    file.move("assign_drafter").move("ask_opinion", body="CESE", compulsory="yes")
    file.move("submit_for_validation")

    told = [words for words in context(case_of(file))["obstacles"] if "CESE" in words or "Conseil économique" in words]

    assert told == ["Avis obligatoires attendus : CESE."]


@pytest.mark.parametrize(("asked", "other"), [("CESE", "CES"), ("Ordre des architectes", "Ordre"), ("cese", "cndh")])
def test_an_opinion_is_not_left_out_for_a_name_within_that_of_another_one(asked: str, other: str) -> None:
    file = File.opened("decret", title_ar="مشروع مرسوم")
    file.move("assign_drafter").move("ask_opinion", body=asked, compulsory="yes").move("ask_opinion", body=other)
    file.move("submit_for_validation")

    told = [words for words in context(case_of(file))["obstacles"] if words.startswith("Avis")]

    assert told == [f"Avis obligatoires attendus : {short_fr(asked)}.", f"Avis non rendu : {name_fr(other)}."]


def test_a_text_without_anything_open_has_no_obstacle_and_asks_for_no_decision(office: Office, bill: LegalText) -> None:
    note = office.make(bill, "note_interne", date(2018, 3, 6))

    assert NONE in note.words
    assert "Aucune décision n’est demandée à ce stade." in note.words
    assert "Décision demandée" not in note.words
    assert NO_DECISION not in note.words


def test_an_opinion_that_is_awaited_is_an_obstacle_on_the_page(office: Office, bill: LegalText) -> None:
    office.move(bill, "ask_opinion", "2018-03-05", body="cndh")

    words = office.make(bill, "note_interne", date(2018, 3, 6)).words

    assert NONE not in words
    assert "Avis non rendu : Conseil national des droits de l’Homme, demandé le 5 mars 2018" in words


def test_the_note_on_an_ended_text_asks_for_nothing(office: Office) -> None:
    text = office.open("decret", title_fr="Projet de décret", on="2018-01-02")
    office.move(text, "abandon", "2018-02-02", reason="Objet disparu")

    note = office.make(text, "note_interne")

    assert ENDED in note.words
    assert NO_DECISION in note.words
    assert NONE not in note.words
    assert "Décision demandée" not in note.words
    with pytest.raises(AssertionError):
        note.table("Cases à cocher")


def test_the_last_three_acts_are_told_the_newest_first_in_both_languages() -> None:
    file = File.opened("decret", on="2026-10-01").move("assign_drafter", "2026-10-02")
    assert context(case_of(file))["derniers_actes"].count("\n") == 1

    file.move("ask_opinion", "2026-10-05", body="cndh").move("submit_for_validation")
    told = [context(case_of(file), language)["derniers_actes"].split("\n") for language in LANGUAGES]

    assert [[plain(act).partition(" – ")[0] for act in acts] for acts in told] == [
        ["Le projet a été soumis à la validation de la hiérarchie.", "5 octobre 2026", "2 octobre 2026"],
        ["عرض المشروع على مصادقة التسلسل الإداري.", "5 أكتوبر 2026", "2 أكتوبر 2026"],
    ]


def test_risks_are_near_deadlines_and_opinions_against_a_draft() -> None:
    file = File.opened("decret", *undated("assign_drafter"), title_ar="مشروع مرسوم")
    for body, answer in (("cndh", "unfavourable"), ("cese", "favourable"), ("Ordre des architectes", "reserved")):
        file.move("ask_opinion", body=body).move("receive_opinion", body=body, answer=answer)
    file.move("ask_opinion", "2026-11-20", body="cspj", answer_by="2026-12-01")
    file.move("ask_opinion", "2026-11-20", body="ministry_of_finance", answer_by="2027-03-01")

    told = [context(case_of(file), language)["risques"] for language in LANGUAGES]

    assert told == [
        ["L’échéance « Recevoir l’avis : CSPJ » est proche (7 jours restants).",
         "Avis défavorable (Conseil national des droits de l’Homme).",
         "Avis favorable avec réserves (Ordre des architectes)."],
        ["اقترب أجل «التوصل بالرأي: المجلس الأعلى للسلطة القضائية» (المتبقي: 7 أيام).",
         "رأي غير موافق (المجلس الوطني لحقوق الإنسان).", "رأي موافق مع تحفظات (Ordre des architectes)."],
    ]  # fmt: skip


def test_a_text_that_has_ended_risks_only_to_be_applied_late() -> None:
    file = File.opened("decret", on="2026-10-01").move("abandon", "2026-10-02", reason="Objet disparu")
    relation = Relation(kind=RelationKind.IMPLEMENTS, citation="arrêté n° 12-26", owed=True)
    late = Implementing(Tie(relation, incoming=True, label="", other=None), is_taken=False, days_left=-3)
    case = replace(case_of(file), application=Application((late,)))

    assert [context(case, language)["risques"] for language in LANGUAGES] == [
        ["Textes d’application en retard (1)."], ["نصوص تطبيقية متأخرة (1)."],
    ]  # fmt: skip
