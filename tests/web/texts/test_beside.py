"""What goes on beside the text's own way, on screen: signatures, opinions, observations."""

import pytest

from tests.web.browser import Browser
from tests.web.ministry import Ministry


def test_the_names_expected_are_offered_and_the_page_counts_the_signatures(head: Browser, ministry: Ministry) -> None:
    text = ministry.bring(ministry.open("Arrêté à plusieurs", "arrete_conjoint"), "send_to_signature")
    ministry.move(text, "name_signatories", signatories="Ministre A\nMinistre B")
    ministry.move(text, "expect_signature", signatory="Ministre B", expected_on="2020-01-02")

    page = head.get(f"/texts/{text.id}/moves/collect_signature")
    assert {"Ministre A", "Ministre B"} <= {label.get_text(strip=True) for label in page.named("label")}
    given = {"signatory": "Ministre A", "signed_name": "Karim Karimi", "signed_office": "ministre de la solidarité"}
    page = head.press(page, "Enregistrer la signature d’une autorité", given, on_unknown=True)

    (sheet,) = page.all("#signatures")
    assert "1 sur 2" in sheet
    assert "Karim Karimi, ministre de la solidarité" in sheet
    assert "non signée, attendue le" in sheet


def test_the_bodies_asked_are_offered_and_another_may_be_written(head: Browser, ministry: Ministry) -> None:
    text = ministry.move(ministry.open(), "ask_opinion", body="CESE", answer_by="2020-01-02")
    address = f"/texts/{text.id}/moves/receive_opinion"
    assert "sans réponse, attendu le" in head.get(f"/texts/{text.id}").all("#opinions")[0]

    head.press(head.get(address), "Enregistrer un avis", body="CESE", on_unknown=True)
    head.press(head.get(address), "Enregistrer un avis", body="CNDH", on_unknown=True)
    ministry.move(text, "ask_opinion", body="CSPJ")
    page = head.press(head.get(address), "Enregistrer un avis", body_other="Un autre", on_unknown=True)

    assert [step.facts.get("body") for step in ministry.steps(text)][-5:] == [
        "CESE",
        "cese",
        "cndh",
        "CSPJ",
        "Un autre",
    ]
    assert "Un autre" in page.all("#opinions")[0]


def test_the_institutions_known_are_listed_and_kept_by_their_code(head: Browser, ministry: Ministry) -> None:
    text = ministry.open()
    page = head.get(f"/texts/{text.id}/moves/ask_opinion")
    assert 'value="Conseil économique, social et environnemental"' in page.response.text

    page = head.press(page, "Demander un avis", body="Le C.E.S.E.", on_unknown=True)

    step = ministry.steps(text)[-1]
    assert step.facts["body"] == "cese"
    assert "Conseil économique, social et environnemental" in page.all("#opinions")[0]
    correction = head.get(f"/texts/{text.id}/steps/{step.number}/correct").response.text
    assert 'name="body" value="Conseil économique, social et environnemental"' in correction


def test_a_correction_shows_the_names_of_the_authorities_one_per_line(head: Browser, ministry: Ministry) -> None:
    text = ministry.bring(ministry.open("Arrêté à plusieurs", "arrete_conjoint"), "send_to_signature")
    ministry.move(text, "name_signatories", signatories="ministry_of_justice\nMinistre A")

    page = head.get(f"/texts/{text.id}/steps/{ministry.steps(text)[-1].number}/correct")

    assert ">ministère de la Justice\nMinistre A</textarea>" in page.response.text


def test_an_open_observation_is_answered_in_its_register(head: Browser, ministry: Ministry) -> None:
    text = ministry.move(ministry.open(), "record_observation", observation="Article flou.", article="article 3")
    assert "1 sans suite" in head.get(f"/texts/{text.id}").all("#observations")[0]

    page = head.follow(head.get(f"/texts/{text.id}"), "Répondre à l’observation n° 1")
    page = head.press(page, "Enregistrer", position_0="kept")

    assert page.notes == [ministry.told(text)] == ["Observations : 1 réponse."]
    page = head.get(f"/texts/{text.id}")
    assert page.all("#observations tbody td")[-1] == "retenue"
    assert "sans suite" not in page.all("#observations")[0]


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (("abandon", {"reason": "Objet disparu."}), "sans suite : classé"),
        (("withdraw_before_council", {}), "sans suite : retiré par le gouvernement"),
        (("replace", {"successor": "Autre décret"}), "sans suite : remplacé par un autre dossier"),
        (("publish", {}), "sans suite"),
    ],
)
def test_what_was_open_when_the_way_ended_is_shown_as_closed(
    head: Browser, ministry: Ministry, end: tuple[str, dict[str, str]], told: str
) -> None:
    text = ministry.open(kind="decret")
    ministry.move(text, "ask_opinion", body="cndh", answer_by="2026-11-01")
    text = ministry.move(text, "record_observation", observation="Article flou.", article="4")
    assert "sans réponse, attendu le" in head.get(f"/texts/{text.id}").all("#opinions")[0]

    move, facts = end
    record = ministry.bring if move == "publish" else ministry.move
    record(text, move, **facts)
    page = head.get(f"/texts/{text.id}")

    assert page.all("#opinions .tag, #observations .tag") == [told, told]
    assert page.all("#observations .warn-note") == []
