"""A table read again beside the history of its text: what has moved since, and what the page contradicts."""

from typing import Any

import pytest

from models import LegalText
from tests.workflow.builders import AT, TODAY
from tests.workflow.importing.phrases import KINDS, STATES
from workflow.history.fold import fold
from workflow.history.steps import Supposed
from workflow.history.what_counts import OPEN
from workflow.importing import read_table
from workflow.importing.moved_since import MovedSince, moved_since
from workflow.importing.table import ImportedRow
from workflow.importing.taking_over import plan_row
from workflow.old_files.backfill import plan
from workflow.rulebook.files import procedures

BILL = "Projet de loi n° 70-21 relatif aux foires"
ADOPTED = "Adopté par le Conseil de gouvernement le 8 juin 2023"
TO_COME = (
    "La date dite, le 10 juin 2090, est à venir : le texte n’a pas encore atteint l’état annoncé. "
    "La date est à vérifier."
)
UNNAMED = (
    "La page nomme une Chambre, mais Navette ne sait pas laquelle a reçu le texte en premier : précisez-la en "
    "corrigeant l’étape du dépôt."
)


def row_of(status: str, title: str = BILL) -> ImportedRow:
    (row,) = read_table(f"Intitulé\tÉtat d'avancement\n{title}\t{status}\n".encode(), "page.txt").rows
    return row


def read_again(before: ImportedRow, now: ImportedRow, **particulars: Any) -> MovedSince:  # noqa: ANN401 - columns
    """Take a text over from one page, in memory, then read another page over it."""
    known: dict[str, Any] = {"title_fr": before.title, "number": before.own_number, "created_at": AT} | particulars
    text = LegalText(procedure=before.kind, procedure_version="", version=1, **known)
    opened = fold(procedures()[before.kind], [Supposed(1, OPEN)])
    planned = plan_row(before, today=TODAY)
    assert not planned.left
    return moved_since(now, text, plan(text, opened, planned.milestones).situation, today=TODAY)


def steps(since: MovedSince) -> list[tuple[str, str | None, bool]]:
    planned = since.found.steps if since.found else ()
    return [(each.move, str(each.on) if each.on else None, each.is_inferred) for each in planned]


def told(since: MovedSince) -> list[tuple[str, str, str, bool]]:
    return [(each.of, each.page, each.base, each.is_gap) for each in since.contrasts]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_read_twice_has_nothing_to_propose_in_any_state(kind: str) -> None:
    title = KINDS[kind][0]
    for phrases in STATES.values():
        for phrase in phrases:
            row = row_of(phrase, title)
            if plan_row(row, today=TODAY).left:
                continue
            since = read_again(row, row)
            assert (steps(since), told(since), since.left) == ([], [], ""), phrase


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        pytest.param(
            ADOPTED,
            "Déposé à la Chambre des conseillers le 10 juin 2024",
            [("deposit", "2024-06-10", False)],
            id="one step",
        ),
        pytest.param(
            ADOPTED,
            f"{ADOPTED} puis déposé à la Chambre des conseillers le 10 juin 2024",
            [("deposit", "2024-06-10", False)],
            id="what the base has is not told again",
        ),
        pytest.param(
            "Transmis au Secrétariat général du gouvernement le 3 mars 2023",
            ADOPTED,
            [
                ("register_at_sgg", None, True),
                ("distribute", None, True),
                ("list_on_agenda", None, True),
                ("adopt_in_council", "2023-06-08", False),
            ],
            id="with the steps in between",
        ),
        pytest.param(
            "Déposé à la Chambre des représentants le 10 juin 2024",
            "Adopté par la commission de l'intérieur de la Chambre des représentants le 20 juin 2024",
            [("refer_to_committee", None, True), ("adopt_in_committee", "2024-06-20", False)],
            id="within a chamber",
        ),
        pytest.param(
            "En cours d'examen par le Secrétariat général du gouvernement",
            "Le Secrétariat général du gouvernement l'a renvoyé au ministère",
            [("return_with_remarks", None, True)],
            id="a state told without its step",
        ),
        pytest.param(
            "Déposé à la Chambre des représentants le 10 juin 2024",
            "Retiré par le gouvernement le 21 janvier 2025",
            [("withdraw", "2025-01-21", False)],
            id="an end with its day",
        ),
    ],
)
def test_what_a_page_adds_to_a_history_is_proposed_with_its_days(
    before: str, now: str, expected: list[tuple[str, str | None, bool]]
) -> None:
    since = read_again(row_of(before), row_of(now))

    assert steps(since) == expected
    assert (told(since), since.left, since.is_contradicted) == ([], "", False)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        pytest.param(
            "Déposé à la Chambre des représentants le 10 juin 2024",
            ADOPTED,
            [
                (
                    "Étape",
                    "Décision du Conseil de gouvernement : adopté, 8 juin 2023",
                    "Décision du Conseil de gouvernement : adopté, date inconnue (déduite)",
                    True,
                ),
                (
                    "Situation",
                    "Adopté en Conseil de gouvernement (8 juin 2023)",
                    "Déposé au bureau de la Chambre (10 juin 2024)",
                    False,
                ),
            ],
            id="behind",
        ),
        pytest.param(
            ADOPTED,
            "Adopté par le Conseil de gouvernement le 15 juin 2023",
            [
                (
                    "Étape",
                    "Décision du Conseil de gouvernement : adopté, 15 juin 2023",
                    "Décision du Conseil de gouvernement : adopté, 8 juin 2023",
                    False,
                )
            ],
            id="another day",
        ),
        pytest.param(
            "Déposé à la Chambre des représentants le 10 juin 2024",
            "Déposé à la Chambre des conseillers le 10 juin 2024",
            [
                (
                    "Étape",
                    "Dépôt au Parlement, Chambre des conseillers, 10 juin 2024",
                    "Dépôt au Parlement, Chambre des représentants, 10 juin 2024",
                    False,
                )
            ],
            id="another chamber",
        ),
        pytest.param(
            ADOPTED,
            "Déposé à la Chambre des représentants le 10 juin 2022",
            [
                (
                    "Situation",
                    "Déposé au bureau de la Chambre (10 juin 2022)",
                    "Adopté en Conseil de gouvernement (8 juin 2023)",
                    False,
                )
            ],
            id="before what is recorded",
        ),
        pytest.param(
            ADOPTED,
            "Abandonné",
            [("Situation", "Classé", "Adopté en Conseil de gouvernement (8 juin 2023)", False)],
            id="an end without its day",
        ),
        pytest.param(
            "Retiré par le gouvernement le 21 janvier 2022",
            ADOPTED,
            [
                (
                    "Situation",
                    "Adopté en Conseil de gouvernement (8 juin 2023)",
                    "Retiré par le gouvernement (21 janv. 2022)",
                    False,
                ),
            ],
            id="ended",
        ),
        pytest.param(
            "Déposé à la Chambre des représentants le 10 juin 2024",
            "Le Secrétariat général du gouvernement l'a renvoyé au ministère",
            [
                (
                    "Situation",
                    "Renvoyé avec observations",
                    "Déposé au bureau de la Chambre (10 juin 2024)",
                    False,
                )
            ],
            id="gone back",
        ),
    ],
)
def test_what_a_page_contradicts_is_set_side_by_side_and_not_proposed(
    before: str, now: str, expected: list[tuple[str, str, str, bool]]
) -> None:
    since = read_again(row_of(before), row_of(now))

    assert told(since) == expected
    assert (steps(since), since.left, since.is_contradicted) == ([], "", True)


@pytest.mark.parametrize(
    ("title", "particulars", "expected"),
    [
        ("Loi n° 70.21 relative aux foires", {}, []),
        ("مشروع قانون رقم 70.21 يتعلق بالمعارض", {"title_ar": "مشروع قانون رقم 70.21 يتعلق بالمعارض"}, []),
        (
            "Projet de loi n° 70-21 relatif aux marchés",
            {},
            [("Intitulé", "Projet de loi n° 70-21 relatif aux marchés", BILL, False)],
        ),
        (BILL, {"number": None}, [("Numéro", "70-21", "aucun numéro", True)]),
        (BILL, {"number": "070-21"}, [("Numéro", "70-21", "070-21", False)]),
        (
            "Proposition de loi n° 70-21 relative aux foires",
            {},
            [("Nature", "proposition de loi", "projet de loi", False)],
        ),
    ],
)
def test_another_title_number_or_kind_is_set_side_by_side(
    title: str, particulars: dict[str, Any], expected: list[tuple[str, str, str, bool]]
) -> None:
    since = read_again(row_of(ADOPTED), row_of(ADOPTED, title), **particulars)

    assert (steps(since), told(since)) == ([], expected)
    assert since.is_contradicted is any(not is_gap for *_, is_gap in expected)


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        ("Réunion tenue", row_of("Réunion tenue").reason),
        (
            "Déposé à la Chambre des représentants le 10 juin 2090",
            TO_COME,
        ),
        ("Signé le 2 février 2024", "L’état « Signé » n’existe pas pour ce genre de texte (Projet de loi)."),
    ],
)
def test_what_tells_nothing_of_a_known_text_is_left_with_its_reason(now: str, reason: str) -> None:
    since = read_again(row_of(ADOPTED), row_of(now))

    assert (since.left, steps(since), told(since)) == (reason, [], [])


def test_a_text_whose_chamber_nobody_told_goes_on_without_one_and_the_page_that_names_it_is_doubted() -> None:
    since = read_again(
        row_of("Soumis à la commission de l'intérieur le 12 juin 2024"),
        row_of("Adopté par la Chambre des représentants le 2 juillet 2024"),
    )

    assert [move for move, _, _ in steps(since)] == ["adopt_in_committee", "list_for_plenary", "adopt_first"]
    assert since.doubts == (UNNAMED,)


@pytest.mark.parametrize("kind", ["projet_de_loi", "decret"])
def test_a_page_is_never_followed_backwards_and_leads_where_it_says(kind: str) -> None:
    """Read any state over any other: what is proposed ends in the state announced, and supposes no way back."""
    rows = [row_of(phrases[0], KINDS[kind][0]) for phrases in STATES.values()]
    rows = [row for row in rows if not plan_row(row, today=TODAY).left]
    phases = list(procedures()[kind].phases)
    states = procedures()[kind].states
    for before in rows[::3]:
        for now in rows:
            since = read_again(before, now)
            if since.found is None:
                continue
            assert since.found.situation.state == now.state
            done = since.found.situation.done[len(since.start.done) :]
            for step, planned in zip(done, since.found.steps, strict=True):
                if planned.milestone is None:
                    assert step.from_state is not None
                    there, here = (phases.index(states[code].phase) for code in (step.from_state, step.to_state))
                    assert there <= here, (before.status, now.status)
