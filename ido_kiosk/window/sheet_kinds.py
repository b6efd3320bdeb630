"""In which languages the explanation of a letter can be printed at this desk, as kinds of sheet to choose from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ido_kiosk.base import language
from ido_kiosk.base.language import _
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.guides.service import Library
from ido_kiosk.letters import service
from ido_kiosk.letters.service import Letter

if TYPE_CHECKING:
    from ido_kiosk.qt.preview_parts import Kind

_EXPLANATION = "uitleg-"


def explanations(letter: Letter, library: Library, desk: ThisDesk) -> "Iterator[Kind]":
    """The explanation sheets of a letter, that in the language of the screens first."""
    from ido_kiosk.qt.preview_parts import Kind

    whole = service.sheet_languages(letter, library.facts, library.organisations)
    offered = [code for code in whole if _may_print(code, desk)]
    first = language.current() if language.current() in offered else language.SOURCE
    for code in [first, *(code for code in offered if code != first)]:
        yield Kind(f"{_EXPLANATION}{code}", name(f"{_EXPLANATION}{code}"))


def spoken_in(kind: str) -> str:
    """The language of a kind of sheet that is an explanation; empty for another kind."""
    return kind.removeprefix(_EXPLANATION) if kind.startswith(_EXPLANATION) else ""


def name(kind: str) -> str:
    """What an explanation sheet is called: with its language when the screens speak another."""
    code = spoken_in(kind)
    said = _("Blad met uitleg")
    return said if code == language.current() else f"{said}: {language.NAMES[code]}"


def _may_print(code: str, desk: ThisDesk) -> bool:
    """Whether this desk prints this language: some print no translation that no native reader checked."""
    with language.speaking(code):
        return desk.unread_translations or language.is_native_read()
