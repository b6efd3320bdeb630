"""A kiosk with its whole data folder and the real services, linked to a real regie."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ido_kiosk.base import clock, database
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.settings import Settings
from ido_kiosk.statistics.service import note_first_use
from ido_kiosk.sync import service
from tests.faults.harness.server import Server
from tests.statistics.desk import day
from tests.store import PLACE


@dataclass
class Desk:
    """A kiosk whose whole data folder can be copied and put back, and that starts as the program does."""

    root: Path

    @property
    def folder(self) -> DataFolder:
        return DataFolder(self.root)

    @property
    def settings(self) -> Settings:
        return Settings(self.folder.settings)

    @contextmanager
    def on(self, date: str, answer: str = "") -> Iterator["Desk"]:
        """The kiosk runs on a day."""
        self.root.mkdir(exist_ok=True)
        clock.pretend(day(date))
        if service.is_foreign(self.folder, self.settings):
            service.take_over(self.folder, self.settings, answer, day(date))
        database.open_store(self.folder.database)
        try:
            service.begin(self.folder, self.settings)
            note_first_use(day(date), PLACE)
            yield self
        finally:
            database.close_store()

    def enrol(self, server: Server, code: str) -> str:
        service.enrol(server.running.url, code, self.folder, self.settings, PLACE)
        return self.settings.section(service.Regie).desk

    def deliver(self) -> service.Outcome:
        return service.deliver(self.folder, self.settings, clock.today(), "0.1.0", 1, now=True)

    def status(self, last: service.Outcome | None = None) -> service.SyncStatus:
        return service.status(self.settings, last)

    def copy(self, to: Path) -> Path:
        shutil.rmtree(to, ignore_errors=True)
        return shutil.copytree(self.root, to)

    def put_back(self, copy: Path) -> None:
        shutil.rmtree(self.root)
        shutil.copytree(copy, self.root)


def counted(server: Server) -> int:
    return sum(questions for *_rest, questions in server.totals())
