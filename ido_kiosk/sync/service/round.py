"""One round of deliveries: who delivers, with what, and what has come of it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.installation import note_newest
from ido_kiosk.statistics import service as statistics
from ido_kiosk.statistics.service import Prepared, Sender
from ido_kiosk.sync import records
from ido_kiosk.sync.service.connection import CoordinatorError, session_with
from ido_kiosk.sync.service.linking import Regie

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    import requests
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


NOT_KNOWN = 403
"""What regie answers a desk that it does not know, or that it revoked."""


class AheadError(CoordinatorError):
    """Regie has deliveries of this desk that are not here: an older copy was put back."""


class Outcome(msgspec.Struct, frozen=True):
    """How a round went: whether all has arrived, how many deliveries did now, and in Dutch what stopped it."""

    succeeded: bool
    sent: int = 0
    problem: str = ""
    needs_coordinator: bool = False
    repaired: bool = False
    """Whether an older copy was put right with what regie knew."""
    decided_problem: str = ""
    """In Dutch why what the municipality decided did not come; it stops nothing."""
    local_problem: str = ""
    """In Dutch why what is known of organisations nearby did not come; it stops nothing."""
    next_try: datetime | None = None
    """When the next round is, as far as that is known."""


def sender_of(regie: Regie, place: str, program: str, code_list: int, content: str) -> Sender:
    """Who this desk is when it states totals, what it runs, and whether regie knew it the last time."""
    refused = NOT_KNOWN in records.refusals(regie.desk).values()
    return Sender(regie.desk, place, program, code_list, content, refused)


class Round(msgspec.Struct):
    """One round of deliveries: who delivers, and what has come of it. The session is made when it is first needed."""

    folder: DataFolder
    sender: Sender
    regie: Regie
    key: "Ed25519PrivateKey"
    today: date
    certificates: str
    stop: Callable[[], bool]
    opened: "requests.Session | None" = None
    sent: int = 0
    refused: str = ""
    """Why regie refuses a delivery, the first time."""
    repaired: bool = False

    def session(self) -> "requests.Session":
        """The session of this round."""
        if self.opened is None:
            self.opened = session_with(self.regie.url, self.certificates)
        return self.opened

    def close(self) -> None:
        """End the session."""
        if self.opened is not None:
            self.opened.close()

    def sign(self, prepared: Prepared) -> str:
        """Sign a delivery, keep the signed bytes, and give their digest."""
        from ido_shared import delivery

        signed = delivery.sign(prepared.content, self.key, self.sender.desk)
        records.keep(prepared.id, self.sender.desk, signed)
        note_newest(self.folder, delivery.digest(signed))
        return delivery.digest(signed)

    def outcome(self, problem: str = "", needs_coordinator: bool = False) -> Outcome:
        """What came of it, when it ended with this problem or without."""
        said = problem or self.refused
        needs = needs_coordinator or bool(self.refused)
        return Outcome(not said, self.sent, said, needs, self.repaired)


def say_all(made: Round) -> None:
    """Make and sign deliveries until all is said."""
    while statistics.prepare_delivery(made.sender, made.today, made.sign):
        pass
