"""Word and Excel files are archives: what is looked at before one is unpacked."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from workflow.importing.source.advice import BROKEN, TOO_LONG
from workflow.importing.table import UnreadableTable

_MOST_MEMBERS = 5_000
_LARGEST_UNPACKED = 300_000_000
_LARGEST_XML = 60_000_000
_PROLOGUE = 1_000
# What the libraries that read these files raise over a broken one; errors of XML parsers are SyntaxError.
BROKEN_ERRORS = (
    AttributeError, BadZipFile, EOFError, IndexError, KeyError, NotImplementedError, OSError, RuntimeError, SyntaxError,
    TypeError, ValueError, zlib.error,
)  # fmt: skip


def checked_names(source: bytes, name: str) -> set[str]:
    """List the members of an archive; raise UnreadableTable when it is broken or made to swell when unpacked."""
    try:
        with ZipFile(BytesIO(source)) as archive:
            members = archive.infolist()
            if _is_too_large(members) or any(
                _declares_entities(archive, member) for member in members if _is_xml(member)
            ):
                raise UnreadableTable(f"« {name} » contient trop de données pour être ouvert sans risque. {TOO_LONG}")
            return {member.filename for member in members}
    except BROKEN_ERRORS as error:
        if isinstance(error, UnreadableTable):
            raise
        raise UnreadableTable(f"« {name} » ne s'ouvre pas. {BROKEN}") from error


def _is_too_large(members: list[ZipInfo]) -> bool:
    return (
        len(members) > _MOST_MEMBERS
        or sum(member.file_size for member in members) > _LARGEST_UNPACKED
        or any(_is_xml(member) and member.file_size > _LARGEST_XML for member in members)
    )


def _is_xml(member: ZipInfo) -> bool:
    return member.filename.endswith((".xml", ".rels"))


def _declares_entities(archive: ZipFile, member: ZipInfo) -> bool:
    """Whether a member declares a document type: no office program does, and entities can swell without end."""
    with archive.open(member) as opened:
        return b"<!DOCTYPE" in opened.read(_PROLOGUE)
