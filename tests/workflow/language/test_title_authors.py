"""Who takes an act, as its title names them."""

import pytest

from workflow.language.title_authors import authors_ar, authors_fr


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("Projet d’arrêté conjoint du ministre de la justice et de la ministre de la solidarité fixant le prix",
         ["le ministre de la justice", "la ministre de la solidarité"]),
        (("Arrêté conjoint du ministre de l’économie et des finances, de la ministre de la famille et du ministre "
         "délégué auprès de la ministre de la santé n° 1715-24 fixant le prix"),
         ["le ministre de l’économie et des finances", "la ministre de la famille",
          "le ministre délégué auprès de la ministre de la santé"]),
        ("Arrêté de la ministre de la santé n° 12-20 du 3 mars 2020 relatif au chef du gouvernement",
         ["la ministre de la santé"]),
        ("Arrêté conjoint des ministres de la justice et de la santé fixant le prix", []),
        ("Arrêté conjoint fixant le prix remis par le jury du ministre de la culture et de la ministre", []),
        ("Note sur le ministre de la justice", []), ("", []),
    ],
)  # fmt: skip
def test_a_french_title_names_its_authors_in_their_order_and_gender(title: str, authors: list[str]) -> None:
    assert authors_fr(title) == authors


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("مشروع قرار مشترك لوزير العدل ووزيرة الأسرة بتحديد المبلغ", ["وزير العدل", "وزيرة الأسرة"]),
        ("قرار مشترك لوزير الاقتصاد والمالية ووزيرة الأسرة وللوزير المنتدب لدى وزير الصحة رقم 1715.24 بتحديد المبلغ",
         ["وزير الاقتصاد والمالية", "وزيرة الأسرة", "الوزير المنتدب لدى وزير الصحة"]),
        ("قرار مشترك للوزيرة المنتدبة ولوزير العدل بتحديد المبلغ", ["الوزيرة المنتدبة", "وزير العدل"]),
        ("قرار مشترك بتحديد المبلغ الممنوح لوزير العدل ووزيرة الأسرة", []), ("", []),
    ],
)  # fmt: skip
def test_an_arabic_title_names_its_authors_without_the_preposition(title: str, authors: list[str]) -> None:
    assert authors_ar(title) == authors
