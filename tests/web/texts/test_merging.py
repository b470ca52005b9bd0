"""Two files of one text, reunited and separated on the screen."""

import pytest

from models import Document, LegalText
from tests.web.browser import Browser
from tests.web.ministry import BILL, Ministry
from tests.web.page import Page

OTHER = "Projet de loi sur tout autre chose"
LINK = "Réunir avec un autre dossier…"


@pytest.fixture
def other(ministry: Ministry) -> LegalText:
    """Give another file of the same text: same number, other title, further on its way."""
    text = ministry.open(OTHER, number="43-22", on="2026-10-06")
    return ministry.move(text, "assign_drafter", "2026-10-07")


@pytest.fixture
def known(ministry: Ministry) -> LegalText:
    return ministry.open(number="43-22", on="2026-10-05")


def reunite(browser: Browser, closing: LegalText, staying: LegalText, *, status: int = 200, **typed: str) -> Page:
    page = browser.get(f"/texts/{closing.id}/merge/{staying.id}")
    given = {"stays": str(staying.id), "reason": "Ouvert deux fois."} | typed
    return browser.press(page, "Réunir les deux dossiers", {**given}, status=status)


def test_the_other_file_is_proposed_by_its_number_or_found_by_words(
    head: Browser, ministry: Ministry, known: LegalText, other: LegalText
) -> None:
    ministry.open("Projet de loi sur les jardins")
    page = head.follow(head.get(f"/texts/{known.id}"), LINK)

    assert page.all("section li") == [f"{OTHER} n° 43-22 En cours de rédaction Ce dossier porte le même numéro."]
    page = head.press(page, "Chercher", q="jardins")
    assert page.all("section:last-of-type li a") == ["Projet de loi sur les jardins"]
    page = head.follow(page, OTHER)

    assert page.url == f"/texts/{known.id}/merge/{other.id}"


def test_both_files_are_seen_side_by_side_then_reunited(
    head: Browser, ministry: Ministry, known: LegalText, other: LegalText
) -> None:
    ministry.open("Projet de loi sur les jardins")
    page = head.get(f"/texts/{known.id}/merge/{other.id}")
    assert page.all(".beside thead a") == [BILL, OTHER]
    assert page.all(".beside tbody tr:nth-of-type(3) td") == ["Drafter", "Drafter"]
    steps = [len(cell.select("li")) for cell in page.soup.select(".beside tbody tr:nth-of-type(4) td")]
    assert steps == [1, 2]

    page = reunite(head, known, other)

    assert page.notes == ["Les deux dossiers sont réunis : la suite s’enregistre ici."]
    assert page.h1.text == OTHER
    assert page.all("#reunited li a") == [BILL]
    said = f"Un autre dossier du même texte est réuni à celui-ci : « {BILL} (n° 43-22) ». Ouvert deux fois."
    assert page.all(".log > li > div")[0].startswith(said)
    assert head.get("/texts").all("a.title") == [OTHER, "Projet de loi sur les jardins"]
    assert head.get("/texts?q=43-22").all("a.title") == [OTHER]
    assert head.get("/texts?q=violence").all("a.title") == [OTHER]


def test_of_a_closed_file_no_chamber_is_asked(
    head: Browser, ministry: Ministry, known: LegalText, other: LegalText
) -> None:
    ministry.bring(known, "deposit", "2026-10-20")
    assert "Préciser la Chambre" in head.get(f"/texts/{known.id}").text

    reunite(head, known, other)

    assert "Aucune source ne dit quelle Chambre" not in head.get(f"/texts/{known.id}").text


def test_a_closed_file_is_read_and_offers_nothing_but_to_be_separated(
    head: Browser, ministry: Ministry, known: LegalText, other: LegalText
) -> None:
    head.press(head.get(f"/texts/{known.id}"), "Note interne")
    page = head.follow(reunite(head, known, other), BILL)

    assert page.link(OTHER) == f"/texts/{other.id}"
    assert page.all(".path li") != []
    assert "Le dossier a été ouvert." in page.text
    assert page.link("Ouvrir dans Word").startswith("/papers/")
    for label in (
        "Entre les mains de", "Autres enregistrements", "Modifier la fiche", "Corriger", LINK, "Produire en",
        "Lier un autre",
    ):  # fmt: skip
        assert label not in page.text
    refused = head.post(f"/texts/{known.id}/moves/assign_drafter", {"seen_step": "2", "on_unknown": "y"}, status=422)
    assert "Ce dossier est réuni avec un autre" in refused.text
    assert len(ministry.steps(known)) == 2


@pytest.mark.parametrize(
    "page",
    [
        "moves/assign_drafter", "moves/note", "steps/1/correct", "take-over", "edit", "assign", "kind", "merge",
        "relations/new",
    ],
)  # fmt: skip
def test_no_page_of_a_closed_file_records_and_each_leads_to_the_one_that_goes_on(
    head: Browser, known: LegalText, other: LegalText, page: str
) -> None:
    address = f"/texts/{known.id}/{page}"
    head.get(address)
    reunite(head, known, other)

    shown = head.get(address, status=409)

    assert shown.h1.text == "Ce dossier est réuni avec un autre"
    assert (shown.link(OTHER), shown.link("Voir où en est le texte")) == (f"/texts/{other.id}", f"/texts/{known.id}")


def test_no_paper_is_made_of_a_closed_file(
    head: Browser, ministry: Ministry, known: LegalText, other: LegalText
) -> None:
    reunite(head, known, other)

    page = head.post(f"/texts/{known.id}/papers", {"kind": "note_interne"})

    assert page.notes[-1] == "Ce dossier est réuni avec un autre : produisez le papier dans celui qui continue."
    assert ministry.count(Document) == 0


def test_reunited_files_are_separated_with_a_reason(
    head: Browser, ministry: Ministry, known: LegalText, other: LegalText
) -> None:
    reunite(head, known, other)
    page = head.follow(head.get(f"/texts/{known.id}"), "Séparer de nouveau")
    assert head.press(page, "Séparer", status=422).reasons == ["Dites pourquoi les dossiers sont séparés."]

    page = head.press(page, "Séparer", reason="Deux textes distincts.")

    assert page.notes == ["Les dossiers sont séparés : celui-ci reprend sa suite."]
    assert page.all(".log > li > div")[0].startswith("Ce dossier est séparé de celui avec lequel il avait été réuni")
    assert head.get("/texts").all("a.title") == [BILL, OTHER]
    assert ministry.read(LegalText, known.id).responsible_id == ministry.people.drafter.id
    assert head.get(f"/texts/{other.id}").all("#reunited") == []


def test_only_a_file_that_was_reunited_can_be_separated(head: Browser, known: LegalText, other: LegalText) -> None:
    path = f"/texts/{known.id}/separate"
    assert head.get(path, status=404).h1.text == "Page introuvable"
    head.post(path, {"reason": "Deux textes."}, status=404)
    reunite(head, known, other)
    page, again = head.get(path), head.get(path)
    head.press(page, "Séparer", reason="Deux textes distincts.")

    page = head.press(again, "Séparer", reason="Deux textes distincts.")

    assert page.url == f"/texts/{known.id}"
    assert page.notes == ["Les dossiers sont déjà séparés."]


def test_what_cannot_be_reunited_is_said_and_what_was_typed_is_kept(
    head: Browser, ministry: Ministry, known: LegalText, other: LegalText
) -> None:
    decree = ministry.open("Décret", kind="decret")

    page = reunite(head, known, other, reason=" ", status=422)
    assert page.reasons == ["Dites pourquoi les dossiers sont réunis."]
    assert page.value("stays") == str(other.id)
    assert reunite(head, known, decree, status=422).reasons[0].startswith("Deux natures différentes")
    page = head.get(f"/texts/{known.id}/merge/{other.id}")
    assert head.press(page, "Réunir les deux dossiers", reason="x", status=422).reasons == [
        "Choisissez le dossier qui continue."
    ]
    ministry.move(other, "note", note="Entre-temps.")
    page = head.press(page, "Réunir les deux dossiers", reason="x", stays=str(other.id), status=409)
    assert page.reasons[0].startswith("Un de ces dossiers a bougé")
    assert head.press(page, "Réunir les deux dossiers").h1.text == OTHER


def test_a_file_is_not_reunited_with_itself(head: Browser, known: LegalText) -> None:
    head.get(f"/texts/{known.id}/merge/{known.id}", status=404)


def test_a_drafter_is_not_offered_to_reunite_files(drafter: Browser, known: LegalText, other: LegalText) -> None:
    assert LINK not in drafter.get(f"/texts/{known.id}").text
    drafter.get(f"/texts/{known.id}/merge/{other.id}", status=403)
