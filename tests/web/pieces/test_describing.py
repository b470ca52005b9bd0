"""A piece named otherwise, or made confidential: told in the history, found no more by its words, never undone."""

import pytest
from sqlmodel import select

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.pieces.conftest import Registry
from tests.workflow.builders import CALENDAR
from tests.workflow.pieces.made_files import pdf, png
from workflow.register.pieces import Told
from workflow.register.words import words_kept
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures

LINK, BUTTON = "Renommer : Plan", "Enregistrer"


def said(browser: Browser, registry: Registry) -> str:
    return browser.get(f"/texts/{registry.text.id}").all(".log > li")[0]


def found_by(registry: Registry, word: str) -> bool:
    with registry.ministry.session() as session:
        return word in words_kept(session, [registry.text.id])[registry.text.id]


def test_a_piece_is_renamed_and_the_history_tells_of_it(drafter: Browser, registry: Registry) -> None:
    registry.attach(Told("annex", title="Plan"), (png(), "plan.png"))
    page = drafter.follow(drafter.get(registry.path), LINK)

    page = drafter.press(page, BUTTON, title="Plan  de masse")

    assert registry.kept() == [("annex", "Plan de masse", 1, "plan.png")]
    assert "Pièce renommée : annexe « Plan de masse »." in said(drafter, registry).replace("\xa0", " ")
    assert "Corriger" not in said(drafter, registry)


def test_a_piece_made_confidential_is_seen_and_found_no_more(
    head: Browser, alice: Browser, registry: Registry, ministry: Ministry
) -> None:
    version = registry.attach(Told("annex", title="Plan"), (pdf("a"), "plan.pdf"))
    assert found_by(registry, "premier")

    page = head.press(head.follow(head.get(registry.path), LINK), BUTTON, title="Secret", confidential=True)

    assert "confidentielle" in page.text
    assert "Pièce rendue confidentielle : annexe." in said(head, registry).replace("\xa0", " ")
    assert "Secret" not in said(head, registry)
    assert not found_by(registry, "premier")
    assert "plan.pdf" not in alice.get(registry.path).text
    alice.get(f"{registry.path}/{version.piece_id}/describe", status=404)
    page = head.get(f"{registry.path}/{version.piece_id}/describe")
    assert not page.soup.select("#confidential")
    assert list(faults(procedures(), ministry.engine, CALENDAR)) == []


def test_only_who_reads_what_is_confidential_makes_it_so(alice: Browser, registry: Registry) -> None:
    version = registry.attach(Told("annex", title="Plan"), (png(), "plan.png"))
    path = f"{registry.path}/{version.piece_id}/describe"
    assert not alice.get(path).soup.select("#confidential")

    alice.post(path, {"title": "Plan 2", "confidential": "y"})

    assert "plan.png" in alice.get(registry.path).text


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Plan", "Rien n’est à enregistrer : la pièce est déjà nommée ainsi."),
        ("x" * 301, "C’est trop long : 300 caractères au plus."),
    ],
    ids=["same", "long"],
)
def test_a_name_that_cannot_be_given_is_refused(head: Browser, registry: Registry, title: str, reason: str) -> None:
    registry.attach(Told("annex", title="Plan"), (png(), "plan.png"))

    page = head.press(head.follow(head.get(registry.path), LINK), BUTTON, title=title, status=422)

    assert reason in page.reasons
    with registry.ministry.session() as session:
        assert session.exec(select(LegalText.last_step)).one() == 2
