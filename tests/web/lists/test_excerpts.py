"""Where a search found its words: in a note, in the words of a piece, under the title of the text."""

from flask import Flask

from models import LegalText
from tests.web.browser import Browser
from tests.web.lists.test_list import both_databases, titles
from tests.web.ministry import Ministry
from tests.web.queries import queries

NOTE = "Réunion reportée à la demande du gouverneur de Fès, qui attend l’avis de ses services sur le projet d’arrêté."


@both_databases
def test_a_text_is_found_by_a_word_of_a_note_in_two_actions(head: Browser, ministry: Ministry) -> None:
    text = ministry.open("Loi relative aux travailleurs sociaux", on="2026-10-05")
    ministry.bring(text, "refer_to_ad_hoc_commission", "2026-11-20", note=NOTE)

    form = head.get("/").one("form.find")
    page = head.get(f"{form['action']}?q=gouverneurs")

    assert titles(page) == [text.title_fr]
    assert page.all("p.found mark") == ["gouverneur"]
    found = page.one("p.found").get_text(" ", strip=True)
    assert found.startswith("Note\xa0: «\xa0Réunion reportée à la demande du gouverneur de Fès")


def test_the_words_that_the_title_has_are_not_told_again(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "refer_to_ad_hoc_commission", "2026-11-20", note=NOTE)

    assert head.get("/texts?q=violence").soup.select("p.found") == []
    assert head.get("/texts?q=violence+fes").all("p.found mark") == ["Fès"]
    assert head.get("/texts?q=reportee+services").all("p.found mark") == ["reportée", "services"]


def test_a_note_is_escaped_and_cut(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    words = "mot " * 60
    ministry.bring(bill, "refer_to_ad_hoc_commission", "2026-11-20", note=f"{words}<script>repère</script> {words}")

    found = head.get("/texts?q=repere").one("p.found")
    assert found.find("script") is None
    assert len(found.get_text()) < 200
    assert found.get_text().count("…") == 2


def test_the_queries_of_a_search_do_not_grow_with_what_it_finds(app: Flask, head: Browser, ministry: Ministry) -> None:
    counts = []
    for rank in range(4):
        for each in range(3):
            text = ministry.open(f"Texte {rank} {each}")
            ministry.bring(text, "refer_to_ad_hoc_commission", "2026-11-20", note=NOTE)
        with queries(app) as sent:
            page = head.get("/texts?q=gouverneur")
        assert len(page.all("p.found")) == 3 * (rank + 1)
        counts.append(len(sent))

    assert counts == [counts[0]] * 4
