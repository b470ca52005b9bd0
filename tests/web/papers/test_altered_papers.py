"""A paper, or the template that made it, whose bytes are not those that were kept any more."""

import logging

import pytest
from flask import Flask

from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.workflow.behind import other_bytes, tamper

SAID = {
    "Ouvrir dans Word": ("Ce papier n’est plus celui qui a été produit", "paper "),
    "modèle d’origine": ("Ce modèle n’est plus celui qui a fait le papier", "the template of paper "),
}


@pytest.mark.parametrize("link", SAID)
@pytest.mark.parametrize("wrong", ["do not have their SHA-256", "are lost"])
def test_bytes_that_are_not_those_that_were_kept_are_not_given(
    app: Flask, head: Browser, ministry: Ministry, caplog: pytest.LogCaptureFixture, *, link: str, wrong: str
) -> None:
    bill = ministry.open()
    page = head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    paper = page.link("Ouvrir dans Word").rsplit("/", 1)[-1]
    engine = app.extensions["navette.engine"]
    tamper(engine, ["DELETE FROM stored_file"] if wrong == "are lost" else other_bytes(engine))

    with caplog.at_level(logging.ERROR):
        refused = head.get(page.link(link), status=500)

    title, what = SAID[link]
    assert refused.h1.text == title
    assert "Prévenez l’administrateur" in refused.text
    assert [record.message for record in caplog.records if record.name == "web.stored_files"] == [
        f"{what}{paper} is not as it was kept: its bytes {wrong}"
    ]
