"""A corrected chamber or reading shows the later steps that it has told otherwise, and is confirmed with them."""

import pytest

from models import LegalText
from tests.workflow.builders import AT, CALENDAR, ON_SQLITE, TO_ADOPTED, Ministry, moved, undated, when
from workflow.errors import Refused
from workflow.history.steps import steps_of
from workflow.register.amending import Amended, retold_by
from workflow.register.corrections import correct

pytestmark = ON_SQLITE
VOTED = [
    *TO_ADOPTED,
    moved("deposit", "2026-02-02", chamber="representants"),
    *undated("refer_to_committee", "adopt_in_committee", "list_for_plenary"),
    moved("adopt_first", "2026-05-05", votes={"for": 150, "against": 3}),
]
DEPOSIT = len(TO_ADOPTED) + 2
AGAIN = ["Des étapes suivantes seraient racontées autrement : relisez-les ci-dessous, puis confirmez."]


def put_right(ministry: Ministry, text: LegalText, numbers: list[int], amended: Amended) -> None:
    correct(ministry.session, text, numbers, by=ministry.person("head"), seen_step=text.last_step, at=AT,
            reason="Erreur.", calendar=CALENDAR, amended=amended)  # fmt: skip


def test_another_chamber_of_deposit_is_confirmed_with_the_steps_it_retells(ministry: Ministry) -> None:
    text = ministry.open("projet_de_loi", *VOTED)
    amended = (when("2026-02-02"), {"chamber": "conseillers"})
    found = retold_by(text, steps_of(ministry.session, text.id), DEPOSIT, amended, calendar=CALENDAR)

    assert [each.before for each in found] == [
        "Le texte a été renvoyé en commission à la Chambre des représentants.",
        "La commission de la Chambre des représentants a adopté le texte.",
        "Le texte a été inscrit à l’ordre du jour de la séance plénière de la Chambre des représentants.",
        "La Chambre des représentants a adopté le texte, par 150 voix contre 3.",
    ]
    assert [each.after for each in found] == [each.before.replace("représentants", "conseillers") for each in found]
    assert [each.refused for each in found] == [
        (), (), (),
        ("Ces voix sont 153 au total, mais la Chambre des conseillers compte 120 membres : vérifiez les voix.",),
    ]  # fmt: skip

    later = [each.done.number for each in found]
    for shown in ([], later[:-1]):
        with pytest.raises(Refused) as refusal:
            put_right(ministry, text, [DEPOSIT, *shown], amended)
        assert refusal.value.reasons == AGAIN
    put_right(ministry, text, [DEPOSIT, *later], amended)
    assert (text.chamber, text.state) == ("conseillers", "transmis_autre_chambre")


@pytest.mark.parametrize(
    ("on", "facts"),
    [("2026-02-03", {"chamber": "representants"}), ("2026-02-02", {"chamber": "representants", "number": "18-26"})],
)
def test_a_correction_that_retells_nothing_else_asks_for_nothing(
    ministry: Ministry, on: str, facts: dict[str, str]
) -> None:
    text = ministry.open("projet_de_loi", *VOTED)

    ministry.correct(text, DEPOSIT, amended=(on, facts))

    assert text.chamber == "representants"
