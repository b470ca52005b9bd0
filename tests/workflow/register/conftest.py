"""What tests of the writers may ask for."""

import pytest
from sqlalchemy import delete

from models import Document
from tests.workflow.builders import Ministry
from tests.workflow.register.paper_desk import TO_SIGNATURE, Papers


@pytest.fixture
def papers(ministry: Ministry) -> Papers:
    text = ministry.open("arrete_conjoint", *TO_SIGNATURE)
    ministry.session.exec(delete(Document))  # those that its moves owe are told of elsewhere
    return Papers(ministry, text)
