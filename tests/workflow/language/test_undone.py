"""Words deny, plan, put off or ask for a step in many ways; each is told from the plain words of the step."""

import re

import pytest

from workflow.language.undone import undone

STEP = re.compile(
    r"(?:adopt|approuv)\w*(?: \w+){0,4} (?:gouvernement|council)|gouvernement [\w' ]*a (?:\w+ )?adopte|en vigueur|"
    r"publi\w*(?: \w+)* officiel|publie\b|published|المصادقة عليه|نشر"
)


def is_undone(words: str) -> bool:
    found = STEP.search(words)
    assert found is not None
    return undone(words, *found.span()) is not None


@pytest.mark.parametrize(
    "words",
    [
        "le projet est adopte par le conseil de gouvernement",
        "le conseil de gouvernement a adopte le projet prevu au programme",
        "adoption par le conseil de gouvernement",
        "adopte par le conseil de gouvernement le 5 mars 2020, publication prevue",
        "adopte par le conseil de gouvernement et prevu en seance",
        "adopte par le conseil de gouvernement sous reserve des modifications prevues",
        "adoption par le conseil de gouvernement le 5 mars et publication prevue en avril",
        "le texte n'a pas ete modifie, adopte par le conseil de gouvernement",
        "le texte n'a pas recu d'objections et a ete adopte par le conseil de gouvernement",
        "non conforme, puis adopte par le conseil de gouvernement",
        "par 84 voix contre 28, adopte par le conseil de gouvernement",
        "adopted by the council; not published",
        "تمت المصادقة عليه",
        "نشر بالجريدة الرسمية",
    ],
)
def test_a_step_told_as_done_is_done(words: str) -> None:
    assert not is_undone(words)


@pytest.mark.parametrize(
    "words",
    [
        "n'a pas ete adopte par le conseil de gouvernement",
        "non adopte par le conseil de gouvernement",
        "ni adopte par le conseil de gouvernement ni retire",
        "sans etre adopte par le conseil de gouvernement",
        "aucune adoption par le conseil de gouvernement",
        "le conseil de gouvernement n'a pas adopte le projet",
        "le conseil de gouvernement n'a jamais adopte le projet",
        "n'est plus en vigueur depuis 2020",
        "n'a pas ete, a ce jour, publie",
        "jamais publie",
        "a renonce a la publication au bulletin officiel",
        "refus de publication au bulletin officiel",
        "report de l'adoption par le conseil de gouvernement",
        "sera adopte par le conseil de gouvernement",
        "une fois adopte par le conseil de gouvernement",
        "demande d'adoption par le conseil de gouvernement",
        "en cours d'adoption par le conseil de gouvernement",
        "adopte par le conseil de gouvernement ?",
        "was not published",
        "to be published",
        "لم تتم المصادقة عليه",
        "من المرتقب المصادقة عليه",
        "عدم نشر القانون",
    ],
)
def test_what_stands_before_or_inside_denies_or_plans_a_step(words: str) -> None:
    assert is_undone(words)


@pytest.mark.parametrize("joint", [" ", " est ", ", ", " du projet est "])
@pytest.mark.parametrize(
    "cue",
    [
        *("prevue le 3 decembre", "attendue", "reportee", "differee", "envisagee", "programmee en mai", "imminente"),
        *("a venir", "en attente", "refusee", "annulee", "non faite", "suspendue", "prochainement"),
    ],
)
@pytest.mark.parametrize("act", ["adoption par le conseil de gouvernement", "publication au bulletin officiel"])
def test_what_stands_after_an_act_plans_or_denies_it(act: str, joint: str, cue: str) -> None:
    assert is_undone(f"l'{act}{joint}{cue}")


def test_words_of_what_is_to_come_are_denied_and_never_held_to_plan_themselves() -> None:
    words = "examen reporte au prochain conseil de gouvernement prevu le 3 decembre"

    assert undone(words, 0, len("examen reporte"), waits=True) is None
    assert undone(f"n'a pas vu son {words}", 15, 15 + len("examen reporte"), waits=True) is not None


def test_the_words_of_cue_and_step_are_told_together() -> None:
    words = "le texte n'a pas ete publie en 2020"

    found = undone(words, words.index("publie"), words.index(" en 2020"))

    assert found is not None
    assert words[slice(*found)] == "n'a pas ete publie"
