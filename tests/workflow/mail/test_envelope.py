from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from uuid import UUID

import pytest

from models import Message
from workflow.mail.envelope import build
from workflow.mail.transports import Refusing, Unsendable

MADE = datetime(2026, 11, 24, 8, tzinfo=UTC)
SENDER = "navette@ministere.test"


def test_no_header_can_be_smuggled_in_and_no_line_is_too_long() -> None:
    message = Message(
        id=UUID(int=1), key="k", person_id=UUID(int=2), address="alice@navette.test", created_at=MADE,
        subject="Rappel\r\nBcc: eve@navette.test\u2028X: y" + " très long" * 60, plain="é" * 5000, html="é" * 5000,
        next_try_at=MADE,
    )  # fmt: skip
    mail = build(message, SENDER)

    assert mail["Bcc"] is None
    read = message_from_bytes(mail.as_bytes(), EmailMessage, policy=policy.default)
    assert sorted(read.keys()) == sorted(mail.keys())
    assert max(len(line) for line in mail.as_bytes().split(b"\r\n")) <= 998
    with pytest.raises(Refusing):
        build(message, "nobody\r\nBcc: eve@x")
    message.address = "nobody"
    with pytest.raises(Unsendable):
        build(message, SENDER)
