"""The synthesis of the comments that the public made on a text put online, with the answer to each topic.

Fields: those of every paper; `en_ligne_depuis`, `en_ligne_jusqu_au` and `reste` of the period of comments, None where
none has begun; `themes` (theme, nombre, resume, reponse, longue), one for each article on which the public spoke.
Where the register holds no comment of the public, the page is a frame to fill by hand.
"""

from collections.abc import Sequence
from functools import cache
from itertools import groupby

from docx.document import Document as Page

from documents.case import Case
from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.engine.archive import packed
from documents.fields import clock_day, days_left, of_case
from documents.kind import Fields, Kind
from documents.kinds.tables.cells import ARTICLES, article_place, article_shown, day_shown, is_long, is_public
from documents.kinds.tables.observations import fate_shown, in_order, reason_shown
from documents.kinds.tables.observations_page import LONG_FR
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import tag, write
from models import PartialDate
from workflow.deadlines.clocks import Clock
from workflow.history.items import Item
from workflow.language.typography import DASH

_ONLINE = "online_comments"
_BLANK_ROWS = 6
_COMMENTS_FR = {
    "Retenue": "Retenu",
    "Retenue partiellement": "Retenu partiellement",
    "Non retenue": "Non retenu",
}
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    said("en_ligne_depuis", "Jour de la mise en ligne ; vide si elle n’est pas enregistrée", "5 mars 2018",
         "5 مارس 2018"),
    said("en_ligne_jusqu_au", "Jour où la période de commentaires peut finir ; vide si elle n’a pas commencé",
         "20 mars 2018", "20 مارس 2018"),
    said("reste", "Jours qui restent ; vide si la période n’est pas en cours", "8 jours restants", "المتبقي: 8 أيام"),
    listed(
        "themes",
        "Commentaires du public, groupés par article",
        said("theme", "Article, ou « Général »", "Article 4", "المادة 4"),
        Field("nombre", "Combien de commentaires", "2"),
        said("resume", "Ce qu’ils disent, l’un après l’autre", "Préciser le délai.", "توضيح الأجل."),
        said("reponse", "Suite donnée et motif, l’un après l’autre", "Retenu", "مأخوذ بها"),
        Field("longue", LONG_FR, example=False),
    ),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell how long the text is online, and what the public said, by article."""
    clock = next((each for each in reversed(case.clocks) if each.rule.code == _ONLINE), None)
    return of_case(case, language) | {
        "en_ligne_depuis": day_shown(clock.started_on, language) if clock and clock.started_on else None,
        "en_ligne_jusqu_au": _until(clock, language) if clock else None,
        "reste": days_left(clock, case, language) if clock and _runs(clock, case) else None,
        "themes": _topics(
            [each for each in in_order(case, language) if is_public(each.values.get("body", ""))], language
        ),
    }


def _until(clock: Clock, language: Language) -> str | None:
    due = clock.due_on
    return clock_day(day_shown(PartialDate.of(due), language), clock, language) if due else None


def _runs(clock: Clock, case: Case) -> bool:
    return clock.is_open and clock.due_on is not None and clock.due_on >= case.on


def _topics(items: Sequence[Item], language: Language) -> list[Fields]:
    def place(item: Item) -> object:
        return article_place(item.values.get("article", ""))

    return [_topic(list(group), language) for _place, group in groupby(items, key=place)]


def _topic(items: Sequence[Item], language: Language) -> Fields:
    comments = [item.values.get("observation", DASH) for item in items]
    told = {
        "theme": _theme(items[0].values.get("article", ""), language),
        "nombre": str(len(items)),
        "resume": _numbered(items, comments, language),
        "reponse": _numbered(items, [_answer(item, language) for item in items], language),
    }
    return told | {"longue": is_long(told.values())}


def _theme(words: str, language: Language) -> str:
    named = article_shown(words, language)
    if article_place(words)[0] != ARTICLES:
        return named
    return wording(language)(f"Article {named[:1].lower()}{named[1:]}", f"المادة {named}")


def _numbered(items: Sequence[Item], words: Sequence[str], language: Language) -> str:
    """Put one line for each comment, with its number in the register where there are several."""
    if len(items) == 1:
        return words[0]
    say = wording(language)
    numbers = [say(f"n° {item.number} : ", f"رقم {item.number}: ") for item in items]
    return "\n".join(f"{number}{each}" for number, each in zip(numbers, words, strict=True))


def _answer(item: Item, language: Language) -> str:
    fate, reason = fate_shown(item, language), reason_shown(item)
    if language == "fr":
        # Here the word is "commentaire", not "observation".
        fate = _COMMENTS_FR.get(fate, fate)
    return fate if reason == DASH else wording(language)(f"{fate}. {reason}", f"{fate}: {reason}")


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language, landscape=True), wording(language)
    layout.letterhead(page)
    layout.title(page, "Synthèse des commentaires du public", "جدول تركيبي لملاحظات العموم", under="{{ objet }}")
    _draw_period(page)
    layout.heading(page, say("Commentaires et réponses", "الملاحظات والأجوبة"))
    columns = (
        (say("Thème", "الموضوع"), 4.6), (say("Nombre", "العدد"), 2.0),
        (say("Résumé des commentaires", "ملخص الملاحظات"), 9.6), (say("Réponse", "الجواب"), 9.5),
    )  # fmt: skip
    about = say("Commentaires du public par thème, et réponses", "ملاحظات العموم حسب المواضيع والأجوبة عنها")
    made = grids.ruled(page, about, columns, style=grids.COLUMNS)
    cells = ("{{ t.theme }}", "{{ t.nombre }}", "{{ t.resume }}", "{{ t.reponse }}")
    grids.fill_long_rows(made, "t in themes", cells, is_long="t.longue")
    grids.tag_row(made, "if not themes")
    for _row in range(_BLANK_ROWS):
        grids.row(made, ("………………", "……", "………………………………", "………………………………"))
    grids.tag_row(made, "endif")
    note = say(
        "Les commentaires sont résumés et il y est répondu, autant que possible, sous une forme générale ; la version "
        "revue du projet retourne au Secrétariat général du gouvernement (décret n° 2-08-229, art. 6 à 8).",
        "تلخص الملاحظات ويجاب عنها، قدر الإمكان، بصيغة عامة؛ ويحال المشروع من جديد، في صيغته المراجعة، على الأمانة "
        "العامة للحكومة "
        "(المرسوم رقم 2.08.229، المواد من 6 إلى 8).",
    )
    write(page, note, "Note")
    layout.footer(page)
    return packed(page)


def _draw_period(page: Page) -> None:
    say = wording(language_of(page))
    tag(page, "if en_ligne_depuis")
    since = say("En ligne depuis le {{ en_ligne_depuis }}", "منشور إلكترونيا منذ {{ en_ligne_depuis }}")
    until = say(", pour quinze jours au moins, soit jusqu’au {{ en_ligne_jusqu_au }}",
                "، لمدة خمسة عشر يوما على الأقل، إلى غاية {{ en_ligne_jusqu_au }}")  # fmt: skip
    left = say(" ({{ reste }})", " ({{ reste }})")
    words = f"{since}{{% if en_ligne_jusqu_au %}}{until}{{% endif %}}{{% if reste %}}{left}{{% endif %}}."
    write(page, words, "Note")
    tag(page, "else")
    none = say(
        "La mise en ligne du projet n’est pas enregistrée ; elle dure quinze jours au moins.",
        "لم يسجل نشر المشروع إلكترونيا؛ ومدته خمسة عشر يوما على الأقل.",
    )
    write(page, none, "Note")
    tag(page, "endif")


KIND = Kind("commentaires_public", context, template, FIELDS)
