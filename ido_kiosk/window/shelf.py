"""Everything on the shelf, and the index that finds it: read in the background, and again when something changes."""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ido_kiosk.base import garbage, paths
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.finding import service as finding
from ido_kiosk.guides import service as guides
from ido_kiosk.qt.background import run
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:  # a kiosk shows its window before it can search
    from ido_kiosk.finding.service import Entry, Index

READ_AFTER = 800
"""Milliseconds after the start: the words of the shelf are read when the first picture has been shown."""


class Shelf(QObject):
    """Belongs to the window's thread; only ``index`` and what reads may be called from another.

    Signal: ``changed`` (other words find now).
    """

    changed = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._entries: list[Entry] = []
        self._index: Index | None = None
        self._reading = threading.Lock()
        QTimer.singleShot(READ_AFTER, self, lambda: run(self, self._read_first, lambda _nothing: None, _not_read))

    def entries(self) -> "list[Entry]":
        """All that can be found; made when it is first asked for, since the start screen shows before."""
        if not self._entries:
            self._entries = self._all()
        return self._entries

    def _all(self) -> "list[Entry]":
        parts = self._parts
        return list(finding.entries_of(parts.library, parts.situations, parts.codes, parts.letters))

    def index(self) -> "Index":
        """What finds it, in all languages; read by whoever comes first."""
        if self._index is None:
            with self._reading:
                if self._index is None:
                    self._index = self._read()
        return self._index

    def read_anew(self) -> None:
        """The library checked a fact, or regie told of organisations nearby: show it so, and find it by that.

        Until the new words are read, a second or two later, the old ones find.
        """
        parts = self._parts
        checked = guides.with_own_facts(parts.national, parts.own_facts.answers)
        parts.library = guides.with_local(checked, parts.local.known)
        self._entries = []
        garbage.put_off()
        run(self, self._read_newest, lambda _nothing: self.changed.emit(), _not_read)

    def _read_first(self) -> None:
        try:
            self.index()
        finally:
            garbage.look()

    def _read_newest(self) -> None:
        try:
            with self._reading:  # one after the other: the last one read what is there now
                self._index = self._read()
        finally:
            garbage.look()

    def _read(self) -> "Index":
        return finding.Index(self._all(), finding.languages(paths.forms()))


def _not_read(error: Exception) -> None:
    """It is read again, and told, when someone searches."""
    report_mistake(type(error), error.__traceback__)
