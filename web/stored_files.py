"""Bytes given back as they were kept, or not at all."""

import logging

from models import StoredFile
from web.request import db

log = logging.getLogger(__name__)


def kept_bytes(sha256: str, what: str) -> bytes | None:
    """Give what is kept under this SHA-256; None where it is lost or altered, which the log says of `what`."""
    file = db().get(StoredFile, sha256)
    if file is not None and file.is_intact:
        return file.content
    wrong = "do not have their SHA-256" if file else "are lost"
    log.error("%s is not as it was kept: its bytes %s", what, wrong)
    return None
