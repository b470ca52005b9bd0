"""What no sentence in Arabic may hold, whatever fills it."""

import re

# A Latin letter or sign, a hole, a number with hyphens, which prints turned round, or a word left without its own.
BROKEN = re.compile(
    r"[A-Za-zÀ-ÿ,;?’]|[\[\]{}]|\s\s|\s[،؛.:)]|\(\s|\.\.|[:،؛]\s*[.،؛]|^[\s،؛.(]|\d-\d|\bل+ال|[^.]$"
    r"|\b(?:على|من|إلى|في|ب|ل|و|منذ|رقم|عدد|تحت|بموجب|ليوم|بتاريخ|يرأسها|قراءة|محل)(?=\s?[.،؛)]|\s\s)"
)
