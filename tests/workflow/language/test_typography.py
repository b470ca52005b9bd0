"""What must not be torn apart at the end of a line holds together; what is set already stays so."""

import pytest

from workflow.language.typography import shortened, typeset


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("« Titre »", "«~Titre~»"),
        ("«~Titre~»", "«~Titre~»"),
        ("«Titre »", "«~Titre~»"),
        ("جائزة «تميز» للمرأة", "جائزة «تميز» للمرأة"),
        ("الملف «Titre »", "الملف «~Titre~»"),
        ("vu : a ; b ! c ?", "vu~: a_; b_! c_?"),
        ("loi n° 43-22 et n° ", "loi n°~43-22 et n°~"),
        ("N° ………", "N°~………"),
        ("art. 92, article 5, article premier, p. 12", "art.~92, article~5, article~premier, p.~12"),
        ("le 1er août 2018", "le 1er~août~2018"),
        ("le 12 sept. 2018", "le 12~sept.~2018"),
        ("le 19 rejeb 1437", "le 19~rejeb~1437"),
        ("12 000 000 dirhams", "12~000~000~dirhams"),
        (
            "70 voix, 3 abstentions, 30 jours, 2 ans, 6 mois, 5 %",
            "70~voix, 3~abstentions, 30~jours, 2~ans, 6~mois, 5_%",
        ),
        ("à 18 h 30", "à 18~h~30"),
        ("(étape déduite)", "(étape~déduite)"),
        ("l'arrêté", "l’arrêté"),
        ("https://journal.test/a:b", "https://journal.test/a:b"),
    ],
)
def test_words_are_set_once_for_all(written: str, told: str) -> None:
    told = told.replace("~", "\u00a0").replace("_", "\u202f")
    assert typeset(written.replace("~", "\u00a0")) == told
    assert typeset(told) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [("Prix : règlement", "Prix …"), ("Prix de la ville", "Prix de la …"), ("Prix court", "Prix court")],
)
def test_words_are_cut_between_two_of_them_and_after_no_other_sign(words: str, told: str) -> None:
    assert shortened(words, len("Prix de la vil")) == told
