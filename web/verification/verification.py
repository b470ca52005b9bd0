"""The page that says whether a paper is what it seems: open to whoever holds it, and telling nothing of its text."""

from hashlib import sha256

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from documents.verification import printed_code, typed_code
from web.request import db, largest_piece, now, only_reads, public, sent_file, takes_files, writing
from web.verification.guesses import has_guessed_too_often, note_guess
from web.verification.verified import Verified, verified

bp = Blueprint("verification", __name__, url_prefix="/v")


@bp.get("/")
@public
def ask() -> ResponseReturnValue:
    """Ask for a code; one that was typed leads to its page."""
    code = typed_code(request.args.get("code", ""))
    return redirect(url_for(".show", code=code)) if code else _page()


@bp.get("/<code>")
@public
def show(code: str) -> ResponseReturnValue:
    """Tell of the paper that bears a code."""
    found = _find(code)
    return _page(found, code) if found else _unknown(code)


@bp.post("/<code>")
@public
@takes_files(largest_piece)
@only_reads
def compare(code: str) -> ResponseReturnValue:
    """Say whether a file is the one that was made; it is read, and not kept."""
    found = _find(code)
    if found is None:
        return _unknown(code)
    sent = sent_file("file")
    if sent is None:
        return _page(found, code, comparison="missing", status=422)
    # Most are given as PDF: the one that was made of the paper is kept, and is the paper as much as the Word file.
    is_same = sha256(sent[1]).hexdigest() in (found.paper.sha256, found.paper.pdf_sha256)
    return _page(found, code, comparison="same" if is_same else "other")


def _find(code: str) -> Verified | None:
    """Find the paper, or count a guess; whoever guesses too often is sent away."""
    address = request.remote_addr or ""
    if has_guessed_too_often(db(), address, at=now()):
        abort(429)
    found = verified(db(), typed_code(code))
    if found is None:
        with writing() as session:
            note_guess(session, address, at=now())
            session.commit()
    return found


def _unknown(code: str) -> ResponseReturnValue:
    return _page(code=code, is_unknown=True, status=404)


def _page(
    found: Verified | None = None, code: str = "", *, comparison: str = "", is_unknown: bool = False, status: int = 200
) -> ResponseReturnValue:
    shown = {"found": found, "comparison": comparison, "is_unknown": is_unknown, "printed": printed_code}
    page = make_response(render_template("verification/show.html", code=code[:40], **shown), status)
    page.headers["X-Robots-Tag"] = "noindex"
    return page
