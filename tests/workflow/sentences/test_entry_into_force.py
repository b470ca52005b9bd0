"""When a text applies: rules of entry into force, parts that come later, and until when."""

from datetime import date

import pytest

from models import PartialDate
from tests.workflow.builders import TO_PUBLISHED, File, Move, moved
from workflow.sentences.entry_into_force import Commencement, commencement

ON_PUBLICATION = moved("enter_on_publication", "2018-03-12")
LATER = moved("set_later_part", "2018-03-12", part="articles 3 et 4", in_force_after=12, clause="article 20")


def rules(file: File) -> Commencement:
    return commencement(file.procedure, file.situation, file.all_clocks)


def published(*moves: Move, kind: str = "projet_de_loi") -> File:
    return File.opened(kind, *TO_PUBLISHED, *moves)


def test_nothing_is_said_before_a_rule_is_recorded() -> None:
    assert not rules(published()).is_known


def test_the_rule_is_kept_with_its_source_and_the_computed_date() -> None:
    found = rules(published(moved("defer_entry_into_force", "2018-03-12", in_force_after=6, clause="article 18")))

    assert found.rule == "Entrée en vigueur différée : 6 mois après la publication (article 18)."
    assert found.source == "article 18"
    assert found.due_on == date(2018, 9, 12)
    assert found.since is None


def test_some_articles_enter_into_force_later_with_a_clock_of_their_own() -> None:
    file = published(ON_PUBLICATION, LATER, moved("set_later_part", part="article 9", awaited="le décret des tarifs"))

    articles, tariffs = rules(file).parts
    assert (articles.name, articles.due_on, articles.entered) == ("articles 3 et 4", date(2019, 3, 12), False)
    assert tariffs.due_on is None
    assert tariffs.rule.endswith(" : article 9, après la publication de ces textes : le décret des tarifs.")
    assert file.dues["part_in_force"] is None

    file.move("enter_into_force_partly", "2019-03-12", part="articles 3 et 4")
    assert [(part.entered, part.since) for part in rules(file).parts] == [
        (True, PartialDate(2019, 3, 12)), (False, None),
    ]  # fmt: skip


def test_a_later_part_says_when_in_one_way() -> None:
    reason = "Indiquez quand cette partie entre en vigueur : une date, un nombre de mois ou les textes attendus."
    file = published(ON_PUBLICATION)

    assert file.refusals("set_later_part", None, part="article 9") == [reason]
    assert file.refusals("set_later_part", None, part="article 9", in_force_after=6, awaited="x") == [reason]
    assert file.refusals("set_later_part", None, part="article 9", in_force_after=6) == []


def test_a_text_that_waits_for_named_texts_says_which() -> None:
    file = published(moved("await_implementing_texts", "2018-03-12", awaited="deux décrets", clause="article 26"))

    assert file.sentence.endswith(
        "son entrée en vigueur attend la publication des textes d’application : deux décrets."
    )


@pytest.mark.parametrize(
    ("kind", "effective_on", "note", "reason"),
    [
        ("decret", "2018-01-01", None, []),
        ("decret", "2018-03-12", None,
         ["La date d’effet ne précède pas la publication : choisissez une autre règle d’entrée en vigueur."]),
        ("projet_de_loi", "2018-01-01", None,
         ["La loi ne peut avoir d’effet rétroactif (Constitution, art. 6) : dites dans la note ce qui le permet."]),
        ("projet_de_loi", "2018-01-01", "article 12 de la loi", []),
    ],
)  # fmt: skip
def test_a_retroactive_effect_is_checked(kind: str, effective_on: str, note: str | None, reason: list[str]) -> None:
    file = File.at(kind, published().situation)

    told = {"effective_on": effective_on} | ({"note": note} if note else {})
    assert file.refusals("enter_retroactively", None, **told) == reason


def test_a_retroactive_effect_is_told() -> None:
    file = published()
    file.move("enter_retroactively", "2018-03-12", effective_on="2018-01-01", note="article 12")

    assert file.sentence == (
        "Cette loi est en vigueur depuis le 12 mars 2018 (Bulletin officiel n° 6655 du 12 mars 2018), "
        "avec effet à compter du 1er janvier 2018."
    )


def test_a_text_applies_until_a_day_and_an_hour_then_longer_then_no_more() -> None:
    file = published(
        ON_PUBLICATION, moved("limit_validity", "2018-03-12", until_on="2018-04-20", until_hour="18 heures")
    )
    assert file.sentence.endswith(", jusqu’au 20 avril 2018 à 18 heures.")
    assert file.dues["validity"] == "2018-04-20"

    file.move(
        "extend_validity", "2018-04-19", until_on="2018-05-20", until_hour="18 heures", extended_by="décret 2-18-330"
    )
    assert file.dues["validity"] == "2018-05-20"
    assert rules(file).validity == (
        "L’application du texte a été prorogée jusqu’au 20 mai 2018 à 18 heures par le décret n° 2-18-330."
    )
    assert file.refusals("expire", "2018-05-19") == ["Le texte s’applique jusqu’au 20 mai 2018."]

    file.move("expire", "2018-05-20")
    assert file.sentence == "Cette loi a cessé de produire effet le 20 mai 2018."
    assert file.clocks == []


def test_a_text_without_limit_does_not_expire() -> None:
    assert "expire" not in published(ON_PUBLICATION).moves
