"""The star beside something that can be a favourite of this desk."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QSizePolicy

from ido_kiosk.base.language import _
from ido_kiosk.qt import pictograms
from ido_kiosk.qt.wrapping_button import WrappingButton


class Star(WrappingButton):
    """Makes a favourite, and unmakes it when it is pressed again."""

    def __init__(self) -> None:
        super().__init__("", "star")
        self._title = ""
        self._keep: Callable[[bool], bool] = lambda _is_one: False
        side = round(1.4 * QApplication.font().pixelSize())
        self.setIconSize(QSize(side, side))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)  # as high as the row beside it
        self.setCheckable(True)
        self.clicked.connect(self._press)

    def stand_for(self, words: str, is_favourite: bool, mark: Callable[[bool], bool]) -> None:
        """Be the star of what has these words; ``mark`` gives whether the change was kept."""
        self._title, self._keep = words, mark
        self.setChecked(is_favourite)
        self._show()

    def _press(self) -> None:
        if not self._keep(self.isChecked()):
            self.setChecked(not self.isChecked())
        self._show()

    def _show(self) -> None:
        is_one = self.isChecked()
        name = _("Geen favoriet meer: {title}") if is_one else _("Maak favoriet: {title}")
        self.setAccessibleName(name.format(title=self._title))
        self.setToolTip(_("Geen favoriet meer") if is_one else _("Maak favoriet"))
        self.setIcon(pictograms.icon("star-full" if is_one else "star", self.iconSize().width()))
