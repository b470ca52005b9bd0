"""Addresses of people and of the machine."""

import pytest

from workflow.language.addresses import is_address, normal_address


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("alice@ministere.test", "alice@ministere.test"),
        (" Alice.B@Social.GOV.ma ", "alice.b@social.gov.ma"),
        ("o'brien+navette@social.gov.ma", "o'brien+navette@social.gov.ma"),
        ("a@ministère.ma", "a@xn--ministre-60a.ma"),
        ("alice@intranet.local", "alice@intranet.local"),
    ],
)
def test_an_address_is_kept_in_one_spelling(written: str, kept: str) -> None:
    assert normal_address(written) == kept
    assert is_address(kept)


@pytest.mark.parametrize(
    "written",
    ["", "alice", "@y.ma", "x@", "x@y@z.ma", "x y@z.ma", "a..b@z.ma", "a@z..ma", "a@z.ma\r\nBcc: eve@x.ma", "a@-z.ma",
     "éric@z.ma", "a\u202e@z.ma", "a\u200b@z.ma", "alice@gmail", f"{'x' * 65}@z.ma", "a@[127.0.0.1]", "A <a@z.ma>"],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_a_sentence(written: str) -> None:
    with pytest.raises(ValueError, match="n’est pas une adresse de courriel : écrivez nom@domaine"):
        normal_address(written)


@pytest.mark.parametrize(
    ("written", "is_one"), [("navette@localhost", True), ("head@intranet", True), ("head@", False)]
)
def test_a_server_may_be_given_an_address_of_its_own_network(written: str, *, is_one: bool) -> None:
    assert is_address(written) is is_one
