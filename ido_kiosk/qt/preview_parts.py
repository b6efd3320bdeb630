"""Parts of the preview: menus to choose from, and the area in which the pages scroll."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSlider, QMenu, QPushButton, QScrollArea, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import WrappingRow, button

SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
"""Keys that scroll up and down."""
_SIDEWAYS = {
    "Ctrl+Left": QAbstractSlider.SliderAction.SliderSingleStepSub,
    "Ctrl+Right": QAbstractSlider.SliderAction.SliderSingleStepAdd,
}


class Kind(msgspec.Struct, frozen=True):
    """A kind of sheet that can be chosen; one that is ``for_visitor`` counts as help when it is printed."""

    id: str
    words: str
    for_visitor: bool = True
    when_printed: str = ""
    """What to say when it lies at the printer; empty for the usual words."""


def is_for_visitor(kinds: Mapping[str, Kind], kind: str) -> bool:
    """Whether a sheet is for the visitor, as one without kinds is."""
    return kind not in kinds or kinds[kind].for_visitor


def bar(print_button: QPushButton, go_back: Callable[[], None], zoom: Callable[[int], None]) -> QWidget:
    """The row above the pages: back, print, smaller, larger."""
    way_back = button(_("Terug"), "", "back", key="Esc")
    way_back.clicked.connect(go_back)
    smaller = button(_("Kleiner"), key="Ctrl+-")
    smaller.clicked.connect(lambda: zoom(-1))
    larger = button(_("Groter"), key="Ctrl++")
    larger.clicked.connect(lambda: zoom(1))
    QShortcut(QKeySequence("Ctrl+="), larger).activated.connect(larger.click)
    return WrappingRow([way_back, print_button, smaller, larger], "bar", margin=12)


def kind_chooser(kinds: Mapping[str, Kind], chosen: str, choose: Callable[[str], None]) -> QPushButton:
    """A button to choose another kind of sheet."""
    words = _("Soort blad: {kind}").format(kind=kinds[chosen].words)
    return _chooser(words, "paper", [(kind.id, kind.words) for kind in kinds.values()], chosen, choose)


def printer_chooser(names: Sequence[str], chosen: str, choose: Callable[[str], None]) -> QPushButton:
    """A button to choose another printer."""
    words = _("Printer: {name}").format(name=chosen)
    return _chooser(words, "printer", [(name, name) for name in names], chosen, choose)


def printed_text(kinds: Mapping[str, Kind], kind: str) -> str:
    """What to say when a sheet lies at the printer."""
    known = kinds[kind].when_printed if kind in kinds else ""
    return known or _("Het blad ligt bij de printer. Haal het meteen op.")


def sent_text() -> str:
    """What to say when a sheet was sent to a printer that does not tell whether it came out."""
    return _(
        "Het blad is naar de printer gestuurd. Kijk of het eruit komt. "
        "Komt er niets? Zet de printer aan en kijk of er papier is. Het blad komt dan vanzelf."
    )


def no_printer_text(looked_in_vain: int) -> str:
    """What to do when there is no printer, after looking so many times."""
    if looked_in_vain > 1:
        text = _(
            "Nog steeds geen printer gevonden, na {times} keer zoeken. Vraag de beheerder om hulp. "
            "Wacht de bezoeker? Schrijf dan op wat nodig is, of laat de bezoeker een foto maken van dit blad."
        )
        return text.format(times=looked_in_vain)
    return _(
        "Er is geen printer gevonden. Zet de printer aan en controleer de kabel of de wifi. Probeer het dan opnieuw."
    )


def _chooser(
    words: str, picture: str, entries: Sequence[tuple[str, str]], chosen: str, choose: Callable[[str], None]
) -> QPushButton:
    """A button with a menu of entries (id and words), of which one is chosen."""
    made = button(words, "choice", picture)
    menu = QMenu(made)
    group = QActionGroup(menu)
    for id_, entry_words in entries:
        entry = QAction(entry_words, group)
        entry.setCheckable(True)
        entry.setChecked(id_ == chosen)
        entry.triggered.connect(lambda _checked, id_=id_: choose(id_))
        menu.addAction(entry)
    made.setMenu(menu)
    return made


def nothing() -> QWidget:
    """A place for what is not there yet."""
    place = QWidget()
    place.hide()
    return place


def scroll_area(content: QWidget, screen: QWidget) -> QScrollArea:
    """Scrolls the content; sideways by key too, wherever in the screen the focus is."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    sideways = area.horizontalScrollBar()
    sideways.setSingleStep(80)
    for key, action in _SIDEWAYS.items():
        QShortcut(QKeySequence(key), screen).activated.connect(partial(sideways.triggerAction, action))
    return area
