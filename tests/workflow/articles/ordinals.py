"""Ordinals in words up to 200, written apart from the code that reads them."""

ONES_AR = ["", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة"]
TENS_AR = ["", "", "العشرون", "الثلاثون", "الأربعون", "الخمسون", "الستون", "السبعون", "الثمانون", "التسعون"]
ONES_FR = [
    "",
    "unième",
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
]
TEENS_FR = ["dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième", "dix-septième",
            "dix-huitième", "dix-neuvième"]  # fmt: skip
TENS_FR = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]
ROUND_FR = {20: "vingtième", 30: "trentième", 40: "quarantième", 50: "cinquantième", 60: "soixantième",
            80: "quatre-vingtième"}  # fmt: skip


def feminine_ar(number: int) -> str:
    """Write an Arabic ordinal as articles bear it: "الحادية والعشرون بعد المائة"."""
    hundreds, rest = divmod(number, 100)
    whole = {0: "", 1: "المائة", 2: "المائتان"}[hundreds]
    return " بعد ".join(part for part in (_below_100_ar(rest), whole) if part)


def _below_100_ar(number: int) -> str:
    tens, ones = divmod(number, 10)
    first = "الحادية" if ones == 1 and tens else ONES_AR[ones]
    if number == 10:
        return "العاشرة"
    if tens == 1:
        return f"{first} عشرة"
    return " و".join(part for part in (first, TENS_AR[tens]) if part)


def ordinal_fr(number: int) -> str:
    """Write a French ordinal: "cent vingt et unième"."""
    if number == 1:
        return "premier"
    hundreds, rest = divmod(number, 100)
    if not rest:
        return {1: "centième", 2: "deux-centième"}[hundreds]
    return f"{'cent ' * hundreds}{_below_100_fr(rest)}"


def _below_100_fr(number: int) -> str:
    if number in ROUND_FR:
        return ROUND_FR[number]
    tens, ones = divmod(number, 10)
    if tens == 1:
        return TEENS_FR[ones]
    last = TEENS_FR[ones] if tens in (7, 9) else ONES_FR[ones]
    joined = " et " if (ones == 1 and tens < 8) else "-"
    return f"{TENS_FR[tens]}{joined}{last}" if tens else ONES_FR[ones]
