"""The sheet that follows a text from desk to desk while it is signed: order, day in, day out, remark.

Fields: those of every paper, and `etapes` (rang, autorite, recu, rendu).
"""

from functools import cache

from documents.case import Case
from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.engine.archive import packed
from documents.fields import named_ar, of_case
from documents.filters import date_long_ar
from documents.kind import Fields, Kind
from documents.language import Language, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import write
from workflow.calendar.words import long_date
from workflow.history.signatures import signatures
from workflow.language.typography import DOTS, capital

# The desks of the ministry, through which what leaves it passes.
_DESKS = (
    ("Division", "القسم"),
    ("Direction", "المديرية"),
    ("Secrétariat général", "الكتابة العامة"),
    ("Cabinet", "الديوان"),
)
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    listed(
        "etapes",
        "Bureaux et autorités, dans l’ordre",
        Field("rang", "Rang", "1"),
        said("autorite", "Bureau ou autorité", "Division", "القسم"),
        said("rendu", "Jour de la signature, s’il est connu", "12 mars 2018", "12 مارس 2018"),
    ),
)


def context(case: Case, language: Language = "fr") -> Fields:
    """List the desks of the ministry, then the authorities that the register of signatures names, in their order."""
    say = wording(language)
    steps = [(say(french, arabic), DOTS) for french, arabic in _DESKS]
    for each in signatures(case.situation):
        name = named_ar(each.name) if language == "ar" else capital(each.name_fr)
        on = each.signed.on if each.signed else None
        steps.append((name, say(long_date(on), date_long_ar(on)) if on else DOTS))
    return of_case(case, language) | {
        "etapes": [
            {"rang": str(rank), "autorite": name, "rendu": signed} for rank, (name, signed) in enumerate(steps, 1)
        ]
    }


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language), wording(language)
    layout.letterhead(page)
    layout.title(page, "Fiche de circuit de signature", "ورقة مسار التوقيع")
    write(page, "{{ objet }}", "Objet", label=say("Texte : ", "النص: "))
    columns = (
        (say("N°", "ر.ت"), 1.6), (say("Bureau ou autorité", "المكتب أو السلطة"), 5.2),
        (say("Reçu le", "تاريخ التوصل"), 2.8),
        (say("Signé ou rendu le", "تاريخ التوقيع أو الإرجاع"), 3.4), (say("Observations", "ملاحظات"), 3.0),
    )  # fmt: skip
    made = grids.ruled(page, say("Circuit de signature", "مسار التوقيع"), columns)
    grids.fill_rows(
        made, "etape in etapes", ("{{ etape.rang }}", "{{ etape.autorite }}", DOTS, "{{ etape.rendu }}", DOTS)
    )
    layout.end(page)
    layout.footer(page)
    return packed(page)


KIND = Kind("circuit_signature", context, template, FIELDS)
