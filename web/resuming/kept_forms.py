"""What was typed in a form of ours, kept for the person to whom the form was shown.

The token of each form is signed and carries the account that it was shown to, so that a form tells whose it is even
when its session is over. Without such a token nothing is kept: the form is not one of ours.
"""

import json
import secrets
from dataclasses import asdict, dataclass
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from flask import current_app, request, session
from itsdangerous import BadData, URLSafeTimedSerializer

from web.kept_files import keep, take
from web.private_files import Folder
from web.request import settings

# Among the arguments of an address: the name under which what was typed is kept.
RESUMED = "resumed"
_TOKEN = "csrf_token"  # noqa: S105 - the name of a field
# As Flask-WTF signs the tokens of its forms.
_SALT = "wtf-csrf-token"
_BYTES = 20


@dataclass(frozen=True)
class TypedForm:
    """A form as it was sent: where to, each field with its value, and whether files were chosen, which are not kept."""

    target: str
    values: list[tuple[str, str]]
    has_files: bool = False

    @property
    def path(self) -> str:
        """Where it was sent to, without what was asked there."""
        return urlsplit(self.target).path


def mark_session(person: UUID) -> None:
    """Have the forms of this session carry the account that they are shown to."""
    session[_TOKEN] = f"{secrets.token_hex(_BYTES)}.{person.hex}"


def owner_of_form() -> UUID | None:
    """Give the account to which the form that was sent had been shown; None where it proves none."""
    signer = URLSafeTimedSerializer(current_app.secret_key or "", salt=_SALT)
    try:
        return UUID(str(signer.loads(request.form.get(_TOKEN, ""))).partition(".")[2])
    except (BadData, ValueError):
        return None


def typed_form() -> TypedForm | None:
    """Read what was typed on a page of ours; None where nothing was, of a password, or of a form of another site."""
    origin = request.headers.get("Origin")
    # A page that hides where it comes from says « null »: it is not ours either.
    foreign = origin is not None and urlsplit(origin).netloc != request.host
    values = [(name, value) for name, value in request.form.items(multi=True) if name != _TOKEN]
    if foreign or not values or request.blueprint == "sign_in":
        return None
    asked = [(name, value) for name, value in request.args.items(multi=True) if name != RESUMED]
    target = request.path + (f"?{urlencode(asked)}" if asked else "")
    return TypedForm(target, values, any(file.filename for file in request.files.values()))


def keep_form(form: TypedForm, owner: UUID) -> str:
    """Keep a form for its owner during a day, and give the name that it is kept under."""
    return keep(settings().var, owner, json.dumps(asdict(form), ensure_ascii=False).encode(), Folder.FORMS)


def take_form(name: str, person: UUID) -> TypedForm | None:
    """Give what this person typed and was kept under this name; None where it is not theirs, or not there any more."""
    content = take(settings().var, person, name, Folder.FORMS)
    if content is None:
        return None
    told = json.loads(content)
    return TypedForm(told["target"], [(field, value) for field, value in told["values"]], told["has_files"])
