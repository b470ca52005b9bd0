"""What a template may not hold is refused before anything of it is run, in the words of the person who wrote it."""

import pytest

from documents.checking.template import check_template
from documents.checking.verdict import faults_of
from documents.templates import dictionary
from tests.documents.checking.word_files import (
    BODY,
    TYPES,
    changed,
    field,
    lying,
    page,
    runs,
    with_body,
    with_link,
    zipped,
)  # fmt: skip

NOTE = dictionary("note_interne")


def categories(template: bytes) -> set[str]:
    return {fault.category for fault in faults_of(template, NOTE)}


def told(template: bytes) -> list[str]:
    return [str(fault) for fault in faults_of(template, NOTE)]


@pytest.mark.parametrize(
    "attack",
    [
        "{% for a in 'abc' %}{% for b in 'abc' %}x{% endfor %}{% endfor %}",
        "{% for a in objet %}x{% endfor %}",
        "{% for a in [1, 2] %}x{% endfor %}",
        "{% for a in range(9) %}x{% endfor %}",
        "{% for a in echeances %}{% for b in echeances %}x{% endfor %}{% endfor %}",
        "{% for a in echeances recursive %}{{ loop(echeances) }}{% endfor %}",
        "{% for a in echeances if a.date %}x{% endfor %}",
        "{% for a in echeances %}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% for a, b in echeances %}x{% endfor %}",
        "{{ '%900000000d' % 1 }}",
        "{{ '%s'.format(objet) }}",
        "{{ objet.ljust(900000000) }}",
        "{{ objet ~ objet }}",
        "{{ objet * 9 }}",
        "{{ 9 ** 9 }}",
        "{{ 1 - objet }}",
        "{{ objet[0:2] }}",
        "{{ objet.__class__ }}",
        "{{ _objet }}",
        "{{ objet['__class__'] }}",
        "{{ [objet, objet] }}",
        "{{ {'a': objet} }}",
        "{{ objet if acheve else intitule }}",
        "{{ objet is callable }}",
        "{{ acheve > 2 }}",
        "{% set a = objet ~ objet %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
        "{% block a %}{{ self.a() }}{% endblock %}",
        "{% filter upper %}x{% endfilter %}",
        "{% call x() %}{% endcall %}",
        "{% raw %}{{ objet }}{% endraw %}",
        "{% with a = objet %}{% endwith %}",
        "{% autoescape false %}{{ objet }}{% endautoescape %}",
    ],
)
def test_a_tag_only_names_chooses_and_repeats(attack: str) -> None:
    found = categories(page(attack))

    assert "operation" in found
    assert found <= {"operation", "unknown_field", "tag"}


@pytest.mark.parametrize(
    "name",
    ["replace('a', objet)|replace('b', objet)", "safe", "attr('x')", "format(1)", "center(900000000)", "map('x')"],
)
def test_only_the_filters_of_the_dictionary_pass(name: str) -> None:
    assert told(page(f"{{{{ objet|{name} }}}}"))[0].startswith(f"paragraphe 1, « {{{{ objet|{name}"[:50])
    assert categories(page(f"{{{{ objet|{name} }}}}")) == {"unknown_field"}


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "https://example.test/x.png"),
        ("attachedTemplate", "https://example.test/x.dotm"),
        ("attachedTemplate", r"\\server\share\Normal.dotm"),
        ("attachedTemplate", "file://server/share/Normal.dotm"),
        ("attachedTemplate", r"file:///C:\..\Normal.dotm"),
        ("attachedTemplate", r"file:///C:\Users\x\Other.dotm"),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", "javascript:alert(1)"),
        ("oleObject", "file:///x"),
        ("frame", "https://example.test/"),
        ("subDocument", "file:///x.docx"),
        ("mailMergeSource", "file:///x.mdb"),
    ],
)
def test_a_template_leads_nowhere_outside(kind: str, target: str) -> None:
    assert categories(with_link(kind, target)) == {"content"}


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://www.sgg.gov.ma/"),
        ("hyperlink", "mailto:a@example.test"),
        # What Word writes of itself.
        ("attachedTemplate", r"file:///C:\Users\x\AppData\Roaming\Microsoft\Templates\Normal.dotm"),
    ],
)
def test_what_people_click_and_what_word_writes_of_itself_pass(kind: str, target: str) -> None:
    assert told(with_link(kind, target)) == []


@pytest.mark.parametrize(
    "element",
    [
        '<w:altChunk r:id="rId1" xmlns:r="http://x"/>',
        '<w:subDoc r:id="rId1" xmlns:r="http://x"/>',
        "<w:p><w:r><w:object/></w:r></w:p>",
        '<w:p><w:r><w:pict><v:image xmlns:v="urn:schemas-microsoft-com:vml" src="http://x/y.png"/></w:pict></w:r></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro/></w:ffData></w:fldChar></w:r></w:p>',
    ],
)  # fmt: skip
def test_a_page_is_made_of_words_only(element: str) -> None:
    assert "content" in categories(with_body(element))


@pytest.mark.parametrize(
    "instruction",
    [
        ["DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"],
        ["DD", "EAU", "TO cmd"],
        ["DDE x"],
        ["INCLUDETEXT x"],
        ["INCLUDE", "PICTURE x"],
        ["QUOTE 68 68 69"],
        ["IF 1 = 1 x"],
        ["LINK Excel.Sheet x"],
        ["IMPORT x"],
        ["DATABASE x"],
        ["MACROBUTTON x y"],
        ["= 1 + 1"],
        ["DATE"],
        ["HYPERLINK &quot;file:///x&quot;"],
        ["HYPERLINK &quot;\\\\\\\\server\\\\x&quot;"],
        [""],
    ],
)
def test_a_field_of_word_that_fetches_or_runs_is_refused_however_it_is_cut(instruction: list[str]) -> None:
    simple = f'<w:p><w:fldSimple w:instr="{"".join(instruction)}"/></w:p>'

    assert categories(with_body(field(*instruction))) == {"field_code"}
    assert categories(with_body(simple)) == {"field_code"}


@pytest.mark.parametrize(
    "instruction",
    [
        ["PA", "GE \\* MERGEFORMAT"],
        ["NUMPAGES"],
        ["TOC \\o 1-3"],
        ["HYPERLINK &quot;https://x.test/&quot; \\o &quot;Titre&quot;"],
        ["HYPERLINK \\l &quot;signet&quot;"],
    ],
)
def test_a_field_that_counts_or_refers_passes(instruction: list[str]) -> None:
    assert told(with_body(field(*instruction))) == []


def test_macros_are_refused_by_their_part_and_by_what_the_file_says_of_itself() -> None:
    macro = ("wordprocessingml.document.main+xml", "wordprocessingml.document.macroEnabled.main+xml")

    assert "content" in categories(changed(page(), word__vbaProject_dot_bin=b"\xd0\xcf\x11\xe0"))
    assert "content" in categories(changed(page(), word__embeddings__oleObject1_dot_bin=b"\xd0\xcf\x11\xe0"))
    assert "content" in categories(changed(page(), {TYPES: macro}))


_TYPE = "application/vnd.openxmlformats-officedocument"


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        ("word/media/a.svg", "image/svg+xml", b"<svg/>"),
        ("word/media/a.emf", "image/x-emf", b"x"),
        ("word/media/a.png", "image/png", b"<svg/>"),
        ("word/charts/chart1.xml", f"{_TYPE}.drawingml.chart+xml", b"<x/>"),
        ("word/a.xlsx", f"{_TYPE}.spreadsheetml.sheet", b"PK"),
        ("word/activeX/activeX1.xml", "application/xml", b"<x/>"),
        ("word/fonts/font1.odttf", f"{_TYPE}.obfuscatedFont", b"x"),
        ("word/a.html", "text/html", b"<html/>"),
        ("word/a.rtf", "application/rtf", b"{}"),
        ("a.exe", "", b"MZ"),
    ],
)
def test_a_part_that_no_paper_needs_is_refused(name: str, kind: str, content: bytes) -> None:
    announced = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    with_part = changed(page("{{ objet }}"), {TYPES: ("</Types>", announced)}, **{name: content})

    assert categories(with_part) == {"content"}


def test_a_template_of_word_itself_is_refused_with_what_to_do() -> None:
    dotx = changed(page(), {TYPES: ("document.main+xml", "template.main+xml")})

    assert "fichier : Le document est un modèle de Word (.dotx) : enregistrez-le au format .docx." in told(dotx)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("word/footnotes.xml", f"{_TYPE}.wordprocessingml.footnotes+xml"),
        ("word/comments.xml", f"{_TYPE}.wordprocessingml.comments+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ],
)
def test_tags_stand_in_the_page_its_header_and_its_footer_only(name: str, kind: str) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    announced = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    content = f'<w:x xmlns:w="{space}"><w:y>{runs("{{ objet }}")}</w:y><z>{{{{ objet }}}}</z></w:x>'.encode()
    with_part = changed(page(), {TYPES: ("</Types>", announced)}, **{name: content})

    assert [fault.words for fault in faults_of(with_part, NOTE)] == [
        "Une balise n’est pas admise ici : elle n’est remplie que dans le texte, les en-têtes et les pieds de page."
    ]


@pytest.mark.parametrize(("place", "value"), [(8, 1), (10, 12)], ids=["encrypted", "bzip2"])
def test_a_part_that_is_encrypted_or_oddly_compressed_is_refused(place: int, value: int) -> None:
    odd = bytearray(page("{{ objet }}"))
    odd[odd.find(b"PK\x01\x02") + place] |= value

    assert categories(bytes(odd)) == {"file"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:document ", '<!DOCTYPE x [<!ENTITY a "b">]><w:document '),
        ("<w:body>", "<?x y?><w:body>"),
    ],
)
def test_declarations_and_instructions_are_refused(before: str, after: str) -> None:
    assert "file" in categories(changed(page(), {BODY: (before, after)}))


def test_a_lying_header_a_bomb_and_odd_names_are_refused() -> None:
    bomb = zipped({"word/document.xml": bytes(200 * 1024 * 1024)})

    for bad in (
        lying(page("{{ objet }}"), BODY, 10), lying(bomb, BODY, 10), bomb, b"", b"x", b"\xd0\xcf\x11\xe0",
        zipped({"../x": b""}), zipped({"/x": b""}), zipped({"a": b"", "A": b""}),
        zipped({f"{n}.xml": b"" for n in range(500)}),
        page()[:-40], changed(page(), {BODY: ("UTF-8", "UTF-16")}),
        changed(page(), {BODY: ("UTF-8", "windows-1252")}),
    ):  # fmt: skip
        assert categories(bad) == {"file"}


@pytest.mark.parametrize(
    "words",
    ["{{" * 20_000, "{%" * 20_000, "{{ " + "(" * 20_000, "}}" * 20_000, "{{ " + "not " * 90 + "acheve }}" * 2],
    ids=["opened", "commands", "brackets", "closed", "deep"],
)
def test_a_paragraph_full_of_braces_is_refused_at_once(words: str) -> None:
    assert [fault.category for fault in check_template(with_body(runs(words)), NOTE)][:1] == ["tag"]
