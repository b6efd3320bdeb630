"""*Koppelen aan regie*: the address and the code that regie gave, typed or scanned."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import Screen, WrappingRow, button, label, page


class LinkScreen(Screen):
    """Signals: ``link_requested``, ``file_requested`` (both: address and code), ``answer_requested``, ``closed``."""

    link_requested = Signal(str, str)
    file_requested = Signal(str, str)
    answer_requested = Signal()
    closed = Signal()

    def __init__(self, address: str, code: str) -> None:
        super().__init__()
        self.setWindowTitle(_("Koppelen aan regie"))
        self._address, self._code = QLineEdit(address), QLineEdit(code)
        self._code.returnPressed.connect(self._link)
        link = button(_("Koppelen"), "primary")
        link.clicked.connect(self._link)
        back = button(_("Terug"), "", "back", key="Esc")
        back.clicked.connect(self.closed)
        area, column = page()
        for part in (
            label(_("Koppelen aan regie"), "title"),
            label(_("Regie van de gemeente geeft een koppelcode. Die werkt één keer en is 7 dagen geldig.")),
            *_field(
                _("Koppelcode"),
                _("Typ de code, zoals K7WM-3PQX. Of scan de QR-code met een scanner: dan is het adres ook ingevuld."),
                self._code,
            ),
            *_field(_("Adres van regie"), _("Het begint met https://. Leeg mag na het scannen."), self._address),
            _row([link, back]),
            label(_("Zonder internet"), "heading"),
            label(
                _(
                    "Bewaar het koppelverzoek op een usb-stick en breng die naar regie. "
                    "Open daarna het bestand dat u terugkrijgt."
                ),
                "muted",
            ),
            WrappingRow(self._file_buttons()),
        ):
            column.addWidget(part)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def focus_first(self) -> None:
        """Put the cursor in the code: a scanner types there."""
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _file_buttons(self) -> list[QPushButton]:
        keep = button(_("Koppelverzoek bewaren…"))
        keep.clicked.connect(lambda: self.file_requested.emit(self._address.text(), self._code.text()))
        read = button(_("Antwoord van regie openen…"))
        read.clicked.connect(self.answer_requested)
        return [keep, read]

    def _link(self) -> None:
        self.link_requested.emit(self._address.text(), self._code.text())


def _field(question: str, explanation: str, line: QLineEdit) -> list[QWidget]:
    heading = label(question, "subheading")
    heading.setBuddy(line)
    line.setAccessibleName(question)
    line.setAccessibleDescription(explanation)
    return [heading, label(explanation, "muted"), line]


def _row(parts: list[QPushButton]) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return row
