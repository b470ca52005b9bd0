import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

import pytest

from models import Role, User
from workflow.calendar.lateness import Force
from workflow.mail.digest import MOST, WIDTH, Digest, Item, compose, describe
from workflow.mail.told_clock import ToldClock

TUESDAY = date(2026, 11, 24)
BASE_URL = "https://navette.test"
MADE = datetime(2026, 11, 1, 8, tzinfo=UTC)
TEXT_ID = UUID("00000000-0000-4000-8000-000000000001")
LINK = f"{BASE_URL}/texts/{TEXT_ID}"
BASIS = "Chambre des représentants, art. 190"
VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads the words and the tags of a mail, and refuses one whose tags do not close."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append(spaced(data))


def spaced(words: str) -> str:
    return " ".join(words.replace("\u00a0", " ").split())


def person(name: str, role: Role) -> User:
    return User(email=f"{name}@navette.test", name=name.title(), role=role, password_hash="", created_at=MADE)


ALICE, BOB, CHARLIE = person("alice", Role.DRAFTER), person("bob", Role.DRAFTER), person("charlie", Role.HEAD)


def clock(days: int = 0, *, title: str = "Projet de loi relatif aux violences", **changes: Any) -> ToldClock:  # noqa: ANN401 - columns
    known = ToldClock(
        deadline_id=TEXT_ID, rule="committee", subject="", due_on=TUESDAY + timedelta(days=days), text_id=TEXT_ID,
        kind="projet_de_loi", version="", title_fr=title, number="103-13", state="commission",
        chamber="representants", responsible_id=ALICE.id, basis_fr=BASIS, is_estimated=False,
    )  # fmt: skip
    return known._replace(**changes)


def item(days: int = 0, *, to: User = ALICE, title: str = "Projet de loi relatif aux violences", rung: int = 0) -> Item:
    return describe(clock(days, title=title), rung=rung, person=to)


def legal(days: int = 0) -> Item:
    """Tell of a limit of the law, as `item` does of a chamber's rule."""
    told = clock(days, state="attente_promulgation", rule="promulgation", chamber=None)
    return describe(told, rung=0, person=ALICE)


def marker(days: int = 0) -> Item:
    told = clock(days, state="adopte_cg", rule="deposit", chamber=None)
    return describe(told, rung=0, person=ALICE)


def digest(*items: Item) -> Digest:
    return compose(items, on=TUESDAY, base_url=BASE_URL)


@pytest.mark.parametrize(
    ("days", "states"),
    [
        ([-3, -1, 4], "2 délais légaux dépassés, 1 à venir"),
        ([-1], "1 délai légal dépassé"),
        ([0, 0], "2 délais légaux aujourd’hui"),
        ([-1, 0, 1, 2], "1 délai légal dépassé, 1 aujourd’hui, 2 à venir"),
        ([9], "1 délai légal à venir"),
    ],
)
def test_the_subject_says_the_state_first(days: list[int], states: str) -> None:
    assert digest(*map(legal, days)).subject == f"[{states}] Navette – mardi 24 novembre 2026"


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (
            -6,
            "À relancer : {who} – {what}, {passed} mercredi 18 novembre 2026 (6 jours de retard).",
        ),
        (-1, "À relancer : {who} – {what}, {passed} lundi 23 novembre 2026 (1 jour de retard)."),
        (0, "À suivre : {who} – {what}, au plus tard aujourd’hui, mardi 24 novembre 2026."),
        (1, "À suivre : {who} – {what}, au plus tard le mercredi 25 novembre 2026 (demain)."),
        (7, "À suivre : {who} – {what}, au plus tard le mardi 1er décembre 2026 (dans 7 jours)."),
    ],
)
def test_the_first_line_says_what_and_by_when(days: int, first: str) -> None:
    expected = first.format(
        who="Secrétariat général du gouvernement", what="promulguer la loi", passed="délai légal dépassé depuis le"
    )
    mail = digest(legal(days))

    assert spaced(mail.plain).startswith(expected)
    assert expected in Page(mail.html).words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (marker(-6), "repère interne, passé depuis 6 jours (mercredi 18 novembre 2026)."),
        (marker(0), "repère interne, aujourd’hui (mardi 24 novembre 2026)."),
        (item(-6), "délai du règlement intérieur, passé depuis 6 jours (mercredi 18 novembre 2026)."),
        (item(2), "délai du règlement intérieur, après-demain (jeudi 26 novembre 2026)."),
    ],
)
def test_what_the_law_does_not_set_says_what_it_is_and_is_never_red(told: Item, words: str) -> None:
    for mail in (digest(told), digest(told, marker(9))):
        assert words in spaced(mail.plain).replace("\n", " ")
        assert not [style for _tag, each in Page(mail.html).tags if "#a4262c" in (style := each.get("style") or "")]
        assert "retard" not in mail.plain


def test_what_is_ours_is_to_be_done() -> None:
    told = ("échéance légale", Force.LAW, "clause", "SGG", "Nous", True, "")
    ours = Item("1", "Loi", "Entrée en vigueur", TUESDAY, False, *told)

    assert digest(ours, item(3)).plain.startswith("À faire d’abord\u00a0: entrée en vigueur, au plus tard aujourd’hui")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "délai légal dépassé depuis le lundi 23 novembre 2026, date estimée (1 jour de retard)."),
        (0, "au plus tard aujourd’hui, mardi 24 novembre 2026, date estimée."),
        (3, "au plus tard le vendredi 27 novembre 2026, date estimée (dans 3 jours)."),
    ],
)
def test_a_day_that_is_estimated_is_said_to_be_in_both_forms_of_a_mail(days: int, words: str) -> None:
    told = clock(days, state="attente_promulgation", rule="promulgation", chamber=None, is_estimated=True)
    first = describe(told, rung=0, person=ALICE)

    alone, several = digest(first), digest(first, legal(9))

    assert words in spaced(alone.plain)
    assert words in spaced(alone.html)
    assert "2026, date estimée – " in spaced(several.plain)
    assert "2026, date estimée – " in spaced(several.html)
    assert "estimée" not in digest(legal(days)).plain


def test_items_are_grouped_by_urgency() -> None:
    mail = digest(item(-9), *(legal(days) for days in (6, -2, 0, 5, -1)), marker(2))

    groups = ["En retard", "Aujourd’hui", "Cette semaine", "Plus tard", "Autres échéances"]
    headings = [word for word in Page(mail.html).words if word.split(" (")[0] in groups]
    assert headings == [
        "En retard (2)", "Aujourd’hui (1)", "Cette semaine (1)", "Plus tard (1)", "Autres échéances (2)",
    ]  # fmt: skip
    counted = "2 délais légaux dépassés, 1 aujourd’hui, 2 à venir, 1 repère interne, 1 autre échéance"
    assert mail.subject.startswith(f"[{counted}] Navette")
    assert [line for line in mail.plain.splitlines() if line.isupper()] == [group.upper() for group in groups]


def test_an_item_says_everything_that_is_needed_to_act() -> None:
    mail = digest(item(-1))

    for words in (spaced(mail.plain), " ".join(Page(mail.html).words)):
        for needed in (
            "Projet de loi relatif aux violences (n° 103-13)",
            "règlement intérieur",
            BASIS,
            "Commission permanente de la Chambre des représentants",
            "vous êtes responsable de ce texte",
        ):
            assert needed in words
    assert LINK in mail.plain.split()
    assert ("a", LINK) in [(tag, attributes.get("href")) for tag, attributes in Page(mail.html).tags]


def test_each_is_told_why_it_is_them() -> None:
    reasons = [item(1, to=ALICE).reason, item(1, to=CHARLIE).reason, item(-1, to=CHARLIE, rung=1).reason]

    assert reasons == [
        "vous êtes responsable de ce texte",
        "ce texte n’a pas de responsable en fonction, il est à attribuer",
        "vous encadrez la production de ce texte",
    ]


def test_a_number_already_in_the_title_is_not_said_twice() -> None:
    assert item(title="Projet de loi n° 103-13 relatif aux violences").title.count("103-13") == 1


def test_fifteen_items_at_most_and_a_link_to_the_rest() -> None:
    mail = digest(*(item() for _item in range(MOST + 2)))

    assert mail.subject.startswith("[17 autres échéances]")
    assert mail.plain.count("* Achever") == MOST
    assert f"Et 2 autres échéances\u00a0:\n{BASE_URL}/\n" in mail.plain
    assert "Et 2 autres échéances : " in mail.html


def test_plain_lines_are_short_but_links_are_whole() -> None:
    mail = digest(item(-1, title="Projet de loi " + "relatif à la lutte contre les violences " * 8), item(4))

    assert max(len(line) for line in mail.plain.splitlines()) <= WIDTH
    assert not re.search(r"\n\s*[:;?!–]", mail.plain)


def test_a_hostile_title_stays_a_title() -> None:
    hostile = "Loi\r\nBcc: bob@navette.test\r\n\r\n<script>alert(1)</script>\u2028<img src=x>\x00 {{ 7 * 7 }}"
    mail = digest(item(title=hostile))

    page = Page(mail.html)
    assert "Loi Bcc: bob@navette.test <script>alert(1)</script> <img src=x> {{ 7 * 7 }} (n° 103-13)" in page.words
    assert {"script", "img"}.isdisjoint(tag for tag, _attributes in page.tags)
    assert "\r" not in mail.plain
    assert not re.search(r"^Bcc:", mail.plain, re.MULTILINE)
    assert "Bcc" not in mail.subject


def test_the_html_asks_nothing_of_another_machine() -> None:
    tags = Page(digest(item(-1), item(2)).html).tags

    assert ("html", {"lang": "fr"}) in tags
    assert {tag for tag, _attributes in tags} <= {
        *("html", "head", "meta", "title", "body", "table", "tr", "td", "h2", "p", "a", "span")
    }
    assert all("src" not in attributes and "url(" not in (attributes.get("style") or "") for _tag, attributes in tags)


def test_a_rule_or_a_state_that_is_gone_is_a_lookup_error() -> None:
    for gone in (clock(rule="forgotten"), clock(state="forgotten"), clock(kind="forgotten")):
        with pytest.raises(LookupError):
            describe(gone, rung=0, person=BOB)


def test_an_expected_opinion_names_its_body() -> None:
    expected = clock(kind="decret", state="redaction", rule="opinion", subject="CNDH")

    told = describe(expected, rung=0, person=BOB)

    assert told.expected == "Recevoir l’avis : CNDH"
