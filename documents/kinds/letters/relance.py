"""The letter that recalls what others have not given in time: an opinion, a signature, a term of the law.

Fields: those of every paper and of letters, and `rang` (how pressing the reminder is), `demande` (what was asked, in
a sentence), `attendu_le`, `retard` (the days since, in words), `conseil_le` (the Council aimed for, if known).
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

from docx.document import Document as Page

from documents.addressee import Addressee
from documents.case import Case
from documents.checking.dictionary import Field
from documents.dictionary import LETTER_FIELDS, LETTERHEAD, TEXT, said
from documents.fields import clock_label, of_case
from documents.kind import About, Fields, Kind
from documents.kinds.letters.lateness import Late, Level, late
from documents.kinds.letters.registered import cited, is_reminder
from documents.language import Language, language_of, wording
from documents.letter import Letter, letter_fields, the_text
from documents.page.letter_page import contact, draw_letter
from documents.page.paragraphs import tag, write
from models import PartialDate
from workflow.calendar.words import days_ar, days_fr
from workflow.language.typography import DOTS

_OBJECT = {
    Level.FIRST: ("Rappel", "تذكير"),
    Level.SECOND: ("Deuxième rappel", "تذكير ثان"),
    Level.PRESSING: ("Rappel urgent", "تذكير عاجل"),
    Level.LAST: ("Dernier rappel", "تذكير أخير"),
}
_RANKS = {
    Level.FIRST: ("premier", "أول"),
    Level.SECOND: ("deuxième", "ثان"),
    Level.PRESSING: ("urgent", "عاجل"),
    Level.LAST: ("dernier", "أخير"),
}
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *LETTER_FIELDS,
    said("rang", "Rang du rappel : premier, deuxième, urgent (premier, très en retard) ou dernier", "premier", "أول"),
    said("demande", "Ce qui était demandé, dans une phrase",
           "Par ma lettre visée en référence, je sollicitais votre avis sur le projet de loi.",
           "تذكيرا برسالتي المشار إليها في المرجع أعلاه، التي التمست فيها رأيكم بشأن مشروع القانون،"),
    Field("attendu_le", "Jour pour lequel la réponse était attendue ; à écrire avec date_longue ou date_ar",
          date(2018, 3, 5)),
    said("retard", "Jours passés depuis, en lettres ; vide si rien n’est en retard", "15 jours", "15 يوما"),
    Field("conseil_le", "Conseil visé, s’il est connu et à venir ; à écrire avec date_longue ou date_ar",
          date(2018, 4, 5)),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Recall the deadline chosen; of none chosen, the first that is late, else dots."""
    say, common, chosen = wording(language), of_case(case, language), _chosen(case)
    level = chosen.level(case) if chosen else Level.FIRST
    letter = Letter(
        chosen.addressee(case) if chosen else Addressee(),
        object=say(f"{_OBJECT[level][0]} – {common['objet']}", f"{_OBJECT[level][1]} بشأن {common['objet']}"),
        references=_references(chosen, case, language),
        enclosures=[say("copie de ma lettre visée en référence", "نسخة من رسالتي المشار إليها في المرجع")],
    )
    return common | letter_fields(case, letter, language) | {
        "rang": say(*_RANKS[level]),
        "demande": _asked(chosen, case, language),
        "attendu_le": chosen.clock.due_on if chosen else None,
        "retard": _days(chosen.days(case), language) if chosen else None,
        "conseil_le": _council(case),
    }  # fmt: skip


def abouts(case: Case) -> Sequence[About]:
    """Give what is late and belongs to others."""
    found = (each.clock for each in late(case.clocks, case.on))
    return [About(clock.code, clock_label(clock, "fr"), clock_label(clock, "ar")) for clock in found]


def _chosen(case: Case) -> Late | None:
    found = late(case.clocks, case.on)
    return next((each for each in found if case.about in ("", each.clock.code)), None)


def _references(chosen: Late | None, case: Case, language: Language) -> list[str]:
    """Cite the letter that asked, and each reminder since; dots where the register of letters has none."""
    letters = chosen.letters(case) if chosen else []
    asked = next((each for each in reversed(letters) if not is_reminder(each)), None)
    recalled = chosen.reminders(case) if chosen else []
    return [
        cited(asked, language, named=("ma lettre", "رسالتي")),
        *(cited(each, language, named=("mon rappel", "تذكيري")) for each in recalled),
    ]


def _asked(chosen: Late | None, case: Case, language: Language) -> str:
    say, text = wording(language), the_text(case, language)
    owner = chosen.clock.rule.owner if chosen else ""
    start = say("Par ma lettre visée en référence,", "تذكيرا برسالتي المشار إليها في المرجع أعلاه،")
    if owner == "signatories":
        return say(f"{start} je soumettais à votre signature {text} dont l’intitulé figure en objet.",
                   f"{start} التي عرضت فيها على توقيعكم {text} المشار إليه في الموضوع،")  # fmt: skip
    if owner == "consulted":
        return say(f"{start} je sollicitais votre avis sur {text} dont l’intitulé figure en objet.",
                   f"{start} التي التمست فيها رأيكم بشأن {text} المشار إليه في الموضوع،")  # fmt: skip
    label = clock_label(chosen.clock, language) if chosen else DOTS
    return say(f"{start} j’appelais votre attention sur {text} dont l’intitulé figure en objet ; l’étape "
               f"suivante reste attendue : {label[:1].lower()}{label[1:]}.",
               f"{start} بشأن {text} المشار إليه في الموضوع، الذي ما زال الإجراء التالي منتظرا بخصوصه: "
               f"{label}،")  # fmt: skip


def _days(days: int, language: Language) -> str:
    return days_ar(days, governed=True) if language == "ar" else days_fr(days)


def _council(case: Case) -> date | None:
    """Give the Council aimed for, if it is still to come."""
    told = case.situation.told("council_on")
    day = PartialDate.parse(told).last_day if told else None
    return day if day and day >= case.on else None


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return draw_letter(language, _draw_body)


def _draw_body(page: Page) -> None:
    say = wording(language_of(page))
    write(page, say(
        "{{ demande }} L’échéance en était fixée au {{ attendu_le|date_longue }} ; sauf erreur de ma part, aucune "
        "suite ne m’est encore parvenue, {{ retard|points }} après cette date.",
        "وبعد، {{ demande }} يشرفني أن أحيطكم علما بأن أجل ذلك كان محددا في {{ attendu_le|date_ar }}، ولم أتوصل بعد، "
        "ما لم يكن هناك سهو، بما يفيد إنجازه، رغم مرور {{ retard|points }} على هذا التاريخ.",
    ))  # fmt: skip
    tag(page, "if conseil_le")
    write(page, say(
        "La présentation du texte au Conseil de gouvernement du {{ conseil_le|date_longue }} en dépend.",
        "ويتوقف على ذلك عرض النص على مجلس الحكومة المرتقب يوم {{ conseil_le|date_ar }}.",
    ))  # fmt: skip
    tag(page, "endif")
    _draw_request(page)
    contact(page)


def _draw_request(page: Page) -> None:
    """Ask again, more pressingly each time, always courteously; the new date is left to the hand that signs."""
    say = wording(language_of(page))
    first = say("Je vous saurais gré de bien vouloir y donner suite avant le ………………………",
                "لذا، ألتمس منكم التفضل بإيلاء هذا الموضوع عنايتكم قبل ………………………")  # fmt: skip
    second = say("Mesurant la charge de vos services, je me permets d’insister pour qu’il y soit donné suite avant le "
                 "………………………",
                 "وتقديرا مني لحجم المهام المنوطة بمصالحكم، أسمح لنفسي بالتأكيد على ضرورة إيلاء هذا الموضوع عنايتكم "
                 "قبل ………………………")  # fmt: skip
    last = say("Ce rappel est le dernier que je me permets de vous adresser avant que la suite à donner au dossier "
               "soit arrêtée ; je vous saurais gré de l’attention que vous voudrez bien y porter avant le ………………………",
               "وهذا آخر تذكير أسمح لنفسي بتوجيهه إليكم قبل البت في مآل الملف، وألتمس منكم التفضل بإيلائه عنايتكم قبل "
               "………………………")  # fmt: skip
    last_named, insisting = say(*_RANKS[Level.LAST]), [say(*_RANKS[each]) for each in (Level.SECOND, Level.PRESSING)]
    write(page, f"{{% if rang == '{last_named}' %}}{last}{{% elif rang in {insisting} %}}{second}{{% else %}}{first}"
                "{% endif %}.")  # fmt: skip


KIND = Kind("relance", context, template, FIELDS, abouts=abouts)
