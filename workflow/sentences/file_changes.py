"""What was done to the file itself, in words: its particulars, its kind, a piece attached, items of a register."""

from collections.abc import Callable, Iterator, Mapping

from workflow.history.entries import BATCH
from workflow.history.facts import Facts
from workflow.history.fold import ATTACH, CHANGE, DESCRIBE, EDIT, Done
from workflow.procedure.model import Procedure
from workflow.procedure.registers import registers
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


def of_file_fr(procedure: Procedure, done: Done) -> str | None:
    """Say in French what a step did to the file itself; None for one that tells of the text."""
    words = _WORDS.get(done.move)
    return words[0](procedure, done) if words else None


def of_file_ar(procedure: Procedure, done: Done) -> str | None:
    """Say the same in Arabic; what was written in French is not repeated."""
    words = _WORDS.get(done.move)
    return words[1](procedure, done) if words else None


def _edited_fr(_procedure: Procedure, done: Done) -> str:
    told = done.facts.items()
    return " ".join(_EDITED_FR[name][not words].format(words) for name, words in told if name in _EDITED_FR)


def _edited_ar(_procedure: Procedure, done: Done) -> str:
    return " ".join(dict.fromkeys(filter(None, _each_edited_ar(done.facts)))) or _EDITED_ELSEWISE_AR


def _each_edited_ar(facts: Facts) -> Iterator[str]:
    for name, value in facts.items():
        if name in _EDITED_AR:
            told, emptied = _EDITED_AR[name]
            words = number_ar(str(value)) if value and name == "number" else str(value or "")
            repeated = _EDITED_ELSEWISE_AR if "{" in told and has_latin(words) else told.format(words)
            yield repeated if words else emptied


def _changed_fr(procedure: Procedure, done: Done) -> str:
    if "kind" not in done.facts:
        return f"Le texte suit désormais la version {done.facts['to']} de sa procédure."
    noun = procedure.at(done.facts["to"], done.facts["kind"]).noun(done.facts["place"])
    article = "une" if noun.gender == "f" else "un"
    reason = done.facts.get("reason", "").rstrip()
    why = f" Motif : {reason}{'' if reason[-1] in '.?!…' else '.'}" if reason else ""
    return f"Le texte change de nature : c’est désormais {article} {noun.fr}.{why}"


def _changed_ar(procedure: Procedure, done: Done) -> str:
    if "kind" not in done.facts:
        version = str(done.facts["to"])
        return f"أصبح النص خاضعا لصيغة {'أخرى' if has_latin(version) else version} من مسطرته."
    label = procedure.at(done.facts["to"], done.facts["kind"]).label.ar
    reason = str(done.facts.get("reason") or "").rstrip(".")
    why = f" السبب: {reason}." if reason and not has_latin(reason) else ""
    return f"تغيرت طبيعة النص، وأصبح صنفه: {label}.{why}"


def _attached_fr(procedure: Procedure, done: Done) -> str:
    # The title of a confidential piece is not kept in its step.
    kind, facts = procedure.vocabulary.piece(done.facts["piece"]), done.facts
    title = f" « {facts['piece_title']} »" if facts.get("piece_title") else ""
    return f"Pièce jointe : {kind.fr}{title}, version {facts['piece_version']}."


def _attached_ar(procedure: Procedure, done: Done) -> str:
    kind = procedure.vocabulary.piece(done.facts["piece"])
    told = done.facts.get("piece_title", "")
    title = f" «{told}»" if told and not has_latin(told) else ""
    return f"أرفقت بالملف وثيقة: {kind.ar}{title}، الصيغة {done.facts['piece_version']}."


def _described_fr(procedure: Procedure, done: Done) -> str:
    label, facts = procedure.vocabulary.piece(done.facts["piece"]).fr, done.facts
    title = f" « {facts['piece_title']} »" if facts.get("piece_title") else ""
    if not facts.get("hidden"):
        return f"Pièce renommée : {label}{title}."
    return f"Pièce rendue confidentielle : {label}."


def _described_ar(procedure: Procedure, done: Done) -> str:
    label = procedure.vocabulary.piece(done.facts["piece"]).ar
    return f"أصبحت الوثيقة سرية: {label}." if done.facts.get("hidden") else f"تم تغيير عنوان الوثيقة: {label}."


def _recorded_fr(_procedure: Procedure, done: Done) -> str:
    return registers()[done.facts["register"]].counted_fr(done.facts["counts"])


def _recorded_ar(_procedure: Procedure, done: Done) -> str:
    return registers()[done.facts["register"]].counted_ar(done.facts["counts"])


_Words = Callable[[Procedure, Done], str]
_WORDS: Mapping[str, tuple[_Words, _Words]] = {
    CHANGE: (_changed_fr, _changed_ar),
    EDIT: (_edited_fr, _edited_ar),
    ATTACH: (_attached_fr, _attached_ar),
    DESCRIBE: (_described_fr, _described_ar),
    BATCH: (_recorded_fr, _recorded_ar),
}
