"""A reading as lines, each said to be a part of the text, and made again from them."""

from dataclasses import replace

import pytest

from tests.workflow.articles.drafts import DECRET_FR, LAW_AR, OLD_AR, ONE_ARTICLE_FR, lines
from workflow.articles.arrangement import (
    HEADING,
    LEFT_OUT,
    PARAGRAPH,
    Misplaced,
    Told,
    arranged,
    doubts_about,
    lines_of,
)
from workflow.articles.reading import NO_ARTICLE, read_lines
from workflow.articles.structure import Article, Reading, Unplaced, from_json, to_json
from workflow.articles.word_file import Line


def put(reading: Reading, place: int, part: str, number: str = "") -> Reading:
    """Say that one line of a reading is something else."""
    before = lines_of(reading)
    after = [*before]
    after[place] = Told(part, before[place].words, number)
    return arranged(reading.draft.language, before, after)


def place_of(reading: Reading, words: str) -> int:
    (place,) = (place for place, line in enumerate(lines_of(reading)) if line.words.startswith(words))
    return place


@pytest.mark.parametrize(
    ("text", "language"), [(DECRET_FR, "fr"), (LAW_AR, "ar"), (OLD_AR, "ar"), (ONE_ARTICLE_FR, "fr")]
)
def test_lines_left_as_they_are_make_the_same_draft(text: str, language: str) -> None:
    reading = read_lines(lines(text), language)

    assert arranged(language, lines_of(reading), lines_of(reading)).draft == reading.draft


@pytest.mark.parametrize(
    ("language", "line", "number", "made"),
    [
        ("fr", "Aticle 5. – Le dossier est complet.", "5", ("Article 5", "5", "Le dossier est complet.")),
        ("fr", "Aticle 5. – Le dossier.", "Art. 4 bis", ("Art. 4 bis", "4 bis", "Aticle 5. – Le dossier.")),
        ("fr", "Le dossier est complet.", "2", ("Article 2", "2", "Le dossier est complet.")),
        ("ar", "الماده2 يسلم الإذن.", "2", ("المادة 2", "2", "يسلم الإذن.")),
        ("ar", "يسلم الإذن.", "4 مكررة", ("المادة 4 مكررة", "4 bis", "يسلم الإذن.")),
    ],
)
def test_a_line_becomes_an_article(language: str, line: str, number: str, made: tuple[str, str, str]) -> None:
    text = {"fr": ["Projet de loi", "Article premier", "Mots."], "ar": ["مشروع قانون", "المادة الأولى", "كلمات."]}
    given = [Told("title", text[language][0]), Told("article", text[language][2], text[language][1])]
    before = [*given, Told(PARAGRAPH, line)]

    reading = arranged(language, before, [*given, Told("article", line, number)])

    label, key, words = made
    assert reading.draft.articles[-1] == Article(label, key, (words,))


def test_an_article_that_is_none_goes_back_into_the_one_before() -> None:
    reading = read_lines(lines(LAW_AR), "ar")

    put_right = put(reading, place_of(reading, "تحدد كيفيات"), PARAGRAPH)

    assert [article.key for article in put_right.draft.articles] == ["1", "2", "4", "5"]
    assert put_right.draft.articles[1].paragraphs[-1] == "المادة 3 تحدد كيفيات التسيير بنص تنظيمي."
    assert [each.why for each in put_right.unplaced] == ["L’article 3 manque avant celui-ci."]


def test_a_line_left_out_stays_where_it_stood_and_comes_back_there() -> None:
    reading = read_lines(lines(DECRET_FR), "fr")
    place = place_of(reading, "– maison")

    without = from_json(to_json(put(reading, place, LEFT_OUT)))

    assert without.draft.articles[1].paragraphs[1:] == ("– gérant : la personne qui en répond.",)
    assert [(each.words, each.why) for each in without.unplaced] == [
        ("– maison : tout lieu ouvert aux habitants ;", "Cette ligne a été écartée du texte.")
    ]
    assert put(without, place, PARAGRAPH) == reading


def test_what_the_reading_lost_stands_where_the_file_has_it() -> None:
    given = [*lines("Projet de loi\nArticle premier\nMots.\nUn intertitre\nAutres mots."), Line("Article 2", 6)]
    given[3] = replace(given[3], style="heading 2")

    told = lines_of(read_lines(given, "fr"))

    assert [(line.part, line.words) for line in told[1:4]] == [
        ("article", "Mots."), (LEFT_OUT, "Un intertitre"), (PARAGRAPH, "Autres mots."),
    ]  # fmt: skip


def test_every_line_that_cannot_be_what_it_is_said_to_be_is_named() -> None:
    given = [Told("title", "Loi"), Told("article", "Mots.", "Article premier"), Told(PARAGRAPH, "Suite")]
    wrong = [Told(PARAGRAPH, "Loi"), Told("article", "Mots.", "zéro"), Told(HEADING, "Suite")]

    with pytest.raises(Misplaced) as refused:
        arranged("fr", given, wrong)

    assert refused.value.faults == {
        0: "Aucun article ne se trouve juste avant cette ligne.",
        1: "Le numéro « zéro » ne se lit pas : écrivez par exemple « 4 » ou « 4 bis ».",
        2: "Aucun titre, chapitre ou section ne se trouve juste avant cette ligne.",
    }


def test_a_text_without_an_article_says_so() -> None:
    given = [Told("title", "Loi")]

    assert arranged("fr", given, given).unplaced == (Unplaced(1, "", NO_ARTICLE),)


def test_a_doubt_is_about_the_line_that_it_tells_the_last_one_of_several_alike() -> None:
    text = "Projet de loi\nArticle premier\nMots.\nArticle premier\nMots.\nArticle premier\nArticle 3\nMots."
    reading = read_lines(lines(text), "fr")

    told = [(place, each.why) for place, each in doubts_about(reading, lines_of(reading))]

    assert told == [
        (2, "Ce numéro d’article est déjà pris."), (3, "Ce numéro d’article est déjà pris."),
        (3, "Cet article n’a pas de texte."), (4, "L’article 2 manque avant celui-ci."),
    ]  # fmt: skip
