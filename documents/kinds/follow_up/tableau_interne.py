"""The table that the ministry keeps to itself: of each text who answers for it, what is due, what blocks, what is next.

Fields: those of the letterhead, `situation_le`, `dossier`, those of the period, `rubriques` (libelle, lignes: objet,
responsable, echeance, ecart, blocage, suite), `retards` (how many texts are late, counted on the rows), and two lists,
`application` (loi, article, texte, echeance) and `immobiles` (objet, detenteur, depuis, jours).
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from docx.document import Document as Page

from documents.case import Letterhead
from documents.checking.dictionary import Field, listed
from documents.dictionary import FOOT, LETTERHEAD, TITLE_AR, TITLE_FR, said
from documents.engine.archive import packed
from documents.fields import clock_day, clock_label, clock_left, of_letterhead, of_no_version
from documents.filters import date_long_ar
from documents.kind import Fields, Kind
from documents.kinds.follow_up.tableau_period import PERIOD, draw_period, of_period, titled
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import write
from models import PartialDate
from workflow.calendar.lateness import away_ar, away_fr
from workflow.calendar.words import days_ar, days_fr, partial_short_fr
from workflow.deadlines.clocks import Clock
from workflow.language.counting import CONDITIONS, counted_ar
from workflow.language.typography import DASH, capital, shortened
from workflow.reports.following import STILL_AFTER, Followed, Owed
from workflow.reports.production import InternalTable

_NAME = ("Tableau interne de la production législative", "الجدول الداخلي للإنتاج التشريعي")
# Letters of the reason that a cell shows.
_REASON = 160
FIELDS = (
    *LETTERHEAD,
    *FOOT,
    *PERIOD,
    Field("retards", "Nombre de textes dont un délai légal est dépassé", "1"),
    listed(
        "rubriques",
        "Textes groupés par nature",
        said("libelle", "Nature, et combien de textes", "Projets de loi (2)", "مشاريع القوانين (2)"),
        listed(
            "lignes",
            "Textes de la rubrique",
            said("objet", "Intitulé et numéro", f"{TITLE_FR}\nn° 103-13", f"{TITLE_AR}\nرقم 103.13"),
            said("responsable", "Qui suit le texte, ou un tiret", "Youssef El Idrissi", "يوسف الإدريسي"),
            said("echeance", "Échéance la plus proche, avec son jour", "Vote : 12 mars 2018", "التصويت: 12 مارس 2018"),
            said("ecart", "Jours qui restent, ou de retard", "délai légal dépassé de 8 jours",
                 "انقضى الأجل القانوني منذ 8 أيام"),
            said("blocage", "Ce qui bloque", "L’intitulé en arabe manque.", "شرط واحد لم يستوف بعد."),
            said("suite", "Étape qui vient", "Vote de la commission", "تصويت اللجنة"),
        ),
    ),
    listed(
        "application",
        "Textes d’application prévus et non pris, loi par loi",
        said("loi", "Loi qui les prévoit", TITLE_FR, TITLE_AR),
        Field("article", "Article qui les prévoit", "9"),
        said("texte", "Texte attendu", "Décret d’application", "مرسوم تطبيقي"),
        said("echeance", "Jour pour lequel il est attendu, et l’écart", "12 mars 2018", "12 مارس 2018"),
    ),
    listed(
        "immobiles",
        "Textes en cours sans mouvement depuis longtemps, le plus ancien d’abord",
        said("objet", "Intitulé et numéro", TITLE_FR, TITLE_AR),
        said("detenteur", "Qui le détient", "Hiérarchie du ministère", "رئاسة الوزارة"),
        said("depuis", "Jour du dernier acte", "5 mars 2018", "5 مارس 2018"),
        said("jours", "Temps écoulé depuis", "4 mois", "4 أشهر"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Internal:
    """The table, and who keeps it."""

    table: InternalTable
    letterhead: Letterhead


def context(internal: Internal, language: Language = "fr") -> Fields:
    """Tell the table; what it counts is counted on its rows."""
    table, say = internal.table, wording(language)
    rows = [row for _section, each in table.groups for row in each]
    return of_letterhead(internal.letterhead, language) | of_period(table.period, language) | {
        "dossier": say(*_NAME),
        "situation_le": table.on,
        **of_no_version(),
        "retards": str(sum(row.is_late(table.on) for row in rows)),
        "rubriques": [
            {
                "libelle": f"{say(section.label_fr, section.label_ar)} ({len(each)})",
                "lignes": [_line(row, table.on, language) for row in each],
            }
            for section, each in table.groups
        ],
        "application": [_owed(each, table.on, language) for each in table.owed],
        "immobiles": [_still(each, table.on, language) for each in table.still],
    }  # fmt: skip


def _line(row: Followed, on: date, language: Language) -> Fields:
    say = wording(language)
    return {
        "objet": titled(row.title_fr, row.title_ar, row.number, language),
        "responsable": row.responsible or DASH,
        "echeance": _due(row.clock, language) if row.clock else DASH,
        "ecart": clock_left(row.clock, on, language) if row.clock else DASH,
        "blocage": _blocking(row, on, language),
        "suite": say(row.next_fr, row.next_ar),
    }


def _due(clock: Clock, language: Language) -> str:
    day = clock_day(_day(clock.due_on, language), clock, language)
    return f"{clock_label(clock, language)}{wording(language)(' : ', ': ')}{day}"


def _blocking(row: Followed, on: date, language: Language) -> str:
    """Say why the next step must wait, else what is late; conditions give their reasons in French alone."""
    say = wording(language)
    if row.reasons:
        more = len(row.reasons) - 1
        rest = f" (et {more} autre{'s' if more > 1 else ''} condition{'s' if more > 1 else ''})" if more else ""
        counted = counted_ar(len(row.reasons), CONDITIONS)
        return say(f"{shortened(row.reasons[0], _REASON)}{rest}", f"شروط لم تستوف بعد: {counted}.")
    if row.is_late(on):
        return say("Délai légal dépassé.", "أجل قانوني منصرم.")
    return DASH


def _owed(owed: Owed, on: date, language: Language) -> Fields:
    say = wording(language)
    left = (owed.due_on - on).days if owed.due_on else 0
    gap = f" ({say(away_fr(left), away_ar(left))})" if owed.due_on else ""
    return {
        "loi": say(owed.law_fr, owed.law_ar or owed.law_fr),
        "article": owed.article or DASH,
        "texte": capital(owed.awaited),
        "echeance": f"{_day(owed.due_on, language)}{gap}",
    }


def _still(row: Followed, on: date, language: Language) -> Fields:
    say, days = wording(language), row.days_still(on) or 0
    return {
        "objet": titled(row.title_fr, row.title_ar, row.number, language),
        "detenteur": say(row.holder_fr, row.holder_ar),
        "depuis": _day(row.moved_on, language),
        "jours": say(days_fr(days), days_ar(days)),
    }


def _day(when: date | None, language: Language) -> str:
    if when is None:
        return DASH
    return wording(language)(partial_short_fr(PartialDate.of(when)), date_long_ar(when))


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language, landscape=True), wording(language)
    layout.letterhead(page)
    under = say("Situation au {{ situation_le|date_longue }} – à usage interne",
                "الوضعية إلى غاية {{ situation_le|date_ar }} – للاستعمال الداخلي")  # fmt: skip
    layout.title(page, *_NAME, under=under)
    draw_period(page)
    late = say(
        "Textes dont un délai légal est dépassé : {{ retards }}.", "النصوص التي انصرم أجلها القانوني: {{ retards }}."
    )
    none = say("Aucun texte ouvert.", "لا يوجد أي نص مفتوح.")
    write(page, f"{{% if rubriques %}}{late}{{% else %}}{none}{{% endif %}}", "Note")
    columns = (
        (say("Objet", "الموضوع"), 7.2), (say("Responsable", "المسؤول"), 3.0), (say("Échéance", "الأجل"), 4.5),
        (say("Écart", "الفارق"), 2.6), (say("Point de blocage", "مكمن التعثر"), 4.6),
        (say("Étape suivante", "المرحلة الموالية"), 3.8),
    )  # fmt: skip
    made = grids.ruled(page, say("Textes par nature, et leur suivi", "النصوص حسب طبيعتها وتتبعها"), columns)
    fields = ("objet", "responsable", "echeance", "ecart", "blocage", "suite")
    grids.tag_row(made, "for rubrique in rubriques")
    grids.group_row(made, "{{ rubrique.libelle }}")
    grids.fill_rows(made, "ligne in rubrique.lignes", [f"{{{{ ligne.{field} }}}}" for field in fields])
    grids.tag_row(made, "endfor")
    _draw_lists(page)
    layout.footer(page)
    return packed(page)


def _draw_lists(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Textes d’application attendus", "النصوص التطبيقية المنتظرة"))
    columns = (
        (say("Loi", "القانون"), 8.7), (say("Article", "المادة"), 2.0), (say("Texte attendu", "النص المنتظر"), 9.0),
        (say("Échéance", "الأجل"), 6.0),
    )  # fmt: skip
    grids.table_or(
        page,
        say("Textes d’application, loi par loi", "النصوص التطبيقية حسب القوانين"),
        columns,
        each="a in application",
        words=("{{ a.loi }}", "{{ a.article }}", "{{ a.texte }}", "{{ a.echeance }}"),
        none=say("Aucun texte d’application n’est attendu.", "لا يوجد أي نص تطبيقي منتظر."),
    )
    layout.heading(page, say(f"Textes sans mouvement depuis plus de {days_fr(STILL_AFTER)}",
                             f"نصوص لم يطرأ عليها تطور منذ أكثر من {days_ar(STILL_AFTER)}"))  # fmt: skip
    columns = (
        (say("Objet", "الموضوع"), 11.7), (say("Entre les mains de", "يوجد لدى"), 7.0),
        (say("Dernier acte", "آخر إجراء"), 4.0), (say("Depuis", "منذ"), 3.0),
    )  # fmt: skip
    grids.table_or(
        page,
        say("Textes sans mouvement", "نصوص دون تطور"),
        columns,
        each="t in immobiles",
        words=("{{ t.objet }}", "{{ t.detenteur }}", "{{ t.depuis }}", "{{ t.jours }}"),
        none=say("Aucun.", "لا شيء."),
    )


INTERNE = Kind("tableau_interne", context, template, FIELDS)
