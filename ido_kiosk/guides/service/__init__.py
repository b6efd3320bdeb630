"""What guides can do, the feature's only door: load the library, walk through a guide, tell its pages in blocks."""

from ido_kiosk.guides.content.guide import Guide, Library
from ido_kiosk.guides.content.library import load_library
from ido_kiosk.guides.service.pages import Page, page
from ido_kiosk.guides.service.telling import Teller
from ido_kiosk.guides.service.walk import Passed, Walk, back, forward, leave, position, result, start
from ido_shared.content.wording import Translate

__all__ = [
    "Guide",
    "Library",
    "Page",
    "Passed",
    "Teller",
    "Translate",
    "Walk",
    "back",
    "forward",
    "leave",
    "load_library",
    "page",
    "position",
    "result",
    "start",
]
