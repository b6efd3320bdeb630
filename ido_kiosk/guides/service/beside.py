"""A page with its Dutch below each text, for a volunteer who cannot read the visitor's language at all."""

from datetime import date, time

from msgspec.structs import replace

from ido_kiosk.base import language
from ido_kiosk.base.blocks import paired
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.guides.service.pages import Page, page
from ido_kiosk.guides.service.walk import Walk
from ido_shared.content.wording import Translate

_VISITORS = ("title", "lead", "deeds", "blocks", "question", "choices", "exits", "further")
"""The fields of a page that the visitor reads; numbers, addresses and sources are known without their Dutch."""


def page_on_screen(library: Library, walk: Walk, today: date, translate: Translate, at: time) -> Page:
    """The page where a walk is, in the language that is spoken now.

    What no native reader checked may be wrong. In a language that says nothing to a Dutch volunteer its Dutch stands
    below it; in English the volunteer can follow, and switches the language when in doubt.
    What only the volunteer reads is Dutch there, such as when to look away.
    """
    shown = page(library, walk, today, translate, at)
    if language.is_native_read() or language.is_followed():
        return shown
    with language.speaking(language.SOURCE):
        dutch = page(library, walk, today, lambda _context, text: text, at)
    both = {name: paired(getattr(shown, name), getattr(dutch, name)) for name in _VISITORS}
    return replace(shown, volunteer=dutch.volunteer, **both)
