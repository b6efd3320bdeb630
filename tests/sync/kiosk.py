"""A kiosk without its window: a data folder, settings and an open log, linked to a regie or not."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.settings import Settings
from ido_kiosk.statistics.service import note_first_use
from ido_kiosk.sync import service
from tests.statistics.desk import day
from tests.store import PLACE
from tests.sync.peer import CODE


@dataclass
class Kiosk:
    """What sync needs to know of a kiosk."""

    folder: DataFolder
    settings: Settings

    def enrol(self, url: str, code: str = CODE) -> service.Regie:
        """Link to a regie; gives what is kept about it."""
        service.enrol(url, code, self.folder, self.settings, PLACE)
        return self.regie

    @property
    def regie(self) -> service.Regie:
        """The link as it stands on disk."""
        return Settings(self.folder.settings).section(service.Regie)

    def deliver(self, on: str, stop: Callable[[], bool] = lambda: False, now: bool = True) -> service.Outcome:
        """One round of deliveries on a day, as when a person asks for it."""
        return service.deliver(self.folder, self.settings, day(on), "0.1.0", 1, stop, now)

    def status(self, last: service.Outcome | None = None) -> service.SyncStatus:
        """Where it stands."""
        return service.status(self.settings, last)


def kiosk_in(root: Path, first_use: str = "11-09") -> Kiosk:
    """A kiosk with its own data folder, first used on a day; the store is open already."""
    root.mkdir()
    folder = DataFolder(root)
    note_first_use(day(first_use), PLACE)
    return Kiosk(folder, Settings(folder.settings))
