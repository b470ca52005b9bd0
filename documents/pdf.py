"""Turns Word files into PDF with LibreOffice, where it is installed: in a process of its own, one at a time."""

import logging
import os
import shutil
import signal
import subprocess
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 60
# Whoever waits longer for another conversion keeps a worker of the server from other people.
_PATIENCE = 15
_ONE = threading.Lock()
_log = logging.getLogger(__name__)

NOT_INSTALLED = "LibreOffice n’est pas installé sur le serveur"
_FAILED = "LibreOffice n’a pas pu convertir ce papier : ouvrez-le dans Word, puis enregistrez-le au format PDF."
_BUSY = "Une autre conversion est en cours : réessayez dans un instant."
# A file that somebody sent may name an address, and hold a program: nothing is fetched, nothing is run.
_SECURITY = ("BlockUntrustedRefererLinks", "DisableMacrosExecution", "DisableActiveContent")
_PROPERTY = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="{}" oor:op="fuse">'
    "<value>true</value></prop></item>"
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    f"{''.join(map(_PROPERTY.format, _SECURITY))}</oor:items>"
)


class NoPdf(Exception):
    """A PDF that cannot be given; the message says why, and what to do."""


def is_installed() -> bool:
    """Whether this machine has LibreOffice."""
    return bool(_program())


def as_pdf(content: bytes) -> bytes:
    """Turn a Word file into a PDF; it takes a second or two, at most a minute.

    No transaction should be open meanwhile. Raises NoPdf where LibreOffice is not installed, is busy with another file
    of this process, takes too long or fails.
    """
    program = _program()
    if not program:
        raise NoPdf(f"{NOT_INSTALLED}.")
    if not _ONE.acquire(timeout=_PATIENCE):
        raise NoPdf(_BUSY)
    try:
        with TemporaryDirectory(prefix="navette-pdf-", ignore_cleanup_errors=True) as folder:
            return _converted(program, Path(folder), content)
    finally:
        _ONE.release()


def _program() -> str:
    return next(filter(None, map(shutil.which, _PROGRAMS)), "")


def _converted(program: str, folder: Path, content: bytes) -> bytes:
    profile, paper = folder / "profile", folder / "paper.docx"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_PROFILE, "utf-8")
    paper.write_bytes(content)
    _run([program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
          "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(paper)], folder)  # fmt: skip
    try:
        return (folder / "paper.pdf").read_bytes()
    except FileNotFoundError as error:
        _log.warning("LibreOffice gave no PDF of a paper of %s bytes", len(content))
        raise NoPdf(_FAILED) from error


def _run(command: list[str], home: Path) -> None:
    """Run LibreOffice and wait for it; it starts other processes, which are stopped with it where it takes too long."""
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(home), "LC_ALL": "C.UTF-8"}
    started = subprocess.Popen(  # noqa: S603 - the program of the machine, no shell; the file is one of ours to name
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment,
        cwd=home, start_new_session=True,
    )  # fmt: skip
    try:
        started.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        _log.warning("LibreOffice was stopped after %s seconds", _SECONDS)
        raise NoPdf(_FAILED) from error
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGKILL)
            started.wait()
