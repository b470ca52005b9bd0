"""How a French law leaves something to a regulatory text, read on folded words: no capital, no accent."""

import re
from collections.abc import Iterator

from workflow.articles.called_texts import REACH, Called

_ACTS = (
    (Called.REGULATORY, re.compile(r"\b(?:voies?|textes?) reglementaires?\b")),
    (Called.DECREE, re.compile(r"\bdecrets?\b(?!-loi| royal| portant loi)")),
    (Called.ORDER, re.compile(r"\barretes?\b")),
)
# "par décret", "par voie d'arrêté", "par un ou plusieurs arrêtés", "par décret ou arrêté". A definite article names
# an act that exists: "par le décret précité", "par les textes réglementaires en vigueur".
_BY = re.compile(
    r"\b(?:par|dans|au moyen d'|en vertu d'|en vertu de)\s?(?:voie (?:de |d'))?"
    r"(?:(?:un|des|un ou plusieurs|simples?) )?(?:decrets? (?:ou|et) (?:d'|un |des )?)?$"
)
# What a regulatory text does: it rules for all.
_STEMS = (
    r"(?:fix|determin|precis|approuv|modifi|complet|cre|institu|organis|enumer|reglement|delimit|homologu|actualis|"
    r"adapt|revis|edict|ajust|augment|reduit)"
)
_RULES = (
    rf"(?:{_STEMS}(?:e|es|ee|ees|ent|era|eront|er)|arretees?|(?:est|sont|soit|etre) arretes?|"
    r"(?:defini|etabli|regi)(?:e|s|es|t|ssent|ra|ront|r)?|prevue?s?|prevoit|prevoient|prevoira|soumis(?:e|es)?)"
)
# What an act about one person or one case does: appoint, grant, withdraw, declare. It is no text of application. A
# participle that only describes ("des organismes agréés") is none of them.
_ONE_CASE = (
    r"(?:(?:nomm|design|autoris|accord|delivr|retir|prononc|declar|prorog|convoqu|promulgu|agre|renouvel|octroy|conced|"
    r"revoqu|expropri|detach|publi|abrog)(?:e|es|ee|ees)|suspendue?s?|dissous|dissoutes?|close?s?)"
)
_VERB = re.compile(
    rf"\b(?:(?P<rules>{_RULES})|(?:est|sont|soit|soient|etre|sera|seront|ete)(?: \w+){{0,2}} {_ONE_CASE}|"
    rf"{_ONE_CASE}(?= par (?:un |des )?$))\b"
)
# "Un décret pris sur proposition du ministre fixe la liste."
_INDEFINITE = re.compile(r"(?:^|[\s,(])(?:un|des|un ou plusieurs) $")
_FINITE = rf"(?:{_STEMS}(?:e|ent|era|eront)|(?:defini|etabli)(?:t|ssent|ra|ront)|prevoi(?:t|ent)|regi(?:t|ssent))"
_RULES_ITSELF = re.compile(rf"^[^;:]{{0,110}}?\b{_FINITE}\b")
# "La composition fait l'objet d'un décret", "il est pris un arrêté".
_IS_OBJECT = re.compile(
    r"\b(?:(?:fait|font|fera|feront|faire) l'objet (?:d'un |d'|de |des )|(?:est|sera) pris (?:un |des )?)$"
)
# A number, a date or "en vigueur": the act exists.
_EXISTING = re.compile(
    r"^(?:(?!\b(?:loi|dahir|decret|article)\b)[^;:(]){0,200}?\bn ?[°o] ?\d|^ (?:en date )?du \d|"
    r"^ (?:actuellement )?(?:en vigueur|existants?\b|precites?\b|susvises?\b|viziriel)"
)
# An order on one case, or that of a local authority.
_NOT_MINISTERIAL = re.compile(
    r"^ (?:motives?\b|individuels?\b|(?:du|de la|des) (?:president|gouverneur|wali|pacha|caid|conseil|directeur|maire))"
)
_JOINT = re.compile(
    r"^ (?:(?:pris |signes? )?conjoint|des (?:ministres|autorites)\b|"
    r"(?:du|de la) (?:ministre|autorite)[^;:]{0,160}? et (?:du|de la|de l') ?(?:ministre|autorite)\b)"
)
_JOINTLY = re.compile(r"\bconjointement,? par (?:des )?$")


def find(words: str) -> Iterator[Called]:
    """Give the kind of each text that the sentence calls for, as often as it does."""
    for kind, pattern in _ACTS:
        for act in pattern.finditer(words):
            before = words[max(0, act.start() - REACH) : act.start()].rpartition(";")[2]
            after = words[act.end() : act.end() + REACH]
            if _is_called(kind, before, after):
                yield Called.JOINT_ORDER if kind is Called.ORDER and _is_joint(before, after) else kind


def _is_called(kind: Called, before: str, after: str) -> bool:
    if _EXISTING.match(after) or (kind is Called.ORDER and _NOT_MINISTERIAL.match(after)):
        return False
    if _BY.search(before):
        return kind is Called.REGULATORY or _is_ruled(before)
    return bool(_IS_OBJECT.search(before) or (_INDEFINITE.search(before) and _RULES_ITSELF.match(after)))


def _is_ruled(before: str) -> bool:
    """Whether the verb nearest to the act is one that rules for all."""
    verbs = list(_VERB.finditer(before))
    return bool(verbs) and verbs[-1]["rules"] is not None


def _is_joint(before: str, after: str) -> bool:
    return bool(_JOINT.match(after) or _JOINTLY.search(before))
