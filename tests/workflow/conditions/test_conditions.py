"""Each named condition: when it holds, and the sentence with which it refuses."""

from typing import Any

import pytest

from tests.workflow.builders import (
    ACROSS,
    PIECES,
    THROUGH_COMMITTEE,
    TO_ADOPTED,
    TO_DEPOSITED,
    TO_PLENARY,
    TO_PREPARED,
    TO_PUBLISHED,
    TO_SGG,
    File,
    moved,
    undated,
)
from workflow.conditions.registry import conditions

TO_VALIDATION = undated("assign_drafter", "submit_for_validation")
TO_FINAL_VOTE = [*TO_PLENARY, *ACROSS, *undated("adopt_amended", "refer_to_other_chamber"), *THROUGH_COMMITTEE]
ALL_MISSING = (
    "Le dossier est incomplet ; il manque : texte complet en langue arabe, note de présentation, avis obligatoires (ou "
    "aucun avis requis), signatures des ministres chargés de l’exécution."
)
FINANCE = "Le dossier est incomplet ; il manque : visa des Finances."
NO_ARABIC = "L’intitulé en arabe manque : le dossier est transmis en langue arabe. Complétez la fiche du texte."


def said(condition: str, file: File, name: str, *told: Any) -> str | None:  # noqa: ANN401 - a date and facts
    return conditions()[condition].refuses(file.proposed(name, *told))


@pytest.mark.parametrize(
    ("financial_impact", "on", "facts", "reason"),
    [
        (False, "2026-11-02", {}, ALL_MISSING),
        (False, None, {}, ALL_MISSING),
        (False, "2026-11-02", {"pieces": PIECES[:-1]}, None),
        (True, "2026-11-02", {"pieces": PIECES[:-1]}, FINANCE),
        (True, "2026-11-02", {"pieces": PIECES}, None),
        # The décret on complete files is of 9 September 2021.
        (True, "2021-09-08", {}, None),
        (False, "2021-09-09", {}, ALL_MISSING),
        (False, "2021-08", {}, None),
        (False, "2021-09", {}, ALL_MISSING),
        # Nothing was answered yet: nothing is missing yet.
        (True, "2026-11-02", None, None),
    ],
)
def test_a_complete_file_is_asked_for_since_2021(
    *, financial_impact: bool, on: str | None, facts: dict[str, Any] | None, reason: str | None
) -> None:
    file = File.opened("decret", *TO_VALIDATION, financial_impact=financial_impact)

    assert said("all_required_pieces", file, "validate", on, facts) == reason


@pytest.mark.parametrize(
    ("title_ar", "on", "reason"),
    [("مشروع", "2026-11-02", None), ("", "2026-11-02", NO_ARABIC), ("", None, NO_ARABIC), ("", "2013-09-02", None)],
)
def test_the_file_goes_to_the_sgg_in_arabic(title_ar: str, on: str | None, reason: str | None) -> None:
    file = File.opened("decret", *TO_PREPARED, title_ar=title_ar)

    assert said("has_arabic_title", file, "send_to_sgg", on, {}) == reason


@pytest.mark.parametrize(
    ("distributed_on", "facts", "days"),
    [
        ("2026-11-02", {"council_on": "2026-11-12"}, None),
        ("2026-11-03", {"council_on": "2026-11-12"}, 9),
        ("2026-11-03", {"council_on": "2026-11-12", "shortened": "urgency"}, None),
        ("2026-11", {"council_on": "2026-12-03"}, 3),
        ("2013-10-30", {"council_on": "2013-11-07"}, None),
        ("2026-11-03", {}, None),
        (None, {"council_on": "2026-11-12"}, None),
    ],
)
def test_ten_days_lie_between_distribution_and_council(
    distributed_on: str | None, facts: dict[str, Any], days: int | None
) -> None:
    file = File.opened("decret", *TO_SGG, moved("distribute", distributed_on))

    assert said("has_ten_days_of_distribution", file, "list_on_agenda", None, facts) == (
        None
        if days is None
        else f"Le Conseil se tiendrait {days} jours après la distribution ; il en faut 10. "
        "Choisissez une autre date, ou indiquez le motif du délai abrégé."
    )


@pytest.mark.parametrize(
    ("votes", "refused"),
    [
        ({"for": 70, "against": 22}, False),
        ({"for": 1, "against": 0, "abstentions": 90}, False),
        ({"for": 22, "against": 22}, True),
        ({"for": 22, "against": 70}, True),
        ({"for": 22}, False),
        ({"against": 70}, False),
        ({"unanimous": True, "for": None, "against": None}, False),
        (None, False),
    ],
)
def test_an_adoption_has_more_votes_for_than_against(votes: dict[str, Any] | None, *, refused: bool) -> None:
    reason = said("has_carried", File.opened("projet_de_loi", *TO_PLENARY), "adopt_first", None, {"votes": votes})

    assert (reason is not None) is refused
    if votes and refused:
        assert reason == (
            f"Avec {votes['for']} voix pour et {votes['against']} contre, le texte n’est pas adopté : "
            "vérifiez les voix ou le résultat."
        )


@pytest.mark.parametrize(
    ("social", "votes", "refused"),
    [
        (True, {"for": 168, "against": 55, "abstentions": 0}, False),
        (True, {"for": 50, "against": 30, "abstentions": 20}, True),  # half of those present is no majority
        (True, {"for": 51, "against": 30, "abstentions": 19}, False),
        (True, {"majority": True}, False),
        (False, {"for": 50, "against": 30, "abstentions": 90}, False),
    ],
)
def test_social_matters_ask_for_a_majority_of_those_present(
    *, social: bool, votes: dict[str, Any], refused: bool
) -> None:
    file = File.opened("projet_de_loi", *TO_FINAL_VOTE, social_matter=social)

    assert file.refusals("adopt_finally", "2026-11-02", votes=votes) == (
        ["En matière sociale, le vote définitif demande la majorité absolue des membres présents."] if refused else []
    )


ONE_OF_TWO = "Indiquez soit la date fixée par le texte, soit le nombre de mois après la publication."


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"in_force_after": 6}, None),
        ({"in_force_on": "2018-09-12"}, None),
        ({"in_force_after": 6, "in_force_on": "2018-09-12"}, ONE_OF_TWO),
        ({"clause": "article 18"}, ONE_OF_TWO),
        (None, None),
    ],
)
def test_a_deferred_entry_into_force_has_one_date(facts: dict[str, Any] | None, reason: str | None) -> None:
    file = File.opened("projet_de_loi", *TO_PUBLISHED)

    assert said("has_entry_into_force_date", file, "defer_entry_into_force", None, facts) == reason


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        ("2018-09-11", "Le texte n’entre en vigueur que le 12 septembre 2018."),
        ("2018-08", "Le texte n’entre en vigueur que le 12 septembre 2018."),
        ("2018-09-12", None),
        ("2018-09", None),
        (None, None),
    ],
)
def test_a_text_enters_into_force_on_its_own_day_at_the_earliest(on: str | None, reason: str | None) -> None:
    file = File.opened("projet_de_loi", *TO_PUBLISHED, moved("defer_entry_into_force", in_force_after=6))

    assert said("is_entry_into_force_reached", file, "enter_into_force", on, {}) == reason


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        ("2018-03-12", None),
        ("2018", None),
        ("2018-03-01", None),  # a retroactive effect, which attributions can have
        ("2018-03-13", "Cette date suit la publication : enregistrez une entrée en vigueur à une date connue."),
    ],
)
def test_an_entry_on_publication_is_not_dated_after_it(on: str, reason: str | None) -> None:
    file = File.opened("decret", *TO_ADOPTED, *undated("send_to_signature", "sign", "send_to_printer"))
    file.move("publish", "2018-03-12")

    assert said("is_not_after_publication", file, "enter_on_publication", on, {}) == reason


@pytest.mark.parametrize(
    ("kind", "deposited_on", "on", "days"),
    [
        ("loi_organique", "2026-03-02", "2026-03-11", 9),
        ("loi_organique", "2026-03-02", "2026-03-12", None),
        ("loi_organique", None, "2026-03-03", None),
        ("projet_de_loi", "2026-03-02", "2026-03-03", None),
    ],
)
def test_an_organic_bill_waits_ten_days_after_its_deposit(
    kind: str, deposited_on: str | None, *, on: str, days: int | None
) -> None:
    ministers = undated("send_to_council_of_ministers", "adopt_in_council_of_ministers")
    chamber = {"chamber": "representants"} if kind == "projet_de_loi" else {}
    file = File.opened(kind, *TO_ADOPTED, *ministers, moved("deposit", deposited_on, **chamber))
    file.after(*undated("refer_to_committee", "adopt_in_committee"))

    assert said("has_ten_days_since_deposit", file, "list_for_plenary", on, {}) == (
        days and f"Une loi organique se délibère 10 jours au moins après son dépôt ; il n’y en a que {days}."
    )


def test_compulsory_opinions_are_in_before_the_minister_validates() -> None:
    file = File.opened("decret", *undated("assign_drafter"))
    file.after(moved("ask_opinion", body="CESE", compulsory="yes"), moved("ask_opinion", body="CNDH", compulsory="no"))
    file.after(*undated("submit_for_validation"))
    assert file.refusals("validate", pieces=PIECES) == ["Avis obligatoires attendus : CESE."]

    file.move("receive_opinion", body="CESE", answer="silent")

    assert file.move("validate", pieces=PIECES).situation.state == "prepare"


def test_the_follow_up_is_suspended_and_taken_up_again() -> None:
    file = File.opened("projet_de_loi", *TO_DEPOSITED)
    assert {"suspend", "resume"} & file.moves == {"suspend"}

    file.move("suspend", reason="Élections.")
    assert {"suspend", "resume"} & file.moves == {"resume"}
    assert file.refusals("suspend", reason="Encore.") == ["Le suivi est déjà suspendu."]

    file.move("resume")
    assert {"suspend", "resume"} & file.moves == {"suspend"}
    assert file.refusals("resume") == ["Le suivi n’est pas suspendu."]
