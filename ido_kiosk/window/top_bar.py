"""The bar at the top, the same on every screen: start, language, text size, contrast, help, new visitor."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from ido_kiosk.base import language
from ido_kiosk.base.language import _
from ido_kiosk.qt import pictograms, theme
from ido_kiosk.qt.layouts import WrappingRow

T = TypeVar("T")


class TopBar(QWidget):
    """Signals: ``home_requested``, ``language_chosen``, ``text_size_chosen``, ``theme_chosen``, ``help_requested``,
    ``new_visitor_requested``.
    """

    home_requested = Signal()
    language_chosen = Signal(str)
    text_size_chosen = Signal(int)
    theme_chosen = Signal(str)
    help_requested = Signal()
    new_visitor_requested = Signal()

    def __init__(self, text_size: int, theme_name: str) -> None:
        super().__init__()
        languages = [(name, code) for code, name in language.NAMES.items()]
        sizes = [(_("{percent} procent").format(percent=size), size) for size in theme.TEXT_SIZES]
        self._buttons: list[QWidget] = [
            self._button(_("Begin"), "home", self.home_requested.emit),
            self._menu(_("Taal"), "language", languages, language.current(), self.language_chosen.emit),
            self._menu(_("Tekst"), "text-size", sizes, text_size, self.text_size_chosen.emit),
            self._menu(_("Kleuren"), "contrast", _theme_names(), theme_name, self.theme_chosen.emit),
            self._button(_("Hulp"), "help", self.help_requested.emit, "F1"),
            self._button(_("Nieuwe bezoeker"), "new-visitor", self.new_visitor_requested.emit, "F12"),
        ]
        self.setSizePolicy(self.sizePolicy().Policy.Preferred, self.sizePolicy().Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(WrappingRow(self._buttons, "bar", gap=4, margin=4))

    def _button(self, word: str, picture: str, action: Callable[[], None], key: str = "") -> QToolButton:
        made = QToolButton()
        made.setText(word)
        made.setAccessibleName(word)
        made.setToolTip(f"{word} ({key})" if key else word)
        made.setIcon(pictograms.icon(picture))
        made.setIconSize(QSize(26, 26))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(made.sizePolicy().Policy.Expanding, made.sizePolicy().Policy.Fixed)
        made.clicked.connect(lambda: action())
        return made

    def _menu(
        self, word: str, picture: str, choices: Sequence[tuple[str, T]], chosen: T, action: Callable[[T], None]
    ) -> QToolButton:
        made = self._button(word, picture, lambda: None)
        menu = QMenu(made)
        group = QActionGroup(menu)
        for text, value in choices:
            entry = QAction(text, group)
            entry.setCheckable(True)
            entry.setChecked(value == chosen)
            entry.triggered.connect(lambda _checked=False, value=value: action(value))
            menu.addAction(entry)
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made


def _theme_names() -> list[tuple[str, str]]:
    return [(_("Licht"), "light"), (_("Donker"), "dark"), (_("Hoog contrast"), "contrast")]
