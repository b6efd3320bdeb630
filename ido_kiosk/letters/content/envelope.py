"""A window envelope as plain values, in millimetres; what its window shows of a sheet that floats in it."""

import msgspec

from ido_kiosk.base.pdf.letter_sheet import Area
from ido_shared.content.wording import Wording

FILE = "enveloppen.yaml"
PAPER = Area(0, 0, 210, 297)
MOST_OFFSET = 10
"""How far a desk may move the address to each side: windows differ by make."""


class Envelope(msgspec.Struct, frozen=True):
    """One kind of envelope, seen from the side of the window."""

    id: str
    label: Wording
    width: float
    height: float
    window: Area
    """From the top left corner of the envelope."""
    float_across: float
    float_down: float
    """How far a folded sheet can slide from the top left corner."""
    address: Area
    """Where the address stands on the sheet."""
    folds: tuple[float, ...]

    @property
    def safe(self) -> Area:
        """What of the sheet shows in every position."""
        window = self.window
        width, height = window.width - self.float_across, window.height - self.float_down
        return Area(window.left, window.top, max(0.0, width), max(0.0, height))

    @property
    def reach(self) -> Area:
        """What of the sheet may show in some position."""
        window = self.window
        left, top = window.left - self.float_across, window.top - self.float_down
        return Area(left, top, window.width + self.float_across, window.height + self.float_down)

    @property
    def middle(self) -> Area:
        """What shows of a sheet that lies in the middle of its room."""
        return self.window.moved(-self.float_across / 2, -self.float_down / 2)

    @property
    def tapped(self) -> Area:
        """What shows of a sheet that lies in the lower left corner."""
        return self.window.moved(0, -self.float_down)


class Envelopes(msgspec.Struct, frozen=True):
    """All envelopes by id, in their order; the first is the usual one."""

    envelopes: dict[str, Envelope]
