"""A data folder from another computer: ask what happened before anything is logged, and note an older copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ido_kiosk.base import clock
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.settings import Settings
from ido_kiosk.qt.layouts import button, label, page

_SIZE = (480, 520)


class WhoseData(QDialog):
    """Asks whether the folder was moved or copied; ``answer`` is empty when it was closed without one."""

    def __init__(self, parent: QWidget, moved: str, copied: str) -> None:
        super().__init__(parent)
        self.answer = ""
        self.setWindowTitle(_("Waar komen deze gegevens vandaan?"))
        self.resize(*_SIZE)
        area, self._column = page()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._column.addWidget(label(_("Waar komen deze gegevens vandaan?"), "heading"))
        self._column.addWidget(
            label(_("Deze gegevens zijn eerder gebruikt op een andere computer, of in een andere map. Kies wat klopt."))
        )
        self._offer(
            moved,
            _("De kiosk is verhuisd naar deze computer"),
            _("Alles gaat mee. De oude computer kan niets meer versturen."),
        )
        self._offer(
            copied,
            _("Dit is een kopie; de andere kiosk gaat door"),
            _("Deze kiosk begint leeg en u koppelt haar opnieuw. De oude vragen tellen alleen bij de andere kiosk."),
        )
        self._offer("", _("Ik weet het niet: sluit de kiosk"), _("Er verandert niets. Vraag het de coördinator."))
        self._column.addStretch(1)

    def _offer(self, answer: str, words: str, explanation: str) -> None:
        each = button(words, "primary" if answer else "")
        each.setAccessibleDescription(explanation)
        each.setAutoDefault(False)
        each.clicked.connect(lambda: self._choose(answer))
        self._column.addWidget(each)
        self._column.addWidget(label(explanation, "muted"))

    def _choose(self, answer: str) -> None:
        self.answer = answer
        self.accept()


def settle(folder: DataFolder, settings: Settings, window: QWidget) -> None:
    """Before the database is opened: if this folder comes from elsewhere, let a person say what happened.

    Raises DeskError when nobody says it, or when the disk refuses; it is then asked again at the next start.
    """
    from ido_kiosk.sync import service as sync  # brings the database: a kiosk shows its window before that

    if not sync.is_foreign(folder, settings):
        return
    asked = WhoseData(window, sync.MOVED, sync.COPIED)
    asked.setWindowModality(Qt.WindowModality.ApplicationModal)
    asked.exec()
    if not asked.answer:
        raise DeskError(
            _("De kiosk is niet begonnen, want het is nog niet duidelijk waar de gegevens vandaan komen. Vraag het na.")
        )
    sync.take_over(folder, settings, asked.answer, clock.today())


def begin(folder: DataFolder, settings: Settings, place: str) -> None:
    """The database is open: note since when it is used here, and whether it is an older copy (the status says so)."""
    from ido_kiosk.statistics import service as statistics
    from ido_kiosk.sync import service as sync

    sync.begin(folder, settings)
    statistics.note_first_use(clock.today(), place)
