"""The page of a correction shows the later steps that it has told otherwise, and saves it once they are confirmed."""

from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry

VOTES = {"for": 150, "against": 3}
REFUSED = "Ces voix sont 153 au total, mais la Chambre des conseillers compte 120 membres : vérifiez les voix."


def test_another_chamber_of_deposit_shows_what_it_retells(head: Browser, ministry: Ministry) -> None:
    text = ministry.bring(ministry.open(), "deposit", "2026-10-05", chamber="representants")
    deposit = len(ministry.steps(text))
    for move in ("refer_to_committee", "adopt_in_committee", "list_for_plenary"):
        ministry.move(text, move)
    text = ministry.move(text, "adopt_first", "2026-11-10", votes=VOTES)
    vote = len(ministry.steps(text))
    typed: dict[str, Value] = {"chamber": "conseillers", "reason": "Erreur de saisie."}

    page = head.get(f"/texts/{text.id}/steps/{deposit}/correct")
    page = head.press(page, "Enregistrer la correction", typed, status=422)

    assert page.reasons == [
        "Des étapes suivantes seraient racontées autrement : relisez-les ci-dessous, puis confirmez."
    ]
    assert page.all(".will del")[-1] == "La Chambre des représentants a adopté le texte, par 150 voix contre 3."
    assert page.all(".will ins")[-1] == "La Chambre des conseillers a adopté le texte, par 150 voix contre 3."
    assert page.all(".will ins + small") == [f"Aujourd’hui, cette étape serait refusée : {REFUSED}"]
    assert ministry.told(text).startswith("La Chambre des représentants")

    head.press(page, "Enregistrer la correction", {"retold": True})

    assert ministry.told(text, vote).startswith("La Chambre des conseillers")
