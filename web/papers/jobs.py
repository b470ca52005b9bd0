"""Papers asked for together: all those of a text's step, or of the texts of a Council; how far they are, and a zip."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    redirect,
    render_template,
    request,
    stream_with_context,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlmodel import Session, col, select

from documents.catalogue import KINDS
from documents.language import LANGUAGES
from documents.together import Chosen, papers_of_texts
from models import LegalText, PaperJob, User
from web.council.folder import PAPERS
from web.papers.asked import read_ticked
from web.request import calendar, db, find, find_text, now, person, requires, settings, today
from workflow.calendar.words import day_fr
from workflow.council.texts import decisions_of, expected_texts, on_agenda
from workflow.errors import Refused
from workflow.people.permissions import Right, visible_texts
from workflow.register.paper_jobs import Occasion, Wanted, ask_for_papers, want_failed_again
from workflow.register.paper_versions import settled_versions
from workflow.reports.paper_jobs import archive_of_job, papers_of_job, progress_of
from workflow.rulebook.files import procedure_of

bp = Blueprint("paper_jobs", __name__, url_prefix="/papers/jobs")

# Of one person, those they may still look for.
_LAST = 30
# So many papers are listed on a page; the zip has all.
_LISTED = 300
_TITLE = 200


@bp.get("")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """List the last jobs that this person asked for."""
    mine = select(PaperJob).where(PaperJob.by_id == person().id).order_by(col(PaperJob.at).desc(), col(PaperJob.id))
    jobs = db().exec(mine.limit(_LAST)).all()
    return render_template("papers/jobs.html", jobs=jobs, progress=progress_of(db(), jobs))


@bp.post("")
@requires(Right.MAKE_PAPERS)
def ask() -> ResponseReturnValue:
    """Ask for all papers of these kinds, in these languages, of these texts; whoever makes them is another one."""
    texts, chosen = _texts(), read_chosen()
    council_on = _council()
    only = texts[0] if len(texts) == 1 and council_on is None else None
    occasion = Occasion(only.id if only else None, council_on)
    papers = papers_of_texts(db(), texts, chosen, on=today(), calendar=calendar(), letterhead=settings().letterhead)
    back = url_for("texts.show", text_id=only.id, _anchor="papers") if only else url_for(".index")
    is_settled = _is_settled(texts, chosen, occasion)
    return ask_together(db(), papers, label_of(texts, occasion), occasion, back=back, is_settled=is_settled)


@bp.post("/of/<uuid:text_id>")
@requires(Right.MAKE_PAPERS)
def ask_for_each(text_id: UUID) -> ResponseReturnValue:
    """Ask for one paper about each body, meeting or chamber that was ticked on the page of papers of a text."""
    text = find_text(text_id)
    ticked = read_ticked(text)
    if ticked is None:
        abort(404)
    occasion = Occasion(text.id)
    back = url_for("papers.index", text_id=text.id)
    return ask_together(db(), ticked, label_of([text], occasion), occasion, back=back)


def ask_together(
    session: Session,
    papers: Sequence[Wanted],
    label: str,
    occasion: Occasion,
    *,
    back: str,
    is_settled: bool = False,
) -> ResponseReturnValue:
    """Write papers as wanted together and lead to their job; where they are refused, say why on the page before."""
    try:
        job = ask_for_papers(session, papers, label, by=person(), at=now(), occasion=occasion, is_settled=is_settled)
    except Refused as refused:
        flash(" ".join(refused.reasons))
        return redirect(back, 303)
    session.commit()
    return redirect(url_for("paper_jobs.show", job_id=job.id), 303)


@bp.get("/<uuid:job_id>")
@requires(Right.READ_TEXTS)
def show(job_id: UUID) -> ResponseReturnValue:
    """Show how far a job is, what could not be made and why, and, once it is over, all papers."""
    job = find(PaperJob, job_id)
    progress = progress_of(db(), [job])[job.id]
    of_texts = papers_of_job(db(), job, person(), kinds=_kinds(job), also=_also(job) if progress.is_over else ())
    papers = [(text, paper) for text, of_text in of_texts for paper in of_text]
    return render_template(
        "papers/job.html", job=job, progress=progress, kinds=KINDS,
        asked_by=db().get(User, job.by_id) if job.by_id else None, now=now(),
        follows="follow" in request.args and not progress.is_over,  # no page reloads unless one asked that it does
        failed=[each for each in papers if each[1].status == "failed"],
        made=[each for each in papers if each[1].status == "made"], listed=_LISTED,
    )  # fmt: skip


@bp.post("/<uuid:job_id>/retry")
@requires(Right.MAKE_PAPERS)
def retry(job_id: UUID) -> ResponseReturnValue:
    """Try once more to make the papers of a job that could not be made."""
    want_failed_again(db(), find(PaperJob, job_id), by=person())
    db().commit()
    return redirect(url_for(".show", job_id=job_id), 303)


@bp.get("/<uuid:job_id>/papiers.zip")
@requires(Right.READ_TEXTS)
def archive(job_id: UUID) -> ResponseReturnValue:
    """Give the papers of a job that are made as one zip, made as it is sent."""
    job = find(PaperJob, job_id)
    parts = archive_of_job(db(), job, person(), labels=_labels(), kinds=_kinds(job), also=_also(job), at=now())
    name = f"papiers_{(job.council_on or today()).isoformat()}.zip"
    told = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(stream_with_context(parts), mimetype="application/zip", headers=told)


def _texts() -> list[LegalText]:
    """Give the texts that the form names, in its order, or answer that one of them is not found."""
    try:
        ids = list(dict.fromkeys(UUID(given) for given in request.form.getlist("text")))
    except ValueError:
        abort(404)
    found = {text.id: text for text in db().exec(visible_texts(person()).where(col(LegalText.id).in_(ids)))}
    if len(found) < len(ids):
        abort(404)
    return [found[text_id] for text_id in ids]


def read_chosen() -> Chosen:
    """Read the kinds and languages that the form names, or answer that one of them is not found."""
    chosen = Chosen(request.form.getlist("kind"), request.form.getlist("language"))
    if not (set(chosen.kinds) <= KINDS.keys() and set(chosen.languages) <= set(LANGUAGES)):
        abort(404)
    return chosen


def _kinds(job: PaperJob) -> Collection[str]:
    """Give the kinds of which a job holds the final versions that were there already."""
    if job.council_on:
        return PAPERS
    text = db().get(LegalText, job.text_id) if job.text_id else None
    return [code for code in procedure_of(text).papers if KINDS[code].is_offered_in(text.phase)] if text else ()


def _also(job: PaperJob) -> Collection[UUID]:
    """Give the texts that a job means even where it made nothing of them: that of its page, those of its Council."""
    if job.council_on is None:
        return [job.text_id] if job.text_id else []
    listed = on_agenda(expected_texts(db(), person(), on=today(), calendar=calendar()), job.council_on)
    decided = decisions_of(db(), person(), job.council_on, on=today(), calendar=calendar())
    return [each.text.id for each in listed] + [each.now.text.id for each in decided]


def _is_settled(texts: Sequence[LegalText], chosen: Chosen, occasion: Occasion) -> bool:
    """Whether people have worked on some of these papers, which the job of a text or of a Council then holds."""
    if occasion == Occasion():
        return False
    found = settled_versions(db(), [text.id for text in texts])
    return any(each.language in chosen.languages and (not chosen.kinds or each.kind in chosen.kinds) for each in found)


def _labels() -> dict[tuple[str, str], str]:
    return {(code, language): kind.label(language) for code, kind in KINDS.items() for language in kind.languages}


def _council() -> date | None:
    given = request.form.get("council_on", "")
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        abort(404)


def label_of(texts: Sequence[LegalText], occasion: Occasion) -> str:
    """Name what papers are asked for together: a Council, a text, or so many texts."""
    if occasion.council_on:
        return str(_("Conseil de gouvernement du %(day)s", day=day_fr(occasion.council_on)))
    if occasion.text_id:
        return texts[0].title_fr[:_TITLE]
    return str(ngettext("%(num)s texte", "%(num)s textes", len(texts)))
