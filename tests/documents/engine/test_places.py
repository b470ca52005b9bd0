"""A tag that would break the page is refused when the template is compiled; a value is printed as its place asks."""

import pytest

from documents.engine.compiled import compile_template
from documents.engine.faults import BadTemplate
from documents.engine.filling import fill
from tests.documents.engine.snippets import PROPERTIES, line, picture, table, template
from tests.documents.office import Word

TEXT_BOX = (
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:pict><w:txbxContent>"
    '<w:p><w:r><w:t xml:space="preserve">{{ x }}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>'
)
CODE = "<w:p><w:r><w:instrText>TC {{ x }}</w:instrText></w:r></w:p>"


def document(*body: str, **fields: object) -> str:
    return Word(fill(compile_template(template(*body)), fields, PROPERTIES)).part("word/document.xml")


@pytest.mark.parametrize(
    "body",
    [
        (line("{%p if x %}"), line("a {% endif %} b")),
        (line("a {% for y in x %}"), line("{%p endfor %}")),
        (table(["{%tr if x %}", ""], ["a", "{% endif %}"]),),
        (line("{{p x }}"),),
        (line("a {{r x }} b"),),
        (table(["{{tc x }}", "a"]),),
    ],
)
def test_a_tag_that_would_break_the_page_is_refused(body: tuple[str, ...]) -> None:
    with pytest.raises(BadTemplate, match="mal placée"):
        compile_template(template(*body))


def test_nothing_but_text_is_written_into_an_attribute() -> None:
    written = document("<w:p>" + picture(1) + "</w:p>", mixed='2-18-100\u2011"<1er>\n')

    assert 'descr="2-18-100\u2011&quot;&lt;1er&gt;\n"' in written
    assert "noBreakHyphen" not in written


def test_nothing_but_text_is_written_into_the_code_of_a_field() -> None:
    assert "<w:instrText>TC 2-18\n1er</w:instrText>" in document(CODE, x="2-18\n1er")


def test_a_tab_in_a_text_box_keeps_the_look_of_its_own_run() -> None:
    kept = '<w:t xml:space="preserve">'

    assert f"<w:r>{kept}a</w:t></w:r><w:r><w:tab/></w:r><w:r>{kept}b</w:t></w:r>" in document(TEXT_BOX, x="a\tb")


@pytest.mark.parametrize(("tag", "times"), [("if x", 400), ("for y in x", 30)])
def test_tags_too_deep_to_be_compiled_are_refused(tag: str, times: int) -> None:
    said = f"{{% {tag} %}}" * times + "a" + f"{{% end{tag.split(maxsplit=1)[0]} %}}" * times

    with pytest.raises(BadTemplate):
        compile_template(template(line(said)))


@pytest.mark.parametrize("taken", [True, False])
def test_a_tab_has_the_look_of_the_run_that_it_falls_into(taken: bool) -> None:  # noqa: FBT001
    first, second = (
        "<w:r><w:rPr><w:b/></w:rPr><w:t>a{% if x %}b</w:t></w:r>",
        "<w:r><w:t>{% endif %}{{ tab }}</w:t></w:r>",
    )
    written = document(f"<w:p>{first}{second}</w:p>", x=taken, tab="c\td")

    assert ("<w:r><w:tab/></w:r>" in written, "<w:r><w:rPr><w:b/></w:rPr><w:tab/></w:r>" in written) == (
        taken,
        not taken,
    )
