"""A person at their desk, with a real browser: what they click, type and read."""

from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from workflow.importing.demonstration import PASSWORD

BILL = "violence à l’égard des femmes"


def sign_in(page: Page, name: str) -> None:
    """Sign in as one of the people of the demonstration."""
    page.goto("/texts")
    page.get_by_label("Adresse électronique").fill(f"{name}@demo.navette.ma")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Textes")


def follow(page: Page, target: Locator) -> None:
    """Press a link or a button and wait for the page it leads to: what is read sooner is the page before."""
    with page.expect_navigation():
        target.click()


def open_bill(page: Page) -> None:
    """Search « violence » and open the bill."""
    menu = page.locator(".bar .menu summary")
    if menu.is_visible():  # on a phone the search is in the menu
        menu.click()
    page.get_by_label("Chercher un texte").fill("violence")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=BILL).click()
    expect(page.get_by_role("heading", level=1, name=BILL)).to_be_visible()  # a key pressed sooner is lost


def group(page: Page, legend: str) -> Locator:
    """Give the fields under a legend."""
    return page.get_by_role("group", name=legend, exact=True)


def fill_date(page: Page, legend: str, date: str) -> None:
    """Type a date, written "17/3/2016", "6/2016", "2016", or "?" for one that is not known."""
    fields = group(page, legend)
    if (other := fields.get_by_label("autre date :")).count():
        other.check()
    if date == "?":
        fields.get_by_label("date inconnue").check()
        return
    *rest, year = date.split("/")
    fields.get_by_label("Année").fill(year)
    fields.get_by_label("Mois").select_option(rest[-1] if rest else "")
    fields.get_by_label("Jour", exact=True).fill(rest[0] if len(rest) > 1 else "")


def fill(page: Page, typed: Mapping[str, str]) -> None:
    """Answer what a move asks, each answer under the label that the page shows."""
    for label, answer in typed.items():
        if label in {"Date", "Date du Conseil visé"}:
            fill_date(page, label, answer)
        elif label == "Voix":
            for name, count in zip(("Pour", "Contre", "Abstentions"), answer.split("-"), strict=False):
                group(page, label).get_by_label(name).fill(count)
        elif label == "Chambre saisie":
            group(page, label).get_by_label(answer).check()
        else:
            page.get_by_label(label).fill(answer)


def record(page: Page, action: str, outcome: str, typed: Mapping[str, str]) -> None:
    """Open a move from the page of the text, choose its outcome if there are several, fill it and record it."""
    link = page.locator(".do").get_by_role("link", name=action, exact=True)
    if not link.is_visible():  # a rarer record, one search away
        follow(page, page.locator(".do").get_by_role("link", name="Autres enregistrements"))
        page.get_by_label("Chercher un enregistrement").fill(action)
        page.keyboard.press("Enter")
        link = page.locator(".families").get_by_role("link", name=action, exact=True)
    follow(page, link)
    if outcome:
        follow(page, page.get_by_role("button", name=outcome, exact=True))
    fill(page, typed)
    follow(page, page.locator("#record"))


def deadlines(page: Page) -> list[str]:
    """Read the running deadlines, each with its date."""
    rows = page.locator("section", has=page.get_by_role("heading", name="Échéances")).locator("tr.limit")
    return texts(rows, "row => `${row.cells[0].firstChild.textContent} : ${row.querySelector('bdi').innerText}`")


def papers(page: Page) -> list[str]:
    """Read the papers that are there, newest first."""
    return texts(page.locator("#papers .paper"), "paper => paper.innerText")


def texts(found: Locator, read: str) -> list[str]:
    """Read something of each element found, in one question to the browser; every space as a plain one."""
    told: list[str] = found.evaluate_all(f"all => all.map({read})")
    return [" ".join(words.split()) for words in told]


def await_papers(page: Page, count: int) -> None:
    """Ask the page of a request of papers to follow it, and wait until all of them are there."""
    refreshed = page.get_by_role("link", name="Actualiser toutes les trois secondes")
    if refreshed.count():
        refreshed.click()
    expect(page.locator("#progress-words")).to_have_text(f"{count} papiers sur {count}", timeout=30_000)
