"""The tables of legislative production, public and internal, as pages and files: of a day, with what moved since."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import BytesIO

from flask import Response, render_template, request, send_file, stream_with_context
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from documents.engine.faults import BadTemplate
from documents.kinds.follow_up.tableau import TABLEAU
from documents.language import Language
from documents.produce import WORD, make_internal_table, make_table, table_name
from documents.table import as_csv
from documents.templates import template_for
from models import PartialDate
from web.errors import verdict
from web.forms.dates import DateParts
from web.request import calendar, db, letterhead, now, today
from workflow.history.facts import read_partial_date
from workflow.reports.following import STILL_AFTER
from workflow.reports.production import InternalTable, ProductionTable, internal_table, production_table, rows_as_of


@dataclass(frozen=True)
class Asked:
    """Of which day a table is asked, and since which other one; what was typed, with what is wrong of it."""

    on: DateParts
    since_typed: DateParts
    day: date
    since: date | None

    @property
    def is_wrong(self) -> bool:
        """Whether a day that was typed cannot be taken."""
        return bool(self.on.error or self.since_typed.error)

    @property
    def shape(self) -> str:
        """The form of the file asked for; none where a day is wrong, so that the page says so."""
        return "" if self.is_wrong else request.args.get("format", "")

    @property
    def language(self) -> Language:
        """The language of the file."""
        return "ar" if request.args.get("language") == "ar" else "fr"


def show_table() -> ResponseReturnValue:
    """Show the public table, or give it as a file."""
    asked = read_asked_days()
    if asked.shape == "csv":
        lines = stream_with_context(as_csv(rows_as_of(db(), on=asked.day, calendar=calendar())))
        told = {"Content-Disposition": f"attachment; filename={table_name(asked.day, 'csv')}"}
        return Response(lines, mimetype="text/csv", headers=told)
    production = production_table(db(), on=asked.day, calendar=calendar(), since=asked.since)
    if asked.shape == "docx":
        return _word(production, asked.language)
    page = render_template("papers/table.html", asked=asked, production=production, period=production.period)
    return page, 422 if asked.is_wrong else 200


def show_internal_table() -> ResponseReturnValue:
    """Show the table of those who follow deadlines, or give it as a file."""
    asked = read_asked_days()
    table = internal_table(db(), on=asked.day, calendar=calendar(), since=asked.since)
    if asked.shape == "docx":
        return _internal_word(table, asked.language)
    page = render_template(
        "papers/internal_table.html", asked=asked, table=table, period=table.period, still_after=STILL_AFTER
    )
    return page, 422 if asked.is_wrong else 200


def read_asked_days() -> Asked:
    """Read both days from the address; a period goes from a day to a later one."""
    on, since = _not_to_come(_read("on")), _read("since")
    day = min(on.value.last_day, today()) if on.value and not on.error else today()
    start = _end_before(since.value) if since.value and not since.error else None
    if start and start >= day:
        wrong = _("Une période va d’un jour à un jour qui le suit ; voici la situation, sans les mouvements.")
        return Asked(on, replace(since, error=wrong), day, None)
    return Asked(on, since, day, start)


def _end_before(since: PartialDate) -> date:
    """Give the day at the end of which a period begins: that day itself, or the eve of a month or of a year."""
    return since.last_day if since.is_full else since.first_day - timedelta(days=1)


def _word(production: ProductionTable, language: Language) -> ResponseReturnValue:
    on = production.on
    try:
        template = template_for(db(), TABLEAU.code, language)
        content = make_table(
            production, at=now(), letterhead=letterhead(db(), on), language=language, template=template
        )
    except BadTemplate as fault:
        return verdict(500, _("Le tableau n’a pas pu être produit"), str(fault))
    return send_file(BytesIO(content), WORD, as_attachment=True, download_name=table_name(on, "docx", language))


def _internal_word(table: InternalTable, language: Language) -> ResponseReturnValue:
    content = make_internal_table(table, at=now(), letterhead=letterhead(db(), table.on), language=language)
    name = table_name(table.on, "docx", language, internal=True)
    return send_file(BytesIO(content), WORD, as_attachment=True, download_name=name)


def _read(name: str) -> DateParts:
    parts = {part: request.args.get(f"{name}_{part}", "").strip() for part in ("day", "month", "year")}
    try:
        if given := request.args.get(name, ""):
            return DateParts.of(name, PartialDate.parse(given))
        value = read_partial_date(**parts)
    except ValueError:
        wrong = _("Cette date n’existe pas dans le calendrier ; voici la situation d’aujourd’hui.")
        if name != "on":
            wrong = _("Cette date n’existe pas dans le calendrier ; voici la situation, sans les mouvements.")
        return DateParts(name, parts["day"], parts["month"], parts["year"], error=wrong)
    return DateParts(name, parts["day"], parts["month"], parts["year"], value=value)


def _not_to_come(on: DateParts) -> DateParts:
    if on.error or on.value is None or on.value.first_day <= today():
        return on
    wrong = _("Cette date est à venir, et nul ne sait où en seront les textes ; voici la situation d’aujourd’hui.")
    return replace(on, error=wrong)
