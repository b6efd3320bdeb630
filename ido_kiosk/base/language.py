"""The language of the screens and of the content: words are looked up when they are needed, never earlier.

Dutch is the language of the source: a word without a translation is shown in Dutch.
"""

import gettext as standard_gettext
import struct
from datetime import date
from functools import cache
from pathlib import Path

SOURCE = "nl"
NAMES = {"nl": "Nederlands", "en": "English"}
"""The languages on offer, each by its own name."""

_state = {"language": SOURCE, "folder": ""}


def use(language: str, folder: Path) -> None:
    """Speak this language from now on, with the catalogues below ``folder`` (translations/).

    A language that is not on offer, as in settings from another version, is Dutch.
    """
    _state.update(language=language if language in NAMES else SOURCE, folder=str(folder))


def current() -> str:
    """The language now spoken, such as ``nl``."""
    return _state["language"]


def _(text: str) -> str:
    """The words of a screen in the current language; ``text`` is the Dutch."""
    return _catalogue("kiosk", _state["language"], _state["folder"]).gettext(text)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The words that go with a number, in the current language."""
    return _catalogue("kiosk", _state["language"], _state["folder"]).ngettext(singular, plural, number)


def content(context: str, dutch: str) -> str:
    """A text of forms/ in the current language, by its stable path; the Dutch where no translation stands."""
    return _catalogue("forms", _state["language"], _state["folder"]).pgettext(context, dutch)


@cache
def _catalogue(domain: str, language: str, folder: str) -> standard_gettext.NullTranslations:
    try:
        return standard_gettext.translation(domain, folder, [language], fallback=True)
    except (OSError, ValueError, struct.error):  # a damaged catalogue: the Dutch in the program is whole
        return standard_gettext.NullTranslations()


def day_text(day: date) -> str:
    """A day in words, such as ``26 november 2026``."""
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=current())


def month_text(day: date) -> str:
    """The month of a day in words, such as ``november 2026``."""
    from babel.dates import format_date

    return format_date(day, "MMMM y", locale=current())
