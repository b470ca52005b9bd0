"""Owed texts proposed from the clauses of a draft: what is left out, what is recorded, and by whom."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session, select

from models import LegalText, Relation, RelationKind, Role
from tests.workflow.articles.drafts import word
from tests.workflow.builders import Ministry
from workflow.articles.called_texts import Called
from workflow.articles.reading import read_word
from workflow.articles.structure import Article, Draft
from workflow.errors import NotAllowed, Refused
from workflow.relations.implementing_texts import application
from workflow.relations.owed_texts import Proposal, owe, proposed
from workflow.relations.ties import Wanted, relate, ties

LIST = "La liste est fixée par décret."
FORMS = "Les modèles sont fixés par arrêté du ministre, comme le prévoit la loi n° 43-20."
DRAFT = Draft(
    "fr",
    items=(
        Article("Article premier", "1", (f"Il est créé un comité. {LIST}", "Le directeur est nommé par décret.")),
        Article("Art. 2", "2", (FORMS, FORMS)),
    ),
)
FIRST = Proposal("1", "Article premier", Called.DECREE, LIST, f"Décret : « {LIST} »")
SECOND = Proposal("2", "Art. 2", Called.ORDER, FORMS, f"Arrêté : « {FORMS} »")


def kept(session: Session) -> list[tuple[str, str, str, bool]]:
    return [(tie.kind, tie.article, tie.citation, tie.owed) for tie in session.exec(select(Relation)).all()]


def test_each_clause_is_proposed_once_with_its_article_and_nothing_is_recorded(
    session: Session, law: LegalText
) -> None:
    assert proposed(DRAFT, ties(session, law)) == [FIRST, SECOND]
    assert kept(session) == []


def test_what_is_confirmed_is_owed_and_no_longer_proposed(session: Session, ministry: Ministry, law: LegalText) -> None:
    owe(session, law, [FIRST], by=ministry.person(Role.HEAD))

    assert kept(session) == [("implements", "1", FIRST.citation, True)]
    assert proposed(DRAFT, ties(session, law)) == [SECOND]
    assert application(ties(session, law), today=date(2026, 11, 24)).sentence == (
        "Aucun texte d’application pris sur 1 prévu, soit 0 %."
    )


def test_what_is_confirmed_twice_is_recorded_once(session: Session, ministry: Ministry, law: LegalText) -> None:
    head = ministry.person(Role.HEAD)

    assert len(owe(session, law, [FIRST, FIRST], by=head)) == 1
    assert len(owe(session, law, [FIRST, SECOND], by=head)) == 1
    assert len(kept(session)) == 2


def test_a_title_given_by_staff_takes_the_place_of_the_sentence(
    session: Session, ministry: Ministry, law: LegalText
) -> None:
    worded = replace(FIRST, citation="décret relatif au comité")
    owe(session, law, [worded], by=ministry.person(Role.HEAD))

    assert kept(session) == [("implements", "1", "décret relatif au comité", True)]
    # The sentence may call for that very text, or for another one: it is still shown, beside what the article has.
    assert proposed(DRAFT, ties(session, law)) == [replace(FIRST, taken=("décret relatif au comité",)), SECOND]


def test_a_text_of_several_articles_is_shown_beside_each(session: Session, law: LegalText, decree: LegalText) -> None:
    relate(session, decree, Wanted(RelationKind.IMPLEMENTS, other=law, article="1 et 2"))
    relate(session, decree, Wanted(RelationKind.AMENDS, other=law, article="2"))

    assert [each.taken for each in proposed(DRAFT, ties(session, law))] == [("Décret de protection",)] * 2


def test_a_number_given_by_staff_finds_the_decree_that_bears_it(
    session: Session, ministry: Ministry, law: LegalText
) -> None:
    taken = ministry.open("decret", title_fr="Décret du comité", number="2-14-278")
    (tie,) = owe(session, law, [replace(FIRST, citation="décret n° 2-14-278")], by=ministry.person(Role.HEAD))

    assert (tie.text_id, tie.target_id, tie.owed) == (taken.id, law.id, True)


def test_a_text_is_owed_for_the_day_that_is_given(session: Session, ministry: Ministry, law: LegalText) -> None:
    (tie,) = owe(session, law, [replace(FIRST, due_on=date(2027, 3, 1))], by=ministry.person(Role.HEAD))

    assert (tie.owed, tie.due_on) == (True, date(2027, 3, 1))


def test_a_number_inside_the_sentence_ties_no_other_text(session: Session, ministry: Ministry, law: LegalText) -> None:
    other = ministry.open("projet_de_loi", title_fr="Loi sur la confiance", number="43-20")
    (tie,) = owe(session, law, [SECOND], by=ministry.person(Role.HEAD))

    assert (tie.text_id, tie.target_id) == (None, law.id)
    assert ties(session, other) == []


def test_a_text_without_a_name_is_refused(session: Session, ministry: Ministry, law: LegalText) -> None:
    with pytest.raises(Refused, match="Nommez le texte attendu pour l’article 1"):
        owe(session, law, [replace(FIRST, citation=" ")], by=ministry.person(Role.HEAD))


def test_who_may_not_write_texts_confirms_nothing(session: Session, ministry: Ministry, law: LegalText) -> None:
    with pytest.raises(NotAllowed):
        owe(session, law, [FIRST], by=ministry.person(Role.READER))
    assert kept(session) == []


def test_drafts_of_both_languages_propose_the_same_articles() -> None:
    french = word(
        ["Loi n° 11-99 relative aux maisons", "Article premier. – La maison est ouverte. Les conditions en sont fixées",
         "par voie réglementaire.", "Article 2", "La liste est fixée par arrêté du ministre."]
    )  # fmt: skip
    arabic = word(
        ["قانون رقم 11.99 يتعلق بالدور", "المادة الأولى", "تفتح الدار. تحدد شروط ذلك بنص تنظيمي.", "المادة 2",
         "تحدد اللائحة بقرار للوزير."]
    )  # fmt: skip
    found = [
        [(each.article, each.called) for each in proposed(read_word(file)[0].draft, [])] for file in (french, arabic)
    ]

    assert found == [[("1", Called.REGULATORY), ("2", Called.ORDER)]] * 2
