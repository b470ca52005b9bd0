"""The dictionaries name what the papers really say, all of it and nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from documents.case import Case
from documents.catalogue import KINDS as CATALOGUE
from documents.checking.dictionary import Field
from documents.checking.template import check_template
from documents.dictionary import FILTERS
from documents.filters import FILTERS as OF_PAPERS
from documents.kind import Kind
from documents.kinds.follow_up.tableau import TABLEAU, Production
from documents.language import LANGUAGES, Language
from documents.templates import OWNED, dictionary
from models import LegalText, Relation, RelationKind
from tests.documents.office import LETTERHEAD, TODAY, Office
from tests.workflow.builders import CALENDAR, TO_ADOPTED, moved
from tests.workflow.registers.desk import new, tell
from workflow.articles.structure import Article, Draft
from workflow.reports.production import gathered, rows_as_of

MADE = tuple(CATALOGUE.values())


def draft(language: Language, words: str = "1") -> Draft:
    return Draft(language, items=(Article("1", "1", (words,)),))


def differences(fields: Iterable[Field], said: dict[str, Any], where: str = "") -> list[str]:
    """Name what one of the two has and the other has not; of lists, in their first element."""
    known = {each.name: each for each in fields}
    found = [f"{where}{name}" for name in known.keys() ^ said.keys()]
    for name in known.keys() & said.keys():
        value = said[name]
        if isinstance(value, list) != known[name].is_list:
            found.append(f"{where}{name}[]")
        elif known[name].is_list and value:
            found += differences(known[name].items, value[0], f"{where}{name}.") if known[name].items else []
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MADE, ids=[kind.code for kind in MADE])
def test_each_paper_of_a_text_says_what_its_dictionary_names(
    office: Office, bill: LegalText, kind: Kind[Case], language: Language
) -> None:
    other = office.open("decret", title_fr="Projet de décret", title_ar="", on="2018-03-01")
    office.move(other, "assign_drafter", "2018-03-02")
    office.move(other, "ask_opinion", "2018-03-03", body="cndh")
    office.move(other, "record_observation", "2018-03-04", body="Public", observation="Préciser le délai.")
    tell(office, bill, "amendments", [new(1, author="Le gouvernement", article="4", proposed_text="Par écrit.")])
    office.session.add(
        Relation(text_id=bill.id, kind=RelationKind.REPEALS, target_id=other.id, citation="loi n° 24-03")
    )
    office.session.add(Relation(text_id=bill.id, kind=RelationKind.AMENDS, citation="loi n° 14-05"))
    office.session.flush()
    fields = dictionary(kind.code, language).fields

    said = [kind.context(office.gather(bill, day), language) for day in (TODAY, date(2018, 3, 10))]
    said.append(kind.context(office.gather(other), language))
    both: dict[str, dict[str, Draft]] = {
        "representants": {language: draft(language)},
        "conseillers": {language: draft(language, "2")},
    }
    said.append(kind.context(replace(office.gather(bill), adopted=both), language))
    to_sign = office.open("decret", title_fr="Projet de décret", title_ar="مشروع مرسوم", on="2018-03-01")
    for name, _on, facts in (*TO_ADOPTED, moved("send_to_signature"), moved("name_signatories", signatories="cndh")):
        office.move(to_sign, name, **facts)
    said.append(kind.context(office.gather(to_sign), language))

    assert [differences(fields, each) for each in said] == [[]] * len(said)
    # A list that is always empty would prove nothing of its elements.
    assert [each.name for each in fields if each.items and not any(one[each.name] for one in said)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_says_what_its_dictionary_names(office: Office, bill: LegalText, language: Language) -> None:
    table = gathered(rows_as_of(office.session, on=TODAY, calendar=CALENDAR), on=TODAY)
    said = TABLEAU.context(Production(table, LETTERHEAD), language)

    title = office.gather(bill).title_ar if language == "ar" else bill.title_fr
    assert (title or bill.title_fr) in said["rubriques"][0]["lignes"][0]["objet"]
    assert differences(dictionary("tableau").fields, said) == []
    assert len(said["compteurs"]) == dictionary("tableau").by_name["compteurs"].count


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OWNED)
def test_every_field_is_told_in_words_and_has_an_example_of_its_shape(kind: str, language: Language) -> None:
    schema = dictionary(kind, language)

    assert differences(schema.fields, schema.example()) == []
    assert all(each.description_fr for each in schema.fields)
    assert all(each.example is not None for each in schema.fields if not each.items)
    assert [name for name, value in schema.example(empty=True).items() if value == []] == [
        each.name for each in schema.fields if each.is_list and not each.is_fixed
    ]


def test_templates_may_use_the_filters_that_papers_have() -> None:
    assert set(OF_PAPERS) == set(FILTERS)


@pytest.mark.parametrize("kind", OWNED)
def test_every_filter_has_a_field_that_it_may_follow(kind: str) -> None:
    schema = dictionary(kind)
    acts = {"reference_ar", "reference_fr"} if kind == TABLEAU.code else set()

    sorts = {each.sort for each in schema.fields}
    of_lists = set() if "list" in sorts else {"join"}
    assert {name for name, takes in FILTERS.items() if not sorts & set(takes)} == acts | of_lists


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OWNED)
def test_a_factory_template_has_no_fault(kind: str, language: Language) -> None:
    template = (CATALOGUE | {TABLEAU.code: TABLEAU})[kind].template(language)

    assert check_template(template, dictionary(kind, language)) == []
