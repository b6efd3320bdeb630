"""What the kiosk can do with regie: link, deliver, compare; the only place that speaks HTTP."""

from typing import TYPE_CHECKING

from ido_kiosk.base.door import opened_when_asked

if TYPE_CHECKING:
    from ido_kiosk.sync.service.decided import Decided, decided_lines, fetch_decided
    from ido_kiosk.sync.service.delivering import deliver, release, send_again
    from ido_kiosk.sync.service.files import (
        DELIVERIES_NAME,
        ENROLMENT_NAME,
        Read,
        deliveries_file,
        enrolment_file,
        read_enrolled,
        read_receipts,
    )
    from ido_kiosk.sync.service.identity import COPIED, MOVED, begin, is_foreign, take_over
    from ido_kiosk.sync.service.linking import Regie, enrol
    from ido_kiosk.sync.service.local import fetch_local, local_lines
    from ido_kiosk.sync.service.round import Outcome, sender_of
    from ido_kiosk.sync.service.schedule import first_delay, retry_after
    from ido_kiosk.sync.service.standing import SyncStatus, status, status_text
    from ido_kiosk.sync.service.undelivered import WaitingDelivery, refusal_text, waiting

__getattr__ = opened_when_asked(
    __name__,
    {
        ".decided": "Decided decided_lines fetch_decided",
        ".delivering": "deliver release send_again",
        ".files": "DELIVERIES_NAME ENROLMENT_NAME Read deliveries_file enrolment_file read_enrolled read_receipts",
        ".identity": "COPIED MOVED begin is_foreign take_over",
        ".linking": "Regie enrol",
        ".local": "fetch_local local_lines",
        ".round": "Outcome sender_of",
        ".schedule": "first_delay retry_after",
        ".standing": "SyncStatus status status_text",
        ".undelivered": "WaitingDelivery refusal_text waiting",
    },
)

__all__ = [
    "COPIED",
    "DELIVERIES_NAME",
    "ENROLMENT_NAME",
    "MOVED",
    "Decided",
    "Outcome",
    "Read",
    "Regie",
    "SyncStatus",
    "WaitingDelivery",
    "begin",
    "decided_lines",
    "deliver",
    "deliveries_file",
    "enrol",
    "enrolment_file",
    "fetch_decided",
    "fetch_local",
    "first_delay",
    "is_foreign",
    "local_lines",
    "read_enrolled",
    "read_receipts",
    "refusal_text",
    "release",
    "retry_after",
    "send_again",
    "sender_of",
    "status",
    "status_text",
    "take_over",
    "waiting",
]  # fmt: skip
