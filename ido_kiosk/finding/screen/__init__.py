"""The screens to find something by: search and tiles, lists, and the card of one thing."""

from ido_kiosk.finding.screen.lists import ListScreen, Row, Section
from ido_kiosk.finding.screen.look import kind_picture, theme_picture
from ido_kiosk.finding.screen.results import Favour
from ido_kiosk.finding.screen.start import StartScreen
from ido_kiosk.finding.screen.tiles import Tile

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
