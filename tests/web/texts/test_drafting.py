"""New texts, their particulars, and who is responsible for them."""

from collections.abc import Mapping

import pytest
from sqlmodel import col, select

from models import LegalText, PartialDate, Step, User
from tests.web.browser import Browser, Value
from tests.web.ministry import BILL, Ministry, People
from tests.web.page import Page, attribute, words
from tests.workflow.builders import File

TITLE = "Projet de décret relatif aux crèches"


def create(browser: Browser, typed: Mapping[str, Value], *, status: int = 200) -> Page:
    page = browser.follow(browser.get("/texts"), "Nouveau texte")
    return browser.press(page, "Ouvrir le texte", typed, status=status)


def edit(browser: Browser, text: LegalText, typed: Mapping[str, Value], *, status: int = 200) -> Page:
    page = browser.follow(browser.get(f"/texts/{text.id}"), "Modifier la fiche")
    return browser.press(page, "Enregistrer la fiche", typed, status=status)


def particulars(page: Page) -> dict[str, str]:
    names, values = page.all("#fiche dl > dt"), page.all("#fiche dl > dd")
    return dict(zip(names, values, strict=True))


def test_a_text_is_opened(drafter: Browser, ministry: Ministry) -> None:
    typed: dict[str, Value] = {
        "procedure": "decret", "title_fr": f"  {TITLE}\n ", "title_ar": "مشروع مرسوم", "number": "2.18.686",
        "responsible": str(ministry.people.alice.id), "financial_impact": True, "on_month": "11", "on_year": "2026",
    }  # fmt: skip

    page = create(drafter, typed)

    assert page.notes == ["Le texte est ouvert."]
    assert page.h1.text == TITLE
    assert page.all(".tags .tag") == ["Décret réglementaire", "n° 2-18-686", "Initiative enregistrée"]
    assert page.sentence == File.opened("decret", on="2026-11").sentence
    assert particulars(page) == {"Responsable": "Alice", "Incidence financière": "oui"}
    assert page.all(".log .who") == ["D. Drafter, enregistré le 1er déc. 2026 à 09:00"]


def test_a_text_is_opened_with_the_least(drafter: Browser, ministry: Ministry) -> None:
    page = create(drafter, {"procedure": "arrete", "title_fr": TITLE})

    assert page.sentence == File.opened("arrete", on="2026-12-01").sentence
    assert particulars(page) == {"Responsable": "Drafter"}
    with ministry.session() as session:
        assert session.exec(select(Step)).one().on == PartialDate(2026, 12, 1)


def test_a_text_is_opened_for_nobody_and_on_no_known_day_when_that_is_said(
    drafter: Browser, ministry: Ministry
) -> None:
    page = create(drafter, {"procedure": "arrete", "title_fr": TITLE, "responsible": "", "on_unknown": True})

    assert particulars(page) == {"Responsable": "personne pour l’instant"}
    with ministry.session() as session:
        assert session.exec(select(Step)).one().on is None


def test_an_old_file_is_not_opened_on_the_day_that_is_proposed(drafter: Browser, ministry: Ministry) -> None:
    create(drafter, {"procedure": "arrete", "title_fr": TITLE, "then": True})
    create(drafter, {"procedure": "arrete", "title_fr": "Arrêté fixant les prix", "then": True, "on_is": "2026-11-30"})

    with ministry.session() as session:
        opened = session.exec(select(Step).order_by(col(Step.at), col(Step.on).is_not(None))).all()
    assert [step.on for step in opened] == [None, PartialDate(2026, 11, 30)]


def test_who_cannot_be_responsible_opens_for_nobody(ministry: Ministry, browser: Browser) -> None:
    browser.enter(ministry.people.director)

    assert browser.get("/texts/new").value("responsible") == ""


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"title_fr": TITLE}, "Choisissez la nature du texte."),
        ({"procedure": "decret", "title_fr": ""}, "Donnez l’intitulé."),
        ({"procedure": "decret", "title_fr": "  \n "}, "Donnez l’intitulé."),
        ({"procedure": "decret", "title_fr": "é" * 1001}, "Mille caractères au plus."),
        ({"procedure": "decret", "title_fr": TITLE, "title_ar": "م" * 1001}, "Mille caractères au plus."),
        ({"procedure": "decret", "title_fr": TITLE, "number": "1" * 21}, "Vingt caractères au plus."),
        ({"procedure": "decret", "title_fr": TITLE, "on_day": "3"},
         "Donnez l’année, puis le mois, puis le jour : le jour seul ne suffit pas."),
        ({"procedure": "decret", "title_fr": TITLE, "on_year": "2027"}, "Cette date est dans l’avenir."),
        ({"procedure": "decret", "title_fr": TITLE, "on_year": "1955"},
         "Vérifiez l’année : aucun dossier n’a pu être ouvert avant 1956."),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_is_named_and_kept(
    drafter: Browser, ministry: Ministry, typed: dict[str, Value], reason: str
) -> None:
    page = create(drafter, {**typed, "social_matter": True}, status=422)

    assert page.reasons == [reason]
    assert page.value("procedure") == typed.get("procedure", "")
    assert page.value("social_matter") == "y"
    assert ministry.count(LegalText) == 0


@pytest.mark.parametrize("alike", [False, True])
def test_an_opening_of_long_ago_is_kept_once_it_is_confirmed(
    drafter: Browser, ministry: Ministry, *, alike: bool
) -> None:
    typed: dict[str, Value] = {"procedure": "decret", "title_fr": TITLE, "on_year": "1999"}
    if alike:
        ministry.open(TITLE, "decret")

    page = create(drafter, typed, status=422)
    doubt = "Ce dossier aurait été ouvert il y a 26 ans, sans être un ancien dossier à reprendre."
    assert page.value("confirmed") == ""
    button = "Ouvrir quand même" if alike else "Ouvrir le texte"
    drafter.press(page, button, {"confirmed": doubt})

    with ministry.session() as session:
        step = session.exec(select(Step).where(Step.on == PartialDate(1999))).one()
    assert step.facts["confirmed"] == [doubt]


@pytest.mark.parametrize(("year", "then"), [("1999", True), ("2017", False)])
def test_an_old_file_and_a_few_years_are_not_doubted(
    drafter: Browser, ministry: Ministry, year: str, *, then: bool
) -> None:
    create(drafter, {"procedure": "decret", "title_fr": TITLE, "on_year": year, "then": then})

    with ministry.session() as session:
        assert session.exec(select(Step)).one().on == PartialDate(int(year))


@pytest.mark.parametrize("name", ["procedure", "responsible"])
def test_an_answer_that_is_not_offered_is_refused(drafter: Browser, name: str) -> None:
    drafter.get("/texts/new")

    typed: dict[str, Value] = {"procedure": "decret", "title_fr": TITLE, name: "\x00nobody"}
    drafter.post("/texts/new", typed, status=422)


def test_the_kinds_come_first_in_the_order_of_ministries(drafter: Browser) -> None:
    page = drafter.get("/texts/new")

    assert page.all("form.form fieldset:first-of-type label") == [
        "Projet de loi", "Projet de loi organique", "Projet de loi-cadre", "Projet de loi de finances",
        "Proposition de loi", "Proposition de loi organique", "Décret-loi", "Décret réglementaire", "Décret simple",
        "Décret de nomination", "Arrêté ministériel", "Arrêté conjoint", "Arrêté du Chef du gouvernement",
    ]  # fmt: skip
    assert page.all("form.form legend, form.form .f")[0] == "Nature du texte"


def test_only_those_who_can_be_responsible_are_offered(head: Browser, ministry: Ministry, people: People) -> None:
    with ministry.session() as session:
        session.get_one(User, people.bob.id).active = False

    page = head.get("/texts/new")

    assert [words(option) for option in page.soup.select("#responsible option")] == [
        "Personne pour l’instant", "Alice", "Charlie", "Drafter", "Head",
    ]  # fmt: skip


def test_the_particulars_are_shown_as_they_are(head: Browser, ministry: Ministry) -> None:
    text = ministry.open(title_ar="مشروع", number="103-13", social_matter=True)

    page = head.get(f"/texts/{text.id}/edit")

    assert [page.value(name) for name in ("title_fr", "title_ar", "number", "social_matter", "financial_impact")] == [
        BILL, "مشروع", "103-13", "y", "",
    ]  # fmt: skip
    assert page.value("responsible") == str(ministry.people.drafter.id)
    assert attribute(page.one("#title_ar"), "lang") == "ar"


def test_the_particulars_change(head: Browser, bill: LegalText) -> None:
    page = edit(head, bill, {"number": "103.13", "responsible": "", "financial_impact": True, "social_matter": True})

    assert page.notes == ["La fiche est à jour."]
    assert "n° 103-13" in page.all(".tags .tag")
    assert list(particulars(page)) == ["Responsable", "Incidence financière", "Matière sociale"]
    assert page.all(".log > li > div")[0].startswith("Le texte porte désormais le n° 103-13.")
    assert head.get("/texts?q=103-13").all("a.title") == [BILL]


def test_a_new_title_is_a_step_and_past_tables_keep_the_old_one(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    page = edit(head, bill, {"title_fr": "Projet de loi contre la violence"})

    assert page.h1.text == "Projet de loi contre la violence"
    assert page.all(".log > li > div")[0].startswith("L’intitulé devient « Projet de loi contre la violence ».")
    assert [step.move for step in ministry.steps(bill)] == ["open", "edit"]
    assert BILL in head.get("/table?on=2026-11-30").text
    assert "Projet de loi contre la violence" in head.get("/table?on=2026-12-01").text
    assert head.get("/texts?q=égard").all("a.title") == []


def test_particulars_that_cannot_be_are_named_and_kept(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = edit(head, bill, {"title_fr": " ", "number": "9" * 21}, status=422)

    assert page.reasons == ["Donnez l’intitulé.", "Vingt caractères au plus."]
    assert page.value("number") == "9" * 21
    assert ministry.read(LegalText, bill.id).title_fr == BILL


def test_a_person_who_has_left_stays_responsible_until_somebody_else_is(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    with ministry.session() as session:
        session.get_one(User, ministry.people.drafter.id).active = False

    page = head.get(f"/texts/{bill.id}/edit")
    assert "Drafter (n’est plus en fonction : à remplacer)" in page.all("#responsible option")
    head.press(page, "Enregistrer la fiche", social_matter=True)
    head.press(head.get(f"/texts/{bill.id}/assign"), "Confier")

    assert ministry.read(LegalText, bill.id).responsible_id == ministry.people.drafter.id


def test_emptying_the_arabic_title_empties_it(head: Browser, ministry: Ministry) -> None:
    text = ministry.open(title_ar="مشروع")

    edit(head, text, {"title_ar": ""})

    assert ministry.read(LegalText, text.id).title_ar == ""


def test_charlie_entrusts_a_text_to_bob(browser: Browser, ministry: Ministry, bill: LegalText) -> None:
    browser.enter(ministry.people.charlie)
    page = browser.follow(browser.get(f"/texts/{bill.id}"), "Confier")
    assert page.value("responsible") == str(ministry.people.drafter.id)

    page = browser.press(page, "Confier", responsible=str(ministry.people.bob.id))

    assert page.notes == ["Le texte est confié."]
    assert particulars(page)["Responsable"].startswith("Bob")
    page = browser.press(browser.follow(page, "Confier"), "Confier", responsible="")
    assert particulars(page)["Responsable"].startswith("personne pour l’instant")


def test_whoever_last_worked_on_a_text_is_proposed_for_it(
    head: Browser, drafter: Browser, ministry: Ministry, people: People
) -> None:
    text = ministry.open(responsible_id=None)
    proposed = "Proposition : a enregistré la dernière étape de ce texte."

    assert head.get(f"/texts/{text.id}/assign").value("responsible") == str(people.head.id)
    drafter.press(drafter.get(f"/texts/{text.id}/moves/assign_drafter"), "Commencer la rédaction", on_unknown=True)
    page = head.get(f"/texts/{text.id}/assign")

    assert page.value("responsible") == str(people.drafter.id)
    assert proposed in page.text
    page = head.press(page, "Confier")
    assert particulars(page)["Responsable"].startswith("Drafter")
    assert proposed not in head.follow(page, "Confier").text


def test_a_text_is_not_entrusted_to_just_anybody(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    head.get("/account")

    for answer in (str(ministry.people.reader.id), "nobody", "\x00"):
        head.post(f"/texts/{bill.id}/assign", {"responsible": answer}, status=422)

    with ministry.session() as session:
        assert session.exec(select(LegalText.responsible_id)).one() == ministry.people.drafter.id
