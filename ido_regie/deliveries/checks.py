"""Check that what a delivery says is possible, before anything of it is kept."""

import re
import uuid
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec

from ido_regie import clock
from ido_shared import counts, delivery

HIGHEST = 1_000_000
"""More questions, visits or deliveries than this no desk has; the database can hold it everywhere."""
TEXT = 40
MOST_CELLS = 5000
FIRST_DAY = date(2019, 1, 1)
"""The year in which the first Informatiepunt Digitale Overheid opened."""
AHEAD = timedelta(days=366)
"""So far may the clock of a desk run ahead of ours; further is a mistake that would stay on the dashboard."""
CODE = re.compile(r"[A-Z0-9]{2,8}")
VIEW = re.compile(r"[a-z_]{2,40}")
DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Week:
    """A week total whose texts have been read: a place, two days and the numbers."""

    place: uuid.UUID
    first_day: date
    last_day: date
    total: delivery.WeekTotal


@dataclass(frozen=True)
class Cell:
    """A cell whose texts have been read: a place, two days and the numbers."""

    place: uuid.UUID
    first_day: date
    last_day: date
    cell: counts.Cell


@dataclass(frozen=True)
class Counted:
    """What a delivery counts, checked."""

    weeks: list[Week]
    cells: list[Cell]


def counted(message: delivery.Delivery, signer: str, address: str) -> Counted:
    """What a delivery by this signer, sent to this address, counts. Raises ContractError that names all mistakes.

    A view or code that nobody here knows is no mistake: the kiosk may be newer than regie.
    """
    mistakes = list(_mistakes_in_head(message, signer, address))
    result = Counted(_weeks(message, mistakes), _cells(message, mistakes))
    if mistakes:
        raise delivery.ContractError(" ".join(mistakes))
    return result


def _weeks(message: delivery.Delivery, mistakes: list[str]) -> list[Week]:
    """The weeks of a delivery; notes every mistake."""
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
    return weeks


def _cells(message: delivery.Delivery, mistakes: list[str]) -> list[Cell]:
    """The cells of a delivery; notes every mistake."""
    cells, latest = [], clock.today() + AHEAD
    for position, cell in enumerate(message.cellen, start=1):
        try:
            read = Cell(uuid.UUID(cell.plaats), *counts.days_of(cell.periode), cell)
        except ValueError:
            mistakes.append(f"Cel {position}: 'plaats' is geen UUID, of 'periode' is geen maand, kwartaal of jaar.")
            continue
        mistakes += [f"Cel {position}: {text}" for text in _mistakes_in_cell(read, latest)]
        cells.append(read)
    if len({(c.place, *msgspec.structs.astuple(c.cell)[:-3], c.cell.kruis) for c in cells}) < len(cells):
        mistakes.append("Dezelfde cel staat er twee keer in.")
    return cells


def _mistakes_in_cell(read: Cell, latest: date) -> Iterator[str]:
    """What is impossible in one cell; ``latest``: the last day on which a period may begin."""
    cell = read.cell
    if not VIEW.fullmatch(cell.indeling):
        yield "'indeling' is een woord van kleine letters."
    if cell.soort_plaats not in counts.PLACES:
        yield f"'soort_plaats' is een van: {', '.join(counts.PLACES)}."
    if cell.niveau not in counts.LEVELS:
        yield f"'niveau' is een van: {', '.join(counts.LEVELS)}."
    elif cell.code if cell.niveau == counts.ALL else not CODE.fullmatch(cell.code):
        yield "'code' bestaat uit 2 tot 8 hoofdletters en cijfers, en is leeg bij alle."
    if cell.kruis and not CODE.fullmatch(cell.kruis):
        yield "'kruis' is leeg, of bestaat uit 2 tot 8 hoofdletters en cijfers."
    if not FIRST_DAY <= read.first_day <= latest:
        yield "deze periode kan niet. Staat de datum van de balie goed?"
    yield from _mistakes_in_size(cell)


def _mistakes_in_size(cell: counts.Cell) -> Iterator[str]:
    """What is wrong with the number of questions: a cell of a code or theme never holds fewer than k."""
    if not counts.LOWEST_K <= cell.k <= counts.HIGHEST_K:
        yield f"'k' ligt tussen {counts.LOWEST_K} en {counts.HIGHEST_K}."
    elif not (1 if cell.niveau == counts.ALL else cell.k) <= cell.vragen <= HIGHEST:
        yield "'vragen' is kleiner dan de drempel k, of te groot."


def _day(text: str) -> date:
    """A day that is written as the contract says. Raises ValueError for any other way, also those of ISO 8601."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day


def _mistakes_in_head(message: delivery.Delivery, signer: str, address: str) -> Iterator[str]:
    """What is wrong with who, which and where."""
    yield from _mistakes_in_version(message)
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


def _is_day(said: str) -> bool:
    try:
        _day(said)
    except ValueError:
        return False
    return True


def _mistakes_in_version(message: delivery.Delivery) -> Iterator[str]:
    """What does not fit the version of the contract that a delivery says it keeps."""
    if message.schema not in delivery.UNDERSTOOD:
        yield f"'schema' moet {', '.join(delivery.UNDERSTOOD[:-1])} of {delivery.UNDERSTOOD[-1]} zijn."
    elif message.schema == delivery.TOTALS_ONLY and (message.cellen or message.verzegeld):
        yield f"{delivery.TOTALS_ONLY} heeft geen cellen en geen verzegeld deel."
    elif message.schema != delivery.DELIVERY and (message.inhoud or message.geweigerd):
        yield f"{message.schema} heeft geen 'inhoud' en geen 'geweigerd'."
    if message.inhoud and not _is_day(message.inhoud):
        yield "'inhoud' is leeg of een datum (jjjj-mm-dd)."
    if len(message.cellen) > MOST_CELLS or len(message.verzegeld) > delivery.SEALED_AT_MOST:
        yield f"Een levering heeft hoogstens {MOST_CELLS} cellen en {delivery.SEALED_AT_MOST} verzegelde tekens."


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
    yield from _mistakes_in_days(week)


def _mistakes_in_days(week: Week) -> Iterator[str]:
    """What is impossible in the days without questions, and in what is not ready yet."""
    total = week.total
    days = [number(value) or 0 for value in (total.dagen_nul, total.dagen_dicht, total.dagen_niet_bemand)]
    if min(days) < 0 or sum(days) > (week.last_day - week.first_day).days + 1 - total.dagen_met_vragen:
        yield "'dagen_nul', 'dagen_dicht' en 'dagen_niet_bemand' passen niet bij deze dagen."
    waiting = [number(value) or 0 for value in (total.niet_afgemaakt, total.nog_niet_in_kb)]
    if min(waiting) < 0 or max(waiting) > max(total.vragen, 0):
        yield "'niet_afgemaakt' en 'nog_niet_in_kb' liggen tussen 0 en het aantal vragen."


def number(value: int | msgspec.UnsetType) -> int | None:
    """A number that a desk may leave out; None when it did."""
    return None if isinstance(value, msgspec.UnsetType) else value


def _whole_week(day: date) -> tuple[date, date]:
    """The first and last day of the week of a day, cut where its month begins and ends.

    Only such weeks are taken: two that overlap would count a question twice.
    """
    to_sunday = min(6 - day.weekday(), monthrange(day.year, day.month)[1] - day.day)
    since_monday = min(day.weekday(), day.day - 1)
    return day - timedelta(days=since_monday), day + timedelta(days=to_sunday)
