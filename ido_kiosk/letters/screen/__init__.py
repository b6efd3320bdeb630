"""The screens of letters: fill one in, or hear who helps with one that the library does not write."""

from ido_kiosk.letters.screen.beside import Sight
from ido_kiosk.letters.screen.form import Shelf
from ido_kiosk.letters.screen.letter import LetterScreen
from ido_kiosk.letters.screen.refer import ReferScreen

__all__ = ["LetterScreen", "ReferScreen", "Shelf", "Sight"]
