"""Whether a date stands in the clause of a step: that of a clause which nobody read is never put on another step."""

import re

from workflow.importing.page.wording import fold

_BREAK = re.compile(r"[;,،؛]|\b(?:puis|ensuite|mais|avant d\w*)\b|ثم")
# Words with which a date is told: after a break, only these may stand before it.
_INTRODUCES = re.compile(
    r"[\W\d]*(?:(?:le|la|l|du|de|en|au|a|depuis|dates?|ce|jour|mois|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"reunie?|tenue?|seance|session|pleniere|plenier|conseil|voix|contre|pour|avec|sans|abstentions?|unanimite|"
    r"majorite|absolue|par|et|soit|premiere?|deuxieme|troisieme|lecture|respectivement|"
    r"بتاريخ|يوم|في|من|ابتداء|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|الجمعة|السبت|الاحد|شهر|سنه|سنة)\b[\W\d]*)*"
)
# The day to which something was put off is not that of the decision.
_PUT_OFF_TO = re.compile(r"\b(?:report|ajourn|repouss|differ|prorog)\w*(?: \w+){0,6} (?:au|jusqu\W?au|a) $")


def is_after_in_clause(step: str, words: str) -> bool:
    """Whether a date that follows these words, which follow those of a step, is that of the step."""
    *others, last = _BREAK.split(fold(words))
    return not _PUT_OFF_TO.search(fold(step + words)) and (not others or bool(_INTRODUCES.fullmatch(last)))


def is_before_in_clause(words: str) -> bool:
    """Whether a date that follows these words, at the beginning of a sentence, may be that of a step told after it."""
    return bool(_INTRODUCES.fullmatch(fold(words)))
