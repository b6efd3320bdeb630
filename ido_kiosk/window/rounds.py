"""A round: close the months that are over, deliver, fetch settings, say where that stands. Runs in the background."""

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ido_kiosk.base import clock
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.locations import place_of
from ido_kiosk.base.settings import Settings
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.desk.service.local_entries import sent_entry
from ido_kiosk.guides.service import Library, content_day
from ido_kiosk.qt import background
from ido_shared import VERSION
from ido_shared.content.codes import Codes

if TYPE_CHECKING:  # they take a while to import, and the window shows itself before
    from ido_kiosk.statistics.service import Sender
    from ido_kiosk.sync.service import Outcome, SyncStatus


def deliver(folder: DataFolder, settings: Settings, library: Library, codes: Codes, now: bool) -> "Outcome":
    """Close the months that are over, also at a desk without regie, and deliver; ``now`` when a person asks for it.

    Then what the municipality decided is fetched, and what is known of organisations nearby.
    After an older copy was put back, months wait until regie has said which of their cells have left already.
    """
    from ido_kiosk.base.database import own_connection
    from ido_kiosk.statistics import service as statistics
    from ido_kiosk.sync import service as sync

    lists = statistics.lists_of(codes, {code: each.kind for code, each in library.organisations.items()})
    k = statistics.threshold(settings)
    try:
        with own_connection():
            sync.begin(folder, settings)
            if not statistics.needs_repair():
                statistics.close_months(place_of(settings), clock.today(), lists, k)
    except DeskError as error:
        return sync.Outcome(succeeded=False, problem=str(error))
    ending = background.ending.is_set
    content = content_day(library).isoformat()
    outcome = sync.deliver(folder, settings, clock.today(), VERSION, codes.version, ending, now, content)
    if not outcome.succeeded:
        return outcome
    problem = sync.fetch_decided(folder, settings, (ThisDesk, statistics.Release), ending)
    check = partial(sent_entry, referrals=codes.referrals, today=clock.today())
    return replace(outcome, decided_problem=problem, local_problem=sync.fetch_local(folder, settings, check, ending))


def sync_status(settings: Settings, last: "Outcome | None") -> "SyncStatus":
    """Where this desk and regie stand, given how the last round went."""
    from ido_kiosk.sync import service as sync

    return sync.status(settings, last)


def sender_of(settings: Settings, library: Library, codes: Codes) -> "Sender":
    """Who this desk is when it states totals."""
    from ido_kiosk.sync import service as sync

    content = content_day(library).isoformat()
    return sync.sender_of(settings.section(sync.Regie), place_of(settings), VERSION, codes.version, content)
