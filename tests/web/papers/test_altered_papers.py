"""A paper whose bytes are not those that were made any more."""

import logging

import pytest
from flask import Flask

from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.workflow.behind import other_bytes, tamper


def test_a_paper_whose_bytes_changed_is_not_given(
    app: Flask, head: Browser, ministry: Ministry, caplog: pytest.LogCaptureFixture
) -> None:
    bill = ministry.open()
    link = head.press(head.get(f"/texts/{bill.id}"), "Note interne").link("Ouvrir dans Word")
    engine = app.extensions["navette.engine"]
    tamper(engine, other_bytes(engine))

    with caplog.at_level(logging.ERROR):
        page = head.get(link, status=500)

    assert page.h1.text == "Ce papier n’est plus celui qui a été produit"
    assert "il ne vous est pas remis" in page.text
    assert [record.message for record in caplog.records if record.name == "web.papers.papers"] == [
        f"paper {link.rsplit('/', 1)[-1]} is not the one that was made: its bytes do not have their SHA-256"
    ]
