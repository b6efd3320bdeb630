"""What did not arrive at regie yet, one by one, for who looks after it."""

from datetime import date

import msgspec

from ido_kiosk.base.language import _
from ido_kiosk.statistics import service as statistics
from ido_kiosk.sync import records


class WaitingDelivery(msgspec.Struct, frozen=True):
    """A delivery that waits."""

    id: str
    number: int
    made_on: date | None
    refused: int | None
    """The status with which regie refused it the last time; None when it did not."""


def waiting(desk: str) -> list[WaitingDelivery]:
    """What waits, lowest number first."""
    numbers, refused = statistics.numbers(desk), records.refusals(desk)
    found = [WaitingDelivery(id, numbers[id], statistics.made_on(id), refused.get(id)) for id in records.unsent(desk)]
    return sorted(found, key=lambda each: each.number)


def refusal_text(status: int) -> str:
    """Why regie refuses a delivery, and who can do something about it."""
    if status == 403:
        return _("Regie kent deze balie niet, of heeft haar afgemeld. Vraag regie om een nieuwe koppelcode.")
    if status == 401:
        return _("Regie herkent de handtekening van deze balie niet. Vraag regie om een nieuwe koppelcode.")
    if status == 413:
        return _("Deze levering is te groot voor regie. Bewaar haar als bestand en geef dat aan regie.")
    return _("Regie begrijpt deze levering niet. Kijk of de datum van deze computer klopt en probeer het opnieuw.")
