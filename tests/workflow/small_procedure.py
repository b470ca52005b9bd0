"""A procedure of two states, to be broken one line at a time."""

from pathlib import Path

import pytest

from workflow.errors import BadProcedure
from workflow.rulebook.files import read_folder

VOCABULARY = """
milestones = ["signature"]
[[sections]]
code = "drafts"
label_fr = "Projets"
label_ar = "مشاريع"
[groups]
unsigned = ["drafted"]
[bodies]
division = { fr = "Division", ar = "قسم" }
[chambers]
north = { fr = "la Chambre du Nord", ar = "مجلس الشمال" }
south = { fr = "la Chambre du Sud", ar = "مجلس الجنوب" }
[[numbers.pages]]
value = 10
basis_fr = "article 3"
certainty = "read"
[facts.reason]
type = "text"
label_fr = "Motif"
label_ar = "السبب"
[facts.until]
type = "day"
label_fr = "Jusqu’au"
label_ar = "إلى"
"""
KIND = """
kind = "small"
version = "1"
valid_from = 2011-07-30
label_fr = "Petit texte"
label_ar = "نص"
draft = { fr = "projet", ar = "مشروع" }
act = { fr = "note", ar = "مذكرة", gender = "f" }
sections = { draft = "drafts", act = "drafts" }
initial = "drafted"
blocks = ["writing"]
path = ["writing"]
limits = { writing = "signing" }
features = []
[[states]]
code = "signed"
phase = "writing"
act = true
terminal = true
ref = "Z2"
label_fr = "Signé"
label_ar = "موقع"
holder = "division"
sentence_fr = "{this} a été signé{e}[ {signature}][ : {signature.reason}]."
sentence_ar = "وقع {this}[ {entered}]."
[[transitions]]
name = "sign"
from = ["drafted"]
to = "signed"
roles = ["head"]
label_fr = "Signer"
label_ar = "التوقيع"
done_fr = "Signé[ : {reason}]."
asks = ["reason"]
guards = ["has_settled_observations"]
event = "end"
milestone = "signature"
proposes_on = "signature"
[events.end]
label_fr = "Finir"
label_ar = "إنهاء"
title_fr = "Fin"
title_ar = "نهاية"
"""
BLOCK = """
roles = ["drafter"]
[[phases]]
code = "writing"
label_fr = "Rédaction"
label_ar = "الصياغة"
[[states]]
code = "drafted"
phase = "writing"
ref = "Z1"
label_fr = "Rédigé"
label_ar = "مصوغ"
holder = "division"
sentence_fr = "{this} est rédigé ; échéance [{due.signing}]."
sentence_ar = "تمت صياغة {this}."
[[records]]
name = "redraft"
from = ["@unsigned"]
label_fr = "Réécrire"
label_ar = "إعادة الصياغة"
done_fr = "Réécrit."
[[deadlines]]
code = "signing"
runs_in = ["drafted"]
starts_with = ["redraft"]
stops_with = ["sign"]
from_fact = "until"
from_milestone = "signature"
only_if = { reason = ["yes"] }
nature = "law"
owner = "division"
label_fr = "Signer"
label_ar = "التوقيع"
remind = []
[[deadlines.values]]
length = "P10D"
basis_fr = "article 1"
certainty = "read"
[[deadlines.extensions.redraft]]
length = "P1M"
basis_fr = "article 2"
certainty = "read"
"""

IN_VOCABULARY, IN_KIND, IN_BLOCK = "vocabulary.toml", "small.toml", "blocks/writing.toml"


def write_small_procedure(folder: Path) -> Path:
    (folder / "blocks").mkdir()
    for name, words in [(IN_VOCABULARY, VOCABULARY), (IN_KIND, KIND), (IN_BLOCK, BLOCK)]:
        (folder / name).write_text(words, "utf-8")
    return folder


def fault_of(folder: Path, file: str, old: str, new: str) -> str:
    """Read the folder with `old` replaced in one of its files; give what is said against it."""
    words = (folder / file).read_text("utf-8")
    assert words.count(old) == 1, old
    (folder / file).write_text(words.replace(old, new), "utf-8")
    return fault(folder)


def fault(folder: Path) -> str:
    with pytest.raises(BadProcedure) as refused:
        read_folder(folder)
    return str(refused.value)
