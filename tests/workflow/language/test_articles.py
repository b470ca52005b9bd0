"""French articles before what people named, with or without one."""

import pytest

from workflow.language.articles import by


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("décret n° 2-16-145", "par le décret n° 2-16-145"),
        ("Décret n° 2-16-145", "par le décret n° 2-16-145"),
        ("décret 2-16-145", "par le décret n° 2-16-145"),
        ("décret-loi n° 2-20-292", "par le décret-loi n° 2-20-292"),
        ("arrêté conjoint n° 1020-18", "par l’arrêté conjoint n° 1020-18"),
        ("loi 58-25", "par la loi n° 58-25"),
        ("loi organique n° 04-16", "par la loi organique n° 04-16"),
        ("loi de finances 2026", "par la loi de finances 2026"),
        ("projet de loi n° 35-24", "par le projet de loi n° 35-24"),
        ("avant-projet de loi", "par l’avant-projet de loi"),
        ("lois n° 12-24 et 13-24", "par les lois n° 12-24 et 13-24"),
        ("textes d’application", "par les textes d’application"),
        ("n° 35-24", "par le texte n° 35-24"),
        ("35.24", "par le texte n° 35.24"),
        ("la loi n° 58-25", "par la loi n° 58-25"),
        ("l’arrêté n° 1020-18", "par l’arrêté n° 1020-18"),
        ("ministère de la justice", "par le ministère de la justice"),
        ("ministre de l’intérieur", "par le ministre de l’intérieur"),
        ("Cour des comptes", "par la Cour des comptes"),
        ("groupe de l’Authenticité", "par le groupe de l’Authenticité"),
        ("un groupe de députés", "par un groupe de députés"),
        ("M. Untel", "par M. Untel"),
    ],
)
def test_what_something_was_done_by_has_its_article(named: str, words: str) -> None:
    assert by(named) == words
