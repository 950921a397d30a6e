"""A record on a PostgreSQL server: reached, refused, watched, copied there and back."""

import threading
import time
from uuid import uuid4

import pytest

from factcheck.domain.errors import BusyError, DatabaseError
from factcheck.operations import claims, copying
from factcheck.operations.merging import merge_copy
from factcheck.operations.opening import open_record
from factcheck.operations.safekeeping import back_up_now, check_file, restore_backup
from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings
from factcheck.storage import faults, library, queries, server
from factcheck.storage.places import Place
from factcheck.storage.server import open_server, parse_address
from factcheck.storage.store import Store
from tests.operations.conftest import Desk, on_files, someone
from tests.postgres import address_of, create_database

on_servers = pytest.mark.parametrize("desk", ["server"], indirect=True)


@pytest.fixture
def empty(cluster):
    """The address of an empty database, as typed."""
    name = f"empty_{uuid4().hex}"
    create_database(cluster, name)
    return f"postgresql://desk@/{name}?host={cluster}"


def refusal(address, **options):
    with pytest.raises(DatabaseError) as caught:
        open_server(parse_address(address), **someone("x"), **options)
    return caught.value


def test_a_password_is_used_and_never_shown():
    address = parse_address("postgresql://layla:s3cret@db.example.org/desk")
    assert server.password_of(address) == "s3cret"
    for shown in (address.shown, address.account, str(address.url), repr(address.url)):
        assert "s3cret" not in shown
    assert address.shown == "desk@db.example.org"


def test_the_environment_knows_the_password(monkeypatch):
    address = parse_address("postgresql://layla@db.example.org/desk")
    monkeypatch.setenv(server.PASSWORD_VARIABLE, "env")
    assert server.password_of(address) == "env"


@pytest.mark.parametrize(
    ("typed", "mode"),
    [
        ("postgresql://l@db.example.org/desk", "require"),
        ("postgresql+psycopg://l@10.0.0.7/desk", "require"),
        ("postgresql://l@db.example.org/desk?sslmode=verify-full", "verify-full"),
        ("postgresql://l@localhost/desk", None),
        ("postgres://l@db.example.org/desk", "require"),
        ("PostgreSQL://l@db.example.org/desk", "require"),
        ("postgresql://l@localhost/desk?hostaddr=10.0.0.7", "require"),
        ("postgresql://l@/desk?host=/run/postgresql,db.example.org", "require"),
        ("postgresql://l@/desk?host=localhost&host=db.example.org", "require"),
        ("postgresql://l@/desk", None),
        ("postgresql://l@/desk?host=/run/postgresql", None),
    ],
)
def test_remote_servers_are_spoken_to_in_private(typed, mode):
    assert parse_address(typed).url.query.get("sslmode") == mode


def test_the_environment_may_name_a_remote_server_or_how_to_speak_to_it(monkeypatch):
    monkeypatch.setenv("PGHOST", "db.example.org")
    assert parse_address("postgresql:///desk").url.query.get("sslmode") == "require"
    monkeypatch.setenv("PGSSLMODE", "verify-full")
    assert "sslmode" not in parse_address("postgresql:///desk").url.query


@pytest.mark.parametrize(
    "typed",
    [
        "postgresql://",
        "mysql://l:s3cret@h/d",
        "postgresql://l:s3cret@h:x/y",
        "postgresql://l:s3cret@",
        "postgresql://l:mo@re/s3cret@h/d",
        "///",
    ],
)
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(DatabaseError) as caught:
        parse_address(typed)
    assert caught.value.message == server.BAD_ADDRESS
    assert "s3cret" not in str(caught.value)


def test_what_libpq_does_not_know_is_refused():
    error = refusal("postgresql://l:s3cret@localhost/desk?nonsense=1")
    assert error.message == server.BAD_ADDRESS
    assert "s3cret" not in str(error)


def test_a_password_behind_the_address_is_taken_off_it():
    address = parse_address("postgresql://layla@localhost/desk?password=s3cret")
    assert server.password_of(address) == "s3cret"
    assert "s3cret" not in address.url.render_as_string(hide_password=False)


def test_a_server_that_is_not_there_is_a_sentence(tmp_path):
    error = refusal(f"postgresql://l@/desk?host={tmp_path}")
    assert error.message == faults.UNREACHABLE


def test_a_database_without_record_is_not_filled_unasked(empty):
    assert refusal(empty).message == server.NO_RECORD
    open_server(parse_address(empty), **someone("x"), create=True).close()
    open_server(parse_address(empty), **someone("x")).close()


@on_servers
def test_others_commits_are_heard(desk):
    other = desk.joined_by("سامي")
    claim_id = other.claim()
    deadline = time.monotonic() + 2
    found = desk.store.poll()
    while not found and time.monotonic() < deadline:
        found = desk.store.poll()
    assert found.claims == {claim_id}
    assert not desk.store.poll()


@on_servers
def test_a_writer_who_waits_too_long_is_told(desk):
    other = desk.joined_by("سامي")
    with desk.store.write("hold"), pytest.raises(BusyError), other.store.write("wait"):
        pass
    other.claim()


@on_servers
def test_many_writers_lose_nothing_and_name_the_heads(desk):
    claim_id = desk.claim()
    people = [desk.joined_by(f"محرر {at}") for at in range(4)]
    for person in people:
        person.store._engine.dialect  # noqa: B018 - opened before the threads start
    failures = []

    def work(person):
        try:
            for at in range(10):
                values = {"note": f"{person.store.actor} {at}"}
                person.run(claims.edit_claims, claim_ids=[claim_id], values=values)
        except BusyError:
            failures.append(person)

    threads = [threading.Thread(target=work, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert desk.get(claim_id).rev == 41
    assert check_file(desk.store) == []


@on_servers
def test_a_laptop_copy_goes_away_and_comes_back(desk, tmp_path):
    claim_id = desk.claim()
    laptop = tmp_path / "laptop.factcheck"
    copying.copy_to_file(desk.store, laptop)
    with pytest.raises(DatabaseError):
        copying.copy_to_file(desk.store, laptop)
    store = Store.open(laptop, **someone("سامي"))
    away = Desk(store, desk.article_id, desk.reopen)
    away.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "من القطار"})
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"rationale": "من المكتب"})
    store.close()
    result, changes = merge_copy(desk.store, laptop, backup_dir=tmp_path / "b")
    assert (result.new, result.changed, result.conflicts) == (0, 1, 0)
    assert changes.claims == {claim_id}
    claim = desk.get(claim_id)
    assert (claim.note, claim.rationale) == ("من القطار", "من المكتب")
    assert desk.read(library.articles, "المياه")


@on_servers
def test_what_is_new_on_the_server_comes_to_the_laptop(desk, tmp_path):
    claim_id = desk.claim()
    laptop = tmp_path / "laptop.factcheck"
    copying.copy_to_file(desk.store, laptop)
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "من المكتب"})
    store = Store.open(laptop, **someone("سامي"))
    address = desk.store.engine.url.render_as_string(hide_password=False)
    with copying.as_file(address, store) as file:
        result, _ = merge_copy(store, file, backup_dir=tmp_path / "b")
        with copying.as_file(file, store) as same:
            assert same == file
    assert (result.new, result.changed, result.conflicts) == (0, 1, 0)
    with store.read() as session:
        assert queries.claim(session, claim_id).note == "من المكتب"
    store.close()
    assert not file.exists()


@on_files
def test_a_file_moves_to_a_server_whole(desk, empty, tmp_path):
    claim_id = desk.claim(note="خاص")
    progress = []
    assert "@" in copying.copy_to_server(desk.store, empty, progress=progress.append)
    assert progress[-1] == 1
    settings = Settings.load(tmp_path / "settings.json")
    opened = open_record(empty, Paths.under(tmp_path), settings)
    assert opened.place is Place.SERVER
    moved = Desk(opened.store, desk.article_id, desk.reopen)
    assert moved.get(claim_id) == desk.get(claim_id)
    assert moved.read(library.articles, "متطوع")
    opened.store.close()
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "بعد النقل"})
    copying.copy_to_server(desk.store, empty)
    other = open_server(parse_address(empty), **someone("x"))
    with other.read() as session:
        assert queries.claim(session, claim_id).note == "بعد النقل"
    other.close()


@on_files
def test_a_server_with_another_record_is_left_alone(desk, cluster, tmp_path):
    name = f"other_{uuid4().hex}"
    create_database(cluster, name, template="template_desk")
    address = address_of(cluster, name)
    other = open_server(address, **someone("x"))
    with other.write("add_reviewer") as session:
        from factcheck.domain.article import ArticleDraft
        from factcheck.operations import articles

        articles.add_article(session, draft=ArticleDraft("آخر", "نص آخر"))
    other.close()
    with pytest.raises(DatabaseError):
        copying.copy_to_server(desk.store, f"postgresql://desk@/{name}?host={cluster}")


@on_servers
def test_a_server_is_backed_up_to_a_file_and_not_restored_over(desk, tmp_path):
    claim_id = desk.claim()
    backup = back_up_now(desk.store, backup_dir=tmp_path / "b")
    with pytest.raises(DatabaseError):
        restore_backup(desk.store, backup, backup_dir=tmp_path / "b")
    store = Store.open(backup, **someone("x"))
    with store.read() as session:
        assert queries.claim(session, claim_id).id == claim_id
    store.close()
