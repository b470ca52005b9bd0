"""A message as the mail that leaves."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from models import Message
from workflow.language.addresses import is_address
from workflow.mail.transports import Refusing, Unsendable


def build(message: Message, sender: str) -> EmailMessage:
    """Make the mail; raise Unsendable for an address that no server could take, Refusing for such a sender."""
    if not is_address(sender):
        raise Refusing("L’adresse de l’expéditeur, dans les réglages, n’est pas une adresse de courriel.")
    if not is_address(message.address):
        raise Unsendable("L’adresse du destinataire n’est pas une adresse de courriel.", permanent=True)
    domain = sender.rpartition("@")[2]
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address("Navette", addr_spec=sender)
    mail["To"] = Address(addr_spec=message.address)
    mail["Subject"] = " ".join(message.subject.split())
    mail["Date"] = format_datetime(message.created_at)
    mail["Message-ID"] = f"<{message.id}@{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["List-Id"] = f"Navette <rappels.{domain}>"
    mail.set_content(message.plain, cte="quoted-printable")
    mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
    return mail
