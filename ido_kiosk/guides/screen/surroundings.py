"""What a guide on the screen gets from around it: how to be shown, and what this desk can do."""

from collections.abc import Callable, Sequence

import msgspec

from ido_kiosk.guides.service import Spot


class PaperWay(msgspec.Struct, frozen=True):
    """A letter for who does it on paper, or a choice of letters."""

    words: str
    open: Callable[[], None]


class Surroundings(msgspec.Struct, frozen=True):
    """By default a guide on its own, as an editor sees it: nothing is opened, kept or shrunk."""

    visitor_view: bool = False
    """The visitor looks along: nothing that is for the volunteer is shown."""
    is_strip: bool = False
    """Small, to lie over a browser."""
    offers_visitor_view: bool = False
    offers_strip: bool = False
    open_link: Callable[[str], bool] | None = None
    """Opens an address; None where the desk does not."""
    is_wrong: Callable[[Spot], bool] | None = None
    """Whether this visit marked a spot as wrong; None where that is not kept."""
    toggle_wrong: Callable[[Spot], bool] = lambda _spot: False
    """Marks a spot as wrong, or takes that back; gives whether it is marked now."""
    letters: Callable[[str], Sequence[PaperWay]] = lambda _guide: ()
    """The letters that go with a guide."""
