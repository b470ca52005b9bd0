"""What need not be given is said once for all of it, beside none of its fields."""

import pytest

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page


def assert_said_once(page: Page) -> None:
    assert page.all("fieldset.optional > legend") == ["Facultatif"]
    assert page.text.lower().count("facultatif") == 1


@pytest.mark.parametrize(
    "address",
    [
        "/texts/{text}/registers/observations/new",
        "/texts/{text}/steps/2/correct",
        "/texts/{text}/relations/new?tie=implements&q=loi",
        "/texts/{text}/assign",
        "/texts/{text}/edit",
        "/names/periods/new",
        "/names/delegations/new",
    ],
)
def test_a_form_says_once_what_need_not_be_given(
    head: Browser, ministry: Ministry, bill: LegalText, address: str
) -> None:
    ministry.move(bill, "assign_drafter", "2026-10-12")

    assert_said_once(head.get(address.format(text=bill.id)))


def test_what_must_be_given_of_an_item_comes_first(drafter: Browser, bill: LegalText) -> None:
    page = drafter.get(f"/texts/{bill.id}/registers/observations/new")

    assert page.soup.select("form.sheet .cells")[0].find_parent("fieldset") is None
    assert page.all("form.sheet > .cells label") == ["Observation"]
