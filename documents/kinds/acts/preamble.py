"""What stands between the title of an act and its articles: who takes it, visas, how it was prepared, formula."""

from collections.abc import Iterator, Sequence

from documents.case import Case
from documents.filters import orders_ar, orders_fr
from documents.kind import Fields
from documents.kinds.acts.authorities import (
    Authority,
    agreement,
    head_of_government,
    joint_authors,
    our_minister,
)
from documents.kinds.acts.days import both_ar, both_fr
from documents.kinds.acts.draft_words import draft_visas
from documents.kinds.acts.visas import visas
from documents.language import Language, wording
from workflow.history.opinions import opinions
from workflow.procedure.institutions import institution, name_ar, of_fr

_PROPOSED = frozenset({"decret", "decret_simple", "decret_de_nomination"})
_DECREE_LAW, _JOINT, _MINISTERIAL = "decret_loi", "arrete_conjoint", "arrete"
_COUNCIL, _COMMITTEES = "council", "committees"
_SILENT = "silent"


def of_preamble(case: Case, language: Language) -> Fields:
    """Give the fields of the preamble of a regulation."""
    authors = authors_of(case)
    return {
        "emetteurs": _issuers(authors, language),
        "visas": _ended(list(_items(case, language)), language),
        "formule": _formula(case, authors, language),
    }


def authors_of(case: Case) -> list[Authority]:
    """Give who takes the act: the minister, the ministers together, else the head of government."""
    if case.procedure.kind == _JOINT:
        return joint_authors(case)
    return [our_minister(case) if case.procedure.kind == _MINISTERIAL else head_of_government(case)]


def has_council(case: Case) -> bool:
    """Whether the procedure of the text has the Government Council deliberate it."""
    return any(move.milestone == _COUNCIL for move in case.procedure.transitions)


def _issuers(authors: Sequence[Authority], language: Language) -> list[str]:
    if language == "fr":
        return [f"{each.the_fr.upper()}," for each in authors]
    return [f"{'و' if place else ''}{each.ar}،" for place, each in enumerate(authors)]


def _formula(case: Case, authors: Sequence[Authority], language: Language) -> str:
    if not case.procedure.kind.startswith(_MINISTERIAL):
        return wording(language)("DÉCRÈTE :", "رسم ما يلي:")
    who = agreement(list(authors))
    return wording(language)(f"{orders_fr(who)} :", f"{orders_ar(who)} ما يلي:")


def _ended(items: list[str], language: Language) -> list[str]:
    """End each item with a semicolon, and the last one with the comma that leads to the formula."""
    between, last = (" ;", ",") if language == "fr" else ("؛", "،")
    return [f"{item}{between}" for item in items[:-1]] + [f"{items[-1]}{last}"]


def _items(case: Case, language: Language) -> Iterator[str]:
    """Give the visas, the proposal, the opinions, the deliberation and the agreement of the committees.

    Those of a draft that has some stand in place of those proposed. What the procedure dates is told anew where it has
    it, else as the draft says it.
    """
    written = draft_visas(case.drafts.get(language))
    if written.own:
        yield from written.own
    else:
        yield from visas(case, language)
        yield from _proposal(case, language)
        yield from _opinions(case, language)
    yield from list(_deliberation(case, language)) or written.council
    yield from list(_agreement(case, language)) or written.committees


def _proposal(case: Case, language: Language) -> Iterator[str]:
    if case.procedure.kind in _PROPOSED:
        minister = our_minister(case)
        yield wording(language)(f"Sur proposition {minister.of_fr}", f"وباقتراح من {minister.ar}")


def _opinions(case: Case, language: Language) -> Iterator[str]:
    """Name the bodies whose opinion is compulsory and was given: what was only silent gave none."""
    for each in opinions(case.situation):
        if each.compulsory and each.answered and each.answer != _SILENT:
            given = each.answered_on or each.asked_on
            found, day = institution(each.body), given.last_day if given else None
            body = found.code if found else each.body
            yield wording(language)(f"Après avis {of_fr(body, day)}", f"وبعد استطلاع رأي {name_ar(body, day)}")


def _deliberation(case: Case, language: Language) -> Iterator[str]:
    """Tell the Council that met, or one still to come; of an act whose Council nobody recorded, nothing is known."""
    met = case.situation.last(_COUNCIL)
    if has_council(case) and (met or not _is_act(case)):
        yield wording(language)(
            f"Après délibération en Conseil du gouvernement, réuni le {both_fr(met)}",
            f"وبعد المداولة في مجلس الحكومة المنعقد بتاريخ {both_ar(met)}",
        )


def _agreement(case: Case, language: Language) -> Iterator[str]:
    """Tell the agreement of the committees to a decree-law; of an act of which nobody recorded it nothing is known."""
    if case.procedure.kind == _DECREE_LAW and (case.situation.last(_COMMITTEES) or not _is_act(case)):
        yield wording(language)(
            "Après accord des commissions concernées de la Chambre des représentants et de la Chambre des conseillers",
            "وباتفاق مع اللجان التي يعنيها الأمر في مجلس النواب ومجلس المستشارين",
        )


def _is_act(case: Case) -> bool:
    return case.procedure.is_act(case.situation.state)
