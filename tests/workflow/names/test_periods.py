"""What is read of a day: names, holders, and who signs."""

from itertools import product

import pytest

from models import Gender, SignedKind
from models.names import NEVER_DELEGATED, NOT_DELEGABLE
from tests.workflow.names.builders import day, delegation, holder, period
from workflow.names.periods import Names, Signatory

NAMES = Names(
    [period("Ministère de la Femme", "2012-01-03", "2017-04-05"), period("Ministère de la Famille", "2017-04-05")],
    [holder("Mme A", "2012-01-03", "2017-04-05"), holder("M. B", "2017-04-05", gender="m", name_ar="ب")],
    [delegation("M. C", "2013-01-01", "2014-01-01", name_ar="ج"), delegation("M. D", "2018-01-01", name_ar="د")],
)
HERSELF = Signatory("", "", "La Ministre", "الوزيرة", "Mme A", "اسم")
FOR_HER = Signatory(
    "Pour la Ministre et par délégation,", "عن الوزيرة وبتفويض منها،", "Le Secrétaire général", "الكاتب العام",
    "M. C", "ج",
)  # fmt: skip
FOR_HIM = Signatory(
    "Pour le Ministre et par délégation,", "عن الوزير وبتفويض منه،", "Le Secrétaire général", "الكاتب العام",
    "M. D", "د",
)  # fmt: skip
HIMSELF = Signatory("", "", "Le Ministre", "الوزير", "M. B", "ب")


@pytest.mark.parametrize(
    ("on", "name", "minister"),
    [
        ("2012-01-02", None, None),
        ("2012-01-03", "Ministère de la Femme", "Mme A"),
        ("2017-04-04", "Ministère de la Femme", "Mme A"),
        ("2017-04-05", "Ministère de la Famille", "M. B"),
        ("2030-01-01", "Ministère de la Famille", "M. B"),
    ],
)
def test_a_day_has_its_name_and_its_minister(on: str, name: str | None, minister: str | None) -> None:
    found, who = NAMES.ministry_on(day(on)), NAMES.holder_on("minister", day(on))

    assert (found and found.fr, who and who.name_fr) == (name, minister)


@pytest.mark.parametrize(
    ("kind", "on", "signatory"),
    [
        ("letter", "2012-06-01", HERSELF),
        ("letter", "2013-06-01", FOR_HER),
        ("slip", "2013-12-31", FOR_HER),
        ("note", "2013-06-01", HERSELF),
        ("letter", "2014-01-01", HERSELF),
        ("letter", "2017-12-31", HIMSELF),
        ("letter", "2020-01-01", FOR_HIM),
        ("letter", "2011-01-01", None),
    ],
)
def test_a_delegate_signs_what_the_decision_names_while_it_holds(
    kind: str, on: str, signatory: Signatory | None
) -> None:
    assert NAMES.signatory_on(SignedKind(kind), "minister", day(on)) == signatory


@pytest.mark.parametrize("kind", sorted(NEVER_DELEGATED))
def test_nobody_signs_a_decree_or_a_regulatory_order_for_another(kind: SignedKind) -> None:
    assert NAMES.signatory_on(kind, "minister", day("2013-06-01")) == HERSELF
    with pytest.raises(ValueError, match="ne se signent par délégation") as refused:
        delegation("M. C", "2013-01-01", kinds=f"letter {kind}")
    assert str(refused.value) == NOT_DELEGABLE


@pytest.mark.parametrize(("gender", "interim"), [*product(Gender, [True, False])])
def test_an_interim_signs_with_that_quality(gender: Gender, interim: bool) -> None:  # noqa: FBT001 - a case
    names = Names(holders=[holder("X", "2020-01-01", gender=gender, interim=interim)])

    signatory = names.signatory_on(SignedKind.NOTE, "minister", day("2020-02-01"))

    assert signatory
    article = {"m": "Le", "f": "La"}[gender]
    assert signatory.quality_fr == f"{article} Ministre{' par intérim' if interim else ''}"
