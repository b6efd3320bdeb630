"""A screen of the desk on which something is typed, which only *Bewaren* keeps."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from ido_kiosk.base.language import _
from ido_kiosk.desk.screen.parts import Part
from ido_kiosk.qt.layouts import Screen


class FormScreen(Screen):
    """Signals: ``closed``, ``held_back`` (in words: why it is not left yet)."""

    closed = Signal()
    held_back = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._parts: Mapping[str, Part] = {}
        """By the name of the field in a FieldError."""
        self._is_touched = self._was_asked = False

    def show_problem(self, field: str, problem: str) -> None:
        """Say at this field what is wrong with it, and go there."""
        for name, part in self._parts.items():
            part.show_problem(problem if name == field else "")

    def _touch(self, is_touched: bool) -> None:
        """Something was typed or chosen; ``is_touched``: it is not as it was kept."""
        self._is_touched, self._was_asked = is_touched, False

    def _leave(self) -> None:
        """Go back; what was not kept is lost at the second time only."""
        if self.holds_back():
            self.held_back.emit(_("Dit is nog niet bewaard. Mag het weg? Kies dan nog een keer Terug."))
        else:
            self.closed.emit()

    def holds_back(self) -> str:
        """What was not kept is lost at the second time only, by whatever way it is left."""
        if not self._is_touched or self._was_asked:
            return ""
        self._was_asked = True
        return _("Dit is nog niet bewaard. Mag het weg? Doe het dan nog een keer.")
