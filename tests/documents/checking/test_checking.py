"""A template is checked as a whole: every fault at once, each at its place; a good one is tried."""

import shutil
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from documents.checking.template import check_template
from documents.checking.word_file.package import LARGEST_FILE
from documents.engine.compiled import compile_template
from documents.engine.filling import fill
from documents.engine.properties import Properties
from documents.templates import OWNED, dictionary, owned
from tests.documents.checking.word_files import BODY, LINKS, OFFICE, changed, field, page, runs, with_body
from tests.documents.office import AT, Word, plain

NOTE = dictionary("note_interne")
FACTORY = {kind: owned(kind).template for kind in OWNED}
PROPERTIES = Properties("Essai", "Essai", "Navette", "", AT)
TROUBLED = "Le modèle est trop complexe ou trop volumineux pour être vérifié."


def told(template: bytes, kind: str = "note_interne") -> list[str]:
    return [str(fault) for fault in check_template(template, dictionary(kind))]


def cell(words: str) -> str:
    return f"<w:tc><w:tcPr><w:tcW w:w='1' w:type='dxa'/></w:tcPr>{runs(words)}</w:tc>"


@pytest.mark.parametrize("kind", OWNED)
def test_the_factory_templates_pass(kind: str) -> None:
    assert told(FACTORY[kind]("fr"), kind) == []


def test_a_template_of_another_kind_is_told_which_names_are_unknown() -> None:
    assert "modèle" not in {fault.place for fault in check_template(FACTORY["tableau"]("fr"), NOTE)}
    assert {fault.category for fault in check_template(FACTORY["tableau"]("fr"), NOTE)} == {"unknown_field"}


def faulty() -> bytes:
    """A template with a fault of each category that is told before a trial."""
    return changed(
        with_body(
            runs("Le {{ minst", "ere }} et {{ objet|uper }}")
            + runs("{{ objet ~ objet }}")
            + runs("{{ objet")
            + f"<w:tbl><w:tr>{cell('ok')}</w:tr><w:tr>{cell('{% if acheve %}')}{cell('{% endif %}')}</w:tr></w:tbl>"
            + field("DDE", "AUTO cmd")
            + runs("{% for e in echeances %}{{ e.dat }}{% endfor %}")
            + runs("{% set x = 1 %}{{ ) }}{% if acheve %}"),
        ),
        {LINKS: (
            "</Relationships>",
            f'<Relationship Id="z" Type="{OFFICE}/image" TargetMode="External" Target="http://x/y"/></Relationships>',
        )},
        word__vbaProject_dot_bin=b"x",
    )  # fmt: skip


EVERY_FAULT = [
    "fichier : Le document contient des macros ou des contrôles : enregistrez-le sans.",
    "fichier : Une image est liée à un fichier extérieur : insérez l’image elle-même.",
    (
        "paragraphe 1, « Le {{ minstere }} et {{ objet|uper }} » : Champ inconnu « minstere » : vouliez-vous dire "
        "« ministere » ?"
    ),
    (
        "paragraphe 1, « Le {{ minstere }} et {{ objet|uper }} » : Filtre inconnu « uper » : vouliez-vous dire "
        "« upper » ?"
    ),
    (
        "paragraphe 2, « {{ objet ~ objet }} » : Une balise ne fait que nommer un champ : ni calcul, ni appel, "
        "ni construction n’y sont admis."
    ),
    "paragraphe 3, « {{ objet » : La balise « {{ objet » n’est pas fermée dans son paragraphe.",
    (
        "tableau 1, ligne 2, « {% endif %} » : « endif » n’est pas au même endroit que la balise ouverte par "
        "« if acheve » : mettez-les dans le même texte ou la même case."
    ),
    "paragraphe 4 : Le champ Word « DDEAUTO » n’est pas admis.",
    (
        "paragraphe 5, « {% for e in echeances %}{{ e.dat }}{% endfor %} » : Champ inconnu « e.dat » : "
        "vouliez-vous dire « e.date » ?"
    ),
    (
        "paragraphe 6, « {% set x = 1 %}{{ ) }}{% if acheve %} » : La balise « {% set x = 1 %} » n’est pas "
        "admise : seules « if », « elif », « else », « for » et leurs fins le sont."
    ),
    "paragraphe 6, « {% set x = 1 %}{{ ) }}{% if acheve %} » : La balise « {{ ) }} » est mal écrite.",
    (
        "paragraphe 6, « {% set x = 1 %}{{ ) }}{% if acheve %} » : La balise « if acheve » n’est pas fermée : "
        "il y manque « endif »."
    ),
]


def test_all_faults_are_listed_at_once_each_at_its_place() -> None:
    assert told(faulty()) == EVERY_FAULT


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["{% if acheve %}", "a"], "La balise « if acheve » n’est pas fermée : il y manque « endif »."),
        (["a {% endif %}"], "« endif » ne répond à aucune balise ouverte."),
        (["{% if acheve %}{% endfor %}{% endif %}"], "« endfor » ne répond à aucune balise ouverte."),
        (["{% if acheve %}a{% else %}b{% else %}c{% endif %}"], "« else » ne répond à aucune balise ouverte."),
        (["{%p if acheve %} {{ objet }}", "{%p endif %}"], "« if acheve » doit être la seule balise"),
        (["{%p if acheve %}", "{% endif %}"], "« endif » ne porte pas la même lettre"),
        (["{%tr if acheve %}", "{%tr endif %}"], "« if acheve » n’a de sens que dans un tableau."),
        (["{{r objet }}"], "« p », « tr » et « tc » ne précèdent que"),
        (["{%- if acheve %}{% endif %}"], "porte un tiret"),
        (["{% if acheve %}" * 9 + "{% endif %}" * 9], "Trop de balises sont ouvertes"),
        (["{{ echeances }}"], "« echeances » est une liste"),
        (["{{ situation_le }}"], "écrivez-la avec un filtre, « {{ situation_le|date_longue }} »"),
        (["{{ situation_le|upper }}"], "« upper » s’écrit après un texte : « situation_le » est une date."),
        (["{{ objet|date_longue }}"], "« date_longue » s’écrit après une date : « objet » est un texte."),
        (["{{ situation_le|date_longue|date_ar }}"], "« date_ar » s’écrit après une date"),
        (["{{ acheve }}"], "« acheve » est vrai ou faux"),
        (["{{ acte }}"], "écrivez-la avec un filtre, « {{ acte|reference_fr }} »"),
        (["{{ accord_ministre }}"], "écrivez-la avec un filtre, « {{ accord_ministre|arrete_fr }} »"),
        (["{{ ministre|charge_fr }}"], "s’écrit après une personne avec laquelle un mot s’accorde"),
        (["{{ objet }}"] * 1001 + ["{{ objet }}" * 1001], "plus de 2000 balises"),
        (["{% for x in acheve %}{% endfor %}"], "« acheve » n’est pas une liste"),
        (["{", "{ objet }}"], "à cheval sur deux paragraphes"),
    ],
)
def test_a_tag_at_the_wrong_place_is_told(lines: list[str], why: str) -> None:
    assert why in "\n".join(told(page(*lines)))


@pytest.mark.parametrize(
    "asked",
    [
        "objet", "not objet", "objet and acheve or not numero", "objet == 'a'", "objet != intitule",
        "objet in ('a', 'b')", "objet in ['a', 'b']", "objet not in ['a', intitule]", "echeances|length",
        "(objet|lower) == 'a'",
    ],
)  # fmt: skip
def test_every_condition_that_is_admitted_can_be_filled(asked: str) -> None:
    assert told(page(f"{{% if {asked} %}}a{{% elif {asked} %}}b{{% else %}}c{{% endif %}}")) == []


@pytest.mark.parametrize(
    "asked", ["objet is defined", "objet is string", "objet > 'a'", "objet if acheve else numero", "[objet]", "-1"]
)
def test_every_condition_that_is_not_admitted_is_told_with_its_place(asked: str) -> None:
    faults = told(page(f"{{% if {asked} %}}a{{% endif %}}"))

    assert faults
    assert all(fault.startswith("paragraphe 1, ") for fault in faults)


def test_a_tag_outside_the_words_of_the_page_is_told() -> None:
    hidden = changed(
        FACTORY["note_interne"]("fr"), {BODY: ('w:tblCaption w:val="', 'w:tblCaption w:val="{{ objet }} ')}
    )

    assert "hors du texte" in told(hidden)[0]


def test_the_header_and_the_footer_are_checked_too() -> None:
    name = "word/footer1.xml"
    assert [fault.place for fault in check_template(
        changed(FACTORY["note_interne"]("fr"), {name: ("situation_le", "situation_du")}), NOTE
    )] == [
        "pied de page, tableau 1, ligne 1, « situation au {{ situation_du|date_longue }}{% if version_pap… »"
    ]  # fmt: skip


def test_what_passes_the_checks_and_cannot_be_filled_is_told() -> None:
    assert [fault.category for fault in check_template(page("{{ 'hier'|date_longue }}"), NOTE)] == ["trial"]


def test_a_file_beyond_measure_is_not_even_read() -> None:
    assert told(bytes(LARGEST_FILE + 1)) == ["fichier : Le document est trop volumineux."]


def test_a_check_that_would_take_too_long_ends_and_says_so() -> None:
    costly = "".join(runs(sha256(bytes(each)).hexdigest()) for each in range(90_000))

    assert told(with_body(costly)) == [f"fichier : {TROUBLED}"]


@pytest.mark.parametrize("quotes", ["« {} »", "«\u00a0{}\u00a0»", "“{}”", "‘{}’", '"{}"', "'{}'"])
def test_quotation_marks_that_word_corrects_pass(quotes: str) -> None:
    words = quotes.format("décret")
    assert told(with_body(runs("{% i", f"f nature == {words[:3]}", f"{words[3:]} %", "}oui{", "% endif %}"))) == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_templates_saved_by_libreoffice_pass_and_are_filled(tmp_path: Path) -> None:
    cut = with_body(runs("{", "{ ob", "jet }", "}") + runs("{% if nature == “Projet de loi” %}oui{% endif %}"))
    pages = {f"{kind}.docx": FACTORY[kind]("fr") for kind in OWNED} | {"note_interne_.docx": cut}
    for name, content in pages.items():
        (tmp_path / name).write_bytes(content)

    again = _saved_by_libreoffice(tmp_path, [*pages])

    for name, content in again.items():
        kind = name.removesuffix(".docx").removesuffix("_")
        assert told(content, kind) == [], name
        filled = fill(compile_template(content), dictionary(kind).example(), PROPERTIES)
        assert "{{" not in Word(filled).words
        assert "{%" not in Word(filled).words
    assert (
        plain("Madame la Ministre")
        in Word(fill(compile_template(again["note_interne.docx"]), NOTE.example(), PROPERTIES)).words
    )


def _saved_by_libreoffice(folder: Path, names: list[str]) -> dict[str, bytes]:
    out, profile = folder / "again", (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx", "--outdir"]
    subprocess.run([*command, str(out), *names], cwd=folder, check=True, capture_output=True, timeout=120)  # noqa: S603
    saved = {name: (out / name).read_bytes() for name in names}
    for content in saved.values():
        with ZipFile(BytesIO(content)) as archive:
            assert "LibreOffice" in archive.read("docProps/app.xml").decode()
    return saved
