"""What the kiosk can do with regie: link, deliver, compare; the only place that speaks HTTP."""

from ido_kiosk.sync.service.delivering import Outcome, deliver, send_again
from ido_kiosk.sync.service.linking import Regie, enrol
from ido_kiosk.sync.service.schedule import first_delay, retry_after
from ido_kiosk.sync.service.standing import SyncStatus, status, status_text

__all__ = [
    "Outcome",
    "Regie",
    "SyncStatus",
    "deliver",
    "enrol",
    "first_delay",
    "retry_after",
    "send_again",
    "status",
    "status_text",
]
