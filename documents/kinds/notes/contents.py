"""What the notes on a text say alike: its title in a sentence, its basis, its provisions, its texts of application."""

from collections.abc import Iterator
from itertools import groupby

from documents.case import Case, Tie
from documents.fields import with_number
from documents.filters import date_long_ar
from documents.kind import Fields
from documents.kinds.follow_up.fiche_counts import every_consultation, tie_label
from documents.language import Language, wording
from models import RelationKind
from workflow.articles.structure import LEVELS, Article, Division, Draft
from workflow.calendar.words import day_fr
from workflow.history.items import Item, visas_of_finance
from workflow.history.opinions import opinions
from workflow.language.articles import is_elided, named_articles, to
from workflow.language.cited_articles import articles_ar, rank_ar
from workflow.language.folding import norm
from workflow.language.typography import capital, shortened
from workflow.procedure.vocabulary import Noun
from workflow.relations.implementing_texts import Implementing
from workflow.sentences.citations import act_ar

# What a text may rest on; what it amends or repeals is told apart.
_BASES = (RelationKind.BASED_ON, RelationKind.IMPLEMENTS, RelationKind.RATIFIES)
_LONGEST, _SHOWN, _PAIR = 150, 15, 2
_PROJECT_AR, _DEFINITE_AR = "مشروع", "ال"


def about(case: Case, language: Language) -> str:
    """Say what a note is about, after its title: "relative au projet de loi n° 12-26 …"; in Arabic the title alone."""
    if language == "ar":
        return with_number(case.title_ar or case.title_fr, case.number, language="ar")
    noun = case.procedure.noun(case.situation.state)
    title = with_number(case.title_fr, case.number)
    if norm(title).split()[:1] == norm(noun.fr).split()[:1]:
        return f"relative {to(_the(noun, title[:1].lower() + title[1:]))}"
    # Typed without the kind of text before it.
    return f"relative {to(_the(noun, noun.fr))} intitulé{'e' if noun.gender == 'f' else ''} « {title} »"


def _the(noun: Noun, words: str) -> str:
    if is_elided(words):
        return f"l’{words}"
    return f"{'la' if noun.gender == 'f' else 'le'} {words}"


def closing(case: Case, language: Language) -> str:
    """Close a note of presentation, agreeing with the kind of text."""
    noun = case.procedure.noun(case.situation.state)
    present = "de la présente" if noun.gender == "f" else "du présent"
    return wording(language)(f"Tel est l’objet {present} {noun.fr}.", f"ذلكم هو الغرض من {_this_ar(noun.ar)}.")


def _this_ar(noun: str) -> str:
    """Point at the text in Arabic: "مشروع هذا القانون", and after a noun that governs another, "قانون المالية هذا"."""
    first, _space, rest = noun.partition(" ")
    if first == _PROJECT_AR and rest.startswith(_DEFINITE_AR):
        return f"{first} هذا {rest}"
    return f"هذا {noun}" if noun.startswith(_DEFINITE_AR) else f"{noun} هذا"


def basis(case: Case, language: Language) -> list[str | None]:
    """Name what the text rests on, one tie each; what is not known where no tie says it."""
    return [_tie(tie, language) for tie in case.ties if not tie.incoming and tie.kind in _BASES] or [None]


def amended(case: Case) -> list[Tie]:
    """Give the ties to the texts that this one amends."""
    return [tie for tie in case.ties if tie.kind == RelationKind.AMENDS and not tie.incoming]


def _tie(tie: Tie, language: Language) -> str:
    return f"{tie_label(tie, language)}{wording(language)(' : ', ': ')}{tied_text(tie, language)}"


def tied_text(tie: Tie, language: Language) -> str:
    """Name the other text of a tie, with the article that is concerned."""
    if language == "ar":
        return "، ".join(filter(None, (act_ar(tie.citation) or tie.citation, _in_arabic(tie.article))))
    return ", ".join(filter(None, (tie.citation, named_articles(tie.article))))


def _in_arabic(article: str) -> str:
    return articles_ar(article) or article


def provisions(case: Case, language: Language) -> list[str | None]:
    """Name the provisions division by division with their articles, as the draft in that language has them.

    A draft without divisions is told article by article, by the first words of each. What is not known where the file
    holds no draft in that language that was divided into articles.
    """
    draft = case.drafts.get(language)
    if draft is None or not draft.articles:
        return [None]
    if not any(isinstance(item, Division) for item in draft.items):
        return list(_one_by_one(draft.articles, language))
    return [_division(name, articles, language) for name, articles in _by_division(draft)]


def _one_by_one(articles: tuple[Article, ...], language: Language) -> Iterator[str]:
    say = wording(language)
    for article in articles[:_SHOWN]:
        first = shortened(article.paragraphs[0], _LONGEST) if article.paragraphs else ""
        yield f"{capital(_span([article], language))}{say(' : ', ': ')}{first}" if first else _span([article], language)
    more = len(articles) - _SHOWN
    if more > 0:
        s = "s" if more > 1 else ""
        yield say(f"Et {more} autre{s} article{s}.", f"ومواد أخرى: {more}.")


def _by_division(draft: Draft) -> Iterator[tuple[str, list[Article]]]:
    """Give the names of the divisions around each run of articles, from the widest, with the articles."""
    around: list[Division] = []
    told: list[tuple[str, Article]] = []
    for item in draft.items:
        if isinstance(item, Division):
            rank = LEVELS.index(item.level)
            around = [each for each in around if LEVELS.index(each.level) < rank] + [item]
        else:
            told.append((" – ".join(map(_named, around)), item))
    for name, run in groupby(told, key=lambda each: each[0]):
        yield name, [article for _name, article in run]


def _named(division: Division) -> str:
    return " : ".join(filter(None, (division.label, division.heading)))


def _division(name: str, articles: list[Article], language: Language) -> str:
    span = _span(articles, language)
    if not name:
        return capital(span)
    return f"{name} ({span})" if language == "fr" else f"{name.replace(' : ', ': ')} ({span})"


def _span(articles: list[Article], language: Language) -> str:
    """Name articles that follow each other: "articles 4 à 9", "المواد من 4 إلى 9"."""
    first, last = articles[0].key, articles[-1].key
    if language == "ar":
        if len(articles) == 1:
            return f"المادة {rank_ar(first)}"
        joined = f"{rank_ar(first)} و{rank_ar(last)}" if len(articles) == _PAIR else ""
        return f"المادتان {joined}" if joined else f"المواد من {rank_ar(first)} إلى {rank_ar(last)}"
    if len(articles) == 1:
        return f"article {_rank_fr(first)}"
    return f"articles {_rank_fr(first)} {'et' if len(articles) == _PAIR else 'à'} {last}"


def _rank_fr(rank: str) -> str:
    return "premier" if rank == "1" else rank


def consultations(case: Case, language: Language) -> list[Fields]:
    """List who was consulted, when, under which duty, and what was answered, on lines of its own what was typed."""
    say = wording(language)
    told = zip(every_consultation(case, language), opinions(case.situation), strict=True)
    return [
        {
            "organisme": capital(row["organisme"]),
            "caractere": say("obligatoire", "إلزامي") if each.compulsory else say("facultatif", "اختياري"),
            "demande": row["demande"],
            "suite": "\n".join(filter(None, (capital(row["reponse"]), each.words))),
        }
        for row, each in told
    ]


def texts_of_application(case: Case, language: Language) -> list[str]:
    """List the texts that apply this one: taken, or expected and for when."""
    return [_applied(each, language) for each in case.application.texts]


def _applied(each: Implementing, language: Language) -> str:
    say, relation = wording(language), each.tie.relation
    name = capital(each.tie.name)
    if language == "ar":
        name = act_ar(each.tie.name) or each.tie.name
    article = (
        say(f", {named_articles(relation.article)}", f"، {_in_arabic(relation.article)}") if relation.article else ""
    )
    due = ""
    if relation.due_on:
        due = say(f" pour le {day_fr(relation.due_on)}", f" قبل {date_long_ar(relation.due_on)}")
    state = say("pris", "صدر") if each.is_taken else say(f"attendu{due}", f"مرتقب{due}")
    return f"{name}{article}{say(' : ', ': ')}{state}."


def financial_effect(case: Case, language: Language) -> str:
    """Say whether a financial effect was declared."""
    say = wording(language)
    if case.text.financial_impact:
        return say("Incidence financière déclarée ; visa des Finances requis.",
                   "انعكاس مالي مصرح به؛ تأشيرة المالية مطلوبة.")  # fmt: skip
    return say("Sans incidence financière déclarée.", "لم يصرح بأي انعكاس مالي.")


def visa_of_finance(case: Case) -> Item | None:
    """Give the visa of Finance among the signatures of the text, asked or given; None where none is recorded."""
    return next(iter(visas_of_finance(case.items)), None)
