"""Django for the tests of regie: set up once per test process, on a data folder of its own, emptied after each test."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client

from ido_regie import clock, folder
from ido_regie.installation import prepare

TODAY = date(2026, 11, 26)
DATA = Path(tempfile.mkdtemp(prefix="ido-regie-tests-"))
atexit.register(shutil.rmtree, DATA, ignore_errors=True)

with pytest.MonkeyPatch.context() as patch:  # test modules import models, so Django must be ready before them
    patch.setenv(folder.VARIABLE, str(DATA))
    patch.setenv("DJANGO_SETTINGS_MODULE", "ido_regie.settings")
    prepare(DATA)


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty database, on Thursday 26 November 2026."""
    pretend(monkeypatch, TODAY)
    yield
    empty()
    connections.close_all()


def empty() -> None:
    """Empty every table; the audit log refuses that, so its triggers step aside for the moment."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
            call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
            cursor.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
        for _, sql in triggers:
            cursor.execute(sql)


@pytest.fixture
def client(database: None) -> Client:
    """A browser without a login; mistakes of the server become its error page, as for a user."""
    return Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)


def pretend(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Let regie think that it is this day."""
    monkeypatch.setitem(os.environ, clock.PRETENDED_DAY, day.isoformat())
