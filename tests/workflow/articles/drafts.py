"""Drafts written for the tests: as lines, and as Word files with what Word puts in them."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Page
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from workflow.articles.structure import Article, Draft
from workflow.articles.word_file import Line

DECRET_FR = """ROYAUME DU MAROC
PROJET
Projet de décret n° 2-26-…… fixant les conditions d’ouverture
des maisons de quartier
LE CHEF DU GOUVERNEMENT,
Vu la Constitution, notamment son article 90 ;
Vu la loi n° 11-99 relative aux maisons de quartier ;
Après délibération en Conseil du gouvernement,
DÉCRÈTE :
CHAPITRE PREMIER
Dispositions générales
ARTICLE PREMIER. – Le présent décret fixe les conditions d’ouverture.
ART. 2. – Au sens du présent décret, on entend par :
– maison : tout lieu ouvert aux habitants ;
– gérant : la personne qui en répond.
Chapitre II : Du contrôle
ART. 3. – L’article 5 du décret précité est remplacé comme suit :
« Article 5. – Le dossier comprend :
Article 6. – un plan des lieux. »
Article 5 du même décret reste en vigueur pour un an.
ART. 4. – La ministre est chargée de l’exécution du présent décret.
Fait à Rabat, le 3 rejeb 1447 (24 décembre 2025).
LE NOM.
Pour contreseing :
La ministre,
Annexe
Modèle de plan"""
LAW_AR = """مشروع قانون رقم 31.26 يتعلق بدور الحي
القسم الأول
أحكام عامة
الباب الأول: التعاريف
المادة الأولى
يحدد هذا القانون شروط فتح دور الحي.
الفصل الأول
المصطلحات
المـادّة 2
يراد في هذا القانون بما يلي:
1- الدار: كل مكان مفتوح للسكان؛
المادة 3 تحدد كيفيات التسيير بنص تنظيمي.
الباب الثاني
المادة الرابعة: تغير وتتمم المادة 7 من القانون رقم 11.99:
«المادة 7.- يجب على المسير
«المادة 7 مكررة.- تسلم الرخصة.»
المادة 7 من القانون نفسه تبقى سارية.
المادة 5
يدخل هذا القانون حيز التنفيذ ابتداء من تاريخ نشره."""
OLD_AR = """ظهير شريف بشأن الأسواق
الباب الأول
الفصل الأول
تفتح الأسواق بإذن.
الفصل 2
يسلم الإذن خلال شهر.
الفصل الثالث
ينشر هذا الظهير."""
ONE_ARTICLE_FR = """Projet de loi n° 40-26 portant ratification du décret-loi n° 2-26-1
Article unique
Est ratifié le décret-loi n° 2-26-1."""


def lines(text: str) -> list[Line]:
    """Number the lines of a text."""
    return [Line(words, place) for place, words in enumerate(text.splitlines(), 1)]


def written(draft: Draft) -> list[str]:
    """Write a draft line by line, as an office types it."""
    told = [*draft.head, draft.title, *draft.preamble]
    for item in draft.items:
        told += [item.label, *(item.paragraphs if isinstance(item, Article) else filter(None, [item.heading]))]
    return [*told, *draft.closing, *draft.annexes]


def word(paragraphs: Iterable[str]) -> bytes:
    """Give a Word file with these paragraphs."""
    page = Document()
    for words in paragraphs:
        page.add_paragraph(words)
    return saved(page)


def word_of_xml(*blocks: str, numbering: str = "") -> bytes:
    """Give a Word file whose body holds these elements, and whose lists are those of `numbering`."""
    page = Document()
    for block in blocks:
        page.element.body.insert(-1, parse_xml(block.replace(">", f" {nsdecls('w')}>", 1)))
    if numbering:
        lists = page.part.numbering_part.element
        for each in list(lists):
            lists.remove(each)
        for each in parse_xml(f"<w:numbering {nsdecls('w')}>{numbering}</w:numbering>"):
            lists.append(each)
    return saved(page)


def in_columns(rows: Sequence[Sequence[str]]) -> bytes:
    """Give a Word file with one table."""
    page = Document()
    table = page.add_table(len(rows), len(rows[0]))
    for row, told in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, told, strict=True):
            cell.text = words
    return saved(page)


def saved(page: Page) -> bytes:
    """Give the bytes of a page."""
    kept = BytesIO()
    page.save(kept)
    return kept.getvalue()
