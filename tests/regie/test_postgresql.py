"""Regie on a real PostgreSQL: two processes, exact counts, a copy put back, and the same tests as on SQLite."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import psycopg
import pytest
import requests

from tests.regie.desks import TestDesk, message, signed, week
from tests.regie.postgresql import Postgres, running_postgres
from tests.regie.process import HANGS_AFTER, Regie, environment, start_regie
from tests.regie.test_server import at_once, enrol, put, receipt

DAY = date(2026, 11, 24)
FIRST = date(2026, 1, 5)


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """A running PostgreSQL."""
    with running_postgres() as running:
        yield running


@pytest.fixture(scope="module")
def pair(server: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Regie, Regie]]:
    """Two processes of regie on one database, with the same secrets."""
    folder = tmp_path_factory.mktemp("regie") / "geheimen"
    extra = {"IDO_REGIE_DATABASE": server.url("regie")}
    first = start_regie(folder, DAY, extra)
    second = start_regie(folder, DAY, extra)
    yield first, second
    for running in (first, second):
        running.stop()


def deliver_to_both(server: Postgres, pair: tuple[Regie, Regie]) -> TestDesk:
    """The same deliveries at the same moment, to both processes: each is counted once."""
    sender = enrol(pair[1])  # the code that the second start gave
    sents = [
        message(sender, number, [week(sender, FIRST + timedelta(weeks=number), number)]) for number in range(1, 21)
    ]
    contents = [signed(sender, sent) for sent in sents]
    calls = [
        lambda at=at, regie=regie: put(regie, sents[at], contents[at]) for at in range(20) for regie in (*pair, *pair)
    ]
    answers = at_once(calls)
    assert Counter(answer.status_code for answer in answers) == {201: 20, 200: 60}
    for regie in pair:
        last = receipt(put(regie, sents[0], contents[0]))
        assert (last.alles_tot, last.ontbreekt, last.vragen) == (20, [], sum(range(1, 21)))
    with psycopg.connect(server.url("regie")) as database:
        assert database.execute("SELECT count(*), sum(questions) FROM deliveries_weektotal").fetchone() == (20, 210)
    return sender


def open_pages_of_both(pair: tuple[Regie, Regie]) -> requests.Session:
    """Every page works, and a login holds for both processes."""
    session = requests.Session()
    for path in ("/", "/onderwerpen", "/doorverwijzen", "/signalen", "/balies", "/weken", "/rapport", "/publicaties"):
        for regie in pair:
            page = session.get(regie.url + path, timeout=HANGS_AFTER)
            if "Inloggen</h1>" in page.text:
                token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
                login = {"username": regie.login, "password": pair[0].password, "csrfmiddlewaretoken": token}
                page = session.post(page.url, login, headers={"Referer": page.url}, timeout=HANGS_AFTER)
            assert (page.status_code, "<h1>" in page.text, "Inloggen</h1>" in page.text) == (200, True, False), path
    return session


def deliver_to_one(pair: tuple[Regie, Regie], sender: TestDesk, session: requests.Session) -> None:
    """What one process takes in shows on the page that the other had kept."""
    pages = [regie.url + "/weken" for regie in pair]
    assert "4.321" not in "".join(session.get(page, timeout=HANGS_AFTER).text for page in pages)
    sent = message(sender, 21, [week(sender, FIRST + timedelta(weeks=21), 4321)])
    assert put(pair[0], sent, signed(sender, sent)).status_code == 201
    for page in pages:
        assert "4.321" in session.get(page, timeout=HANGS_AFTER).text


def change_the_audit_log(server: Postgres) -> None:
    """The database refuses to change the audit log."""
    with psycopg.connect(server.url("regie")) as database:
        for statement in ("UPDATE audit_entry SET login = ''", "DELETE FROM audit_entry", "TRUNCATE audit_entry"):
            with pytest.raises(psycopg.errors.RaiseException, match="only grows"):
                database.execute(statement)
            database.rollback()
        old = "INSERT INTO audit_entry (moment, login, action, subject) VALUES ('2020-01-01', 'oud', 'login', '')"
        database.execute(old)
        database.execute("DELETE FROM audit_entry WHERE login = 'oud'")  # its term is over


def copy_and_put_back(server: Postgres) -> None:
    """A copy that is put back has every count."""
    question = "SELECT count(*), sum(questions) FROM deliveries_weektotal"
    copy = server.run("pg_dump", "--format=custom", "regie")
    server.run("createdb", "teruggezet")
    server.run("pg_restore", "--dbname=teruggezet", "--exit-on-error", given=copy)
    with psycopg.connect(server.url("regie")) as before, psycopg.connect(server.url("teruggezet")) as after:
        assert before.execute(question).fetchone() == after.execute(question).fetchone() != (0, None)
        with pytest.raises(psycopg.errors.RaiseException, match="only grows"):
            after.execute("DELETE FROM audit_entry")


def test_two_processes_on_one_database_count_once_and_a_copy_can_be_put_back(
    server: Postgres, pair: tuple[Regie, Regie]
) -> None:
    sender = deliver_to_both(server, pair)
    deliver_to_one(pair, sender, open_pages_of_both(pair))
    change_the_audit_log(server)
    copy_and_put_back(server)


@pytest.mark.slow
def test_the_same_tests_hold_on_postgresql(server: Postgres) -> None:
    server.run("createdb", "tests")
    names = (
        "api", "cells", "decisions", "deliveries", "desk_pages", "desks", "enrolment", "fetching", "figures", "kept",
        "knocks", "nearby", "pages", "publication", "publication_reader", "publication_time", "publication_waiting",
        "report", "rights", "security", "signals", "signatures", "stick", "weeks", "weeks_page",
    )  # fmt: skip
    files = [f"tests/regie/test_{name}.py" for name in names]
    words = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", *files]
    own = environment() | {"IDO_REGIE_DATABASE": server.url("tests")}
    ended = subprocess.run(words, env=own, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout[-4000:]
