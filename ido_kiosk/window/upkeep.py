"""What the desk does for its own data while open: a copy each day, old copies away, a thorough check each week."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.base.settings import Settings
from ido_kiosk.qt.background import run

FIRST_AFTER = 5
"""Seconds after the start: first the volunteer can work."""
BETWEEN_COPIES = 60 * 60
"""Seconds; the copy of today is made anew, so that little has to be saved from a damaged file."""
BETWEEN_CHECKS = timedelta(days=7)


class Checked(msgspec.Struct, frozen=True):
    """When the database was last checked thoroughly and found whole; kept in the settings."""

    day: date | None = None


class Upkeep(QObject):
    """Does it in the background. Signals: ``failed`` (what went wrong, in words; once a day), ``done``."""

    failed = Signal(str)
    done = Signal()

    def __init__(
        self, folder: DataFolder, settings: Settings, today: Callable[[], date], is_clock_right: Callable[[], bool]
    ) -> None:
        """``is_clock_right`` is asked in this thread, each round anew."""
        super().__init__()
        self._folder = folder
        self._settings = settings
        self._today = today
        self._is_clock_right = is_clock_right
        self._told_on: date | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go)
        self._timer.start(FIRST_AFTER * 1000)

    def go(self) -> None:
        """Do what is due, now."""
        work = partial(_upkeep, self._folder, self._today(), self._is_clock_right(), self._is_check_due())
        run(self, work, self._ended, self._broke)

    def _is_check_due(self) -> bool:
        last = self._settings.section(Checked).day
        return last is None or abs(self._today() - last) >= BETWEEN_CHECKS

    def _ended(self, checked: bool) -> None:
        if checked:
            try:
                self._settings.save(Checked(self._today()))
            except DeskError as error:
                self._tell(str(error))
        self._next()

    def _broke(self, error: Exception) -> None:
        self._tell(str(error) if isinstance(error, DeskError) else report_mistake(type(error), error.__traceback__))
        self._next()

    def _tell(self, text: str) -> None:
        if self._told_on != self._today():
            self._told_on = self._today()
            self.failed.emit(_("De reservekopie is niet gelukt. {reason}").format(reason=text))

    def _next(self) -> None:
        self._timer.start(BETWEEN_COPIES * 1000)
        self.done.emit()


def _upkeep(folder: DataFolder, today: date, is_clock_right: bool, is_check_due: bool) -> bool:
    """One round; gives whether the thorough check was done. Raises DeskError."""
    from ido_kiosk.base import backups  # brings peewee: a kiosk shows its window before that

    copy = backups.make_backup(folder.database, folder.copies, today)
    for place in (folder.copies, folder.root):  # in the latter a database that was being mended
        backups.remove_broken_off(place)
    if is_clock_right:
        backups.tidy(folder.copies, today)
    if is_check_due:
        backups.check_thoroughly(copy, folder.database)
    return is_check_due
