"""The button *Klopt niet?*: one press tells the coordinator, by a code; the next takes it back."""

from PySide6.QtWidgets import QPushButton

from ido_kiosk.base.language import _
from ido_kiosk.guides.screen.surroundings import Surroundings
from ido_kiosk.guides.service import Spot
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.wrapping_button import WrappingButton


def wrong_button(spot: Spot, around: Surroundings) -> QPushButton:
    """The button for a page or a fact; ``around`` must keep marks."""
    made = WrappingButton("", "minor")

    def show(is_marked: bool) -> None:
        made.set_words(_("Doorgegeven aan de coördinator. Toch goed?") if is_marked else _("Klopt niet?"))
        made.setAccessibleName(made.words() if is_marked else _asked(spot))

    def press() -> None:
        is_marked = around.toggle_wrong(spot)
        show(is_marked)
        announce(made, _("Doorgegeven aan de coördinator.") if is_marked else _("Niet doorgegeven."))

    made.clicked.connect(lambda: press())
    show(around.is_wrong is not None and around.is_wrong(spot))
    return made


def _asked(spot: Spot) -> str:
    return _("Klopt dit nummer of adres niet?") if spot.feit else _("Klopt deze stap niet?")
