"""What tests of the engine may ask for."""

import pytest
from sqlmodel import Session

from tests.workflow.builders import Ministry


@pytest.fixture
def ministry(session: Session) -> Ministry:
    return Ministry(session)
