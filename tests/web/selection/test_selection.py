"""Texts chosen from page to page, and given to somebody, put on paper, all at once."""

from datetime import timedelta

import pytest
from sqlmodel import select

from models import ChosenText, LegalText, Message, PaperJob
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute
from workflow.importing.demonstration import PASSWORD

both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a page hold five texts."""
    monkeypatch.setattr("web.lists.finding.Listing.page.__defaults__", (5,))


@pytest.fixture
def twelve(ministry: Ministry) -> list[LegalText]:
    """Give twelve decrees that the drafter has."""
    return [ministry.open(f"Projet de décret {number}", "decret") for number in range(12)]


def boxes(page: Page) -> list[str]:
    return [attribute(tag, "value") for tag in page.soup.select("input[type=checkbox][name=text]")]


def ticked(page: Page) -> list[str]:
    return [attribute(tag, "value") for tag in page.soup.select("input[type=checkbox][name=text][checked]")]


def chosen(ministry: Ministry) -> set[str]:
    with ministry.session() as session:
        return {row.text_id.hex for row in session.exec(select(ChosenText))}


def mails(ministry: Ministry) -> list[Message]:
    with ministry.session() as session:
        return list(session.exec(select(Message)))


def owners(ministry: Ministry, texts: list[LegalText]) -> set[object]:
    return {ministry.read(LegalText, text.id).responsible_id for text in texts}


@both_databases
@pytest.mark.usefixtures("few", "twelve")
def test_what_is_ticked_on_two_pages_is_kept(drafter: Browser, ministry: Ministry) -> None:
    page = drafter.get("/texts?kind=decret")
    first = boxes(page)[:2]
    page = drafter.press(page, "Textes suivants", text=first)
    assert page.all(".bulk .count") == ["Textes choisis sur cette page ailleurs 2"]
    third = boxes(page)[2:3]
    page = drafter.press(page, "Revenir au début", text=third)

    assert "kind=decret" in page.url
    assert ticked(page) == first
    assert chosen(ministry) == {*first, *third}

    page = drafter.press(page, "Voir", text=first[:1])  # the other one is unticked
    assert set(boxes(page)) == {first[0], *third}
    assert page.h1.text == "2 textes choisis"


@both_databases
def test_twelve_texts_are_given_to_a_colleague_in_four_actions_and_one_mail(
    head: Browser, ministry: Ministry, twelve: list[LegalText]
) -> None:
    alice = ministry.people.alice
    page = head.get("/texts?kind=decret")
    page = head.press(page, "Choisir les textes de cette liste")
    assert page.notes == ["12 textes choisis."]

    page = head.press(page, "Attribuer", to=str(alice.id))

    assert page.notes == ["12 textes sont confiés à Alice, par un seul courriel."]
    assert page.url.startswith("/texts?kind=decret")
    assert owners(ministry, twelve) == {alice.id}
    (mail,) = mails(ministry)
    assert (mail.person_id, mail.subject) == (alice.id, "12 textes confiés")
    assert mail.plain.count("/texts/") == mail.html.count("/texts/") == 12
    assert [ministry.steps(text)[-1].by_id for text in twelve] == [ministry.people.head.id] * 12
    assert chosen(ministry) == set()


def test_texts_that_the_person_has_already_are_not_given_again(
    head: Browser, ministry: Ministry, twelve: list[LegalText]
) -> None:
    page = head.press(head.get("/texts?kind=decret"), "Choisir les textes de cette liste")
    page = head.press(page, "Attribuer", to=str(ministry.people.drafter.id))

    assert page.notes == ["Ces textes étaient déjà confiés à Drafter."]
    assert mails(ministry) == []
    assert {len(ministry.steps(text)) for text in twelve} == {1}


def test_texts_given_from_the_page_of_the_choice_leave_it_empty(
    head: Browser, ministry: Ministry, twelve: list[LegalText]
) -> None:
    head.press(head.get("/texts?kind=decret"), "Choisir les textes de cette liste")
    page = head.press(head.get("/texts/selection"), "Attribuer", to=str(ministry.people.alice.id))

    assert page.notes == ["12 textes sont confiés à Alice, par un seul courriel."]
    assert (page.url, page.h1.text) == ("/texts/selection", "Aucun texte choisi")
    assert owners(ministry, twelve) == {ministry.people.alice.id}


@pytest.mark.parametrize("whom", ["", "reader", "no-key"])
def test_nobody_is_given_texts_who_cannot_answer_for_them(
    head: Browser, ministry: Ministry, twelve: list[LegalText], whom: str
) -> None:
    head.get("/texts")
    person = str(ministry.people.reader.id) if whom == "reader" else whom
    page = head.post("/texts/selection/assign", {"text": twelve[0].id.hex, "to": person}, status=422)

    assert page.reasons == ["Choisissez la personne à qui confier ces textes."]
    assert page.one("#to")["aria-invalid"] == "true"
    assert ticked(page) == [twelve[0].id.hex], "what was ticked stays"
    assert owners(ministry, twelve) == {ministry.people.drafter.id}


def test_a_mail_of_very_many_texts_names_fifty_and_counts_the_others(head: Browser, ministry: Ministry) -> None:
    for number in range(52):
        ministry.open(f"Arrêté {number}", "arrete")
    page = head.press(head.get("/texts?kind=arrete"), "Choisir les textes de cette liste")
    head.press(page, "Attribuer", to=str(ministry.people.alice.id))

    (mail,) = mails(ministry)
    assert mail.subject == "52 textes confiés"
    assert mail.plain.count("Où il en est") == 50
    assert "2 autres sont dans la liste des textes à votre charge" in " ".join(mail.plain.split())


def test_no_more_are_chosen_than_can_be_acted_on(
    head: Browser, ministry: Ministry, twelve: list[LegalText], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("chosen", "selection"):
        monkeypatch.setattr(f"web.selection.{module}.MOST", 10)

    page = head.press(head.get("/texts?kind=decret"), "Choisir les textes de cette liste")

    assert page.notes == ["On choisit 10 textes au plus, les premiers de la liste : les suivants ne le sont pas."]
    assert chosen(ministry) == {text.id.hex for text in twelve[:10]}


@pytest.mark.usefixtures("twelve")
def test_a_choice_is_of_one_person_and_of_half_a_day(head: Browser, alice: Browser, ministry: Ministry) -> None:
    head.press(head.get("/texts?kind=decret"), "Choisir les textes de cette liste")
    assert len(ticked(head.get("/texts?kind=decret"))) == 12
    assert ticked(alice.get("/texts?kind=decret")) == []

    ministry.clock.wait(timedelta(hours=11))
    assert len(ticked(head.get("/texts?kind=decret"))) == 12
    with ministry.session() as session:
        for row in session.exec(select(ChosenText)):
            row.at -= timedelta(hours=2)

    assert ticked(head.get("/texts?kind=decret")) == []
    assert head.get("/texts/selection").h1.text == "Aucun texte choisi"


@pytest.mark.usefixtures("twelve")
def test_nothing_stays_chosen_once_everything_is_unticked(head: Browser, ministry: Ministry) -> None:
    page = head.press(head.get("/texts?kind=decret"), "Choisir les textes de cette liste")

    page = head.press(page, "Tout désélectionner")

    assert ticked(page) == []
    assert chosen(ministry) == set()


def test_a_file_reunited_with_another_is_chosen_no_more(
    head: Browser, ministry: Ministry, twelve: list[LegalText]
) -> None:
    head.press(head.get("/texts?kind=decret"), "Choisir les textes de cette liste")
    with ministry.session() as session:
        session.get_one(LegalText, twelve[0].id).merged_into_id = twelve[1].id

    assert len(boxes(head.get("/texts/selection"))) == 11


@pytest.mark.usefixtures("twelve")
def test_papers_are_asked_for_of_all_texts_chosen(head: Browser, ministry: Ministry) -> None:
    page = head.press(head.get("/texts?kind=decret"), "Choisir les textes de cette liste")
    page = head.press(page, "Voir, produire des papiers")
    kept = boxes(page)[:3]
    page = head.press(page, "Produire", text=kept, kind="note_interne", language=["fr", "ar"])

    with ministry.session() as session:
        (job,) = session.exec(select(PaperJob))
        assert (job.label, job.asked) == ("3 textes", 6)
    assert page.url == f"/papers/jobs/{job.id}"


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ({"text": "", "kind": "note_interne", "language": "fr"}, "Cochez au moins un texte."),
        ({"kind": "note_interne"}, "Choisissez une langue au moins."),
        ({"language": "fr"}, "Choisissez un papier."),
    ],
)
def test_papers_of_nothing_are_refused(head: Browser, ministry: Ministry, sent: dict[str, str], reason: str) -> None:
    text = ministry.open()
    head.get("/texts")
    page = head.post("/texts/selection/papers", {"text": text.id.hex, **sent}, status=422)

    assert page.reasons == [reason]
    assert ministry.count(PaperJob) == 0


def test_a_reader_may_choose_and_export_but_neither_give_nor_print(
    browser: Browser, ministry: Ministry, twelve: list[LegalText]
) -> None:
    browser.enter(ministry.people.reader)
    page = browser.press(browser.get("/texts?kind=decret"), "Choisir les textes de cette liste")

    assert not page.soup.select(".bulk select")
    assert browser.get("/texts/selection").all("button") != []
    for path in ("assign", "papers"):
        browser.post(f"/texts/selection/{path}", {"to": str(ministry.people.alice.id)}, status=403)
    assert owners(ministry, twelve) == {ministry.people.drafter.id}


@pytest.mark.parametrize("sent", ["", "no-key", "0" * 32, "\x00", "," * 50])
def test_what_is_no_text_is_not_chosen(head: Browser, ministry: Ministry, bill: LegalText, sent: str) -> None:
    head.get("/texts")
    head.post("/texts/selection", {"text": [sent, bill.id.hex], "back": "q=x&go=https://elsewhere"})

    assert chosen(ministry) == {bill.id.hex}


def test_a_list_without_texts_gives_none_to_choose(head: Browser) -> None:
    head.get("/texts")
    page = head.post("/texts/selection", {"do": "all", "back": "q=rien"})

    assert page.notes == ["Aucun texte choisi."]


@pytest.mark.parametrize("pressed", [
    ("Filtrer", {"kind": "arrete"}), ("Chercher", {"q": "nothing"}), ("Chercher", {"find": "Projet"}), ("En cours", {}),
    ("N°", {}), ("Toutes sections ensemble", {}), ("× Retirer le filtre Décret", {}), ("Tout voir", {}),
], ids=lambda pressed: pressed[0])  # fmt: skip
@pytest.mark.usefixtures("few", "twelve")
def test_what_is_ticked_is_kept_whatever_is_asked_of_the_list(
    drafter: Browser, ministry: Ministry, pressed: tuple[str, dict[str, str]]
) -> None:
    label, typed = pressed
    page = drafter.get("/texts?kind=decret")
    first = boxes(page)[:2]

    if "find" in typed:  # Enter in the field of the bar
        page = drafter.post("/texts/selection", typed | {"do": "search", "text": first})
    else:
        page = drafter.press(page, label, typed | {"text": first})

    assert page.url.startswith("/texts?")
    assert chosen(ministry) == set(first)
    if "find" in typed:
        assert page.url == "/texts?q=Projet", "the bar asks its words of all texts"


@pytest.mark.usefixtures("twelve")
def test_an_older_page_takes_back_only_what_was_unticked_on_it(drafter: Browser, ministry: Ministry) -> None:
    older = drafter.get("/texts?kind=decret")
    first, second, third = boxes(older)[:3]
    newer = drafter.press(drafter.get("/texts?kind=decret"), "N°", text=[first, second])

    drafter.press(older, "N°", text=[third])
    assert chosen(ministry) == {first, second, third}
    drafter.press(newer, "N°", text=[second])
    assert chosen(ministry) == {second, third}


@pytest.mark.usefixtures("twelve")
def test_what_stands_in_the_bar_is_sought_by_enter_alone(drafter: Browser) -> None:
    page = drafter.get("/texts")

    assert drafter.press(page, "Filtrer", find="eau", kind="decret").url == "/texts?kind=decret"
    sent = {"do": "search", "find": "eau" * 200, "kind": "decret", "was": "", "back": ""}
    assert drafter.post("/texts/selection", sent).url == f"/texts?q={('eau' * 200)[:200]}"


@pytest.mark.usefixtures("twelve")
def test_a_list_left_open_too_long_leads_where_it_was_asked_to_once_one_signs_in(
    drafter: Browser, ministry: Ministry
) -> None:
    page = drafter.get("/texts?kind=decret")
    drafter.client.delete_cookie("navette")

    page = drafter.press(page, "N°")
    assert page.h1.text == "Se connecter"
    page = drafter.press(page, "Se connecter", email=ministry.people.drafter.email, password=PASSWORD)

    assert page.url == "/texts?kind=decret&sort=number"
