"""The texts that tests of ties join."""

import pytest

from models import LegalText
from tests.workflow.builders import Ministry


@pytest.fixture
def law(ministry: Ministry) -> LegalText:
    return ministry.open("projet_de_loi", title_fr="Loi de protection", number="103-13")


@pytest.fixture
def decree(ministry: Ministry) -> LegalText:
    return ministry.open("decret", title_fr="Décret de protection")
