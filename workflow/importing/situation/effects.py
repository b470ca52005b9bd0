"""Whether an effect told as a situation can be that of the text it is written under."""

import re

from workflow.importing.page.wording import fold

_CREATED = r"cree|institue|constitue|forme|installe|mise? en place"

# What the title says the text does, and the effects that can tell of it. Both read folded text.
_EFFECTS_OF = (
    (r"\bnomination\b|\bnommant\b|\bdesignation\b", "nomme|designe"),
    (r"\breglement interieur\b", "fixe|arrete|adopte|etabli"),
    (r"\bindemnites?\b", "attribue|verse|alloue|fixe"),
    (r"\bcreation\b|\bcreant\b|\binstituant\b|\binstitution d", _CREATED),
    (r"\borganisant\b|\breorganisation\b|\bportant organisation\b|\battributions\b", f"{_CREATED}|organise"),
)


def fits(title: str, effect: str) -> bool:
    """Whether the effect answers the first act that the title names; a title that names none leaves the doubt open."""
    title, effect = fold(title), fold(effect)
    acts = ((act, effects) for pattern, effects in _EFFECTS_OF if (act := re.search(pattern, title)))
    first = min(acts, key=lambda found: found[0].start(), default=None)
    return first is None or bool(re.search(rf"\b(?:{first[1]})", effect))
