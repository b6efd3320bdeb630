"""Check that what a delivery says is possible, before anything of it is kept."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ido_shared import delivery

SCHEMA = "levering/1"
HIGHEST = 1_000_000
"""More questions, visits or deliveries than this no desk has; the database can hold it everywhere."""
TEXT = 40


@dataclass(frozen=True)
class Week:
    """A week total whose texts have been read: a place, two days and the numbers."""

    place: uuid.UUID
    first_day: date
    last_day: date
    total: delivery.WeekTotal


def weeks_of(message: delivery.Delivery, signer: str, address: str) -> list[Week]:
    """The weeks of a delivery by this signer, sent to this address. Raises ContractError that names all mistakes."""
    mistakes = list(_mistakes_in_head(message, signer, address))
    weeks = []
    for position, total in enumerate(message.totalen, start=1):
        try:
            week = Week(uuid.UUID(total.plaats), date.fromisoformat(total.van), date.fromisoformat(total.tot), total)
        except ValueError:
            mistakes.append(f"Totaal {position}: 'plaats' is geen UUID, of 'van' of 'tot' is geen datum.")
            continue
        mistakes += [f"Totaal {position}: {text}" for text in _mistakes_in_week(week)]
        weeks.append(week)
    if len({(week.place, week.first_day) for week in weeks}) < len(weeks):
        mistakes.append("Dezelfde week van dezelfde plaats staat er twee keer in.")
    if mistakes:
        raise delivery.ContractError(" ".join(mistakes))
    return weeks


def _mistakes_in_head(message: delivery.Delivery, signer: str, address: str) -> Iterator[str]:
    """What is wrong with who, which and where."""
    if message.schema != SCHEMA:
        yield f"'schema' moet {SCHEMA} zijn."
    if message.balie != signer:
        yield "'balie' is niet de balie die tekende."
    if not (1 <= message.reeks <= HIGHEST and 1 <= message.nummer <= HIGHEST):
        yield f"'reeks' en 'nummer' liggen tussen 1 en {HIGHEST}."
    elif message.id != delivery.delivery_id(signer, message.reeks, message.nummer):
        yield "'id' hoort niet bij deze balie, reeks en nummer."
    if message.id != address:
        yield "'id' is niet het id in het adres."
    if len(message.programma) > TEXT:
        yield f"'programma' is langer dan {TEXT} tekens."


def _mistakes_in_week(week: Week) -> Iterator[str]:
    """What is impossible in one week total."""
    total = week.total
    days = (week.last_day - week.first_day).days + 1
    if week.first_day.isocalendar()[:2] != week.last_day.isocalendar()[:2] or days < 1:
        yield "'van' en 'tot' liggen niet op volgorde in één week."
    elif week.first_day.month != week.last_day.month:
        yield "de week loopt over het eind van een maand."
    if not (0 <= total.vragen <= HIGHEST and 0 <= total.bezoeken <= HIGHEST):
        yield f"'vragen' en 'bezoeken' liggen tussen 0 en {HIGHEST}."
    if not 0 <= total.dagen_met_vragen <= max(days, 0):
        yield "'dagen_met_vragen' past niet in deze dagen."
