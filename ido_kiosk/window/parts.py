"""What the window needs, given by the app: the window itself makes and reads none of it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.local_data import LocalData
from ido_kiosk.base.pin import Pin
from ido_kiosk.base.settings import Settings
from ido_kiosk.desk.service import Counting
from ido_kiosk.finding.service import Situations
from ido_kiosk.guides.service import Library, OwnFacts, WrongMarks
from ido_kiosk.qt.browser import open_in_browser
from ido_kiosk.visit.service import Visit
from ido_shared.content.codes import Codes

if TYPE_CHECKING:  # with them comes the database, and a kiosk shows its window before that
    from ido_kiosk.letters.service import Envelope, Letter
    from ido_kiosk.statistics.service import Sender
    from ido_kiosk.sync.service import Outcome, SyncStatus


class Look(msgspec.Struct, frozen=True):
    """How this desk looks and speaks; kept in its settings."""

    language: Literal["nl", "en", "ar", "tr", "pl", "uk"] = "nl"
    theme: Literal["", "light", "dark", "contrast"] = ""
    """Empty follows the computer's own setting."""
    text_size: Literal[100, 125, 150, 200] = 100
    """Percent."""


A_DAY = 24 * 60 * 60
"""Seconds."""


class Idle(msgspec.Struct, frozen=True):
    """After how many seconds without input the desk is covered and wiped; kept in its settings."""

    cover_after: Annotated[float, msgspec.Meta(gt=0, le=A_DAY)] = 3 * 60
    wipe_after: Annotated[float, msgspec.Meta(gt=0, le=A_DAY)] = 15 * 60
    unattended_after: Annotated[float, msgspec.Meta(gt=0, le=A_DAY)] = 2 * 60
    """Where visitors are on their own all is wiped after this time."""
    warning: Annotated[float, msgspec.Meta(gt=0, le=A_DAY)] = 20
    """So long before that it is said, and any key stops it."""


class Parts(msgspec.Struct):
    """The parts behind the screens. They stay as they are, but for ``library``."""

    codes: Codes
    library: Library
    """The national content with what this library checked itself laid over it; made anew after each answer."""
    national: Library
    own_facts: OwnFacts
    marks: WrongMarks
    folder: DataFolder
    pin: Pin
    local: LocalData
    counting: Counting
    """The organisations near this library."""
    situations: Situations
    letters: "Mapping[str, Letter]"
    envelopes: "Mapping[str, Envelope]"
    visit: Visit
    settings: Settings
    today: Callable[[], date]
    deliver: "Callable[[bool], Outcome]"
    """Sends what waits, and at once what is new when a person asks; slow, so never called in the main thread."""
    sync_status: "Callable[[Outcome | None], SyncStatus]"
    """Where this desk and regie stand, given how the last round of deliveries went."""
    sender: "Callable[[], Sender]"
    """As whom this desk states its totals."""
    open_link: Callable[[str], bool] = open_in_browser
    """Opens an address in this computer's browser; gives whether that worked."""
    idle: Idle = Idle()
    kiosk: bool = False
    """Fill the screen and do not close by the ordinary ways."""
    begins_with_set_up: bool = False
    """The desk is new: it begins with its set-up, which can be left for later."""
    is_trial: bool = False
    """The data is throw-away, and the date may be pretended: the status bar says so."""

    def troubles(self) -> list[str]:
        """What was wrong at the start with each file that the library keeps itself; empty texts where nothing was."""
        kept = (self.settings, self.own_facts, self.marks, self.local, self.counting, self.pin)
        return [each.trouble for each in kept]
