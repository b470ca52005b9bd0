"""The divisions and articles of an act, from the draft that was read or blank, and the article that closes them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from documents.case import Case
from documents.filters import charged_fr, each_ar, each_fr
from documents.kind import Fields
from documents.kinds.acts.authorities import Authority, agreement, executing
from documents.kinds.acts.titles import is_law, noun
from documents.language import Language
from documents.missing import missing
from workflow.articles.numbers import leading
from workflow.articles.quotations import quoted
from workflow.articles.structure import LEVELS, Article, Division, Item
from workflow.language.cited_articles import rank_ar
from workflow.language.typography import capital
from workflow.sentences.sentence import listed_fr

# The title of the act is the heading of rank 1.
_FIRST_RANK = 2
_BLANKS = ("1", "2")
_UNIQUE = "unique"
_TO_WRITE = missing("le texte de l’article", "نص المادة")
# The article that orders the publication of the text itself, or charges somebody with its execution: not that of a
# list, nor of works.
_EXECUTION = re.compile(
    r"pr[ée]sente?s?\b[^.]{0,80}publi[ée]e?s?\s+au\s+«?\s*Bulletin\s+officiel|ex[ée]cution\s+(?:du|de\s+la)\s+pr[ée]sent"
    r"|ينشر هذا|هذا[^.]{0,60}(?:بالجريدة|في الجريدة) الرسمية"
    r"|تنفيذ (?:مقتضيات |أحكام )?هذا",
    re.IGNORECASE,
)
_ORDER, _DECREE_LAW = "arrete", "decret_loi"
_THIS_AR = {
    "decret_loi": "هذا المرسوم بقانون", "arrete_conjoint": "هذا القرار المشترك", "arrete": "هذا القرار",
    "arrete_du_chef_du_gouvernement": "هذا القرار",
}  # fmt: skip


def of_provisions(case: Case, language: Language) -> Fields:
    """Give the fields of the divisions and articles."""
    items = list(_with_closing(case, list(_items(case, language)), language))
    parts = list(_placed(items, language, run_in=language == "fr" and not is_law(case)))
    return {"dispositif": [part | {"derniere": part is parts[-1] and not is_law(case)} for part in parts]}


def _items(case: Case, language: Language) -> Iterator[Item]:
    """Give the parts of the draft; where none was read, blank articles numbered as in the other language, or two."""
    if (draft := case.drafts.get(language)) and draft.articles:
        yield from draft.items
        return
    others = [draft.articles for told, draft in case.drafts.items() if told != language and draft.articles]
    # The article that closes the other one is said in this language too, in its place.
    keys = [each.key for each in others[0] if each is not others[0][-1] or not _closes(each)] if others else _BLANKS
    yield from (Article(_blank_label(key, language), key, (_TO_WRITE,)) for key in keys)


def _blank_label(key: str, language: Language) -> str:
    if language == "fr":
        return ""
    return "مادة فريدة" if key == _UNIQUE else f"المادة {rank_ar(key)}"


def _with_closing(case: Case, items: list[Item], language: Language) -> Iterator[Item]:
    """Add the article of execution and publication to a regulation that has none."""
    yield from items
    articles = [each for each in items if isinstance(each, Article)]
    last = articles[-1] if articles else None
    number = leading(last.key) if last else 0
    if is_law(case) or number is None or any(map(_closes, articles)):
        return
    key = str(number + 1)
    yield Article(_blank_label(key, language), key, (_execution(case, language),))


def _closes(article: Article) -> bool:
    """Whether an article orders the publication or the execution of the text: what it quotes is of another text."""
    told = zip(article.paragraphs, quoted(article.paragraphs), strict=True)
    return _EXECUTION.search(" ".join(words for words, is_quoted in told if not is_quoted)) is not None


def _execution(case: Case, language: Language) -> str:
    """Charge those who are known to countersign with the execution, and order the publication."""
    return _execution_ar(case) if language == "ar" else _execution_fr(case)


def _execution_fr(case: Case) -> str:
    this, charged = f"présent {noun(case, 'fr').partition(' du ')[0]}", _charged(case)
    if not charged:
        return f"Le {this} sera publié au Bulletin officiel."
    who = agreement(charged)
    names = capital(listed_fr(each.the_fr for each in charged))
    are, share = ("est", "") if who.number == 1 else ("sont", f", {each_fr(who)},")
    return f"{names} {are} {charged_fr(who)}{share} de l’exécution du {this} qui sera publié au Bulletin officiel."


def _execution_ar(case: Case) -> str:
    this, charged = _THIS_AR.get(case.procedure.kind, "هذا المرسوم"), _charged(case)
    if case.procedure.kind == _DECREE_LAW:
        return f"ينشر {this} بالجريدة الرسمية ويعرض على البرلمان قصد المصادقة عليه خلال دورته العادية الموالية."
    if not charged:
        return f"ينشر {this} بالجريدة الرسمية."
    who = agreement(charged)
    if who.number == 1:
        return f"يسند إلى {charged[0].ar} تنفيذ {this} الذي ينشر بالجريدة الرسمية."
    names = " و".join(each.ar for each in charged)
    return f"يسند تنفيذ {this}، الذي ينشر بالجريدة الرسمية، إلى {names}، {each_ar(who)}."


def _charged(case: Case) -> list[Authority]:
    return [] if case.procedure.kind.startswith(_ORDER) else executing(case)


def _placed(items: Iterable[Item], language: Language, *, run_in: bool) -> Iterator[Fields]:
    """Give each part its rank of heading: one below the divisions that are open around it, whichever they are."""
    around: list[str] = []
    for item in items:
        if isinstance(item, Division):
            rank = LEVELS.index(item.level)
            around = [each for each in around if LEVELS.index(each) < rank]
            heading = "\n".join(filter(None, (item.label, item.heading)))
            yield _part(str(_FIRST_RANK + len(around)), heading)
            around.append(item.level)
        elif run_in:
            yield _part("", "", run_in=_label_run_in(item.key), paragraphs=item.paragraphs)
        else:
            label = item.label if language == "ar" else _label_alone(item.key)
            yield _part(str(_FIRST_RANK + len(around)), label, paragraphs=item.paragraphs)


def _part(rank: str, heading: str, *, run_in: str = "", paragraphs: Sequence[str] = ()) -> Fields:
    first, rest = (paragraphs[:1], paragraphs[1:]) if run_in else ((), paragraphs)
    return {
        "rang": rank, "titre": heading, "article": run_in, "debut": first[0] if first else "", "alineas": list(rest),
    }  # fmt: skip


def _label_alone(key: str) -> str:
    return f"Article {'premier' if key == '1' else key}"


def _label_run_in(key: str) -> str:
    return {"1": "ARTICLE PREMIER. – ", _UNIQUE: "ARTICLE UNIQUE. – "}.get(key, f"ART. {key}. – ")
