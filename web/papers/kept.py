"""Versions of papers found again, with their bytes as they were kept."""

from uuid import UUID

from flask import abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models import Document
from web.errors import verdict
from web.request import find, find_text
from web.stored_files import kept_bytes

_ALTERED = (
    "Le fichier conservé ne correspond plus à l’empreinte prise quand il a été produit : il ne vous est pas remis. "
    "Prévenez l’administrateur, qui peut le retrouver dans une sauvegarde ; vous pouvez aussi en demander un nouveau."
)


def find_version(document_id: UUID) -> Document:
    """Give a version of a paper of a text that this person may read, or answer that it is not found."""
    document = find(Document, document_id)
    find_text(document.text_id)
    return document


def paper_bytes(document: Document) -> bytes | None:
    """Give the Word file of a version, or answer that it is not found; None where its bytes are lost or altered."""
    if document.sha256 is None:
        abort(404)
    return kept_bytes(document.sha256, f"paper {document.id}")


def answer_altered() -> ResponseReturnValue:
    """Say that a paper is not given because its bytes are not those that were kept."""
    return verdict(500, _("Ce papier n’est plus celui qui a été produit"), _ALTERED)
