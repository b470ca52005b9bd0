"""French articles before what people named, with or without one."""

import pytest

from workflow.language.articles import by, named_articles


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
        ("35.24", "par le texte n° 35-24"),
        ("la loi n° 58-25", "par la loi n° 58-25"),
        ("l’arrêté n° 1020-18", "par l’arrêté n° 1020-18"),
        ("ministère de la justice", "par le ministère de la justice"),
        ("ministre de l’intérieur", "par le ministre de l’intérieur"),
        ("Cour des comptes", "par la Cour des comptes"),
        ("groupe de l’Authenticité", "par le groupe de l’Authenticité"),
        ("un groupe de députés", "par un groupe de députés"),
        ("M. Untel", "par M. Untel"),
        ("Le Chef du gouvernement", "par le Chef du gouvernement"),
        ("LE Chef du gouvernement", "par le Chef du gouvernement"),
        ("La ministre", "par la ministre"),
        ("La Ministre de la santé", "par la ministre de la santé"),
        ("le Ministère de la justice", "par le ministère de la justice"),
        ("L’Arrêté n° 1020-18", "par l’arrêté n° 1020-18"),
        ("La Loi 58-25", "par la loi n° 58-25"),
        ("Un décret", "par un décret"),
        ("Une Loi", "par une loi"),
        ("Des Députés de la majorité", "par des députés de la majorité"),
        ("Les ministres concernés", "par les ministres concernés"),
        ("Ministres de l’intérieur et de la justice", "par les ministres de l’intérieur et de la justice"),
        ("Premier ministre", "par le Premier ministre"),
        ("Première présidente de la Cour", "par la Première présidente de la Cour"),
        ("Députés du groupe de l’Istiqlal", "par des députés du groupe de l’Istiqlal"),
        ("députées de tous les groupes", "par des députées de tous les groupes"),
        ("Conseillers de l’opposition", "par des conseillers de l’opposition"),
        ("Membres de la commission des finances", "par des membres de la commission des finances"),
        ("Bureau de la Chambre des conseillers", "par le bureau de la Chambre des conseillers"),
        ("Groupe socialiste", "par le groupe socialiste"),
        ("Président de la Chambre", "par le président de la Chambre"),
        ("Inspection générale des finances", "par l’Inspection générale des finances"),
        ("Sa Majesté le Roi", "par Sa Majesté le Roi"),
        ("Une telle", "par une telle"),
        ("Leila Untel", "par Leila Untel"),
        ("", "par "),
    ],
)
def test_what_something_was_done_by_has_its_article(named: str, words: str) -> None:
    assert by(named) == words


@pytest.mark.parametrize(
    ("written", "named", "told"),
    [
        ("4", "article 4", "l’article 4"),
        ("article 4", "article 4", "l’article 4"),
        ("art. 4", "article 4", "l’article 4"),
        ("l’article premier", "article premier", "l’article premier"),
        ("4 et 5", "articles 4 et 5", "les articles 4 et 5"),
        ("articles 4 à 6", "articles 4 à 6", "les articles 4 à 6"),
        ("4, 5", "articles 4, 5", "les articles 4, 5"),
        ("4 bis", "article 4 bis", "l’article 4 bis"),
        ("annexe 2", "annexe 2", "annexe 2"),
        ("", "", ""),
    ],
)
def test_the_articles_that_people_write_are_named(written: str, named: str, told: str) -> None:
    assert (named_articles(written), named_articles(written, the=True)) == (named, told)
