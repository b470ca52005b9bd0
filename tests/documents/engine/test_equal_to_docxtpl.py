"""What we compile once equals, part by part, what docxtpl makes anew each time."""

import random
from datetime import date

import pytest

from documents.catalogue import KINDS
from documents.engine.compiled import compile_template
from documents.engine.filling import fill
from documents.kinds.follow_up.relecture import RELECTURE, Review
from documents.kinds.follow_up.tableau import TABLEAU, Production
from documents.language import LANGUAGES, Language
from models import LegalText, PartialDate
from tests.documents.engine.peer import by_docxtpl, parts, without_comments
from tests.documents.engine.snippets import PROPERTIES, line, picture, run, table, template
from tests.documents.office import LETTERHEAD, TODAY, Office
from tests.workflow.builders import CALENDAR
from workflow.reports.production import production_table
from workflow.rulebook.files import procedures

FIELDS: dict[str, object] = {
    "x": "Loi", "nothing": None, "empty": "", "yes": True, "n": 2, "rank": "1er", "mixed": 'A & <B> "C" \'d\' ]]>',
    "lines": "un\ndeux\n\ntrois", "tabs": "a\tb\n\tc", "odd": "p\aq\fr\x00s", "number": "103-13 et 2-18-100",
    "held": "a\u2011b",
    "tags": "{{ ministere }} {% if %}", "ordinals": "le 1er mai,\tla 2e\net la 21e;", "day": PartialDate(2018, 3, 1),
    "on": date(2018, 1, 1), "ar": "القانون رقم 103.13", "e": "e",
    "rows": [{"a": "1er", "b": f"l{n}\n{n}-{n}", "c": ["u", "v"]} for n in range(4)],
}  # fmt: skip


def assert_equal(template: bytes, fields: dict[str, object]) -> None:
    made, peer = parts(fill(compile_template(template), fields, PROPERTIES)), parts(by_docxtpl(template, fields))
    ours, theirs = without_comments(made, peer)
    assert ours == theirs


SNIPPETS = {
    "each field": template(*(line(f"{{{{ {name} }}}}") for name in FIELDS)),
    "each field amid words": template(
        *(line(f"Le {{{{ {name} }}}} : 1er {{{{ {name} }}}}, n° 5-6") for name in FIELDS)
    ),
    "fields side by side": template(*(line(f"{{{{ n }}}}{{{{ {name} }}}}e{{{{ {name} }}}}er") for name in FIELDS)),
    "with a look": template(line("{{ tabs }}", "{{ ordinals }}", look='<w:b/><w:lang w:val="fr-MA"/>')),
    "raised already": template(line("{{ ordinals }}", look='<w:vertAlign w:val="superscript"/>')),
    "right to left": template(line("{{ ar }} {{ tabs }}", look='<w:rtl/><w:lang w:bidi="ar-MA"/>')),
    "a tag in pieces": template(line("{", "{ mi", "xed }", "} a {", "% if y", "es %", "}oui{% e", "ndif %}")),
    "curly quotes": template(line("{% if x == “Loi” %}oui{% else %}non{% endif %} {% if x == ‘b’ %}b{% endif %}")),
    "a choice inside words": template(
        line("a {% if yes %}1{% else %}2{% endif %}er {% if nothing %}b{% elif n %}c{% endif %}")
    ),
    "a choice over paragraphs": template(
        line("{%p if yes %}"), line("{{ x }}"), line("{%p else %}"), line("{{ y }}"), line("{%p endif %}")
    ),
    "a choice begun in one paragraph": template(line("a {% if yes %} b"), line("{{ x }}"), line("c {% endif %} d")),
    "paragraphs": template(line("{%p for r in rows %}"), line("{{ r.a }} {{ loop.index }}"), line("{%p endfor %}")),
    "none of them": template(
        line("{%p for r in empty %}"), line("a"), line("{%p else %}"), line("b"), line("{%p endfor %}")
    ),
    "rows": template(table(["{%tr for r in rows %}", ""], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}", ""])),
    "rows in rows": template(
        table(
            ["{%tr for r in rows %}", ""],
            ["{{ r.a }}", "{{ r.b }}"],
            ["{%tr for c in r.c %}", ""],
            ["{{ c }}", ""],
            ["{%tr endfor %}", ""],
            ["{%tr endfor %}", ""],
        )
    ),
    "cells": template(
        table(["{%tc for r in rows %}", "{{ r.b }}", "{%tc endfor %}"], ["a", "b"], columns=3), line("{{ x }}")
    ),
    "too few columns": template(table(["a", "b", "{{ x }}"], columns=2)),
    "from cell to cell": template(table(["a{% for r in rows %}", "b{% endfor %}"])),
    "runs": template(line("a", "{%r if yes %}", "{{ x }}", "{%r endif %}", "b")),
    "colours and spans": template(table(["{% cellbg x %}a", "{% colspan n %}b"])),
    "merged": template(table(["{%tr for r in rows %}", ""], ["{% vm %}{{ x }}", "{{ r.b }}"], ["{%tr endfor %}", ""])),
    "cut blanks": template(line("a "), line("{%- if yes -%}"), line(" b {{- x -}} c "), line("{%- endif -%} d")),
    "remarks": template(line("a {# gone #} b"), line("{#p gone #}"), line("{{ x }}")),
    "braces written": template(line("{_{ a }_} {{ x }} {_% b %_}")),
    "nothing to fill": template(line("a\tb\nc 1er 103-13 « d » !")),
    "pictures": template(
        "<w:p>" + picture(7) + picture(7) + "</w:p>",
        line("{%p for r in rows %}"),
        "<w:p>" + picture(7) + "</w:p>",
        line("{%p endfor %}"),
    ),
    "head, foot and notes": template(
        line("{{ x }}"), head=line("{{ tabs }}"), foot=line("{{ mixed }} 1er"), note=line("{{ lines }}")
    ),
    "two sections": template(line("{{ x }}"), head=line("{{ x }}"), note=line("{{ number }}"), sections=2),
}


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet_is_filled_as_docxtpl_fills_it(snippet: str) -> None:
    assert_equal(SNIPPETS[snippet], FIELDS)


@pytest.mark.parametrize("seed", range(40))
def test_tags_are_found_wherever_word_cuts_its_runs(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    kinds = ("{{ x }}", "{{ mixed }}", "{{ ordinals }}", "{{ tabs }}", "{% if yes %}", "{{ n }}", "{{ number }}")
    for _try in range(5):
        words = [chance.choice((*kinds, "alpha ", "b, ", " & ", "le 1er ", "e ", "3")) for _word in range(8)]
        said = "".join(words) + "{% endif %}" * words.count("{% if yes %}")
        cuts = sorted(chance.sample(range(1, len(said)), min(6, len(said) - 1)))
        runs = [said[start:end] for start, end in zip([0, *cuts], [*cuts, len(said)], strict=True)]
        looks = [chance.choice(("", "<w:b/>", '<w:i/><w:lang w:val="fr-MA"/>', "<w:rtl/>")) for _run in runs]
        cut = line(*(run(each, look) for each, look in zip(runs, looks, strict=True)))

        assert_equal(template(line("{{ x }}"), cut), FIELDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", KINDS)
def test_a_factory_paper_is_the_one_that_docxtpl_makes(
    office: Office, bill: LegalText, code: str, language: Language
) -> None:
    assert_equal(
        KINDS[code].template(language), KINDS[code].context(office.gather(bill), language) | {"version_papier": "v"}
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_the_one_that_docxtpl_makes(office: Office, bill: LegalText, language: Language) -> None:
    office.open("arrete", title_fr=f"Projet d’arrêté n° 2-18-100 <après> la {bill.number}", on="2018-02-01")
    table = production_table(office.session, on=TODAY, calendar=CALENDAR)

    assert_equal(TABLEAU.template(language), TABLEAU.context(Production(table, LETTERHEAD), language))


@pytest.mark.parametrize("kind", ["decret", "projet_de_loi"])
def test_a_procedure_to_be_read_again_is_the_paper_that_docxtpl_makes(kind: str) -> None:
    assert_equal(RELECTURE.template("fr"), RELECTURE.context(Review(procedures()[kind], TODAY, LETTERHEAD), "fr"))


@pytest.mark.parametrize("said", ["{{ ministere }}", "{% if ministere}", "{# x #}", "{_{ ministere }_}"])
def test_what_data_says_is_never_read_as_a_template(said: str) -> None:
    notes = template(line("{{ x }}"), head=line("{{ x }}"), note=line("{{ x }}"), sections=2)
    written = parts(fill(compile_template(notes), {"x": said, "ministere": "M"}, PROPERTIES))

    for part in ("document", "header1", "footnotes"):
        assert said.encode() in written[f"word/{part}.xml"]
