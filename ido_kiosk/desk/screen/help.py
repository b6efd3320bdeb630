"""Help for the volunteer: the rules of the desk and the keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ido_kiosk.base.blocks import Block, Bullets, Definitions, Heading, Paragraph
from ido_kiosk.base.language import _, ngettext
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.global_keys import can_take
from ido_kiosk.qt.layouts import Screen, WrappingRow, button, page


class HelpScreen(Screen):
    """One page of help.

    Signals: ``closed``, ``keep_look_requested``, ``this_desk_requested``, ``to_check_requested``,
    ``coordinator_requested``, ``practice_requested``, ``leaving_requested``.
    """

    closed = Signal()
    keep_look_requested = Signal()
    this_desk_requested = Signal()
    to_check_requested = Signal()
    coordinator_requested = Signal()
    practice_requested = Signal()
    leaving_requested = Signal()

    def __init__(self, to_check: int, address: str = "") -> None:
        """``to_check``: how much stands in the list *Nog na te kijken*; ``address``: where help is to be had."""
        super().__init__()
        self.setWindowTitle(_("Hulp"))
        area, column = page()
        column.addWidget(block_view(_help_blocks(address)))
        leaving = button(_("Wat verlaat deze pc?"))
        leaving.clicked.connect(self.leaving_requested)
        column.addWidget(leaving, 0, Qt.AlignmentFlag.AlignLeading)
        self._back = button(_("Terug"), "primary", "back", key="Esc")
        self._back.clicked.connect(self.closed)
        column.addWidget(block_view(_look_blocks()))
        keep = button(_("Onthoud taal, tekst en kleuren"))
        keep.clicked.connect(self.keep_look_requested)
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(block_view(_practice_blocks()))
        practise = button(_("Oefenen met bedachte bezoekers"))
        practise.clicked.connect(self.practice_requested)
        column.addWidget(practise, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(block_view(_desk_blocks()))
        column.addWidget(self._desk_buttons(to_check))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _desk_buttons(self, to_check: int) -> WrappingRow:
        this_desk = button(_("Deze balie"))
        this_desk.clicked.connect(self.this_desk_requested)
        words = ngettext("Nog na te kijken: {number}", "Nog na te kijken: {number}", to_check)
        check = button(words.format(number=to_check))
        check.clicked.connect(self.to_check_requested)
        more = button(_("Meer voor de coördinator"))
        more.clicked.connect(self.coordinator_requested)
        return WrappingRow([this_desk, check, more])

    def focus_first(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)


def _help_blocks(address: str) -> list[Block]:
    asked = [Paragraph(_("Hulp bij de kiosk: {address}").format(address=address))] if address else []
    return [
        Heading(_("Hulp"), 1),
        *asked,
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
                (_("Pijl omlaag, dan 1 tot en met 8"), _("Het zoekresultaat met dat cijfer openen")),
                (_("F9 of Ctrl+Enter"), _("Vastleggen")),
                (_("F2 of Ctrl+Shift+O"), _("Onderwerp kiezen")),
                (_("F3 of Ctrl+Shift+K"), _("Vaak gekozen onderwerpen")),
                (_("F4 of Ctrl+Shift+T"), _("Eén bezoeker tellen, later aanvullen")),
                (_("F5 of Ctrl+Shift+A"), _("Hoe liep het af?")),
                (_("F7 of Ctrl+Shift+R"), _("Doorverwijzen")),
                (_("F10 of Ctrl+Shift+L"), _("Later aanvullen")),
                (_("F11 of Ctrl+Shift+V"), _("Vastgelegd: bekijken en verbeteren")),
                (_("Ctrl+F4 of Ctrl+Shift+M"), _("Drukke ochtend: tellen met de cijfers")),
                (_("F12 of Ctrl+Shift+N"), _("Nieuwe bezoeker: alles van dit bezoek gaat weg")),
                (_("Ctrl+Z"), _("Laatste vastlegging ongedaan maken")),
                (_("F6 of Ctrl+Shift+B"), _("Bezoekersbeeld: groter, zonder tips")),
                (_("F8 of Ctrl+Shift+S"), _("Strook naast de browser, en weer groot")),
                (_("Ctrl+Shift+F4, na de eerste strook"), _("Eén bezoeker tellen, ook als u in de browser bent")),
                (_("Ctrl+Shift+F9, na de eerste strook"), _("Vastleggen, ook als u in de browser bent")),
                (_("Ctrl+P"), _("Blad voor de bezoeker printen")),
                (_("F1"), _("Deze hulp")),
                (_("Esc"), _("Terug")),
            )
        ),
        Paragraph(_beside_words()),
        Heading(_("Wat bewaart deze pc?"), 2),
        Paragraph(
            _("Alleen codes: het onderwerp, de dag en de hulp. Geen naam, geen adres, geen tijdstip, geen eigen tekst.")
        ),
    ]


def _beside_words() -> str:
    """Whether the keys of the strip work in the browser of this computer."""
    if not can_take():
        return _("Op deze computer werken die twee toetsen niet in de browser. Gebruik de knoppen van de strook.")
    return _("De strook vraagt de computer alleen om die twee toetsen. Wat u in de browser typt, ziet de kiosk niet.")


def _desk_blocks() -> list[Block]:
    return [
        Heading(_("Voor de coördinator"), 2),
        Paragraph(_("De openingstijden van de balie, links en vertalingen. En wat nog nagekeken moet worden.")),
    ]


def _practice_blocks() -> list[Block]:
    return [
        Heading(_("Oefenen"), 2),
        Paragraph(_("Er opent een tweede venster. Daar telt niets mee. Wat u daar vastlegt, gaat weg als u stopt.")),
    ]


def _look_blocks() -> list[Block]:
    return [
        Heading(_("Taal, tekst en kleuren"), 2),
        Paragraph(_("Bij Nieuwe bezoeker komen die terug zoals deze balie ze onthoudt.")),
    ]
