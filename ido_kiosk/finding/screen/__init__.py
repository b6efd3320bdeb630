"""The screens to find something by: search and tiles, lists, and the card of one thing."""

from typing import TYPE_CHECKING

from ido_kiosk.base.door import opened_when_asked

if TYPE_CHECKING:
    from ido_kiosk.finding.screen.lists import ListScreen, Row, Section
    from ido_kiosk.finding.screen.look import kind_picture, theme_picture
    from ido_kiosk.finding.screen.results import Favour
    from ido_kiosk.finding.screen.start import StartScreen
    from ido_kiosk.finding.screen.tiles import Tile

__getattr__ = opened_when_asked(
    __name__,
    {
        ".lists": "ListScreen Row Section",
        ".look": "kind_picture theme_picture",
        ".results": "Favour",
        ".start": "StartScreen",
        ".tiles": "Tile",
    },
)

__all__ = [
    "Favour",
    "ListScreen",
    "Row",
    "Section",
    "StartScreen",
    "Tile",
    "kind_picture",
    "theme_picture",
]
