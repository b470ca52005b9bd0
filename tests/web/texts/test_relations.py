"""Ties between texts, as people see, make and undo them."""

from uuid import uuid4

import pytest
from flask import Flask

from models import LegalText, Relation, Role
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute, words
from tests.web.queries import queries
from tests.web.texts.test_text_page import EVIL

LINK, TIE, AWAITED = "Lier un autre texte", "Lier les textes", "Ajouter un texte d’application attendu"


@pytest.fixture
def law(ministry: Ministry) -> LegalText:
    return ministry.open("Loi de protection", number="103-13")


@pytest.fixture
def decree(ministry: Ministry) -> LegalText:
    return ministry.open("Décret de protection", "decret")


def page_of(browser: Browser, text: LegalText) -> Page:
    return browser.get(f"/texts/{text.id}")


def rows(page: Page, sheet: str = "relations") -> list[list[str]]:
    found = page.soup.select(f"#{sheet} tbody tr, #{sheet} li > div")
    return [[words(cell) for cell in row.find_all(["td", "span", "div"], recursive=False)] for row in found]


def look_for(browser: Browser, text: LegalText, tie: str, q: str) -> Page:
    page = browser.follow(page_of(browser, text), LINK)
    return browser.press(page, "Chercher", tie=tie, q=q)


def test_a_text_is_found_and_tied(drafter: Browser, law: LegalText, decree: LegalText) -> None:
    page = look_for(drafter, decree, "implements", "loi n° 103.13")
    assert page.all("form[method=post] h2") == ["Pris pour l’application de"]

    page = drafter.press(page, TIE, article="9")

    assert page.notes == ["Les textes sont liés."]
    assert rows(page) == [
        ["Pris pour l’application de", "Loi de protection n° 103-13 (article 9) Retirer Loi de protection",
         "Initiative enregistrée"],
    ]  # fmt: skip
    page = drafter.follow(page, "Loi de protection")
    assert page.h1.text == law.title_fr
    assert rows(page, "application") == [
        ["Décret de protection Retirer Décret de protection", "article 9", "", "Initiative enregistrée"]
    ]
    assert "Aucun texte d’application pris sur 1 prévu, soit 0 %." in page.text


def test_a_text_that_is_not_there_is_cited(drafter: Browser, decree: LegalText) -> None:
    page = look_for(drafter, decree, "amends", "décret n° 2-97-218")
    assert "Aucun texte de Navette ne répond à ces mots" in page.text
    assert page.value("citation") == "décret n° 2-97-218"

    page = drafter.press(page, TIE)

    name = "décret n° 2-97-218"
    assert rows(page) == [["Modifie", f"{name} Désigner {name} Retirer {name}", ""]]


def test_what_others_do_to_a_text_is_recorded_from_its_own_page(
    drafter: Browser, law: LegalText, decree: LegalText
) -> None:
    page = drafter.press(look_for(drafter, law, "repeals-by", "protection"), TIE)

    assert [row[0] for row in rows(page)] == ["Abrogé par"]
    assert [row[:1] for row in rows(page_of(drafter, decree))] == [["Abroge"]]


def test_an_awaited_text_is_expected_then_late_then_named_then_taken(
    drafter: Browser, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    page = drafter.press(drafter.follow(page_of(drafter, law), AWAITED), "Chercher", q="décret fixant la composition")
    expected = {"due_day": "30", "due_month": "11", "due_year": "2026"}
    page = drafter.press(page, TIE, expected, article="12")
    name = "décret fixant la composition"
    assert rows(page, "application") == [
        [f"{name} Désigner {name} Retirer {name}", "article 12", "attendu pour le 30 nov. 2026",
         "attendu depuis 1 jour pas encore ouvert"],
    ]  # fmt: skip
    counted = words(page.one("#application > header > p"))
    assert counted == "Aucun texte d’application pris sur 1 prévu, soit 0 % ; 1 en retard."

    page = drafter.press(drafter.follow(page, f"Désigner {name}"), "Chercher", q="décret protection")
    page = drafter.press(page, "C’est ce texte")
    assert page.notes == ["Le texte cité est désigné."]
    ministry.bring(decree, "publish", "2026-11-20", bo_number="7000")

    page = page_of(drafter, law)
    assert [row[3] for row in rows(page, "application")] == ["pris"]
    assert words(page.one("#application > header > p")) == "1 texte d’application pris sur 1 prévu, soit 100 %."


def test_a_text_that_the_law_does_not_provide_for_is_not_counted(
    drafter: Browser, law: LegalText, decree: LegalText
) -> None:
    page = drafter.press(look_for(drafter, law, "implements-by", "protection"), TIE, owed=False)

    assert [row[2] for row in rows(page, "application")] == ["non prévu"]
    assert page.all("#application > header > p") == []
    assert rows(page_of(drafter, decree))[0][0] == "Pris pour l’application de"


def test_a_tie_is_undone_after_a_look(drafter: Browser, ministry: Ministry, law: LegalText, decree: LegalText) -> None:
    relation = Relation(text_id=decree.id, kind="amends", target_id=law.id, citation="loi n° 103-13", article="3")
    ministry.add(relation)

    page = drafter.follow(page_of(drafter, law), "Retirer Décret de protection")
    assert "Modifié par : Décret de protection (article 3)" in page.text
    assert ministry.count(Relation) == 1
    page = drafter.press(page, "Retirer le lien")

    assert page.notes == ["Le lien est retiré."]
    assert (page.url, ministry.count(Relation)) == (f"/texts/{law.id}", 0)
    drafter.get(f"/texts/{law.id}/relations/{relation.id}/remove", status=404)


def test_a_tie_of_other_texts_is_not_found(drafter: Browser, ministry: Ministry, law: LegalText) -> None:
    other = ministry.open("Autre")
    relation = Relation(text_id=other.id, kind="amends", citation="code pénal")
    ministry.add(relation)

    for path in (f"{relation.id}/remove", f"{relation.id}/designate", f"{uuid4()}/remove"):
        drafter.get(f"/texts/{law.id}/relations/{path}", status=404)
        drafter.post(f"/texts/{law.id}/relations/{path}", status=404)
    assert ministry.count(Relation) == 1


def test_several_texts_are_listed_and_one_is_chosen(
    drafter: Browser, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    ministry.open("Décret de protection des mineurs", "decret")
    page = look_for(drafter, law, "implements-by", "décret protection")
    assert len(page.all(".form-check [name=text] ~ label")) == 3

    page = drafter.press(page, TIE, article="12", status=422)
    assert page.reasons == ["Choisissez un des textes trouvés."]
    assert page.value("article") == "12"
    page = drafter.press(page, TIE, text="cited", citation="", status=422)
    assert page.reasons == ["Écrivez comment le texte est cité."]
    page = drafter.press(page, TIE, text=str(decree.id))

    assert rows(page, "application")[0][0].startswith("Décret de protection Retirer")


def test_a_tie_that_exists_is_refused_with_its_reason(
    drafter: Browser, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    ministry.add(Relation(text_id=decree.id, kind="amends", target_id=law.id, citation="loi n° 103-13"))

    page = drafter.press(look_for(drafter, decree, "amends", "103-13"), TIE, status=422)

    assert page.reasons == ["Ce lien existe déjà."]


def test_a_day_that_no_calendar_has_is_refused(drafter: Browser, ministry: Ministry, law: LegalText) -> None:
    page = look_for(drafter, law, "implements-by", "décret attendu")

    page = drafter.press(page, TIE, due_day="31", due_month="2", due_year="2027", status=422)

    assert len(page.all(".wrong")) == 1
    assert (page.value("citation"), page.value("due_year"), ministry.count(Relation)) == ("décret attendu", "2027", 0)


def test_no_words_find_no_text_and_the_text_itself_is_not_offered(drafter: Browser, law: LegalText) -> None:
    for q in ("", "  ", "%", "103-13"):
        page = look_for(drafter, law, "amends", q)
        assert page.all("[name=text] ~ label") == []


def test_more_texts_than_are_shown_ask_for_another_word(drafter: Browser, ministry: Ministry, law: LegalText) -> None:
    for rank in range(21):
        ministry.open(f"Décret {rank}", "decret")

    page = look_for(drafter, law, "amends-by", "décret")

    assert len(page.all(".form-check [name=text] ~ label")) == 21
    assert "ajoutez un mot à la recherche" in page.text


def test_strange_addresses_and_answers_are_no_fault(drafter: Browser, law: LegalText) -> None:
    drafter.get(f"/texts/{law.id}/relations/new?tie=likes&q=%00")
    wrong: list[dict[str, Value]] = [
        {},
        {"text": "nobody"},
        {"text": "cited"},
        {"text": "cited", "citation": "x" * 501},
    ]
    for sent in wrong:
        drafter.post(f"/texts/{law.id}/relations/new?tie=likes&q=loi", sent, status=422)


def test_a_parent_that_no_longer_stands_is_told_under_the_sentence(
    drafter: Browser, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    ministry.add(Relation(text_id=decree.id, kind="implements", target_id=law.id, citation="loi n° 103-13"))
    assert page_of(drafter, decree).all(".warn-note") == []

    ministry.move(law, "abandon", "2026-10-20", reason="Sans objet.")

    rests = "Ce projet de décret est pris pour l’application de « Loi de protection »."
    ended = ministry.sentence(law)
    check = "Vérifiez que ce projet de décret garde un fondement."
    assert page_of(drafter, decree).all(".warn-note") == [f"{rests} {ended} {check}"]


@pytest.mark.parametrize("role", [Role.READER, Role.CABINET])
def test_who_does_not_write_texts_sees_ties_and_changes_none(
    browser: Browser, ministry: Ministry, law: LegalText, decree: LegalText, *, role: Role
) -> None:
    relation = Relation(text_id=decree.id, kind="implements", target_id=law.id, citation="loi", owed=True)
    ministry.add(relation)
    browser.sign_in(ministry.people.with_role(role))

    for text, sheet in ((law, "application"), (decree, "relations")):
        page = page_of(browser, text)
        links = {attribute(tag, "href") for tag in page.soup.select(f"#{sheet} a")}
        assert links == {f"/texts/{law.id}" if text is decree else f"/texts/{decree.id}"}
    assert page_of(browser, law).soup.find(id="relations") is None
    for path in ("new", f"{relation.id}/remove", f"{relation.id}/designate"):
        browser.get(f"/texts/{law.id}/relations/{path}", status=403)
        browser.post(f"/texts/{law.id}/relations/{path}", status=403)
    assert ministry.count(Relation) == 1


def test_the_number_of_queries_does_not_grow_with_the_ties(
    app: Flask, drafter: Browser, ministry: Ministry, law: LegalText
) -> None:
    counts = []
    for more in (0, 1, 9):
        for rank in range(more):
            child = ministry.open(f"Décret {more} {rank}", "decret", number=f"2-27-{more}{rank}")
            ministry.add(
                Relation(text_id=child.id, kind="implements", target_id=law.id, citation="loi", owed=True),
                Relation(text_id=law.id, kind="based_on", citation=f"décret n° 2-27-{more}{rank}"),
                Relation(target_id=law.id, kind="implements", citation=f"décret {more} {rank}", owed=True),
            )
        with queries(app) as sent:
            page_of(drafter, law)
        counts.append(len(sent))

    assert counts == [counts[0]] * 3, sent


def test_what_people_cite_is_shown_and_never_run(drafter: Browser, ministry: Ministry, law: LegalText) -> None:
    evil = ministry.open(EVIL, "decret")
    cited = Relation(target_id=law.id, kind="implements", citation=EVIL, article=EVIL[:90], owed=True)
    ministry.add(cited, Relation(text_id=law.id, kind="based_on", target_id=evil.id, citation=EVIL, article=EVIL[:90]))
    ministry.move(evil, "abandon", "2026-10-20", reason=EVIL)

    here = f"/texts/{law.id}"
    search = f"{here}/relations/new?tie=amends&q=%3Cscript%3Ealert%281%29%3C%2Fscript%3E"
    for path in (here, search, f"{here}/relations/{cited.id}/remove", f"{here}/relations/{cited.id}/designate"):
        page = drafter.get(path)
        assert page.soup.find(["script", "img"]) is None
        assert "<script>alert(1)</script>" in page.soup.get_text() + page.value("q"), path
