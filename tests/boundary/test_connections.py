"""Database connections outlast a request, and a lost one costs no request."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import psycopg
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError, connection, connections
from django.db.backends.signals import connection_created
from django.test import RequestFactory

from catalog.models import Genre
from conftest import require
from tests.boundary import servers
from tests.security.sites import Site, make_site

_FILMS = "/api/v1/movies/?page_size=1"
_REQUESTS, _THREADS, _WORKERS = 100, 4, 2


def ask(path: str) -> int:
    """The status of an answer of the real handler, which sends the signals of a request."""
    environ = RequestFactory().get(path, headers={"host": "127.0.0.1"}).environ
    answer = WSGIHandler()(environ, Mock())
    answer.close()
    return answer.status_code


@pytest.mark.django_db(transaction=True)
def test_threads_open_one_connection_each_for_a_hundred_requests() -> None:
    opened: list[int] = []
    statuses: list[int] = []

    def note(**_: object) -> None:
        opened.append(threading.get_ident())

    def visit() -> None:
        try:
            statuses.extend(ask(_FILMS) for _ in range(_REQUESTS // _THREADS))
        finally:
            connections.close_all()

    visitors = [threading.Thread(target=visit) for _ in range(_THREADS)]
    connection_created.connect(note)
    try:
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
    finally:
        connection_created.disconnect(note)
    assert statuses == [200] * _REQUESTS
    assert len(opened) == len(set(opened)) == _THREADS


# --- SQLite ------------------------------------------------------------------------------------------
@pytest.fixture
def sqlite_only() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("of SQLite's file")


@pytest.mark.usefixtures("sqlite_only")
@pytest.mark.django_db(transaction=True)
def test_88_a_connection_that_met_a_full_disk_writes_again_when_there_is_room() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        before = connection.connection
        with pytest.raises(OperationalError, match="full"):
            Genre.objects.bulk_create(Genre(name=f"{place:0400}") for place in range(1000))
        assert ask(_FILMS) == 200
        cursor.execute("PRAGMA max_page_count = 1000000000")
    connection.close_if_unusable_or_obsolete()  # as after each request
    Genre.objects.create(name="Drama")
    assert connection.connection is before


def test_a_database_that_replaces_the_file_is_used_by_the_next_request(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    with site.served(workers=1) as port:
        count = site.ask(port, _FILMS)["count"]
        copy, file = tmp_path / "restored.sqlite3", site.folder / "nextflex.sqlite3"
        with sqlite3.connect(file) as source, sqlite3.connect(copy) as target:
            source.backup(target)
            target.execute(
                "UPDATE catalog_movie SET is_hidden = 1 WHERE id = (SELECT min(id) FROM catalog_movie)"
            )
        target.close()
        source.close()
        for rest in ("-wal", "-shm"):
            file.with_name(file.name + rest).unlink(missing_ok=True)
        copy.replace(file)
        assert {site.ask(port, _FILMS)["count"] for _ in range(40)} == {count - 1}


# --- PostgreSQL --------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def on_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, int]]:
    require("postgresql")
    with servers.postgresql() as address:
        site = make_site(tmp_path_factory.mktemp("postgresql") / "site", database=address)
        with site.served(workers=_WORKERS) as port:
            yield site, port


_SESSIONS = "SELECT sessions FROM pg_stat_database WHERE datname = current_database()"
_END_ALL_OTHERS = """SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"""


def test_a_server_opens_no_connection_per_request(on_postgresql: tuple[Site, int]) -> None:
    site, port = on_postgresql
    with psycopg.connect(site.database, autocommit=True) as admin:
        before = _number(admin, _SESSIONS)
        for _ in range(_REQUESTS):
            site.ask(port, _FILMS)
        opened = _number(admin, _SESSIONS) - before
    assert opened < _REQUESTS / 2  # one a thread, and threads are taken at random


def test_85_a_connection_that_the_server_ended_costs_no_request(
    on_postgresql: tuple[Site, int],
) -> None:
    site, port = on_postgresql
    with psycopg.connect(site.database, autocommit=True) as admin:
        for _ in range(5):
            for _ in range(10):
                site.ask(port, _FILMS)  # which asserts a 200
            assert _number(admin, _END_ALL_OTHERS) > 0


def _number(admin: "psycopg.Connection[tuple[int]]", query: str) -> int:
    row = admin.execute(query).fetchone()
    assert row is not None
    return row[0]
