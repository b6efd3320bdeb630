"""What the kiosk can do with regie: link, deliver, compare; the only place that speaks HTTP."""

from ido_kiosk.sync.service.delivering import deliver, release, send_again
from ido_kiosk.sync.service.identity import COPIED, MOVED, begin, is_foreign, take_over
from ido_kiosk.sync.service.linking import Regie, enrol
from ido_kiosk.sync.service.round import Outcome
from ido_kiosk.sync.service.schedule import first_delay, retry_after
from ido_kiosk.sync.service.standing import SyncStatus, status, status_text

__all__ = [
    "COPIED", "MOVED", "Outcome", "Regie", "SyncStatus", "begin", "deliver", "enrol", "first_delay", "is_foreign",
    "release", "retry_after", "send_again", "status", "status_text", "take_over",
]  # fmt: skip
