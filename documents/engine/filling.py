"""Fills a compiled template: only the parts that hold tags are printed and deflated, the others lie ready."""

import re
import zlib
from collections.abc import Mapping, Sequence
from itertools import count, islice

from jinja2.exceptions import TemplateError

from documents.engine import source
from documents.engine.archive import Piece, piece, zipped
from documents.engine.comments import Comments
from documents.engine.compiled import DECLARATION, SMALL, Compiled, Live
from documents.engine.faults import BadTemplate, in_french, misplaced
from documents.engine.literals import finish_later
from documents.engine.properties import Properties, core_xml
from documents.missing import dotted

# How hard what is made again at each download is deflated: some 15 % larger than SMALL, in half the time.
QUICK = 1
_LARGEST = 50 * 1024 * 1024
_AT_ONCE = 4096
_PICTURE = re.compile(r'(<wp:docPr [^>]*?\bid=")[^"]*')
_FIRST_PICTURE = 1001


def fill(
    compiled: Compiled, fields: Mapping[str, object], properties: Properties, *, level: int = SMALL,
    remarks: Sequence[str] = (), pictures: Mapping[bytes, bytes] | None = None,
) -> bytes:  # fmt: skip
    """Fill a template; the same template, fields, properties, level, remarks and pictures always give the same bytes.

    What is missing is dotted, with a comment in the language of the properties; each of `remarks`, on the paper as a
    whole, is a comment on its first words.

    `pictures` gives what takes the place of a picture of the template, told by its bytes whatever its name.
    Raises BadTemplate, for a field that is not given as for a paper of more than 50 MiB.
    """
    left = _LARGEST
    drawn = {(zlib.crc32(given), len(given)): instead for given, instead in (pictures or {}).items()}
    pieces: list[Piece] = []
    comments = Comments(compiled.comments, properties, remarks)
    for part in compiled.parts:
        if isinstance(part, Live):
            printed = _printed(part, fields, left, comments if part.name == compiled.body else None)
            left -= len(printed)
            pieces.append(piece(part.name, printed, level))
        elif instead := drawn.get((part.crc, part.size)):
            pieces.append(piece(part.name.decode(), instead, level))
        else:
            left -= part.size
            pieces.append(part)
    pieces.append(piece(compiled.core, core_xml(properties), level))
    return zipped(comments.added_to(pieces, level) if comments.told else pieces)


def _printed(part: Live, fields: Mapping[str, object], most: int, comments: Comments | None) -> bytes:
    """Print a part; only the body of a paper can bear comments."""
    try:
        xml = _rendered(part, fields, most)
        if comments:
            xml, found = comments.collect(xml)
            xml = _looked_at_again(part, comments.set_around(finish_later(xml), found))
        else:
            xml = finish_later(dotted(xml))
        return (DECLARATION + xml).encode()
    except TemplateError as error:
        raise BadTemplate(in_french(error)) from error
    except BadTemplate:
        raise
    except (ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError, ValueError) as error:
        raise misplaced() from error


def _rendered(part: Live, fields: Mapping[str, object], most: int) -> str:
    """Print a part, counting on the way, so that none can fill the memory."""
    words = iter(part.template.root_render_func(part.template.new_context(dict(fields))))
    printed: list[str] = []
    while some := "".join(islice(words, _AT_ONCE)):
        printed.append(some)
        most -= len(some)
        if most < 0:
            raise BadTemplate("Le document serait trop volumineux.")
    return "".join(printed)


def _looked_at_again(part: Live, xml: str) -> str:
    if part.grids:
        xml = source.with_grids(xml)
    if part.pictures:
        numbers = count(_FIRST_PICTURE)
        xml = _PICTURE.sub(lambda found: f"{found[1]}{next(numbers)}", xml)
    return xml
