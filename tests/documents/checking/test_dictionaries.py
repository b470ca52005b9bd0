"""The dictionaries name what the papers really say, all of it and nothing else."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from documents.checking.dictionary import Field
from documents.dictionary import KINDS, dictionary
from documents.kinds import bordereau_sgg, fiche_suivi, note_interne
from documents.kinds.tableau import TABLEAU, Production
from models import LegalText, Relation, RelationKind
from tests.documents.office import LETTERHEAD, TODAY, Office
from tests.workflow.builders import CALENDAR
from workflow.reports.production import gathered, rows_as_of

MADE = (note_interne.KIND, bordereau_sgg.KIND, fiche_suivi.KIND)


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


@pytest.mark.parametrize("kind", MADE, ids=[kind.code for kind in MADE])
def test_each_paper_of_a_text_says_what_its_dictionary_names(office: Office, bill: LegalText, kind: Any) -> None:  # noqa: ANN401
    other = office.open("decret", title_fr="Projet de décret", title_ar="")
    office.session.add(
        Relation(text_id=bill.id, kind=RelationKind.REPEALS, target_id=other.id, citation="loi n° 24-03")
    )
    office.session.flush()
    fields = dictionary(kind.code).fields

    said = [kind.context(office.gather(bill, day)) for day in (TODAY, date(2018, 3, 10))]
    said.append(kind.context(office.gather(other)))

    assert [differences(fields, each) for each in said] == [[], [], []]
    # A list that is always empty would prove nothing of its elements.
    assert [each.name for each in fields if each.items and not any(one[each.name] for one in said)] == []


def test_the_table_says_what_its_dictionary_names(office: Office, bill: LegalText) -> None:
    table = gathered(rows_as_of(office.session, on=TODAY, calendar=CALENDAR), on=TODAY)
    said = TABLEAU.context(Production(table, LETTERHEAD))

    assert bill.title_fr in said["rubriques"][0]["lignes"][0]["objet"]
    assert differences(dictionary("tableau").fields, said) == []
    assert len(said["compteurs"]) == dictionary("tableau").by_name["compteurs"].count


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_told_in_words_and_has_an_example_of_its_shape(kind: str) -> None:
    schema = dictionary(kind)

    assert differences(schema.fields, schema.example()) == []
    assert all(each.description_fr for each in schema.fields)
    assert all(each.example is not None for each in schema.fields if not each.items)
    assert [name for name, value in schema.example(empty=True).items() if value == []] == [
        each.name for each in schema.fields if each.is_list and not each.is_fixed
    ]
