"""Papers filled from templates compiled once, beside docxtpl and beside the bare zip of the same bytes."""

import re
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, Template
from sqlmodel import col, select

from bench.product import AT, DAY, Calendar, LegalText, Session, make_engine
from bench.report import Figure, interleave
from bench.scale import build
from documents.case import Letterhead, gather
from documents.catalogue import KINDS
from documents.engine.compiled import SMALL, compile_template
from documents.engine.filling import QUICK, fill
from documents.engine.properties import Properties
from documents.filters import FILTERS
from documents.kind import Fields
from documents.kinds.follow_up.tableau import TABLEAU, Production
from workflow.language.typography import DOTS, typeset
from workflow.reports.production import production_table

_PROPERTIES = Properties("Titre", "Objet", "Auteur", "Mots", AT)
_LETTERHEAD = Letterhead(
    "Ministère de la Famille", "وزارة الأسرة", "Direction des affaires juridiques", "مديرية الشؤون القانونية",
    "Division de la législation", "قسم التشريع", "Rabat", "الرباط",
)  # fmt: skip
_TEXTS, _SOURCES = 1000, 60
_STEPS = 20
_ROUNDS = 60
_MILLI = 1000
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
_KEPT = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


class _Docxtpl(DocxTemplate):  # type: ignore[misc] # it has no types
    def resolve_listing(self, xml: str) -> str:
        return str(super().resolve_listing(xml)).replace("\u2011", _KEPT)


class _Cached(Environment):
    @lru_cache(maxsize=64)  # noqa: B019 the one environment lives as long as the bench
    def from_string(self, source: str) -> Template:  # type: ignore[override] # all that docxtpl asks
        return super().from_string(source)


def figures() -> Iterator[Figure]:
    """Fill the note, the slip, the fiche of 20 steps and the table of 1,000 texts by each way, in turns."""
    papers, table = _fields()
    for code, kind in KINDS.items():
        yield from _compared(code, kind.template("fr"), papers[code], SMALL)
    yield from _compared(TABLEAU.code, TABLEAU.template("fr"), table, SMALL)
    yield from _compared(f"{TABLEAU.code}_quick", TABLEAU.template("fr"), table, QUICK)


def _fields() -> tuple[dict[str, Fields], Fields]:
    """Give what the papers of the longest text say, and the table of all."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'navette.db'}"
        build(url, _TEXTS, sources=_SOURCES)
        engine = make_engine(url)
        with Session(engine) as session:
            longest = session.exec(select(LegalText).order_by(col(LegalText.last_step).desc())).first()
            if longest is None:
                raise RuntimeError("the bench has no text")
            case = gather(session, longest, on=DAY, calendar=Calendar(), letterhead=_LETTERHEAD)
            case = replace(case, steps=tuple(islice(cycle(case.steps), _STEPS)))
            listed = production_table(session, on=DAY, calendar=Calendar())
            found = {code: kind.context(case, "fr") for code, kind in KINDS.items()}
            table = TABLEAU.context(Production(listed, _LETTERHEAD), "fr")
        engine.dispose()
    return found, table


def _compared(code: str, template: bytes, fields: Fields, level: int) -> Iterator[Figure]:
    compiled, environment = compile_template(template), _environment()
    with ZipFile(BytesIO(fill(compiled, fields, _PROPERTIES, level=level))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    took = interleave(
        {
            "ours": lambda: fill(compiled, fields, _PROPERTIES, level=level),
            "docxtpl": lambda: _by_docxtpl(template, fields, environment),
            "bare zip": lambda: _zipped(parts, level),
        },
        _ROUNDS,
        clock=time.process_time,
    )
    for peer in ("docxtpl", "bare zip"):
        against = f"{peer} took {took[peer] * _MILLI:.2f} ms: so many times as long"
        yield Figure(f"paper_{code}", took[peer] / took["ours"], against, took["ours"] * _MILLI, "ms CPU")


def _environment() -> Environment:
    made = _Cached(autoescape=True, undefined=StrictUndefined, finalize=_printed)
    made.filters = dict(FILTERS)
    return made


def _printed(value: object) -> object:
    if value is None:
        return DOTS
    return _HYPHEN.sub("\u2011", typeset(value)) if isinstance(value, str) else value


def _by_docxtpl(template: bytes, fields: Mapping[str, Any], environment: Environment) -> bytes:
    filled, written = _Docxtpl(BytesIO(template)), BytesIO()
    filled.render(dict(fields), environment)
    filled.save(written)
    return written.getvalue()


def _zipped(parts: Mapping[str, bytes], level: int) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()
