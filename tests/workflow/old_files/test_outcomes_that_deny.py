"""A step whose own outcome says that it was not done, or only in part, is told so."""

import pytest

from tests.workflow.builders import CALENDAR
from tests.workflow.old_files.test_what_sources_support import REFERRED, told
from workflow.old_files.replay import sentence_of

DEPOSITED = ("deposited_first_chamber", "representants", "2018-03-12")
PUBLISHED = ("published", "", "2018-03-12")


@pytest.mark.parametrize(
    ("kind", "before", "name", "outcomes", "state", "move"),
    [
        ("projet_de_loi", DEPOSITED, "plenary_adopted", ["postponed", "not adopted", "annulé", "reporté"],
         "depose", "note"),
        ("projet_de_loi", DEPOSITED, "plenary_adopted", ["programmed for 12 June", "announced", "prévu le 12"],
         "seance", "list_for_plenary"),
        ("projet_de_loi", DEPOSITED, "plenary_adopted", ["rejected", "rejeté"], "transmis_autre_chambre", "reject"),
        ("projet_de_loi", DEPOSITED, "plenary_adopted", ["amendements rejetés", "adopted; no vote against", ""],
         "transmis_autre_chambre", "adopt_first"),
        ("projet_de_loi", DEPOSITED, "committee_adopted", ["rejected by it"],
         "rapport", "reject_in_committee"),
        ("projet_de_loi", DEPOSITED, "withdrawn", ["withdrawal announced, not effective"],
         "depose", "announce_withdrawal"),
        ("projet_de_loi", DEPOSITED, "withdrawn", ["announced and justified by the spokesman"], "retire", "withdraw"),
        ("projet_de_loi", DEPOSITED, "promulgated", ["announced", "not promulgated", "pas encore"], "depose", "note"),
        ("decret", None, "signed", ["not signed", "refusé"], "initie", "note"),
        ("decret_loi", PUBLISHED, "ratified", ["rejected by the committee"], "non_ratifie", "refuse_ratification"),
        ("decret", PUBLISHED, "in_force", ["à Rabat uniquement", "only in Taounate", "sauf l’article 5"],
         "vigueur_progressive", "phase_in"),
        ("decret", PUBLISHED, "in_force_partial", ["in force in Kénitra"], "vigueur_progressive", "phase_in"),
        ("decret", PUBLISHED, "prorogued", ["jusqu’au 28 février 2023, non renouvelé", "extended, then expired"],
         "expire", "expire"),
        ("projet_de_loi", REFERRED, "constitutional_court_decision",
         ["articles 4 (dernier alinéa), 5 et 93 non conformes ; le reste conforme", "contraires : art. 5, 49"],
         "non_conforme_separable", "declare_partly_contrary"),
    ],
)  # fmt: skip
def test_an_outcome_that_denies_or_narrows_a_step_is_read(
    kind: str, before: tuple[str, ...] | None, *, name: str, outcomes: list[str], state: str, move: str
) -> None:
    for outcome in outcomes:
        steps = [*([before] if before else []), (name, "representants" if kind == "projet_de_loi" else "", "2024-06-12",
                                                 outcome)]  # fmt: skip
        situation = told(kind, *steps).plan.situation
        found = next((each.move for each in reversed(situation.done) if not each.inferred), "")
        assert (outcome, situation.state, found) == (outcome, state, move)


def test_a_council_alone_is_the_last_step_that_is_told() -> None:
    found = told("projet_de_loi", ("council_of_ministers_adopted", "", "2020-03-12"))
    assert sentence_of(found, CALENDAR) == (
        "La situation de ce projet de loi n’est pas connue ; dernière étape rapportée : le 12 mars 2020, le Conseil "
        "des ministres a adopté le texte."
    )
