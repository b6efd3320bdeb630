"""The language of the screens and of the content: words are looked up when they are needed, never earlier.

Dutch is the language of the source: a word without a translation is shown in Dutch.
"""

import gettext as standard_gettext
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from pathlib import Path

from ido_shared.content.opening import MINUTES_A_DAY, Opening
from ido_shared.content.proofread import is_proofread

SOURCE = "nl"
NAMES = {
    "nl": "Nederlands",
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "pl": "Polski",
    "uk": "Українська",
}
"""The languages on offer, each by its own name."""

_RIGHT_TO_LEFT = frozenset({"ar"})
_VOLUNTEERS_READ = frozenset({"nl", "en"})

_state = {"language": SOURCE, "folder": ""}
_spoken_here: ContextVar[str] = ContextVar("_spoken_here", default="")
"""The language that ``speaking`` asks for; empty for that of the screens."""


def use(language: str, folder: Path) -> None:
    """Speak this language from now on, with the catalogues below ``folder`` (translations/).

    A language that is not on offer, as in settings from another version, is Dutch.
    """
    _state.update(language=language if language in NAMES else SOURCE, folder=str(folder))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within this, in this thread only, words are of this language: a sheet may speak another than the screens."""
    before = _spoken_here.set(language)
    try:
        yield
    finally:
        _spoken_here.reset(before)


def current() -> str:
    """The language now spoken, such as ``nl``."""
    return _spoken_here.get() or _state["language"]


def is_right_to_left(code: str) -> bool:
    """Whether this language is written from right to left; a property of the language, never guessed from a text."""
    return code in _RIGHT_TO_LEFT


def is_followed() -> bool:
    """Whether a Dutch volunteer can follow the current language, and so see what a translation says."""
    return current() in _VOLUNTEERS_READ


def is_native_read() -> bool:
    """Whether someone who speaks the current language from home has read the content; Dutch is the source."""
    return current() == SOURCE or _is_proofread(current(), _state["folder"])


@cache
def _is_proofread(code: str, folder: str) -> bool:
    return is_proofread(Path(folder, code, "LC_MESSAGES", "forms.po"))


def _(text: str) -> str:
    """The words of a screen in the current language; ``text`` is the Dutch."""
    return _catalogue("kiosk", current(), _state["folder"]).gettext(text)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The words that go with a number, in the current language."""
    return _catalogue("kiosk", current(), _state["folder"]).ngettext(singular, plural, number)


def content(context: str, dutch: str) -> str:
    """A text of forms/ in the current language, by its stable path; the Dutch where no translation stands."""
    return _catalogue("forms", current(), _state["folder"]).pgettext(context, dutch)


def is_translated(context: str, dutch: str) -> bool:
    """Whether this text of forms/ has words of its own in the current language; Dutch always has."""
    if current() == SOURCE:
        return True
    try:
        _strict_catalogue(current(), _state["folder"]).pgettext(context, dutch)
    except LookupError:
        return False
    return True


def content_in(language: str) -> Callable[[str, str], str]:
    """Gives the texts of forms/ in this language, whichever is spoken."""
    return _catalogue("forms", language, _state["folder"]).pgettext


class _NothingElse(standard_gettext.NullTranslations):
    """What a catalogue falls back on when only its own words count."""

    def pgettext(self, context: str, message: str) -> str:
        """Never the Dutch: raises LookupError."""
        raise LookupError(context, message)


@cache
def _strict_catalogue(language: str, folder: str) -> standard_gettext.NullTranslations:
    try:
        catalogue = standard_gettext.translation("forms", folder, [language])
    except (OSError, ValueError, struct.error):
        return _NothingElse()
    catalogue.add_fallback(_NothingElse())
    return catalogue


@cache
def _catalogue(domain: str, language: str, folder: str) -> standard_gettext.NullTranslations:
    if language == SOURCE:
        return standard_gettext.NullTranslations()
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


def weekday_text(day: date) -> str:
    """The day of the week in words, such as ``donderdag``."""
    from babel.dates import format_date

    return format_date(day, "EEEE", locale=current())


def hours_text(openings: Iterable[Opening], is_short: bool = False) -> str:
    """Opening hours in words, such as ``maandag tot en met vrijdag van 8.00 tot 17.00 uur``.

    With ``is_short`` a dash between the times, but not where that would be read backwards.
    """
    from babel.dates import get_day_names

    names = get_day_names("wide", locale=current())
    with_dash = is_short and not is_right_to_left(current())
    return ", ".join(_opening_text(opening, names, with_dash) for opening in openings)


def _opening_text(opening: Opening, names: Mapping[int, str], with_dash: bool) -> str:
    days = names[opening.first]
    if (opening.first, opening.last) == (0, 6):
        days = _("elke dag")
    elif opening.last > opening.first:
        days = _("{first} tot en met {last}").format(first=days, last=names[opening.last])
    if opening.closes - opening.opens == MINUTES_A_DAY:
        return _("{days}, dag en nacht").format(days=days)
    text = "{days} {opens}–{closes}" if with_dash else _("{days} van {opens} tot {closes} uur")
    return text.format(days=days, opens=_time_text(opening.opens), closes=_time_text(opening.closes))


def _time_text(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"
