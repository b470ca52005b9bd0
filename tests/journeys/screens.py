"""The address of every kind of screen, with something in each."""

import re

from playwright.sync_api import FilePayload, Page

from tests.journeys.desk import follow, open_bill
from tests.workflow.pieces.made_files import pdf


def screens(page: Page) -> list[str]:
    """List the addresses of every kind of screen."""
    open_bill(page)
    bill = re.sub(r"[?#].*", "", page.url)
    moves = page.locator(".do a[href*='/moves/']").evaluate_all("all => all.map(a => a.href)")
    page.goto("/messages")
    mail = page.locator("tbody a").first.get_attribute("href") or ""
    return [
        f"{bill}/records", f"{bill}/records?q=avis", mail,
        "/", "/texts", "/texts?q=nothing", "/texts?due=late",
        "/texts/new", "/table?on=2015-12-31", "/messages", "/account", "/first-steps", "/nothing",
        "/texts/import", reading_of_a_table(page),
        "/procedures", "/procedures/projet_de_loi", "/names", "/names/delegations/new",
        "/administration", "/administration/failures", "/administration/absences", "/absences/new",
        "/administration/calendar",
        "/administration/calendar/days?day=2027-03-09&decision=worked", "/administration/bodies",
        "/council", "/council/2026-12-10", "/council/2026-11-26/results",
        "/templates", "/templates/tableau/fr", "/templates/tableau/fr/fields",
        "/templates/note_interne/fr/0", "/templates/note_interne/fr/0/trial?q=violence",
        *(f"{bill}/registers/{page}" for page in ("consultations", "amendments/new", "letters/import")),
        bill, f"{bill}/edit", f"{bill}/assign", f"{bill}/steps/1/correct", f"{bill}/steps/2/correct", *moves[:6],
        f"{bill}/steps/2", "/followed", f"{bill}/pieces/new", *pieces_of(page, bill), "/papers/jobs",
        papers_together(page, bill),
        *papers_of(page, bill),
        *(f"{item_of_long_words(page, bill)}{rest}" for rest in ("", "/edit", "/1")),
    ]  # fmt: skip


def pieces_of(page: Page, bill: str) -> list[str]:
    """Attach a file of a long name, and give the addresses where it is shown."""
    page.goto(f"{bill}/pieces/new")
    name = "Projet_de_loi_relatif_à_la_lutte_contre_la_violence_à_l’égard_des_femmes_version_du_SGG.pdf"
    page.set_input_files("#file", FilePayload(name=name, mimeType="application/pdf", buffer=pdf("Article premier")))
    page.select_option("#kind", "signed_scan")
    follow(page, page.get_by_role("button", name="Joindre"))
    return [page.url, page.get_by_role("link", name="Renommer").first.get_attribute("href") or ""]


def papers_together(page: Page, bill: str) -> str:
    """Ask for all papers of a text at once, and give the page that tells how far they are."""
    page.goto(bill)
    page.locator("#papers summary").click()
    follow(page, page.get_by_role("button", name="Produire tous les papiers de l’étape"))
    return page.url


def papers_of(page: Page, bill: str) -> list[str]:
    """Make a paper and declare it final, and give the addresses where people work with it."""
    page.goto(f"{bill}/papers")
    page.get_by_label("Produire un papier").select_option(label="Fiche de circuit de signature")
    follow(page, page.get_by_role("button", name="Produire", exact=True))
    made = page.get_by_role("table", name="Fiche de circuit de signature en français")
    follow(page, made.get_by_role("button", name="Déclarer finale").first)
    signed = page.get_by_role("link", name="Joindre la version signée").first.get_attribute("href") or ""
    return [page.url, f"{bill}/papers/send-back", signed]


def item_of_long_words(page: Page, bill: str) -> str:
    """Record an item whose words nothing parts, as a link that was pasted, and give its register."""
    page.goto(f"{bill}/registers/letters/new")
    page.select_option("[name=direction_0]", "in")
    for name in ("object_0", "sender_0", "order_number_0"):
        page.fill(f"[name={name}]", "https://www.navette.test/" + "a" * 60)
    follow(page, page.get_by_role("button", name="Enregistrer", exact=True))
    return page.url


def reading_of_a_table(page: Page) -> str:
    """Give the address of a table that was pasted: a known text, one that is perhaps another, one of no known state."""
    page.goto("/texts/import")
    title = "Projet de loi n° {} relatif à la lutte contre la violence à l’égard des femmes"
    rows = (
        (title.format("103-13"), "Adopté par le Conseil de gouvernement le 7 novembre 2012"),
        (title.format("103-013"), "Réunion tenue"),
        ("Décret n° 2-30-415 relatif aux réglementationsinterministériellesdesétablissements", "Réunion tenue"),
    )
    page.fill("#pasted", "\n".join(["Intitulé\tÉtat d'avancement", *map("\t".join, rows)]))
    follow(page, page.get_by_role("button", name="Lire le tableau"))
    return page.url
