"""The letter that asks a body or a department for its opinion: one for each consultation of the register.

Fields: those of every paper and of letters, and `reponse_avant` (the last day for the answer), `obligatoire`, `urgence`
and `points_vises` (what the register tells of the consultation), `loi_de_l_organisme` (the law that sets its time).
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from docx.document import Document as Page

from documents.addressee import Addressee, head_of
from documents.case import Case
from documents.checking.dictionary import Field
from documents.dictionary import LETTER_FIELDS, LETTERHEAD, TEXT, said
from documents.fields import named_ar, of_case
from documents.kind import About, Fields, Kind
from documents.kinds.letters.enclosures import drafts, note
from documents.language import Language, language_of, wording
from documents.letter import Letter, letter_fields
from documents.page.letter_page import contact, draw_letter
from documents.page.paragraphs import tag, write
from models import ItemStatus, PartialDate, Register
from workflow.deadlines.clocks import Clock
from workflow.history.items import Item
from workflow.language.folding import plain
from workflow.procedure.institutions import name_fr, same
from workflow.sentences.citations import basis_ar

_LONGEST = 60
_LAW = "loi "
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *LETTER_FIELDS,
    Field("reponse_avant", "Dernier jour pour répondre, s’il est fixé ; à écrire avec date_longue ou date_ar",
          date(2018, 4, 20)),
    Field("obligatoire", "Vrai si l’avis est requis par un texte", example=True),
    Field("urgence", "Vrai si l’urgence est déclarée", example=False),
    Field("points_vises", "Articles ou points sur lesquels l’avis est particulièrement demandé, tels qu’ils ont été "
          "saisis ; vide s’il n’y en a pas", "articles 3 et 12"),
    said("loi_de_l_organisme", "Loi qui fixe le délai de l’organisme ; vide si aucune ne le fait",
         "loi organique n° 128-12", "القانون التنظيمي رقم 128.12"),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Ask the body of the consultation chosen; of none chosen, that of the first that waits, else dots."""
    say, common, asked = wording(language), of_case(case, language), _chosen(case)
    values = asked.values if asked else {}
    to = head_of(str(values["body"]), case.names, case.on) if values.get("body") else Addressee()
    grid = say("grille d’observations à remplir", "جدول الملاحظات المراد ملؤه")
    letter = Letter(
        to,
        object=say(f"Demande d’avis – {common['objet']}", f"طلب إبداء الرأي – {common['objet']}"),
        enclosures=[*drafts(case, language), *note(case, language), grid],
    )
    clock = _clock(case, str(values.get("body", "")))
    told = PartialDate.parse(values["answer_by"]).last_day if values.get("answer_by") else None
    return common | letter_fields(case, letter, language) | {
        "reponse_avant": told or (clock.due_on if clock else None),
        "obligatoire": values.get("compulsory") == "yes",
        "urgence": values.get("urgent") == "yes",
        "points_vises": str(values.get("asked_about") or "").strip().rstrip(".") or None,
        "loi_de_l_organisme": _law(clock, language),
    }  # fmt: skip


def abouts(case: Case) -> Sequence[About]:
    """Give the consultations, each with its number and the body: a body may be asked twice."""
    return [_about(item) for item in case.items_in(Register.CONSULTATIONS)]


def _about(item: Item) -> About:
    body = str(item.values.get("body", ""))
    ascii_name = re.sub("[^a-z0-9]+", "-", plain(body)).strip("-")
    code = f"{item.number}-{ascii_name}"[:_LONGEST].rstrip("-")
    return About(code, name_fr(body), named_ar(body))


def _chosen(case: Case) -> Item | None:
    items = case.items_in(Register.CONSULTATIONS)
    if case.about:
        return next((item for item in items if _about(item).code == case.about), None)
    return next((item for item in items if item.status is ItemStatus.OPEN), None)


def _clock(case: Case, body: str) -> Clock | None:
    """Give the time that the body's own law sets, if one does: of the last time it was asked."""
    found = [each for each in case.clocks if each.rule.nature == "law" and each.rule.per and same(each.subject, body)]
    return found[-1] if found else None


def _law(clock: Clock | None, language: Language) -> str | None:
    """Name the law that sets the time, without what is said of it: "loi organique n° 128-12"."""
    if clock is None or clock.value is None:
        return None
    law = re.split(" [;:] |, ", clock.value.basis_fr)[0]
    if not law.startswith(_LAW):
        return None
    return law if language == "fr" else basis_ar(law)


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return draw_letter(language, _draw_body)


def _draw_body(page: Page) -> None:
    say = wording(language_of(page))
    write(page, say(
        "J’ai l’honneur de soumettre à votre avis {{ le_texte }} dont l’intitulé figure en objet.",
        "وبعد، يشرفني أن أعرض على أنظاركم {{ le_texte }} المشار إليه في الموضوع أعلاه، قصد إبداء الرأي والملاحظات "
        "بشأنه.",
    ))  # fmt: skip
    known = say("la {{ loi_de_l_organisme }}", "{{ loi_de_l_organisme }}")
    law = f"{{% if loi_de_l_organisme %}}{known}{{% else %}}………………{{% endif %}}"
    tag(page, "if obligatoire")
    write(page, say(
        f"Votre avis est requis en application de l’article ……… de {law} ; il doit être joint au dossier transmis au "
        "Secrétariat général du gouvernement (décret n° 2-20-740, article 3).",
        f"ورأيكم مطلوب تطبيقا للمادة ……… من {law}، ويتعين إرفاقه بالملف المحال على الأمانة العامة للحكومة (المرسوم "
        "رقم 2.20.740، المادة 3).",
    ))  # fmt: skip
    tag(page, "endif")
    points = say(
        "{% if points_vises %}les points suivants : {{ points_vises }}{% else %}ses articles ………………{% endif %}",
        "{% if points_vises %}النقط التالية: {{ points_vises }}{% else %}المواد ……………… منه{% endif %}",
    )
    write(page, say(
        "Je vous saurais gré de bien vouloir me faire part de votre avis et de vos observations sur l’ensemble du "
        f"texte, et plus particulièrement sur {points}, en utilisant la grille ci-jointe.",
        f"وألتمس منكم التفضل بموافاتي برأيكم وملاحظاتكم بشأن النص في مجمله، ولا سيما {points}، باستعمال الجدول المرفق.",
    ))  # fmt: skip
    _draw_deadline(page)
    contact(page)


def _draw_deadline(page: Page) -> None:
    say = wording(language_of(page))
    urgent = say("L’urgence étant déclarée, votre ", "ونظرا لحالة الاستعجال المعلنة، ف")
    usual = say("Votre ", "و")
    answer = say(
        "réponse est attendue au plus tard le {{ reponse_avant|date_longue }}.",
        "المرجو موافاتي بجوابكم داخل أجل أقصاه {{ reponse_avant|date_ar }}.",
    )
    write(page, f"{{% if urgence %}}{urgent}{{% else %}}{usual}{{% endif %}}{answer}")


KIND = Kind("saisine", context, template, FIELDS, abouts=abouts)
