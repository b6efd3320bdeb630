"""The look: style tokens become a palette and a style sheet, for a theme and a text size."""

from collections.abc import Callable
from functools import cache

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ido_kiosk.base import fonts, language, paths

THEMES = ("light", "dark", "contrast")
TEXT_SIZES = (100, 125, 150, 200)
"""Percent of the ordinary text size."""

BODY = 17
"""Body text in px at 100 percent; NL Design System asks for 16 or more."""

_SIZES = {"body": BODY, "small": 15, "visitor": 20, "heading": 21, "title": 28, "call": 25, "round": 16}
_LARGEST_VISITOR = 2 * BODY
"""Px: in larger text a long Dutch word is wider than a window beside a browser."""
_TARGET = 34
"""Height in px at 100 percent of what is inside a control's border and padding, so that the whole is 48 px or more."""
_WORD_BUTTON = 56
"""Height in px at 100 percent of the pictogram and word of a button of the bar."""

_in_use = ["light"]


@cache
def tokens(theme: str) -> dict[str, str]:
    """The colours of a theme by role (source: NL Design System Start theme; assets/tokens.json)."""
    themes = msgspec.json.decode((paths.assets() / "tokens.json").read_bytes(), type=dict[str, dict[str, str]])
    return themes[theme]


def resolve(theme: str) -> str:
    """The theme to use: the named one, or for an empty name the one that fits the computer's own settings."""
    if theme:
        return theme
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def larger(percent: int) -> int:
    """The next larger text size; the largest stays."""
    return next((size for size in TEXT_SIZES if size > percent), TEXT_SIZES[-1])


def colour(role: str) -> str:
    """A colour of the theme that is in use, by role."""
    return tokens(_in_use[-1])[role]


def on_system_change(action: Callable[[], None]) -> None:
    """Do something each time the computer's own choice of colours or contrast changes."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(action)
    hints.accessibility().contrastPreferenceChanged.connect(action)


def style_sheet(theme: str, percent: int) -> str:
    """The style sheet for a theme and a text size in percent."""
    text = (paths.assets() / "style.qss").read_text(encoding="utf-8")
    values = {name: str(round(size * percent / 100)) for name, size in _SIZES.items()}
    values["visitor"] = str(min(int(values["visitor"]), _LARGEST_VISITOR))
    target, tool = round(_TARGET * percent / 100), round(_WORD_BUTTON * percent / 100)
    values |= {
        "target": str(target),
        "tool": str(tool),
        "font": fonts.FAMILY,
        "arabic": fonts.ARABIC,
        "wide": fonts.WIDE,
    }
    values |= {"start": "right" if _mirrored() else "left"} | tokens(theme)
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


def apply(application: QApplication, theme: str, percent: int) -> None:
    """Give the whole application this look, mirrored for a language that is written from right to left."""
    _in_use[:] = [theme]
    _load_fonts()
    font = QFont([fonts.FAMILY, fonts.ARABIC, fonts.WIDE])
    font.setPixelSize(round(BODY * percent / 100))
    application.setFont(font)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if _mirrored() else Qt.LayoutDirection.LeftToRight)
    application.setPalette(_palette(tokens(theme)))
    sheet = style_sheet(theme, percent)
    if sheet != application.styleSheet():  # to style every widget again takes longer than to make them
        application.setStyleSheet(sheet)


@cache
def _load_fonts() -> None:
    for face in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(fonts.file(face)))
        QFontDatabase.addApplicationFont(str(fonts.arabic_file(face)))
        QFontDatabase.addApplicationFont(str(fonts.wide_file(face)))


def _mirrored() -> bool:
    return language.is_right_to_left(language.current())


def _palette(colours: dict[str, str]) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, "page"),
        (role.Base, "surface"),
        (role.Button, "surface"),
        (role.WindowText, "text"),
        (role.Text, "text"),
        (role.ButtonText, "text"),
        (role.PlaceholderText, "muted"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on-accent"),
        (role.Link, "accent"),
    ):
        palette.setColor(target, QColor(colours[name]))
    return palette
