"""The letter that asks the Imprimerie officielle, a directorate of the SGG, to publish a signed text.

Fields: those of every paper and of letters, and `signe_le`, `signataires` (who signed), `empreinte` (the SHA-256 of the
signed version that was attached), `annexes` (how many are attached).
"""

from datetime import date
from functools import cache

from docx.document import Document as Page

from documents.addressee import head_of
from documents.case import Case
from documents.checking.dictionary import Field
from documents.dictionary import LETTER_FIELDS, LETTERHEAD, TEXT, said
from documents.fields import named_ar, of_case
from documents.kind import Fields, Kind
from documents.kinds.letters.bordereau_sgg import SGG
from documents.kinds.letters.checklist import attached
from documents.kinds.letters.lateness import PRINTER_AR, PRINTER_FR
from documents.language import Language, language_of, wording
from documents.letter import Letter, letter_fields
from documents.page import grids
from documents.page.letter_page import contact, draw_letter
from documents.page.paragraphs import write
from workflow.history.signatures import signatures
from workflow.pieces.kept import newest
from workflow.procedure.institutions import name_fr

_SCAN = "signed_scan"
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *LETTER_FIELDS,
    Field("signe_le", "Jour de la signature ; à écrire avec date_double_fr ou date_double_ar", date(2018, 3, 5)),
    said("signataires", "Qui a signé ; vide si ce n’est pas connu", "Chef du gouvernement", "رئيس الحكومة"),
    Field("empreinte", "Empreinte SHA-256 de la version signée jointe ; vide s’il n’y en a pas", "9f86d081884c7d65"),
    said("annexes", "Nombre d’annexes jointes ; vide s’il n’y en a pas", "2"),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell the text as it was signed, and what shows that file and original are the same."""
    say, common = wording(language), of_case(case, language)
    signed = case.situation.last("signature")
    letter = Letter(
        head_of(SGG, case.names, case.on).of_unit(PRINTER_FR, PRINTER_AR),
        object=say(f"Demande de publication au Bulletin officiel – {common['objet']}",
                   f"طلب النشر بالجريدة الرسمية – {common['objet']}"),
        enclosures=[say("original signé", "الأصل الموقع"), say("fichier numérique identique", "ملف رقمي مطابق للأصل")],
    )  # fmt: skip
    scans = [facts for facts in newest(case.situation.done) if facts["piece"] == _SCAN]
    return common | letter_fields(case, letter, language) | {
        "signe_le": signed.on if signed else None,
        "signataires": _signers(case, language) or None,
        "empreinte": scans[0].get("sha256") if scans else None,
        "annexes": str(attached(case)["annex"] or "") or None,
    }  # fmt: skip


def _signers(case: Case, language: Language) -> str:
    """Name the authorities whose signatures were collected, else the one that the step of the signature tells."""
    signed = case.situation.last("signature")
    told = [each.name for each in signatures(case.situation) if each.signed] or [
        str(signed.facts["signatory"]) for signed in (signed,) if signed and signed.facts.get("signatory")
    ]
    if language == "ar":
        return "، ".join(named_ar(name, signed.on if signed else None) for name in told)
    day = signed.on.last_day if signed and signed.on else None
    return ", ".join(name_fr(name, day) for name in told)


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return draw_letter(language, _draw_body)


def _draw_body(page: Page) -> None:
    say = wording(language_of(page))
    write(page, say(
        "J’ai l’honneur de vous demander de bien vouloir faire procéder à la publication au Bulletin officiel du texte "
        "désigné ci-après, dont l’original signé et le fichier numérique identique sont joints à la présente.",
        "وبعد، يشرفني أن ألتمس منكم العمل على نشر النص المبين بعده بالجريدة الرسمية، الذي تجدون رفقته أصله الموقع "
        "والملف الرقمي المطابق له.",
    ))  # fmt: skip
    grids.pairs(page, say("Texte à publier", "النص المراد نشره"), (
        (say("Texte", "النص"), "{{ intitule }}"),
        (say("Numéro", "الرقم"), "{{ numero|points }}"),
        (say("Signé le", "تاريخ التوقيع"), say("{{ signe_le|date_double_fr }}", "{{ signe_le|date_double_ar }}")),
        (say("Signataires", "الموقعون"), "{{ signataires|points }}"),
        (say("Édition", "النشرة"), say("☐ générale   ☐ de traduction officielle", "☐ العامة   ☐ نشرة الترجمة الرسمية")),
        (say("Pages", "عدد الصفحات"), "………"),
        (say("Annexes", "الملاحق"), "{{ annexes|points }}"),
        (say("Empreinte SHA-256 du fichier", "البصمة الرقمية للملف"), "{{ empreinte|points }}"),
        (say("Publication souhaitée", "النشر المرغوب فيه"), "………………"),
    ))  # fmt: skip
    write(page, say("Les épreuves peuvent être adressées, pour correction, au contact indiqué ci-après.",
                    "ويمكن توجيه تجارب الطبع قصد التصحيح إلى المخاطب المبين بعده."), keep=True)  # fmt: skip
    contact(page)


KIND = Kind("demande_publication", context, template, FIELDS)
