"""What the window needs, given by the app: the window itself makes and reads none of it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.settings import Settings
from ido_kiosk.guides.service import Library
from ido_kiosk.visit.service import Visit
from ido_shared.content.codes import Codes

if TYPE_CHECKING:  # with them comes the database, and a kiosk shows its window before that
    from ido_kiosk.statistics.service import Sender
    from ido_kiosk.sync.service import Outcome, SyncStatus


class Look(msgspec.Struct, frozen=True):
    """How this desk looks and speaks; kept in its settings."""

    language: str = "nl"
    theme: str = ""
    """One of qt.theme.THEMES; empty follows the computer's own setting."""
    text_size: int = 100
    """Percent."""


class Idle(msgspec.Struct, frozen=True):
    """After how many milliseconds without input the desk is covered and wiped."""

    cover_after: int = 3 * 60_000
    wipe_after: int = 15 * 60_000


class Parts(msgspec.Struct, frozen=True):
    """The parts behind the screens."""

    codes: Codes
    library: Library
    visit: Visit
    settings: Settings
    today: Callable[[], date]
    deliver: "Callable[[], Outcome]"
    """Sends what waits; slow, so never called in the main thread."""
    sync_status: "Callable[[Outcome | None], SyncStatus]"
    """Where this desk and regie stand, given how the last round of deliveries went."""
    sender: "Callable[[], Sender]"
    """As whom this desk states its totals."""
    idle: Idle = Idle()
    kiosk: bool = False
    """Fill the screen and do not close by the ordinary ways."""
