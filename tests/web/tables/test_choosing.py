"""Of a table that is read, what is written row by row: chosen from page to page, counted, kept."""

from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.tables.test_tables import ADOPTED, CARE, SALT, SAVE, sent, states, written

MANY = [(f"Décret n° 2-21-{place} relatif au sel", "Signé le 2 février 2024") for place in range(1, 121)]


def test_what_is_chosen_of_a_long_table_is_kept_from_page_to_page(head: Browser, ministry: Ministry) -> None:
    page = sent(head, *MANY)
    assert page.all("ol.milestones h2") == [title for title, _status in MANY[:50]]
    assert page.all(".counted p") == [written(120)]

    page = head.press(page, "Page suivante", take_0=False, take_1=False)
    assert page.all(".turn span") == ["Page 2 sur 3"]
    assert page.all(".counted p") == [written(118)]
    page = head.press(page, "Page précédente", take_50=False)
    assert [page.soup.select(f"#take_{place}[checked]") != [] for place in range(3)] == [False, False, True]
    page = head.press(page, SAVE)

    assert page.notes == ["Textes ouverts : 117."]
    assert {title for title, _status in MANY} - states(ministry).keys() == {MANY[place][0] for place in (0, 1, 50)}


def test_rows_are_shown_by_what_becomes_of_them_and_ticked_together(head: Browser) -> None:
    page = sent(head, (CARE, ADOPTED), (SALT, "Réunion tenue"), (SALT.replace("5", "6"), "Signé le 2 février 2024"))
    assert page.all(".tabs button") == ["Toutes 3", "À écrire 2", "À décider 1"]
    for label in page.all(".tabs button"):
        assert len(head.press(page, label).all("ol.milestones h2")) == int(label.split()[-1])

    page = head.press(page, "Tout décocher")
    assert page.all(".counted p") == ["Aucune ligne ne sera écrite."]
    page = head.press(head.press(page, "À écrire 2"), "Tout cocher")

    assert page.all(".counted p") == [written(2)]
    assert page.url.endswith("show=write&page=1")


def test_a_row_that_is_doubtful_is_left_unless_it_is_ticked(head: Browser) -> None:
    page = sent(head, (CARE, ADOPTED), (SALT, "Réunion tenue"))

    assert len(page.soup.select("#take_0[checked]")) == 1
    assert page.soup.select("#take_1[checked]") == []
    assert page.all(".counted p") == [written(1)]


def test_what_was_chosen_is_kept_after_a_refusal_and_on_returning(head: Browser) -> None:
    page = sent(head, (CARE, ADOPTED), (SALT, "Réunion tenue"))

    refused = head.press(page, SAVE, take_0=False, state_1="signe", status=422)

    for again in (refused, head.get(page.url)):
        assert again.soup.select("#take_0[checked]") == []
        assert again.value("state_1") == "signe"


def test_the_lines_that_were_read_are_counted_one_or_more(head: Browser) -> None:
    page = sent(head, (CARE, ADOPTED), ("Réunion", "Tenue"))
    assert page.all(".lead-in") == ["Lignes lues : 3, dont 2 reprises et 1 laissée. Textes : 1."]

    page = sent(head, (CARE, ADOPTED))
    assert page.all(".lead-in") == ["Lignes lues : 2, toutes reprises. Textes : 1."]
