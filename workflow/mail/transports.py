"""The ways out for mail: a folder of files, or a mail server."""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from models.safekeeping.file_faults import why
from models.safekeeping.whole_files import write_whole

# Seconds that one exchange with the server may take.
TIMEOUT = 10
_FINAL = range(500, 600)
# Said at whatever stage: the server closes, takes no mail, or wants to be signed in to (RFC 5321, 7504, 4954).
_OF_SERVER = {421, 521, 530, 534, 535, 538}
# Longer than the server takes, or than the box has room for (RFC 1870, 5321): another mail may well pass.
_TOO_LONG = 552
# What is said of one address (RFC 5321), unless its finer code speaks of neither address nor box (RFC 3463).
_OF_ADDRESS = {550, 551, 553}
_FINER_CODE = re.compile(r"5\.(\d{1,3})\.\d{1,3}\b")
_ADDRESS_OR_BOX = {"1", "2"}

Send = Callable[[EmailMessage], None]


class Rejected(Exception):
    """One message that was not taken, for now or for good; its text is the sentence for the screen of messages."""

    def __init__(self, reason: str, *, permanent: bool) -> None:
        """Keep whether another try could help."""
        super().__init__(reason)
        self.permanent = permanent


class Unsendable(Rejected):
    """A message that was not tried, because no server could take it."""


class Unreachable(Exception):
    """No message at all can leave for now; its text is the sentence for the screen of messages."""


class Refusing(Unreachable):
    """The server answers and takes no mail of Navette’s for now: the message that was tried has no part in it."""


class Transport(Protocol):
    """A way out."""

    def open(self) -> AbstractContextManager[Send]:
        """Open it for one batch; opening raises Unreachable, and sending Rejected or Unreachable."""


@dataclass(frozen=True)
class Folder:
    """Writes each mail as a file: nothing leaves the machine."""

    path: Path

    @contextmanager
    def open(self) -> Iterator[Send]:
        """Make the folder."""
        with _reaching("Le dossier des courriels ne peut pas être créé"):
            self.path.mkdir(parents=True, exist_ok=True)
        yield self._write

    def _write(self, mail: EmailMessage) -> None:
        # Whole or not at all; the same message sent again takes the place of its first file.
        moment = mail["Date"].datetime.astimezone(UTC)
        identity = mail["Message-ID"].strip("<>").partition("@")[0]
        file = self.path / f"{moment:%Y%m%dT%H%M%SZ}-{identity}.eml"
        with _reaching("Le courriel ne peut pas être écrit dans le dossier"):
            write_whole(file, [mail.as_bytes()])


@dataclass(frozen=True)
class Smtp:
    """A mail server."""

    host: str
    port: int
    security: Literal["none", "starttls", "tls"] = "none"
    username: str = ""
    password: str = field(default="", repr=False)
    timeout: float = TIMEOUT

    @contextmanager
    def open(self) -> Iterator[Send]:
        """Connect, and sign in where the server asks for it."""
        with _reaching("Le serveur de messagerie ne peut pas être joint"):
            server = self._connect()
        with closing(server):
            self._sign_in(server)
            yield partial(_hand_over, server)
            with suppress(OSError):
                server.quit()

    def _connect(self) -> smtplib.SMTP:
        if self.security == "tls":
            return smtplib.SMTP_SSL(self.host, self.port, timeout=self.timeout, context=ssl.create_default_context())
        return smtplib.SMTP(self.host, self.port, timeout=self.timeout)

    def _sign_in(self, server: smtplib.SMTP) -> None:
        with _reaching("Le serveur de messagerie refuse la connexion"):
            if self.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            server.ehlo_or_helo_if_needed()
            try:
                if self.username:
                    server.login(self.username, self.password)
            except smtplib.SMTPAuthenticationError as error:
                if error.smtp_code not in _FINAL:
                    raise
                raise Refusing("Le serveur de messagerie refuse le compte ou le mot de passe de Navette.") from error


@contextmanager
def _reaching(fault: str) -> Iterator[None]:
    try:
        yield
    except smtplib.SMTPResponseException as error:
        raise Refusing(f"{fault} ({error.smtp_code} : {_said(error.smtp_error)}).") from error
    except OSError as error:  # every other error of smtplib and of ssl is one
        raise Unreachable(f"{fault} ({why(error)}).") from error


def _hand_over(server: smtplib.SMTP, mail: EmailMessage) -> None:
    with _reaching("Le serveur de messagerie a interrompu l’envoi"):
        try:
            server.send_message(mail)
        except smtplib.SMTPSenderRefused as error:
            raise _of_sender(error.smtp_code, _said(error.smtp_error)) from error
        except smtplib.SMTPRecipientsRefused as error:
            code, words = next(iter(error.recipients.values()))
            raise _of_one_mail("Le serveur refuse l’adresse du destinataire", code, _said(words)) from error
        except smtplib.SMTPDataError as error:
            raise _of_one_mail("Le serveur refuse le courriel", error.smtp_code, _said(error.smtp_error)) from error


def _of_sender(code: int, words: str) -> Rejected | Refusing:
    """Tell what a refusal of the sender means: the same for every mail, but where one is too long."""
    if code == _TOO_LONG:
        return Rejected(f"Le serveur refuse le courriel ({code} : {words}).", permanent=True)
    return Refusing(f"Le serveur refuse l’expéditeur, dans les réglages ({code} : {words}).")


def _of_one_mail(what: str, code: int, words: str) -> Rejected | Refusing:
    """Tell what a refusal of a recipient or of a mail means.

    Final is what is said of the address, of its box or of the length. What is said of anything else, the server's rules
    among them, may be said no more in an hour.
    """
    if code in _OF_SERVER:
        return Refusing(f"Le serveur de messagerie ne prend aucun courriel ({code} : {words}).")
    finer = _FINER_CODE.match(words)
    is_of_address = finer.group(1) in _ADDRESS_OR_BOX if finer else code in _OF_ADDRESS
    return Rejected(f"{what} ({code} : {words}).", permanent=code == _TOO_LONG or (is_of_address and code in _FINAL))


def _said(words: bytes | str) -> str:
    return " ".join((words.decode("utf-8", "replace") if isinstance(words, bytes) else words).split())
