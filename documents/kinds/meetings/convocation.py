"""The invitation to a meeting: when, where, on what, with which documents.

Fields: those of every paper and of every meeting, `convoques`, `signataire`, `signataire_formule` and `signataire_nom`.
"""

from functools import cache

from documents.case import Case
from documents.checking.dictionary import Field
from documents.dictionary import said
from documents.engine.archive import packed
from documents.kind import Fields, Kind
from documents.kinds.meetings import meeting
from documents.language import Language, wording
from documents.page import layout
from documents.page.house_style import base
from documents.page.paragraphs import write
from models import SignedKind

FIELDS = (
    *meeting.FIELDS,
    Field("convoques", "Personnes convoquées, une par ligne", "Amina Berrada, cheffe de division", is_list=True,
          example_ar="أمينة برادة، رئيسة القسم"),
    said("signataire", "Qualité de qui signe", "La Ministre", "الوزيرة"),
    said("signataire_formule", "Formule de délégation ; vide si le ministre signe",
         "Pour la Ministre et par délégation,", "عن الوزيرة وبتفويض منها،"),
    said("signataire_nom", "Nom de qui signe ; vide s’il n’est pas connu", "Amina Berrada", "أمينة برادة"),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell the meeting, and who signs."""
    say, known = wording(language), case.signatory(SignedKind.LETTER)
    fields = meeting.context(case, language)
    return fields | {
        "convoques": [*fields["presents"], *fields["excuses"]],
        "signataire": say(known.quality_fr, known.quality_ar) if known else None,
        "signataire_formule": say(known.formula_fr, known.formula_ar) if known else "",
        "signataire_nom": (say(known.name_fr, known.name_ar) if known else "") or None,
    }


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language), wording(language)
    layout.letterhead(page)
    layout.reference(page)
    layout.title(page, "Convocation", "استدعاء")
    write(page, "{{ reunion_objet }}", "Objet", label=say("Objet : ", "الموضوع: "))
    invited = say(
        "J’ai l’honneur de vous convier à la réunion qui se tiendra le {{ reunion_le|date_longue }}, à ……… heures "
        "(lieu : {{ reunion_lieu }}), au sujet du texte suivant : {{ objet }}.",
        "يشرفني أن أدعوكم إلى حضور الاجتماع الذي سينعقد يوم {{ reunion_le|date_ar }} على الساعة ……… "
        "(المكان: {{ reunion_lieu }})، بشأن النص التالي: {{ objet }}.",
    )
    write(page, invited)
    layout.heading(page, say("Ordre du jour", "جدول الأعمال"))
    write(page, "{{ reunion_objet }}", "Liste")
    write(page, "………………………………………………………", "Liste")
    layout.heading(page, say("Documents joints", "الوثائق المرفقة"))
    write(page, say("Texte examiné.", "النص المدروس."), "Liste")
    write(page, "………………………………………………………", "Liste")
    layout.heading(page, say("Personnes convoquées", "المدعوون"))
    meeting.draw_people(page, "convoques", "………………………………………………………")
    count_on = say("Je vous saurais gré de bien vouloir prendre part à cette réunion ou vous y faire représenter.",
                   "والمرجو منكم التفضل بحضور هذا الاجتماع أو تعيين من ينوب عنكم.")  # fmt: skip
    write(page, count_on, keep=True)
    by = say("{{ signataire }},", "{{ signataire }}،")
    # Place and date stand at the head, beside the number.
    layout.signature(page, by, "", formula="signataire_formule", name="{{ signataire_nom }}")
    layout.end(page)
    layout.footer(page)
    return packed(page)


KIND = Kind("convocation", context, template, FIELDS, abouts=meeting.abouts)
