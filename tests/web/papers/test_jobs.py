"""Papers asked for together on the page of a text or for a Council: how far they are, what failed, and the zip."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO
from math import ceil
from uuid import uuid4
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlmodel import Session, col, select

from documents.catalogue import KINDS
from documents.language import Language
from models import Document, DocumentStatus, LegalText, PaperJob
from tests.web.browser import Browser
from tests.web.ministry import BILL, Ministry
from tests.web.page import Page, attribute
from tests.web.queries import queries
from web.papers.production import BATCH
from web.serving import jobs
from workflow.rulebook.files import procedure_of

ALL = "Produire tous les papiers de l’étape"
Sent = dict[str, str | bool | list[str]]
ZIP = "Télécharger le tout (.zip)"


class Bench:
    """Where papers are made, one wake after the other."""

    def __init__(self, app: Flask, ministry: Ministry) -> None:
        self.app, self.ministry = app, ministry

    def wake(self) -> int:
        with self.app.app_context():
            of, settings = self.app.extensions["navette.engine"], self.app.extensions["navette.settings"]
            return jobs.make_papers(of, settings, clock=self.ministry.clock)

    def fail(self, count: int, error: str) -> None:
        """Let the first papers be as if they could not be made."""
        with self.ministry.session() as session:
            first = select(Document).order_by(col(Document.kind), col(Document.language).desc()).limit(count)
            for paper in session.exec(first):
                paper.status, paper.error = DocumentStatus.FAILED, error


@pytest.fixture
def bench(app: Flask, ministry: Ministry) -> Bench:
    return Bench(app, ministry)


def bar(page: Page) -> tuple[str, str, bool]:
    """Give what the bar is at, of how many, and whether the page is asked again by itself."""
    told = page.one("progress")
    return attribute(told, "value"), attribute(told, "max"), bool(page.soup.select('meta[http-equiv="refresh"]'))


def labels(text: LegalText, *languages: Language) -> list[str]:
    """Name the papers that are offered at the step of a text, in each of the languages."""
    offered = [KINDS[code] for code in procedure_of(text).papers if KINDS[code].is_offered_in(text.phase)]
    # Of those made about a meeting or a body, none: the text has none.
    kinds = sorted(kind.code for kind in offered if kind.abouts is None)
    return [KINDS[code].label(language) for code in kinds for language in languages]


def test_all_papers_of_a_step_are_asked_for_on_the_page_of_the_text_and_made_by_another(
    head: Browser, bench: Bench, bill: LegalText
) -> None:
    papers = labels(bill, "fr", "ar")
    page = head.press(head.get(f"/texts/{bill.id}"), ALL)

    assert page.all("#progress-words") == [f"0 papier sur {len(papers)}"]
    assert bar(page) == ("0", str(len(papers)), False)
    assert bar(head.follow(page, "Actualiser toutes les trois secondes")) == ("0", str(len(papers)), True)
    assert BILL in page.text
    assert page.all("#made tr") == []

    assert bench.wake() == len(papers)

    page = head.get(page.url)
    assert page.all("#progress-words") == [f"{len(papers)} papiers sur {len(papers)}"]
    assert bar(page) == (str(len(papers)), str(len(papers)), False)
    assert page.all("#made tbody tr") == [f"{BILL} {label} v1 Ouvrir dans Word" for label in papers]
    assert bench.wake() == 0


@pytest.mark.parametrize("languages", [["fr"], ["ar"], ["fr", "ar"]])
def test_the_languages_are_chosen(
    head: Browser, ministry: Ministry, bill: LegalText, languages: list[Language]
) -> None:
    head.press(head.get(f"/texts/{bill.id}"), ALL, language=[*languages])

    with ministry.session() as session:
        papers = session.exec(select(Document)).all()
    asked = sorted(KINDS[paper.kind].label(KINDS[paper.kind].told_in(paper.language)) for paper in papers)
    assert asked == sorted(labels(bill, *languages))


def test_no_language_is_refused_on_the_page_where_it_was_asked(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    page = head.press(head.get(f"/texts/{bill.id}"), ALL, language=False)

    assert page.notes == ["Aucun papier à produire : choisissez au moins un texte, un papier et une langue."]
    assert page.h1.text == BILL
    assert ministry.count(PaperJob) == 0


def test_only_what_the_phase_of_each_text_offers_is_made_where_no_kind_is_named(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    late = ministry.bring(bill, "refer_to_committee", "2026-11-20", chamber="representants")
    early = ministry.open("Projet de loi relatif aux ascenseurs")
    head.get("/account")
    sent: Sent = {"text": [str(late.id), str(early.id)], "language": ["fr"], "council_on": "2026-12-03"}

    page = head.post("/papers/jobs", sent)
    count = ministry.count(Document)
    with Session(ministry.engine) as session:
        papers = session.exec(select(Document)).all()
    asked = {text.id: {paper.kind for paper in papers if paper.text_id == text.id} for text in (early, late)}
    ministry.clock.wait(timedelta(minutes=1))
    named = head.post("/papers/jobs", {**sent, "kind": ["bordereau_sgg"]})

    assert ("bordereau_sgg" in asked[early.id], "bordereau_sgg" in asked[late.id]) == (True, False)
    assert all({"note_interne", "fiche_suivi"} <= kinds for kinds in asked.values())
    assert (bar(page)[1], bar(named)[1]) == (str(count), "2")
    assert head.get("/papers/jobs").all("tbody tr") == [
        "Conseil de gouvernement du 3 décembre 2026 1er déc. 2026 à 09:01 0 sur 2 en cours",
        f"Conseil de gouvernement du 3 décembre 2026 1er déc. 2026 à 09:00 0 sur {count} en cours",
    ]


def test_what_does_not_exist_is_not_found_and_nothing_is_written(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    head.get("/account")
    good: Sent = {"text": [str(bill.id)], "kind": ["note_interne"], "language": ["fr"]}

    wrong: list[Sent] = [
        {"text": [str(bill.id), str(uuid4())]}, {"text": ["x"]}, {"kind": ["tableau"]}, {"kind": ["\x00"]},
        {"language": ["en"]}, {"council_on": "hier"},
    ]  # fmt: skip
    for each in wrong:
        head.post("/papers/jobs", {**good, **each}, status=404)
    head.get(f"/papers/jobs/{uuid4()}", status=404)
    head.get(f"/papers/jobs/{uuid4()}/papiers.zip", status=404)

    assert (ministry.count(PaperJob), ministry.count(Document)) == (0, 0)


def test_a_button_pressed_twice_leads_to_one_job(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = head.get(f"/texts/{bill.id}")

    first, second = head.press(page, ALL), head.press(page, ALL)

    assert first.url == second.url
    assert ministry.count(Document) == len(labels(bill, "fr", "ar"))


def test_what_could_not_be_made_says_why_and_is_tried_again(head: Browser, bench: Bench, bill: LegalText) -> None:
    papers = labels(bill, "fr", "ar")
    count = len(papers)
    page = head.press(head.get(f"/texts/{bill.id}"), ALL)
    bench.fail(2, "Le disque était plein.")

    page = head.get(page.url)
    assert page.all("#progress-words") == [f"0 papier sur {count}, 2 non produits"]
    assert bar(page) == ("2", str(count), False)
    assert page.all("#failed tbody tr") == [f"{BILL} {label} v1 Le disque était plein." for label in papers[:2]]

    page = head.press(page, "Réessayer")
    assert bench.wake() == count

    assert head.get(page.url).all("#progress-words") == [f"{count} papiers sur {count}"]


def test_a_reader_follows_a_job_but_asks_for_none(
    browser: Browser, head: Browser, bench: Bench, bill: LegalText
) -> None:
    url = head.press(head.get(f"/texts/{bill.id}"), ALL).url
    bench.fail(1, "Le disque était plein.")
    bench.wake()
    browser.enter(bench.ministry.people.reader)

    page = browser.get(url)

    assert page.all("main button") == []
    assert browser.download(page.link(ZIP)).mimetype == "application/zip"
    assert browser.get("/papers/jobs").text.count("Vous n’avez pas encore demandé plusieurs papiers ensemble.") == 1


def test_the_zip_holds_a_folder_per_text_its_papers_by_their_names_and_an_index(
    head: Browser, ministry: Ministry, bench: Bench, bill: LegalText
) -> None:
    other = ministry.open("Projet de décret relatif aux ascenseurs", "decret")
    head.get("/account")
    sent = {"text": [str(bill.id), str(other.id)], "kind": ["note_interne"], "language": ["fr", "ar"]}
    page = head.post("/papers/jobs", sent)
    bench.wake()
    with ministry.session() as session:  # one whose bytes were lost is told, and not given
        lost = session.exec(select(Document).where(Document.text_id == other.id, Document.language == "ar")).one()
        lost.sha256 = None

    response = head.download(head.get(page.url).link(ZIP))

    with ZipFile(BytesIO(response.data)) as package:
        rows = list(csv.reader(StringIO(package.read("index.csv").decode("utf-8-sig")), delimiter=";"))[1:]
        assert package.testzip() is None
        names = package.namelist()
        page_of_index = package.read("index.html").decode()
    first, second = (
        "1_decret_projet-de-decret-relatif-aux-ascenseurs",
        "2_projet_de_loi_projet-de-loi-relatif-a-la-lutte-contre",
    )
    assert [name.partition("/")[0] for name in names] == [first, second, second, "index.csv", "index.html"]
    assert names[0].endswith("_note_interne_fr_v1.docx")
    assert [(row[1], row[2], row[-1][:8]) for row in rows] == [
        ("Note interne", "Projet de décret relatif aux ascenseurs", "conforme"),
        ("مذكرة إخبارية", "Projet de décret relatif aux ascenseurs", "non remi"),
        ("Note interne", BILL, "conforme"), ("مذكرة إخبارية", BILL, "conforme"),
    ]  # fmt: skip
    assert "2 textes" in page_of_index


def test_a_final_version_is_in_the_zip_and_is_not_made_anew(
    head: Browser, bench: Bench, ministry: Ministry, bill: LegalText
) -> None:
    head.press(head.get(f"/texts/{bill.id}/papers"), "Produire", kind="note_interne", language="fr")
    with ministry.session() as session:
        (note,) = session.exec(select(Document)).all()
        note.final_at = ministry.clock()

    url = head.press(head.get(f"/texts/{bill.id}"), ALL, language=["fr"]).url
    bench.wake()

    names = [name.rpartition("/")[2] for name in ZipFile(BytesIO(head.download(f"{url}/papiers.zip").data)).namelist()]
    assert [name for name in names if "note_interne" in name] == [note.file_name]
    assert any("fiche_suivi_fr_v1" in name for name in names)
    assert "version finale, déjà là" in head.get(url).text


def test_what_was_written_by_hand_goes_into_the_folder_of_a_council_and_is_not_made_anew(
    head: Browser, bench: Bench, ministry: Ministry, bill: LegalText
) -> None:
    ministry.bring(bill, "list_on_agenda", "2026-11-20", council_on="2026-12-03")
    head.press(head.get(f"/texts/{bill.id}/papers"), "Produire", kind="note_presentation", language="fr")
    with ministry.session() as session:
        (note,) = session.exec(select(Document)).all()
        note.edited_from = 1
    asked: Sent = {"text": [str(bill.id)], "kind": ["note_presentation"], "council_on": "2026-12-03"}

    both = head.post("/papers/jobs", asked | {"language": ["fr", "ar"]}).url
    bench.wake()
    alone = head.post("/papers/jobs", asked | {"language": ["fr"]}).url

    kept = "Note de présentation v1 version modifiée à la main, déjà là"
    made = [[cell for cell in head.get(url).all("#made td") if "v1" in cell] for url in (both, alone)]
    assert made == [["مذكرة تقديم v1", kept], [kept]]
    assert head.get(alone).all("#progress-words") == ["Rien n’est à produire : ces papiers sont déjà là."]
    with ZipFile(BytesIO(head.download(f"{alone}/papiers.zip").data)) as folder:
        assert any(name.endswith(note.file_name) for name in folder.namelist())


def test_the_page_of_a_job_costs_no_query_per_paper(app: Flask, head: Browser, ministry: Ministry) -> None:
    head.get("/account")
    counts = []
    for count in (2, 4):
        texts = [str(ministry.open(f"Projet {number} de {count}").id) for number in range(count)]
        url = head.post("/papers/jobs", {"text": texts, "language": ["fr", "ar"]}).url
        with queries(app) as sent:
            head.get(url)
        counts.append(len(sent))

    assert counts[0] == counts[1]


def test_papers_of_one_text_read_its_history_once_a_batch(
    app: Flask, head: Browser, bench: Bench, bill: LegalText
) -> None:
    head.press(head.get(f"/texts/{bill.id}"), ALL)

    with queries(app) as sent:
        made = bench.wake()

    assert made > 1
    assert sum("FROM step" in statement for statement in sent) == ceil(made / BATCH)
