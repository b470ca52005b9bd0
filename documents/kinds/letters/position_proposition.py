"""The position of the ministry on a bill of members of Parliament, written and with its reasons, for the SGG.

Décret n° 2-23-965, art. 2 and 6. Fields: those of every paper, of addresses and of signatures, and `auteurs`,
`articles` (designation: those of the newest draft that was read), `concurrents` (the texts tied to it).
"""

from functools import cache

from docx.document import Document as Page

from documents.addressee import head_of
from documents.case import Case
from documents.checking.dictionary import Field, listed
from documents.dictionary import ADDRESSES, LETTERHEAD, SIGNED, TEXT, said
from documents.engine.archive import packed
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.letters.bordereau_sgg import SGG
from documents.language import Language, language_of, wording
from documents.letter import Letter, addressed_fields, signed_fields
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.letter_page import addresses
from documents.page.paragraphs import write
from models import SignedKind
from workflow.language.typography import DOTS
from workflow.sentences.citations import act_ar

_BLANK_ROWS = 3
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *ADDRESSES,
    *SIGNED,
    Field("auteurs", "Auteurs de la proposition, tels qu’ils ont été saisis ; vide s’ils ne sont pas connus",
          "Groupe Justice et développement"),
    listed("articles", "Articles de la proposition",
           said("designation", "Numéro de l’article", "Article 2", "المادة 2")),
    Field("concurrents", "Textes liés à la proposition, un par ligne", "loi n° 70-03", is_list=True,
          example_ar="القانون رقم 70.03"),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell the bill and its authors; the position is written by hand, article by article."""
    to = Letter(head_of(SGG, case.names, case.on), object="")
    draft = case.drafts.get(language)
    articles = [{"designation": article.label} for article in draft.articles] if draft else []
    return of_case(case, language) | {
        **addressed_fields(case, to, language),
        **signed_fields(case, SignedKind.LETTER, language),
        "auteurs": case.situation.told("authors") or None,
        "articles": articles or [{"designation": DOTS}] * _BLANK_ROWS,
        "concurrents": [wording(language)(tie.citation, act_ar(tie.citation) or tie.citation) for tie in case.ties],
    }


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language), wording(language)
    layout.letterhead(page)
    layout.reference(page)
    addresses(page)
    layout.title(page, "Fiche de position sur une proposition de loi", "بطاقة موقف من مقترح قانون")
    grids.pairs(page, say("La proposition", "المقترح"), (
        (say("Proposition", "المقترح"), "{{ objet }}"),
        (say("Auteurs", "أصحاب المقترح"), "{{ auteurs|points }}"),
        (say("Où elle en est", "وضعيته"), "{{ phrase }}"),
        (say("Textes liés", "النصوص المرتبطة به"),
         say("{% if concurrents %}{{ concurrents|join(' ; ') }}{% else %}………{% endif %}",
             "{% if concurrents %}{{ concurrents|join('؛ ') }}{% else %}………{% endif %}")),
    ))  # fmt: skip
    _draw_position(page)
    layout.signature(
        page, say("{{ signataire }},", "{{ signataire }}،"), "",
        formula="signataire_formule",
        name="{% if signataire_nom %}{{ signataire_nom }}{% else %}………………………………{% endif %}",
    )  # fmt: skip
    layout.end(page)
    layout.footer(page)
    return packed(page)


def _draw_position(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Position", "الموقف"))
    labels = (say("Acceptation totale", "قبول كلي"), say("Acceptation partielle", "قبول جزئي"), say("Rejet", "رفض"))
    layout.choices(page, say("Cases à cocher", "خانات الاختيار"), labels)
    write(page, "……………………………………………………………………", label=say("Motifs : ", "التعليل: "))
    layout.heading(page, say("Article par article", "مادة بمادة"))
    columns = (
        (say("Article", "المادة"), 3.6), (say("Position", "الموقف"), 4.2), (say("Motif", "التعليل"), 8.2),
    )  # fmt: skip
    by_article = grids.ruled(page, say("Position article par article", "الموقف من كل مادة"), columns)
    grids.fill_rows(by_article, "a in articles", ("{{ a.designation }}", "………………", "………………………………"))
    write(page, say(
        "Nom, qualité, téléphone et adresse électronique : ………………………………… (rang de directeur au moins : décret "
        "n° 2-23-965, art. 6).",
        "الاسم والصفة والهاتف والبريد الإلكتروني: ………………………………… (برتبة مدير على الأقل: المرسوم رقم 2.23.965، "
        "المادة 6).",
    ), label=say("Interlocuteur désigné. ", "المخاطب المعين. "), keep=True)  # fmt: skip


KIND = Kind("position_proposition", context, template, FIELDS)
