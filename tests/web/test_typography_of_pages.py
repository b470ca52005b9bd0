"""Every word that a template says is set as French typography asks: no page begins a line with « ; »."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment, nodes
from markupsafe import Markup

from documents.table import _ENVIRONMENT as TABLE
from workflow.language.typeset_templates import Typeset
from workflow.language.typography import typeset

WEB = Path(__file__).parents[2] / "web" / "templates"
TEMPLATES = sorted(path.relative_to(WEB).as_posix() for path in WEB.rglob("*.html"))
VERBATIM = re.compile(r"<(script|style|textarea|pre|code)\b.*?(?:</\1>|$)|<[^<>]*(?:>|$)|^[^<>]*>", re.DOTALL)


def literals(environment: Environment, source: str) -> Iterator[str]:
    """Give what a template says outside tags."""
    for said in environment.parse(source).find_all(nodes.TemplateData):
        yield from VERBATIM.sub("\n", said.data).split("\n")


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_literals_of_a_page_are_set(app: Flask, name: str) -> None:
    assert [
        words for words in literals(app.jinja_env, (WEB / name).read_text("utf-8")) if typeset(words) != words
    ] == []


def test_the_literals_of_the_table_are_set() -> None:
    source = (Path(__file__).parents[2] / "documents" / "table.html").read_text("utf-8")
    assert [words for words in literals(TABLE, source) if typeset(words) != words] == []


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("<p>Vu : {{ x }}</p>", "<p>Vu\u00a0: le 7\u00a0mars\u00a02013\u202f; fin</p>"),
        ("<p>« {{ x|upper }} »</p>", "<p>«\u00a0LE 7 MARS 2013\u202f; FIN\u00a0»</p>"),
        ("<p>{{ x if y else '' }}n° {{ y }}</p>", "<p>le 7\u00a0mars\u00a02013\u202f; finn°\u00a03</p>"),
        ('<p title="a : {{ x }}">a ;</p>', '<p title="a : le 7 mars 2013 ; fin">a\u202f;</p>'),
        ("<textarea>a : {{ x }}</textarea>a :", "<textarea>a : le 7 mars 2013 ; fin</textarea>a\u00a0:"),
        ("<code>a : b</code><p>a : b</p>", "<code>a : b</code><p>a\u00a0: b</p>"),
        ("<p{% if y %} lang='a : b'{% endif %}>a : b</p>", "<p lang='a : b'>a\u00a0: b</p>"),
        ("<p>{{ m }}</p>", "<p><b title=' : '></b></p>"),
        ("<p>{{ d }}, {{ w }}</p>", "<p>le 1<sup>er</sup>\u00a0mai\u00a02013 &lt;, la 7<sup>e</sup> lecture</p>"),
        ("<p title='{{ d }}'>{{ n }}</p>", "<p title='le 1er mai 2013 &lt;'>v1e-22er</p>"),
        ("<p title='{{ c }}'>{{ c }}</p>", "<p title='n° 2-17-585'>n°\u00a0<span class=\"nowrap\">2-17-585</span></p>"),
        ("<title>{{ c }}</title>", "<title>n°\u00a02-17-585</title>"),
        ("<title>{{ d }}</title>{{ w }}", "<title>le 1er\u00a0mai\u00a02013 &lt;</title>la 7<sup>e</sup> lecture"),
        ("{% block title %}{{ w }}{% endblock %}{{ w }}", "la 7e lecturela 7<sup>e</sup> lecture"),
    ],
)
def test_what_is_text_is_set_and_what_programs_read_is_not(source: str, page: str) -> None:
    environment = Environment(autoescape=True, extensions=[Typeset])
    given = {"x": "le 7 mars 2013 ; fin", "y": 3, "m": Markup("<b title=' : '></b>"), "d": "le 1er mai 2013 <"}
    given |= {"w": Markup("la 7e lecture"), "n": "v1e-22er", "c": "n° 2-17-585"}
    assert environment.from_string(source).render(given) == page
