"""All the faults of one template: of its file, of what it holds and leads to, of its fields and tags; then a trial."""

from collections.abc import Iterator
from datetime import UTC, datetime

from documents.checking.dictionary import Schema
from documents.checking.faults import Fault
from documents.checking.tags.found import tag_faults
from documents.checking.tags.paragraphs import Words, in_reading_order, read_words
from documents.checking.word_file.elements import element_faults
from documents.checking.word_file.field_codes import why_refused
from documents.checking.word_file.links import link_faults
from documents.checking.word_file.package import open_package
from documents.checking.word_file.parts import FILLED, UNFILLED, Content

# Nobody reads further; the first ones are those to mend first.
_MOST = 100
_MORE = "… et {} autres fautes, qui seront dites une fois celles-ci corrigées."
_UNFILLED = "Une balise n’est pas admise ici : elle n’est remplie que dans le texte, les en-têtes et les pieds de page."
_ASTRAY = "Une balise est hors du texte, ou à cheval sur deux paragraphes : écrivez-la d’un trait dans un paragraphe."
_UNREADABLE = "Le document rempli ne serait pas lisible."
_ON_TRIAL = datetime(2026, 1, 1, tzinfo=UTC)


def faults_of(template: bytes, schema: Schema) -> list[Fault]:
    """Give every fault, once each, in the order in which one reads; an empty list where it can be put in service.

    Uses as much time and memory as the template makes it use: to be called in a process that is limited.
    """
    package = open_package(template)
    faults = list(package.faults)
    if package.is_whole:
        faults += _content_faults(Content(package.parts), schema)
    faults = list(dict.fromkeys(faults)) or list(_trial(template, schema))
    if len(faults) > _MOST:
        more = Fault("modèle", _MORE.format(len(faults) - _MOST), faults[_MOST].category)
        return [*faults[:_MOST], more]
    return faults


def _content_faults(content: Content, schema: Schema) -> Iterator[Fault]:
    yield from content.faults
    yield from link_faults(content)
    for tree in content.trees.values():
        yield from element_faults(tree)
    for name, tree in content.named(FILLED):
        words = read_words(tree, name)
        yield from in_reading_order([*_field_faults(words, name), *tag_faults(words, schema)], words)
    for name, tree in content.named(UNFILLED):
        words = read_words(tree, name)
        yield from _field_faults(words, name)
        if words.astray or any("{{" in each.words or "{%" in each.words for each in words.paragraphs):
            yield Fault(name, _UNFILLED, "tag")


def _field_faults(words: Words, name: str) -> Iterator[Fault]:
    for paragraph, instruction in words.instructions:
        if why := why_refused(instruction):
            yield Fault(paragraph.place if paragraph else name or "texte", why, "field_code")
    if name not in UNFILLED.values():
        for paragraph in words.astray:
            yield Fault(paragraph.place if paragraph else name or "texte", _ASTRAY, "tag")


def _trial(template: bytes, schema: Schema) -> Iterator[Fault]:
    """Fill it with the examples of its dictionary, and once more with lists that are empty."""
    # Loading it takes longer than all the checks: a template that is refused does not wait for it.
    from documents.engine.compiled import compile_template  # noqa: PLC0415
    from documents.engine.faults import BadTemplate  # noqa: PLC0415
    from documents.engine.filling import fill  # noqa: PLC0415
    from documents.engine.properties import Properties  # noqa: PLC0415

    properties = Properties("Essai", "Essai", "Navette", "", _ON_TRIAL, language=f"{schema.language}-MA")
    try:
        compiled = compile_template(template)
        for empty in (False, True):
            if open_package(fill(compiled, schema.example(empty=empty), properties)).faults:
                yield Fault("modèle", _UNREADABLE, "trial")
    except BadTemplate as fault:
        yield Fault("modèle", str(fault), "trial")
