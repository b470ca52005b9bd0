"""What a template says itself is set as its values are, in the language of each run, whoever wrote it."""

import pytest

from documents.engine.compiled import compile_template
from documents.engine.filling import fill
from tests.documents.engine.snippets import PROPERTIES, line, template
from tests.documents.office import Word

ARABIC = '<w:rtl/><w:lang w:bidi="ar-MA"/>'


def words(*runs: str, look: str = "", **fields: object) -> str:
    return Word(fill(compile_template(template(line(*runs, look=look))), fields, PROPERTIES)).page.paragraphs[0].text


@pytest.mark.parametrize("look", ["", "<w:b/>", '<w:lang w:val="en-US"/>', '<w:rtl w:val="0"/>', ARABIC])
def test_french_words_beside_a_tag_are_set(look: str) -> None:
    said = words("L'article 5 : « {{ x }} » le 3 mai 2018 !", look=look, x="a")

    # Two marks of direction, which have no width, go around French words of an Arabic run.
    assert said.strip("\u200e") == "L’article\u00a05\u00a0: «\u00a0a\u00a0» le 3\u00a0mai\u00a02018\u202f!"


def test_words_without_any_tag_are_set_too() -> None:
    assert words("n° 5 ?") == "n°\u00a05\u202f?"


def test_arabic_words_are_set_and_finished_as_one_run() -> None:
    written = Word(
        fill(
            compile_template(template(line("القانون رقم {{ x }} و {{ y }}", look=ARABIC))),
            {"x": "103-13", "y": "a\tb\n1er"},
            PROPERTIES,
        )
    )

    assert written.page.paragraphs[0].text == (
        "القانون رقم\u00a0\u200e103-13\u200e و \u200ea\u200e\t\u200eb\u200e\n\u200e1er\u200e"
    )
    assert "\x01" not in written.part("word/document.xml")
    assert "103</w:t><w:noBreakHyphen/><w:t" in written.part("word/document.xml")


def test_what_stands_inside_a_tag_is_left_alone() -> None:
    assert words("{% if x == 'le 3 mai : n° 5' %}oui{% endif %}", x="le 3 mai : n° 5") == "oui"


@pytest.mark.parametrize(
    ("said", "raised"),
    [
        ("{{ n }}e jour", ["e"]),
        ("le {{ n }}{{ end }} jour", ["e"]),
        ("{{ first }} mai", ["er"]),
        ("{{ first }}s mai", []),
        ("1{% if n %}er{% endif %} mai", ["er"]),
        ("le 1er mai, {{ first }} juin", ["er", "er"]),
        ("{{ tabbed }} le 2e", ["er", "e"]),
        ("{{ word }}", []),
    ],
)
def test_ordinals_are_raised_whatever_brings_their_two_halves_together(said: str, raised: list[str]) -> None:
    fields = {"n": 2, "end": "e", "first": "le 1er", "tabbed": "1er\ta", "word": "12env 1ers"}
    paragraph = Word(fill(compile_template(template(line(said))), fields, PROPERTIES)).page.paragraphs[0]

    assert [run.text for run in paragraph.runs if run.font.superscript] == raised


def test_the_hyphens_of_numbers_never_break() -> None:
    written = Word(fill(compile_template(template(line("loi 27-06 {{ x }}"))), {"x": "2-18-100"}, PROPERTIES))

    assert written.part("word/document.xml").count("<w:noBreakHyphen/>") == 3
    assert written.page.paragraphs[0].text == "loi 27-06 2-18-100"
