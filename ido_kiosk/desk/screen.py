"""Help for the volunteer: the rules of the desk and the keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ido_kiosk.base.blocks import Block, Bullets, Definitions, Heading, Paragraph
from ido_kiosk.base.language import _
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import Screen, button, page


class HelpScreen(Screen):
    """One page of help. Signals: ``closed``, ``keep_look_requested``."""

    closed = Signal()
    keep_look_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        area, column = page()
        column.addWidget(block_view(_help_blocks()))
        self._back = button(_("Terug"), "primary", "back", key="Esc")
        self._back.clicked.connect(self.closed)
        column.addWidget(block_view(_look_blocks()))
        keep = button(_("Onthoud taal, tekst en kleuren"))
        keep.clicked.connect(self.keep_look_requested)
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def focus_first(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)


def _help_blocks() -> list[Block]:
    return [
        Heading(_("Hulp"), 1),
        Heading(_("Zo werkt u met een bezoeker"), 2),
        Paragraph(_("Zoek een gids. Loop de stappen samen door. Leg daarna de vraag vast met één toets.")),
        Heading(_("De afspraken aan de balie"), 2),
        Bullets(
            (
                _("De bezoeker typt zelf. U wijst."),
                _("Schrijf nooit een burgerservicenummer of wachtwoord op."),
                _("Maak geen DigiD voor een ander."),
                _("Geef geen advies over de inhoud. Verwijs naar de juiste plek."),
            )
        ),
        Heading(_("Toetsen"), 2),
        Definitions(
            (
                (_("Ctrl+K"), _("Zoeken")),
                (_("F9 of Ctrl+Enter"), _("Vastleggen")),
                (_("F12 of Ctrl+Shift+N"), _("Nieuwe bezoeker: alles van dit bezoek gaat weg")),
                (_("Ctrl+Z"), _("Laatste vastlegging ongedaan maken")),
                (_("Ctrl+P"), _("Blad voor de bezoeker printen")),
                (_("F1"), _("Deze hulp")),
                (_("Esc"), _("Terug")),
            )
        ),
        Heading(_("Wat bewaart deze pc?"), 2),
        Paragraph(
            _("Alleen codes: het onderwerp, de dag en de hulp. Geen naam, geen adres, geen tijdstip, geen eigen tekst.")
        ),
    ]


def _look_blocks() -> list[Block]:
    return [
        Heading(_("Taal, tekst en kleuren"), 2),
        Paragraph(_("Bij Nieuwe bezoeker komen die terug zoals deze balie ze onthoudt.")),
    ]
