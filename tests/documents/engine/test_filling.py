from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from documents.engine.archive import packed
from documents.engine.compiled import compile_template, in_service
from documents.engine.faults import BadTemplate
from documents.engine.filling import QUICK, fill
from documents.page.house_style import base
from documents.page.paragraphs import write
from models import PartialDate
from tests.documents.engine.snippets import PROPERTIES
from tests.documents.office import Word, plain


def page_of(*lines: str) -> bytes:
    page = base()
    for line in lines:
        write(page, line)
    return packed(page)


def filled(*lines: str, **fields: object) -> str:
    word = Word(fill(compile_template(page_of(*lines)), fields, PROPERTIES))
    return plain("\n".join(paragraph.text for paragraph in word.page.paragraphs))


def test_values_are_printed_as_they_are_whatever_they_hold() -> None:
    assert filled("{{ title }}", title='Loi <A> & « B » "C" {{ 7 }}') == 'Loi <A> & « B » "C" {{ 7 }}'


def test_a_field_that_nobody_gives_is_named() -> None:
    with pytest.raises(BadTemplate, match=r"^Champ inconnu : intitulle$"):
        filled("{{ intitulle }}", intitule="x")


def test_a_field_missing_from_a_row_is_named() -> None:
    with pytest.raises(BadTemplate, match=r"^Champ inconnu : dat$"):
        filled("{% for e in rows %}{{ e.dat }}{% endfor %}", rows=[{"date": 1}])


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ title.__init__.__globals__ }}",
        "{{ '%s'.format.__self__.__class__.__base__.__subclasses__() }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ rows.append(1) }}",
        "{{ range(100000) }}",
        "{{ lipsum() }}",
        "{{ cycler.__init__ }}",
        "{{ title|attr('__class__') }}",
        "{{ title|safe }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
    ],
)
def test_a_template_cannot_do_anything_but_print_fields(attack: str) -> None:
    with pytest.raises(BadTemplate):
        filled(attack, title="t", rows=[1])


def test_a_forbidden_operation_is_said_in_words() -> None:
    with pytest.raises(BadTemplate, match="opération interdite"):
        filled("{{ ''.__class__.__mro__ }}")


def test_a_badly_written_tag_is_shown() -> None:
    with pytest.raises(BadTemplate, match="mal écrite"):
        filled("Objet : {{ title", "{{ for }}", title="t")


@pytest.mark.parametrize("quotes", ["« a »", "«a»", "«\u00a0a\u00a0»", "«\u202fa\u202f»", "“a”", "‘a’"])
def test_quotation_marks_that_word_corrects_are_understood_inside_tags(quotes: str) -> None:
    assert filled(f"« {{% if x == {quotes} %}}oui{{% endif %}} »", x="a") == "« oui »"


def test_hidden_marks_inside_tags_are_dropped() -> None:
    assert filled("{{ \u200fx\u200e }}", x="a") == "a"


def test_a_tag_that_word_cut_in_pieces_is_put_together() -> None:
    page = base()
    paragraph = write(page, "{{ ti")
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>tle }}}}</w:t></w:r>"))  # noqa: SLF001

    assert Word(fill(compile_template(packed(page)), {"title": "Loi"}, PROPERTIES)).page.paragraphs[0].text == "Loi"


def test_what_is_not_known_is_dotted() -> None:
    assert filled("{{ a }} {{ b|points }} {{ c|date_longue }}", a=None, b="", c=None) == "……… ……… ………"


def test_dates_are_worded_at_the_precision_that_is_known() -> None:
    dates = {"day": PartialDate(2018, 3, 1), "month": PartialDate(2016, 7), "year": PartialDate(2015)}

    assert filled("{{ day|date_longue }}, {{ month|date_longue }}, {{ year|date_longue }}", **dates) == (
        "1er mars 2018, juillet 2016, 2015"
    )


def test_characters_that_no_word_file_can_hold_become_spaces() -> None:
    assert filled("{{ x }}", x="a\x00b\x0cc\x07d") == "a b c d"


def test_the_same_template_and_fields_give_the_same_bytes() -> None:
    source = page_of("{{ x }}")

    first, second = (fill(compile_template(source), {"x": "a"}, PROPERTIES) for _time in range(2))

    assert first == second
    with ZipFile(BytesIO(first)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_are_not_escaped_twice() -> None:
    core = Word(fill(compile_template(page_of("x")), {}, PROPERTIES)).page.core_properties

    assert (core.title, core.subject) == ("A & B", "<s>")


def archive_without_word() -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr(ZipInfo("a.txt"), "a")
    return written.getvalue()


@pytest.mark.parametrize("content", [b"", b"not a zip", archive_without_word()])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(BadTemplate, match="n’est pas un document Word"):
        fill(compile_template(content), {}, PROPERTIES)


def test_a_paper_that_would_fill_the_memory_is_stopped() -> None:
    rows = ["mot " * 250] * 300

    with pytest.raises(BadTemplate, match="trop volumineux"):
        filled("{% for a in rows %}{% for b in rows %}{{ b }}{% endfor %}{% endfor %}", rows=rows)


def test_a_field_may_have_the_name_of_a_method() -> None:
    assert filled("{% for e in rows %}{{ e.items }}{% endfor %}", rows=[{"items": "3"}]) == "3"
    with pytest.raises(BadTemplate, match=r"^Champ inconnu : items$"):
        filled("{% for e in rows %}{{ e.items }}{% endfor %}", rows=[{"keys": "3"}])


def test_a_download_is_deflated_quicker_and_says_the_same() -> None:
    compiled = compile_template(page_of("{{ x }}"))
    fields = {"x": "Le parcours du texte. " * 2000}

    assert Word(fill(compiled, fields, PROPERTIES, level=QUICK)).words == Word(fill(compiled, fields, PROPERTIES)).words


def test_a_template_is_compiled_once_for_the_same_bytes() -> None:
    content = page_of("{{ once }}")

    assert in_service(content) is in_service(bytes(bytearray(content)))


def test_properties_that_libreoffice_relates_by_a_name_of_its_own_stay_one_part() -> None:
    theirs, links = BytesIO(), "_rels/.rels"
    with ZipFile(BytesIO(fill(compile_template(page_of()), {}, PROPERTIES))) as made, ZipFile(theirs, "w") as again:
        for name in made.namelist():
            part = made.read(name)
            if name == links:
                part = part.replace(b"/package/2006/relationships/", b"/officedocument/2006/relationships/")
            again.writestr(name, part)

    with ZipFile(BytesIO(fill(compile_template(theirs.getvalue()), {}, PROPERTIES))) as filled:
        assert filled.namelist().count("docProps/core.xml") == 1
