"""What was changed of the file itself, in words: its particulars, the version of its procedure, its kind."""

from collections.abc import Iterator

from workflow.history.facts import Facts
from workflow.history.fold import Done
from workflow.procedure.model import Procedure
from workflow.sentences.citations import has_latin, number_ar

# What a person changed on the sheet of a text: told, and emptied.
_EDITED_FR = {
    "title_fr": ("L’intitulé devient « {} ».", ""),
    "title_ar": ("L’intitulé en arabe devient « {} ».", "L’intitulé en arabe est retiré."),
    "number": ("Le texte porte désormais le n° {}.", "Le numéro est retiré."),
    "responsible": ("Le texte est confié à {}.", "Le texte n’est plus confié à personne."),
    "ministry": (
        "Le texte relève désormais de ce département : {}.",
        "Le texte relève de nouveau du ministère.",
    ),
    "merged_into": (
        "Ce dossier est réuni avec un autre du même texte, qui continue : « {} ».",
        "Ce dossier est séparé de celui avec lequel il avait été réuni, et reprend sa suite.",
    ),
    "received": ("Un autre dossier du même texte est réuni à celui-ci : « {} ».", ""),
    "released": ("Ce dossier est séparé d’un autre qui lui avait été réuni : « {} ».", ""),
}
_EDITED_AR = {
    "title_fr": ("تم تغيير العنوان بالفرنسية.", ""),
    "title_ar": ("أصبح عنوان النص: «{}».", "حذف عنوان النص بالعربية."),
    "number": ("أصبح النص يحمل الرقم {}.", "حذف رقم النص."),
    "responsible": ("عهد بالنص إلى مسؤول آخر.", "لم يعد النص معهودا به إلى أحد."),
    "ministry": ("أصبح النص من اختصاص قطاع آخر.", "أصبح النص من جديد من اختصاص الوزارة."),
    "merged_into": ("ضم هذا الملف إلى ملف آخر للنص نفسه.", "فصل هذا الملف عن الملف الذي ضم إليه، واستأنف مساره."),
    "received": ("ضم إلى هذا الملف ملف آخر للنص نفسه.", ""),
    "released": ("فصل عن هذا الملف ملف آخر كان قد ضم إليه.", ""),
}

_EDITED_ELSEWISE_AR = "تم تغيير معطيات الملف."


def edited_fr(facts: Facts) -> str:
    """Say in French what a person changed on the sheet of a text."""
    return " ".join(_EDITED_FR[name][not words].format(words) for name, words in facts.items() if name in _EDITED_FR)


def edited_ar(facts: Facts) -> str:
    """Say the same in Arabic; what was written in French is not repeated."""
    return " ".join(dict.fromkeys(filter(None, _edited_ar(facts)))) or _EDITED_ELSEWISE_AR


def _edited_ar(facts: Facts) -> Iterator[str]:
    for name, value in facts.items():
        if name in _EDITED_AR:
            told, emptied = _EDITED_AR[name]
            words = number_ar(str(value)) if value and name == "number" else str(value or "")
            repeated = _EDITED_ELSEWISE_AR if "{" in told and has_latin(words) else told.format(words)
            yield repeated if words else emptied


def changed_fr(procedure: Procedure, done: Done) -> str:
    """Say in French that the text follows another version of its procedure, or became of another kind."""
    if "kind" not in done.facts:
        return f"Le texte suit désormais la version {done.facts['to']} de sa procédure."
    noun = procedure.at(done.facts["to"], done.facts["kind"]).noun(done.facts["place"])
    article = "une" if noun.gender == "f" else "un"
    reason = done.facts.get("reason", "").rstrip()
    why = f" Motif : {reason}{'' if reason[-1] in '.?!…' else '.'}" if reason else ""
    return f"Le texte change de nature : c’est désormais {article} {noun.fr}.{why}"


def changed_ar(procedure: Procedure, done: Done) -> str:
    """Say in Arabic that the text follows another version of its procedure, or became of another kind."""
    if "kind" not in done.facts:
        version = str(done.facts["to"])
        return f"أصبح النص خاضعا لصيغة {'أخرى' if has_latin(version) else version} من مسطرته."
    label = procedure.at(done.facts["to"], done.facts["kind"]).label.ar
    reason = str(done.facts.get("reason") or "").rstrip(".")
    why = f" السبب: {reason}." if reason and not has_latin(reason) else ""
    return f"تغيرت طبيعة النص، وأصبح صنفه: {label}.{why}"
