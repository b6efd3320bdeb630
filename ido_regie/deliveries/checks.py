"""Check that what a delivery says is possible, before anything of it is kept."""

import re
import uuid
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ido_regie import clock
from ido_shared import delivery

HIGHEST = 1_000_000
"""More questions, visits or deliveries than this no desk has; the database can hold it everywhere."""
TEXT = 40
FIRST_DAY = date(2019, 1, 1)
"""The year in which the first Informatiepunt Digitale Overheid opened."""
AHEAD = timedelta(days=366)
"""So far may the clock of a desk run ahead of ours; further is a mistake that would stay on the dashboard."""
DIGEST = re.compile(r"[0-9a-f]{64}")


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
            week = Week(uuid.UUID(total.plaats), _day(total.van), _day(total.tot), total)
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


def _day(text: str) -> date:
    """A day that is written as the contract says. Raises ValueError for any other way, also those of ISO 8601."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day


def _mistakes_in_head(message: delivery.Delivery, signer: str, address: str) -> Iterator[str]:
    """What is wrong with who, which and where."""
    if message.schema != delivery.DELIVERY:
        yield f"'schema' moet {delivery.DELIVERY} zijn."
    if message.balie != signer:
        yield "'balie' is niet de balie die tekende."
    if not (1 <= message.reeks <= HIGHEST and 1 <= message.nummer <= HIGHEST):
        yield f"'reeks' en 'nummer' liggen tussen 1 en {HIGHEST}."
    elif message.id != delivery.delivery_id(signer, message.reeks, message.nummer):
        yield "'id' hoort niet bij deze balie, reeks en nummer."
    if message.id != address:
        yield "'id' is niet het id in het adres."
    if message.vorige if message.nummer == 1 else not DIGEST.fullmatch(message.vorige):
        yield "'vorige' is leeg bij nummer 1, en anders een SHA-256 in hex."
    if len(message.programma) > TEXT:
        yield f"'programma' is langer dan {TEXT} tekens."


def _mistakes_in_week(week: Week) -> Iterator[str]:
    """What is impossible in one week total."""
    total = week.total
    if (week.first_day, week.last_day) != _whole_week(week.first_day):
        yield "'van' en 'tot' zijn niet één hele week, geknipt aan het eind van een maand."
    if not FIRST_DAY <= week.first_day <= clock.today() + AHEAD:
        yield "deze week kan niet. Staat de datum van de balie goed?"
    if not (0 <= total.vragen <= HIGHEST and 0 <= total.bezoeken <= HIGHEST):
        yield f"'vragen' en 'bezoeken' liggen tussen 0 en {HIGHEST}."
    if not 0 <= total.dagen_met_vragen <= min((week.last_day - week.first_day).days + 1, total.vragen):
        yield "'dagen_met_vragen' past niet bij deze dagen en vragen."


def _whole_week(day: date) -> tuple[date, date]:
    """The first and last day of the week of a day, cut where its month begins and ends.

    Only such weeks are taken: two that overlap would count a question twice.
    """
    to_sunday = min(6 - day.weekday(), monthrange(day.year, day.month)[1] - day.day)
    since_monday = min(day.weekday(), day.day - 1)
    return day - timedelta(days=since_monday), day + timedelta(days=to_sunday)
