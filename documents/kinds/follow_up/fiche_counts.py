"""What the record of a text counts on its first page: consultations, observations, texts of application, amendments."""

from documents.case import Case, Tie
from documents.fields import named_ar
from documents.filters import date_long_ar
from documents.kind import Fields
from documents.language import Language, wording
from models import PartialDate, RelationKind
from workflow.calendar.words import partial_short_fr
from workflow.history.observations import still_open
from workflow.history.opinions import Opinion, opinions
from workflow.language.articles import named_articles
from workflow.language.cited_articles import articles_ar
from workflow.language.counting import REMARKS, TEXTS, TIMES, counted_ar
from workflow.language.typography import capital, shortened
from workflow.sentences.citations import act_ar

_SHOWN, _LONGEST = 2, 60
# As `ties` words them in French: the text that does it, then the text to which it is done.
_TIES_AR: dict[str, tuple[str, str]] = {
    RelationKind.IMPLEMENTS: ("صادر لتطبيق", "نص تطبيقي"),
    RelationKind.AMENDS: ("يغير", "مغير بموجب"),
    RelationKind.REPEALS: ("ينسخ", "منسوخ بموجب"),
    RelationKind.BASED_ON: ("مبني على", "أساس لـ"),
    RelationKind.RATIFIES: ("يصادق على", "مصادق عليه بموجب"),
    RelationKind.REPLACES: ("يعوض", "معوض بـ"),
}


def tie_label(tie: Tie, language: Language) -> str:
    """Say what a text does to the other one, or what is done to it."""
    known = _TIES_AR.get(tie.kind)
    return known[tie.incoming] if language == "ar" and known else tie.label


def tie_text(tie: Tie, language: Language) -> str:
    """Cite the other text; in Arabic words where it has some, else as it was typed."""
    if language == "fr":
        return capital(tie.citation)
    return act_ar(tie.citation) or (tie.act.title_ar if tie.act else "") or capital(tie.citation)


def _short(words: str) -> str:
    return shortened(words, _LONGEST)


def consultations(case: Case, language: Language) -> str:
    """Count the opinions asked and given, and name those awaited."""
    asked = opinions(case.situation)
    if not asked:
        return _none(language)
    given = sum(each.answered for each in asked)
    say = wording(language)
    count = say(
        f"{given or 'Aucun'} avis rendu{'s' if given > 1 else ''} sur {len(asked)}",
        f"الآراء الواردة: {given} من أصل {len(asked)}",
    )
    awaited = [_awaited(each, language) for each in asked if not each.answered]
    # A text that was signed or promulgated waits for no opinion any more.
    is_act = case.procedure.is_act(case.situation.state)
    label = say("non rendu", "لم يرد رأي") if is_act else say("attendu", "في الانتظار")
    label += say("s" if len(awaited) > 1 else "", "")
    return _listed(count, label, awaited, language)


def every_consultation(case: Case, language: Language) -> list[Fields]:
    """List the opinions asked, each with when it was asked, and what was answered."""
    return [
        {
            "organisme": named_ar(each.body, each.asked_on) if language == "ar" else capital(each.name_fr),
            "demande": short_date(each.asked_on, language),
            "reponse": _answer(case, each, language),
        }
        for each in opinions(case.situation)
    ]


def _answer(case: Case, opinion: Opinion, language: Language) -> str:
    say = wording(language)
    if not opinion.answered:
        return say("non rendu", "لم يرد")
    choices = case.procedure.vocabulary.facts["answer"].choices
    words = [say(choice.fr, choice.ar) for choice in choices if choice.value == opinion.answer]
    given = " – ".join([*words, short_date(opinion.answered_on, language)])
    return capital(given) if opinion.answered_on or words else say("Rendu", "ورد")


def short_date(when: PartialDate | None, language: Language) -> str:
    """Word a date for a table."""
    if language == "fr":
        return partial_short_fr(when)
    return date_long_ar(when) if when else "تاريخ غير معروف"


def _awaited(opinion: Opinion, language: Language) -> str:
    if language == "ar":
        due = f" (الأجل: {date_long_ar(opinion.due)})" if opinion.due else ""
        return f"{_short(named_ar(opinion.body, opinion.asked_on))}{due}"
    return f"{_short(opinion.name_fr)}{f' (pour le {partial_short_fr(opinion.due)})' if opinion.due else ''}"


def open_observations(case: Case, language: Language) -> str:
    """Count the observations to which nothing was answered, with the articles they are about."""
    found = list(still_open(case.situation))
    if not found:
        return _none(language)
    about = [
        f"{wording(language)('n°', 'رقم')} {each.rank}"
        + (
            f" ({named_articles(each.article) if language == 'fr' else articles_ar(each.article) or each.article})"
            if each.article
            else ""
        )
        for each in found
    ]
    count = f"{len(found)} observation{'s' if len(found) > 1 else ''}"
    return _listed(wording(language)(count, counted_ar(len(found), REMARKS)), "", about, language)


def implementing_texts(case: Case, language: Language) -> str:
    """Count the texts that apply this one, and name them."""
    found = [tie_text(tie, language) for tie in case.ties if tie.kind == RelationKind.IMPLEMENTS and tie.incoming]
    count = f"{len(found)} texte{'s' if len(found) > 1 else ''}"
    counted = wording(language)(count, counted_ar(len(found), TEXTS))
    return _listed(counted, "", [_short(each) for each in found], language) if found else _none(language)


def amendments(case: Case, language: Language) -> str:
    """Say by which votes the text was amended, and when."""
    votes = [
        (case.procedure.at(done.version, done.kind).states[done.to_state], done)
        for done in case.situation.done
        if (move := case.procedure.at(done.version, done.kind).moves.get(done.move)) and move.amends
    ]
    if not votes:
        return _none(language)
    if language == "ar":
        told = [f"{state.label_ar}{f' ({date_long_ar(done.on)})' if done.on else ''}" for state, done in votes]
        count = counted_ar(len(votes), TIMES)
    else:
        told = [f"{state.label_fr}{f' ({partial_short_fr(done.on)})' if done.on else ''}" for state, done in votes]
        count = f"{len(votes)} vote{'s' if len(votes) > 1 else ''} avec amendements"
    return _listed(count, "", told, language)


def _listed(count: str, label: str, items: list[str], language: Language) -> str:
    """Tell a count, then the first of what it counts, and how many more there are."""
    if not items:
        return f"{count}."
    say = wording(language)
    told = say(" ; ", "؛ ").join(items[:_SHOWN])
    more = len(items) - _SHOWN
    rest = say(f" ; et {more} autre{'s' if more > 1 else ''}", f"؛ و{more} غيرها") if more > 0 else ""
    lead = f"{count}{say(' ; ', '؛ ')}{label}" if label else count
    return f"{lead}{say(' : ', ': ')}{told}{rest}."


def _none(language: Language) -> str:
    return wording(language)("Aucune donnée enregistrée.", "لا توجد معطيات مسجلة.")
