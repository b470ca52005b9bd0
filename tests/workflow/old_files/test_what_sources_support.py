"""A history says what its sources support, and no more: outcomes are read, what is concluded is marked."""

from typing import Any

import pytest

from tests.workflow.builders import CALENDAR
from workflow.old_files.replay import Replayed, as_dict, replay, replay_all, sentence_of

REFERRED = ("constitutional_referral", "cour", "2026-01-07")
DEDUCED = " (situation déduite, à confirmer)"


def step(*words: str, confidence: str = "confirmed") -> dict[str, Any]:
    """Give a step by its name, institution, day, outcome and reference; what is left out is not known."""
    name, institution, on, outcome, ref = (*words, *[""] * (5 - len(words)))
    return {"step": name, "institution": institution, "date": on or None, "outcome": outcome, "ref": ref,
            "confidence": confidence}  # fmt: skip


def told(kind: str, *steps: tuple[str, ...], number: str | None = None) -> Replayed:
    return replay({"kind": kind, "number": number, "steps": [step(*each) for each in steps]}, CALENDAR)


def said(replayed: Replayed) -> tuple[str, str]:
    return replayed.plan.situation.state, sentence_of(replayed, CALENDAR)


@pytest.mark.parametrize(
    ("kind", "steps", "state", "sentence"),
    [
        ("decret", [("drafting_completed", "", "", "introduced into the approval procedure")], "transmis_sgg",
         "La préparation de ce projet de décret est achevée ; il a été introduit dans la procédure d’approbation."),
        ("decret", [("drafting_completed", "", "", "sera prochainement introduit")], "prepare",
         ("La préparation de ce projet de décret est achevée ; il sera prochainement introduit dans la procédure "
         "d’approbation.")),
        ("decret", [("in_force", "", "", "in three provinces only")], "vigueur_progressive",
         "Ce décret a été publié au Bulletin officiel et entre en vigueur par étapes."),
        ("decret", [("government_council_examined", "", "2024-05-09", "presented, left to a later council")],
         "reporte_cg", ("L’examen de ce projet de décret par le Conseil de gouvernement réuni le 9 mai 2024 a été "
         "reporté.")),
        ("projet_de_loi", [("government_council_adopted", "", "2024-05-09", "adoption reportée")], "reporte_cg",
         "L’examen de ce projet de loi par le Conseil de gouvernement réuni le 9 mai 2024 a été reporté."),
        ("projet_de_loi", [("government_council_examined", "", "2024-05-09")], "inscrit_cg",
         ("Ce projet de loi a été examiné par le Conseil de gouvernement le 9 mai 2024 ; sa décision n’est pas "
         "connue.")),
        ("projet_de_loi", [REFERRED, ("constitutional_court_decision", "", "2026-01-22", ("conform, subject to "
                                      "observations"))], "conforme",
         ("Le 22 janvier 2026, la Cour constitutionnelle a déclaré ce projet de loi conforme à la Constitution, sous "
         "réserve de ses observations.")),
        ("decret_loi", [("published", "", "2020-03-24"), ("ratified", "", "2020-05-28", "en partie", "loi n° 23-20")],
         "ratifie", "Ce décret-loi a été ratifié en partie (en partie) le 28 mai 2020 par la loi n° 23-20."),
        ("decret_loi", [("published", "", "2026-06-20")], "a_ratifier",
         f"Ce décret-loi est en vigueur ; sa ratification par le Parlement est attendue{DEDUCED}."),
        ("projet_de_loi", [("submitted_to_sgg", "", "2024-01-01"), ("withdrawn", "", "2024-03-01")], "retire",
         "Ce projet de loi a été retiré par le gouvernement le 1er mars 2024."),
        ("projet_de_loi", [("abandoned", "", "2024-09-01", "withdrawn by the new government")], "retire",
         "Ce projet de loi a été retiré par le gouvernement le 1er septembre 2024."),
        ("projet_de_loi", [("deposited_first_chamber", "Chambre des représentants", "2024-05-09"),
                           ("suspended", "", "2024-06-01")], "depose",
         ("Ce projet de loi a été déposé au bureau de la Chambre des représentants le 9 mai 2024 ; son examen a été "
         "suspendu le 1er juin 2024.")),
        ("projet_de_loi", [("deposited_first_chamber", "Chambre des représentants", "2024-05-09"),
                           ("stalled", "", "2024-06-01")], "depose",
         ("Ce projet de loi a été déposé au bureau de la Chambre des représentants le 9 mai 2024 ; son examen n’a pas "
         "avancé depuis le 1er juin 2024.")),
        ("projet_de_loi", [("government_council_adopted", "", "2024-05-09", "subject to observations"),
                           ("postponed", "", "2024-06-01")], "adopte_cg_obs",
         ("Ce projet de loi a été adopté par le Conseil de gouvernement réuni le 9 mai 2024, sous réserve de la "
          "prise en compte des observations soulevées ; son examen a été reporté le 1er juin 2024.")),
        ("decret", [("signed", "", "2020-03-24"), ("prorogued", "", "2020-04-18"), ("expired", "", "2020-06-10")],
         "expire", "Ce décret a cessé de produire effet le 10 juin 2020."),
        ("arrete", [("signed", "", "2010-05-05"), ("amended", "", "2015-01-01", "", "arrêté n° 5-15")], "en_vigueur",
         f"Cet arrêté est en vigueur{DEDUCED}."),
        ("arrete", [("page_status", "", "", "Le comité en question a été créé")], "en_vigueur",
         f"Cet arrêté est en vigueur{DEDUCED}."),
        ("arrete", [("event_meeting", "", "", "decided to create a committee")], "initie",
         "La situation de ce projet d’arrêté n’est pas connue : aucune étape n’en est rapportée."),
    ],
)  # fmt: skip
def test_what_a_source_says_of_a_step_is_read(
    kind: str, steps: list[tuple[str, ...]], state: str, sentence: str
) -> None:
    assert said(told(kind, *steps)) == (state, sentence)


@pytest.mark.parametrize(
    ("status", "move"),
    [
        ("n'a pas encore été publié au Bulletin officiel", "note"),
        ("publication au Bulletin officiel en attente", "note"),
        ("sera publié au Bulletin officiel", "note"),
        ("publié au Bulletin officiel", "publish"),
        ("n'a pas été adopté par le Conseil de gouvernement", "note"),
        ("adopté par le Conseil de gouvernement", "adopt_in_council"),
        ("non encore promulguée", "note"),
        ("le texte n’a pas été retiré", "note"),
        ("retiré", "withdraw_before_council"),
        ("n'est plus en vigueur", "note"),
        ("n'est plus en vigueur, abrogé en 2020", "repeal"),
        ("لم ينشر بعد بالجريدة الرسمية", "note"),
        ("not yet introduced into the procedure", "note"),
        ("introduced into the procedure", "send_to_sgg"),
    ],
)
def test_a_page_that_denies_or_plans_a_step_tells_nothing_of_it(status: str, move: str) -> None:
    done = [each.move for each in told("projet_de_loi", ("page_status", "", "", status)).plan.situation.done]

    assert (done[-1], "enter_into_force" in done) == (move, False)


def test_words_denied_say_nothing_of_a_step_that_was_taken() -> None:
    vote = ("government_council_adopted", "", "2024-05-09", "adopted, without observations")

    assert told("projet_de_loi", vote).plan.situation.state == "adopte_cg"


@pytest.mark.parametrize("confidence", ["memory", "derived"])
def test_a_step_that_no_page_confirms_says_so(confidence: str) -> None:
    steps = [step("government_council_adopted", "", "2024-05-09", confidence=confidence)]
    found = replay({"kind": "decret", "steps": steps}, CALENDAR)

    mark = {"memory": "de mémoire, à confirmer", "derived": "déduit, à confirmer"}[confidence]
    assert sentence_of(found, CALENDAR).endswith(f"le 9 mai 2024 ({mark}).")
    assert found.plan.situation.done[-1].facts["certainty"] == confidence


@pytest.mark.parametrize(
    ("name", "move", "fact"),
    [
        ("committee_presented", "schedule_in_committee", "meeting_on"),
        ("plenary_adopted", "list_for_plenary", "sitting_on"),
    ],
)
def test_a_sitting_announced_was_not_held(name: str, move: str, fact: str) -> None:
    done = told(
        "projet_de_loi", (name, "representants", "2024-02-10", "séance annoncée pour ce jour")
    ).plan.situation.done
    assert (done[-1].move, done[-1].on, done[-1].facts[fact]) == (move, None, "2024-02-10")


@pytest.mark.parametrize(
    ("words", "move", "severable"),
    [
        ("cinq dispositions contraires à la Constitution", "declare_partly_contrary", None),
        ("a censuré cinq dispositions", "declare_partly_contrary", None),
        ("2 provisions unconstitutional", "declare_partly_contrary", None),
        ("articles 3, 7 and 12 declared contrary", "declare_partly_contrary", None),
        ("ثلاث مواد مخالفة للدستور", "declare_partly_contrary", None),
        ("المادة 5 مخالفة للدستور", "declare_partly_contrary", None),
        ("articles 2 et 4 contraires, séparables", "declare_partly_contrary", "yes"),
        ("articles 2 et 4 contraires, non séparables", "declare_partly_contrary", "no"),
        ("مخالف للدستور", "declare_contrary", None),
        ("مطابق للدستور", "declare_conform", None),
    ],
)
def test_a_censure_is_as_wide_as_its_words(words: str, move: str, severable: str | None) -> None:
    done = told(
        "projet_de_loi", REFERRED, ("constitutional_court_decision", "", "2026-01-22", words)
    ).plan.situation.done
    assert (done[-1].move, done[-1].facts.get("severable")) == (move, severable)


@pytest.mark.parametrize(
    ("kind", "steps", "chambers", "is_unknown"),
    [
        ("projet_de_loi", [("deposited_first_chamber", "", "2024-02-01")], [None], True),
        ("projet_de_loi", [("plenary_adopted", "", "2024-02-01")], [None], True),
        ("projet_de_loi", [("deposited_first_chamber", "", "2024-02-01"),
                           ("plenary_adopted", "conseillers", "2024-07-20")], ["conseillers"] * 2, False),
        ("loi_de_finances", [("deposited_first_chamber", "", "2024-10-20")], ["representants"], False),
        ("projet_de_loi", [("deposited_first_chamber", "", "1990-02-01"), ("final_adoption", "", "1990-07-20")],
         ["representants"] * 2, False),
        ("projet_de_loi", [("plenary_adopted", "conseillers", "2025-12-24"), ("final_adoption", "", "2025-12-24")],
         ["conseillers"] * 2, False),
        ("projet_de_loi", [("plenary_adopted", "representants", "2025-12-20"), ("final_adoption", "", "2025-12-24")],
         ["representants", "conseillers"], False),
    ],
)  # fmt: skip
def test_a_chamber_that_nobody_named_is_concluded_or_left_open(
    kind: str, steps: list[tuple[str, ...]], chambers: list[str | None], *, is_unknown: bool
) -> None:
    found = told(kind, *steps)
    rows = as_dict(found, CALENDAR)["milestones"]

    assert [row["chamber"] for row in rows] == chambers
    assert ["supposed" in row for row in rows] == [
        bool(row["chamber"]) and not s[1] for row, s in zip(rows, steps, strict=True)
    ]
    assert any("quelle Chambre" in warning for warning in found.warnings) == is_unknown


@pytest.mark.parametrize("year", [1982, 1991, 1996])
def test_before_1997_no_step_is_supposed_at_a_second_chamber(year: int) -> None:
    found = told("projet_de_loi", ("promulgated", "king", f"{year}-05-06"))
    assert {each.chamber for each in found.plan.situation.done} == {None, "representants"}
    assert "adopt_in_single_chamber" in [each.move for each in found.plan.steps]


def test_a_vote_is_without_modification_only_where_a_source_says_it() -> None:
    first = ("plenary_adopted", "representants", "2025-07-22")
    moves = {}
    for outcome in ("", "sans modification", "texte inchangé"):
        second = ("plenary_adopted", "conseillers", "2025-12-24", outcome)
        found = told("projet_de_loi", first, second, ("promulgated", "king", "2026-01-20"))
        moves[outcome] = next(each.move for each in found.plan.steps if each.milestone == 1)
    assert moves == {"": "adopt_as_final", "sans modification": "adopt_unchanged", "texte inchangé": "adopt_unchanged"}


def test_what_a_committee_has_amended_its_chamber_adopts_amended() -> None:
    found = told(
        "projet_de_loi", ("plenary_adopted", "conseillers", "2017-07-22"),
        ("committee_adopted", "representants", "2018-03-12", "adopted unanimously, amended"),
        ("plenary_adopted", "representants", "2018-03-27"), ("promulgated", "king", "2018-05-20"),
    )  # fmt: skip
    assert [each.move for each in found.plan.steps if each.milestone == 2] == ["adopt_amended"]


def test_a_replaced_bill_keeps_its_number_and_its_own_history() -> None:
    found = told(
        "projet_de_loi", REFERRED,
        ("constitutional_court_decision", "", "2026-01-22", "cinq dispositions contraires", "décision n° 261/26"),
        ("reintroduced_new_number", "", "2026-02-19", "", "projet de loi n° 09-26"),
        ("council_of_ministers_informed", "", "2026-02-25", "approved"),
        number="026-25",
    )  # fmt: skip
    rows = as_dict(found, CALENDAR)

    assert (rows["number"], rows["final_state"]) == ("026-25", "remplace")
    assert [row["move"] for row in rows["milestones"]][-2:] == ["replace_after_censure", "note"]
    assert found.plan.situation.done[-1].facts["note"].startswith("De projet de loi n° 09-26 : ")


@pytest.mark.parametrize(
    "kind", ["projet_de_loi", "decret", "decret_simple", "decret_de_nomination", "proposition_de_loi"]
)
def test_a_council_of_ministers_out_of_its_place_is_told_as_one(kind: str) -> None:
    found = told(kind, ("council_of_ministers_adopted", "", "2024-01-10"))
    assert found.plan.situation.last("council_of_ministers") is not None


@pytest.mark.parametrize(
    ("relation", "steps", "state", "is_inferred"),
    [
        ("repeals", [("published", "", "1982-07-07")], "abroge", True),
        ("amends", [("signed", "", "1997-12-19")], "en_vigueur", True),
        ("implements", [("signed", "", "1997-12-19")], "en_vigueur", True),
        ("based_on", [("signed", "", "1997-12-19")], "signe", False),
    ],
)
def test_what_becomes_of_a_text_is_concluded_from_another(
    relation: str, steps: list[tuple[str, ...]], state: str, *, is_inferred: bool
) -> None:
    one = {"id": "a", "kind": "decret", "steps": [step(*each) for each in steps]}
    other = {"id": "b", "kind": "decret", "number": "2-16-145", "steps": [step("published", "", "2016-07-07")],
             "relations": [{"type": relation, "target": "a"}]}  # fmt: skip
    found, _other = replay_all([one, other], CALENDAR)

    assert (found.plan.situation.state, found.plan.situation.arrival.inferred, found.told_here) == (
        state,
        is_inferred,
        1,
    )


def test_the_court_has_the_name_of_its_day() -> None:
    years = ("2013", "2016", "2018", "2025")
    told_of = {
        year: said(told("projet_de_loi", ("constitutional_referral", "", f"{year}-10-20")))[1].split(" déféré ")[1]
        for year in years
    }
    assert told_of == {
        "2013": "au Conseil constitutionnel le 20 octobre 2013.",
        "2016": "au Conseil constitutionnel le 20 octobre 2016.",
        "2018": "à la Cour constitutionnelle le 20 octobre 2018.",
        "2025": "à la Cour constitutionnelle le 20 octobre 2025.",
    }


@pytest.mark.parametrize(
    ("steps", "has_rival"),
    [
        # By a day of the text, or by the publication of others: nothing tells which.
        ([("published", "", "2018-03-12"), ("in_force", "", "2019-03-12", "after the implementing decrees")], True),
        ([("signed", "", "2018-03-01"), ("published", "", "2018-03-12")], False),
    ],
)
def test_of_two_ways_as_short_the_doubt_is_said(steps: list[tuple[str, ...]], *, has_rival: bool) -> None:
    warnings = told("decret", *steps).warnings
    assert any(words.startswith("Un autre chemin, aussi court") for words in warnings) == has_rival
