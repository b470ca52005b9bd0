"""The ways out for mail: a folder of files, or a mail server."""

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

# Seconds that one exchange with the server may take.
TIMEOUT = 10
_PERMANENT = range(500, 600)

Send = Callable[[EmailMessage], None]


class Rejected(Exception):
    """One message that was not taken, for now or for good; its text is the sentence for the screen of messages."""

    def __init__(self, reason: str, *, permanent: bool) -> None:
        """Keep whether another try could help."""
        super().__init__(reason)
        self.permanent = permanent


class Unreachable(Exception):
    """No message at all can leave for now; its text is the sentence for the screen of messages."""


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
            part = file.with_suffix(".part")
            part.write_bytes(mail.as_bytes())
            part.replace(file)


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
            try:
                if self.username:
                    server.login(self.username, self.password)
            except smtplib.SMTPAuthenticationError as error:
                raise Unreachable("Le serveur de messagerie refuse le compte ou le mot de passe de Navette.") from error


@contextmanager
def _reaching(fault: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:  # every error of smtplib and of ssl is one
        raise Unreachable(f"{fault} ({error.strerror or type(error).__name__}).") from error


def _hand_over(server: smtplib.SMTP, mail: EmailMessage) -> None:
    with _reaching("Le serveur de messagerie a interrompu l’envoi"):
        try:
            server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            code, words = next(iter(error.recipients.values()))
            raise _rejected("Le serveur refuse l’adresse du destinataire", code, words) from error
        except smtplib.SMTPDataError as error:
            raise _rejected("Le serveur refuse le courriel", error.smtp_code, error.smtp_error) from error


def _rejected(what: str, code: int, words: bytes | str) -> Rejected:
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return Rejected(f"{what} ({code} : {' '.join(said.split())}).", permanent=code in _PERMANENT)
