"""Templates written: every version kept, one in service at a time, and what served before still told."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from sqlite3 import IntegrityError as SqliteError
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlmodel import Session

from models import PaperTemplate, Role, TemplateService
from tests.workflow.behind import other_bytes, say, tamper
from tests.workflow.builders import AT, CALENDAR, Ministry
from workflow.errors import NotAllowed, Refused
from workflow.people.permissions import HOLDERS, Right
from workflow.register.templates import (
    Checked,
    Sent,
    keep_template,
    put_in_service,
    restore_factory,
    services,
    serving_template,
    versions,
)
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures

NOTE = ("note_interne", "fr")
FAULT = ("paragraphe 1", "Champ inconnu « x ».", "unknown_field")


def send(ministry: Ministry, content: bytes, *found: tuple[str, str, str], role: str = Role.HEAD) -> PaperTemplate:
    sent = Sent(*NOTE, content, "note.docx", "l’en-tête de 2026")
    return keep_template(ministry.session, sent, found, by=ministry.person(role), at=AT)


def serve(ministry: Ministry, version: PaperTemplate, *, seen: int, role: str = Role.HEAD) -> None:
    put_in_service(
        ministry.session, version, Checked(version.sha256, ()), seen=seen, by=ministry.person(role), at=AT
    )  # fmt: skip


def in_service(ministry: Ministry) -> int | None:
    serving = serving_template(ministry.session, *NOTE)
    return serving.number if serving else None


def test_versions_are_numbered_and_kept_with_what_was_found(ministry: Ministry) -> None:
    first, second = send(ministry, b"one"), send(ministry, b"two", FAULT)

    assert [each.number for each in versions(ministry.session, *NOTE)] == [2, 1]
    assert (first.faults, second.faults) == ([], [list(FAULT)])
    assert first.sha256 == sha256(b"one").hexdigest()
    assert (first.comment, first.by_id, first.at) == ("l’en-tête de 2026", ministry.person(Role.HEAD).id, AT)
    assert in_service(ministry) is None


def test_the_same_bytes_are_no_second_version(ministry: Ministry) -> None:
    send(ministry, b"one")

    with pytest.raises(Refused, match="déjà la version 1"):
        send(ministry, b"one")


def test_one_version_serves_at_a_time_and_the_factory_one_comes_back(ministry: Ministry) -> None:
    first, second = send(ministry, b"one"), send(ministry, b"two")
    served = []
    for seen, change in enumerate((first, second, None, first)):
        if change:
            serve(ministry, change, seen=seen)
        else:
            restore_factory(ministry.session, *NOTE, seen=seen, by=ministry.person(Role.DIRECTOR), at=AT)
        served.append(in_service(ministry))

    assert served == [1, 2, None, 1]
    assert [each.template_id for each in services(ministry.session, *NOTE)] == [first.id, None, second.id, first.id]


def test_another_kind_or_language_is_not_concerned(ministry: Ministry) -> None:
    serve(ministry, send(ministry, b"one"), seen=0)

    assert serving_template(ministry.session, "fiche_suivi", "fr") is None
    assert serving_template(ministry.session, "note_interne", "ar") is None


@pytest.mark.parametrize("found", [Checked("0" * 64, ()), None], ids=["of other bytes", "with a fault"])
def test_what_has_not_passed_the_check_does_not_serve(ministry: Ministry, found: Checked | None) -> None:
    version = send(ministry, b"one")
    checked = found or Checked(version.sha256, [FAULT])

    with pytest.raises(Refused, match="a des fautes"):
        put_in_service(ministry.session, version, checked, seen=0, by=ministry.person(Role.HEAD), at=AT)

    assert in_service(ministry) is None


def test_who_saw_another_one_in_service_is_told(ministry: Ministry) -> None:
    first, second = send(ministry, b"one"), send(ministry, b"two")
    serve(ministry, first, seen=0)

    with pytest.raises(Refused, match="Une autre personne"):
        serve(ministry, second, seen=0)
    with pytest.raises(Refused, match="déjà en service"):
        serve(ministry, first, seen=1)


def test_of_two_people_at_the_same_moment_one_puts_a_version_in_service(engine: Engine, ministry: Ministry) -> None:
    version, head, at_once = send(ministry, b"one"), ministry.person(Role.HEAD), Barrier(2)
    ministry.session.commit()

    def attempt(_turn: int) -> bool:
        at_once.wait()
        with Session(engine) as session:
            try:
                put_in_service(session, version, Checked(version.sha256, ()), seen=0, by=head, at=AT)
                session.commit()
            except (IntegrityError, Refused):
                return False
            return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(attempt, range(2))) == [False, True]
    assert len(services(ministry.session, *NOTE)) == 1


@pytest.mark.parametrize("role", sorted(set(Role) - HOLDERS[Right.MANAGE_TEMPLATES]))
def test_others_may_not(ministry: Ministry, role: str) -> None:
    version = send(ministry, b"one")

    with pytest.raises(NotAllowed):
        send(ministry, b"two", role=role)
    with pytest.raises(NotAllowed):
        serve(ministry, version, seen=0, role=role)
    with pytest.raises(NotAllowed):
        restore_factory(ministry.session, *NOTE, seen=0, by=ministry.person(role), at=AT)


@pytest.mark.parametrize("table", [PaperTemplate.__tablename__, TemplateService.__tablename__])
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "UPDATE {} SET comment = ''"])
def test_the_database_refuses_that_a_version_or_a_service_is_changed(
    engine: Engine, ministry: Ministry, table: str, verb: str
) -> None:
    serve(ministry, send(ministry, b"one"), seen=0)
    ministry.session.commit()

    with pytest.raises((DatabaseError, SqliteError), match="append-only"):
        say(engine, [verb.format(table)])


@pytest.mark.parametrize(
    ("gone", "words"), [(False, "n’est plus celui qui a été envoyé"), (True, "n’est plus dans la base")]
)
def test_the_check_names_a_template_whose_file_is_lost(
    engine: Engine, session: Session, ministry: Ministry, *, gone: bool, words: str
) -> None:
    serve(ministry, send(ministry, b"one"), seen=0)
    session.commit()

    tamper(engine, ["DELETE FROM stored_file"] if gone else other_bytes(engine))

    assert list(faults(procedures(), engine, CALENDAR)) == [
        f"Le modèle « note.docx » (note_interne, fr, version 1) {words}."
    ]
