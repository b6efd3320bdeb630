"""The bar at the top, the same on every screen: start, language, text size, contrast, help, new visitor."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ido_kiosk.base import language
from ido_kiosk.base.language import _
from ido_kiosk.base.settings import Settings
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.qt import theme
from ido_kiosk.qt.word_button import WordButton
from ido_kiosk.window.log_keys import WAYS

T = TypeVar("T")

_GAP = 4
"""Px around and between the buttons."""


class TopBar(QWidget):
    """Signals: ``home_requested``, ``language_chosen``, ``text_size_chosen``, ``theme_chosen``, ``help_requested``,
    ``new_visitor_requested``, ``way_requested`` (name of something to do with the log).
    """

    home_requested = Signal()
    language_chosen = Signal(str)
    text_size_chosen = Signal(int)
    theme_chosen = Signal(str)
    help_requested = Signal()
    new_visitor_requested = Signal()
    way_requested = Signal(str)

    def __init__(self, text_size: int, theme_name: str, settings: Settings) -> None:
        super().__init__()
        languages = [(language.NAMES[code], code) for code in _offered(settings.section(ThisDesk).languages)]
        sizes = [(_("{percent} procent").format(percent=size), size) for size in theme.TEXT_SIZES]
        home = self._button(_("Begin"), "home", self.home_requested.emit)
        visitor = self._button(_("Nieuwe bezoeker"), "new-visitor", self.new_visitor_requested.emit, "F12")
        menus = [
            self._menu(_("Taal"), "language", languages, language.current(), self.language_chosen.emit),
            self._menu(_("Tekst"), "text-size", sizes, text_size, self.text_size_chosen.emit),
            self._menu(_("Kleuren"), "contrast", _theme_names(), theme_name, self.theme_chosen.emit),
        ]
        help_button = self._button(_("Hulp"), "help", self.help_requested.emit, "F1")
        more = self._more(menus)
        self._settings = [*menus, help_button]
        self._more_button = more
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._row.setSpacing(_GAP)
        for part in (home, *self._settings, more, visitor):
            self._row.addWidget(part)
        self._all = (home, *self._settings, visitor)
        self._show_settings(True, True)

    def set_low(self, low: bool) -> None:
        """In a low window the words stand beside the pictograms."""
        for part in self.findChildren(WordButton):
            part.set_low(low)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where not all buttons fit beside each other, the settings and help go into *Meer*."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All buttons are equally wide where there is room; else each is as wide as its word."""
        widths = [part.sizeHint().width() + _GAP for part in self._all]
        self._show_settings(sum(widths) <= self.width() - _GAP, max(widths) * len(widths) <= self.width() - _GAP)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it is with *Meer*."""
        few = [part.sizeHint().width() for part in self.findChildren(WordButton) if part not in self._settings]
        return QSize(sum(few) + _GAP * len(few), super().minimumSizeHint().height())

    def _show_settings(self, shown: bool, equal: bool) -> None:
        for part in self._settings:
            part.setVisible(shown)
        self._more_button.setVisible(not shown)
        for index in range(self._row.count()):
            self._row.setStretch(index, 1 if equal else 0)

    def _more(self, menus: list[WordButton]) -> WordButton:
        made = self._button(_("Meer"), "more", lambda: None)
        menu = QMenu(made)
        for each in menus:
            each.menu().setTitle(each.text())
            menu.addMenu(each.menu())
        menu.addAction(_("Hulp"), self.help_requested.emit)
        menu.addSeparator()
        for way in WAYS:
            menu.addAction(f"{way.explanation()} ({way.keys[0]})", partial(self.way_requested.emit, way.name))
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _button(self, word: str, picture: str, action: Callable[[], None], key: str = "") -> WordButton:
        made = WordButton(word, picture, size=1.5)
        made.setToolTip(f"{word} ({key})" if key else word)
        made.clicked.connect(lambda: action())
        return made

    def _menu(
        self, word: str, picture: str, choices: Sequence[tuple[str, T]], chosen: T, action: Callable[[T], None]
    ) -> WordButton:
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


def _offered(chosen: tuple[str, ...]) -> list[str]:
    """The languages to choose from: all, or those chosen for this desk; Dutch and the present one always."""
    always = (language.SOURCE, language.current())
    return [code for code in language.NAMES if not chosen or code in (*always, *chosen)]


def _theme_names() -> list[tuple[str, str]]:
    return [
        (_("Zoals deze computer"), ""),
        (_("Licht"), "light"),
        (_("Donker"), "dark"),
        (_("Hoog contrast"), "contrast"),
    ]
