"""The amendments proposed to a text before one Chamber in one reading, with the position of the government and votes.

Fields: those of every paper; `chambre`, `lecture`, `articles` (article, initial, propose, auteurs, justification,
position, resultat, longue), `totaux` (libelle, nombre) counted on these rows, and `regles`, by which the Chamber takes
amendments. Amendments of one article that say the same are one row, with all their authors.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from documents.case import Case
from documents.fields import of_case
from documents.kind import About, Fields, Kind
from documents.kinds.tables.amendements_page import FIELDS, RULES, template
from documents.kinds.tables.cells import article_place, article_shown, article_words, choice_shown, is_long
from documents.language import Language, wording
from models import Register
from workflow.history.items import Item
from workflow.language.folding import plain
from workflow.language.typography import DASH, capital
from workflow.sentences.places import reading_ar, reading_fr

_CHAMBERS = ("representants", "conseillers")
# The order in which amendments are discussed before the Chambre des représentants, as their authors are named.
_OPPOSITION, _GOVERNMENT = ("opposition", "معارضة"), ("gouvernement", "government", "حكومة")


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell the amendments before the Chamber and in the reading that the paper is about, in the order of articles."""
    chamber, reading = _chosen(case)
    items = [each for each in case.items_in(Register.AMENDMENTS) if _place(case, each) == (chamber, reading)]
    rows = [_row(case, group, language) for group in _grouped(items)]
    label = _chamber(case, chamber, language)
    return of_case(case, language) | {
        "chambre": label or None,
        "lecture": _reading(reading, language),
        "articles": rows,
        "totaux": _totals(items, language) if items else [],
        "regles": _rules(chamber, language),
    }


def abouts(case: Case) -> Sequence[About]:
    """Give the readings in which amendments were proposed, by Chamber, in the order in which they came."""
    places = dict.fromkeys(_place(case, each) for each in case.items_in(Register.AMENDMENTS))
    return [_about(case, chamber, reading) for chamber, reading in places if chamber]


def _about(case: Case, chamber: str, reading: int) -> About:
    french = f"{capital(_chamber(case, chamber, 'fr'))}, {_reading(reading, 'fr')}"
    return About(f"{chamber}-{reading}", french, f"{_chamber(case, chamber, 'ar')}، {_reading(reading, 'ar')}")


def _chosen(case: Case) -> tuple[str, int]:
    """Give the Chamber and the reading of the paper; the last ones of the register, else of the text, by default."""
    chamber, _dash, reading = case.about.rpartition("-")
    if chamber in _CHAMBERS and reading.isdecimal():
        return chamber, int(reading)
    places = [_place(case, each) for each in case.items_in(Register.AMENDMENTS)]
    return places[-1] if places else (case.situation.chamber or "", max(case.situation.reading, 1))


def _place(case: Case, item: Item) -> tuple[str, int]:
    """Give where an amendment was proposed; one that does not say was where the text is, in the first reading."""
    reading = item.values.get("reading") or 1
    return item.values.get("chamber") or case.situation.chamber or "", int(reading)


def _chamber(case: Case, chamber: str, language: Language) -> str:
    known = case.procedure.vocabulary.chambers.get(chamber)
    return wording(language)(known.short_fr or known.fr, known.ar) if known else ""


def _reading(reading: int, language: Language) -> str:
    if reading <= 1:
        return wording(language)("première lecture", "القراءة الأولى")
    return wording(language)(f"{reading_fr(reading)} lecture", f"القراءة ال{reading_ar(reading)}")


def _grouped(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Group those of one article that say the same, in the order of articles, then of discussion, then of numbers."""
    same: dict[tuple[str, ...], list[Item]] = {}
    for item in sorted(items, key=lambda each: (_rank(each), each.number)):
        words = plain(" ".join(item.values.get("proposed_text", "").split()))
        # An amendment whose words are not told is like no other.
        content = (str(_article(item)), item.values.get("nature", ""), words or f"{item.number}")
        same.setdefault(content, []).append(item)
    yield from sorted(same.values(), key=lambda group: (_article(group[0]), _rank(group[0]), group[0].number))


def _article(item: Item) -> tuple[int, int, int, str]:
    return article_place(item.values.get("article", ""))


def _rank(item: Item) -> int:
    named = plain(f"{item.values.get('author_group', '')} {item.values.get('author', '')}")
    if any(word in named for word in _OPPOSITION):
        return 0
    return 1 if any(word in named for word in _GOVERNMENT) else 2


def _row(case: Case, group: Sequence[Item], language: Language) -> Fields:
    first = group[0].values
    article = first.get("article", "")
    initial = next((each.values["initial_text"] for each in group if each.values.get("initial_text")), "")
    told = {
        "article": article_shown(article, language),
        "initial": initial or article_words(case, article, language),
        "propose": _proposed(first, language),
        "auteurs": "\n".join(_author(each, language) for each in group),
        "justification": "\n".join(dict.fromkeys(filter(None, (each.values.get("reason") for each in group)))) or DASH,
        "position": _once(group, "government_position", language) or DASH,
        "resultat": "\n".join(dict.fromkeys(_result(each, language) for each in group)),
    }
    return told | {"longue": is_long(told.values())}


def _proposed(values: dict[str, object], language: Language) -> str:
    nature = choice_shown(Register.AMENDMENTS, "nature", str(values.get("nature", "")), language)
    return "\n".join(filter(None, (nature, str(values.get("proposed_text", ""))))) or DASH


def _author(item: Item, language: Language) -> str:
    values, say = item.values, wording(language)
    number = say(f"n° {values['number']} : ", f"رقم {values['number']}: ") if values.get("number") else ""
    group = f" ({values['author_group']})" if values.get("author_group") else ""
    return f"{number}{values.get('author', DASH)}{group}"


def _once(group: Sequence[Item], column: str, language: Language) -> str:
    told = (choice_shown(Register.AMENDMENTS, column, each.values.get(column), language) for each in group)
    return "\n".join(dict.fromkeys(filter(None, told)))


def _result(item: Item, language: Language) -> str:
    """Say the fate in committee, then in plenary, and the votes: for, against, abstentions."""
    say, told = wording(language), []
    for column, french, arabic in (("committee_fate", "Commission", "اللجنة"), ("plenary_fate", "Séance", "الجلسة")):
        if value := item.values.get(column):
            fate = choice_shown(Register.AMENDMENTS, column, value, language)
            told.append(say(f"{french} : {fate.lower()}", f"{arabic}: {fate}"))
    votes = [item.values.get(column) for column in ("votes_for", "votes_against", "abstentions")]
    if any(each is not None for each in votes):
        pro, against, abstained = (DASH if each is None else str(each) for each in votes)
        told.append(
            say(
                f"P {pro} / C {against} / A {abstained}",
                f"الموافقون: {pro}، المعارضون: {against}، الممتنعون: {abstained}",
            )
        )
    return "\n".join(told) or DASH


def _totals(items: Sequence[Item], language: Language) -> list[Fields]:
    """Count the amendments by what became of them last, those still in discussion, and all of them."""
    say = wording(language)
    fates = sorted(item.values.get("plenary_fate") or item.values.get("committee_fate") or "" for item in items)
    counts = {fate: len(list(same)) for fate, same in groupby(fates)}
    labels = (
        (say("Adoptés", "مصادق عليها"), counts.get("adopted", 0)),
        (say("Rejetés", "مرفوضة"), counts.get("rejected", 0)),
        (say("Retirés", "مسحوبة"), counts.get("withdrawn", 0)),
        (say("En discussion", "قيد المناقشة"), counts.get("", 0)), (say("Total", "المجموع"), len(items)),
    )  # fmt: skip
    return [{"libelle": label, "nombre": str(count)} for label, count in labels]


def _rules(chamber: str, language: Language) -> list[str]:
    """Give the rules of the Chamber; those of both where it is not known."""
    say = wording(language)
    kept = [words for named, *words in RULES if not named or not chamber or named == chamber]
    return [f"{say(french, arabic)} ({say(*basis)})." for french, arabic, *basis in kept]


KIND = Kind("amendements", context, template, FIELDS, abouts=abouts)
