"""Versions compared on screen and as Word, in both directions of writing."""

from io import BytesIO

import pytest
from docx import Document

from tests.web.articles.conftest import Office
from tests.web.browser import Browser
from tests.web.page import attribute
from tests.workflow.articles.twelve import french, french_file


def test_what_each_article_became_is_said(drafter: Browser, versions: Office) -> None:
    address = f"{versions.address}/compare?a={versions.key('fr', 1)}&b={versions.key('fr', 2)}"

    page = drafter.get(address)

    assert page.all(".fate") == ["Ajout", "Modification", "Suppression"]
    assert page.all("ins") == ["[La déclaration est affichée à la porte de la maison.]", "[l’identité]"]
    assert page.all("p del") == ["le nom", french()[19]]
    assert page.all("h3 del") == ["Article 8"]
    assert len(page.all("details.same")) == 11


def test_an_arabic_comparison_runs_from_right_to_left_in_arabic_words(drafter: Browser, versions: Office) -> None:
    address = f"{versions.address}/compare?a={versions.key('ar', 1)}&b={versions.key('ar', 2)}"

    page = drafter.get(address)

    table = page.one(".compared")
    assert (attribute(table, "lang"), attribute(table, "dir")) == ("ar", "rtl")
    assert page.all(".fate") == ["تعديل"]
    assert (page.all("del"), page.all("ins")) == (["واسم"], ["[وهوية]"])


def test_the_two_last_versions_are_compared_unless_others_are_chosen(drafter: Browser, versions: Office) -> None:
    page = drafter.follow(drafter.get(f"/texts/{versions.text.id}"), "Comparer des versions")

    assert (page.value("a"), page.value("b"), page.value("c")) == (versions.key("fr", 1), versions.key("fr", 2), "")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_comparison_is_given_as_word(drafter: Browser, versions: Office, language: str) -> None:
    page = drafter.get(f"{versions.address}/compare?a={versions.key(language, 1)}&b={versions.key(language, 2)}")

    answer = drafter.download(page.link("Télécharger en Word"))

    assert f"tableau_comparatif_{language}.docx" in answer.headers["Content-Disposition"]
    document = Document(BytesIO(answer.data))
    assert len(document.tables[0].columns) == 3
    assert ("bidiVisual" in document.tables[0]._tbl.xml) is (language == "ar")  # noqa: SLF001 - the XML itself


def test_three_versions_stand_side_by_side(drafter: Browser, versions: Office) -> None:
    other = versions.attach("draft_fr", french_file())
    third = next(each.key for each in versions.drafts() if each.piece.id == other)
    page = drafter.get(f"{versions.address}/compare?a={versions.key('fr', 1)}&b={versions.key('fr', 2)}&c={third}")

    assert len(page.soup.select(".laid.three")) == 3
    assert drafter.download(page.link("Télécharger en Word")).data.startswith(b"PK")


@pytest.mark.parametrize(
    ("choices", "why"),
    [
        (("fr", "ar"), "Ces versions ne sont pas dans la même langue"),
        (("fr", "fr"), "Une version est choisie deux fois"),
        (("fr", ""), "Choisissez deux versions au moins."),
    ],
)
def test_a_choice_that_cannot_be_compared_says_why(
    drafter: Browser, drafts: Office, choices: tuple[str, str], why: str
) -> None:
    a, b = (drafts.key(language) if language else "" for language in choices)

    page = drafter.get(f"{drafts.address}/compare?a={a}&b={b}", status=422)

    assert page.all(".wrong")[0].startswith(why)
    assert page.value("a") == a


def test_one_version_alone_waits_for_another(drafter: Browser, drafts: Office) -> None:
    assert "Il n’y a encore qu’une version" in drafter.get(f"{drafts.address}/compare").text
    for asked in ("", f"?a={drafts.key('fr')}"):
        drafter.get(f"{drafts.address}/compare.docx{asked}", status=404)
    drafter.get(f"{drafts.address}/compare?a=nothing", status=404)
