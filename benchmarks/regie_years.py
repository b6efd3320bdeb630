"""Ten national years for the measurements of regie: 670 desks of 342 municipalities, more than a million questions."""

import random
import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ido_shared import delivery

DESKS, YEARS, LAST_YEAR = 670, 10, 2026
LARGEST = 24
"""Desks in the largest municipality; the others share the rest, about two each."""
LOGIN = "meting"
"""An officer of the largest municipality."""
TOPICS_A_MONTH = 3
K = 5


@dataclass(frozen=True)
class Sender:
    """A desk that can deliver: its identity, where it stands, and the key it signs with."""

    desk: str
    place: str
    key: Any


def load() -> tuple[int, list[Sender]]:
    """Fill the database of regie, which is prepared; gives the number of questions, and the desks with their keys."""
    from ido_regie.codes import known_codes
    from ido_regie.deliveries.models import Cell, Delivery, WeekTotal
    from ido_regie.organisations.models import Account, Desk, Library, Location, Municipality

    chance = random.Random(7)
    library = Library.objects.create(name="Bibliotheek")
    places = [Municipality.objects.create(name=f"Gemeente {number}", population=50_000) for number in range(342)]
    Account.objects.create(login=LOGIN, municipality=places[0])
    topics = list(known_codes().topics)
    total, senders = 0, []
    for number in range(DESKS):
        municipality = places[0] if number < LARGEST else places[1 + number % 341]
        location = Location.objects.create(municipality=municipality, library=library, name=f"Locatie {number}")
        key = delivery.new_key()
        public = delivery.public_text(key)
        desk = Desk.objects.create(location=location, name="Balie 1", public_key=public, place=uuid.uuid4())
        senders.append(Sender(str(desk.id), str(desk.place), key))
        signed = delivery.sign(message(senders[-1], 1), key, str(desk.id))
        delivered = Delivery.objects.create(
            desk=desk, epoch=1, number=1, signed=signed, digest="", received_on=date(LAST_YEAR, 11, 20)
        )
        weeks, cells = _desk(desk, delivered, topics, chance, WeekTotal, Cell)
        WeekTotal.objects.bulk_create(weeks, batch_size=500)
        Cell.objects.bulk_create(cells, batch_size=500)
        total += sum(week.questions for week in weeks)
    return total, senders


def message(sender: Sender, number: int, weeks: Any = (), cells: Any = ()) -> bytes:
    """The JSON of a delivery of a desk; pages read from the newest one with which program the desk works."""
    id = delivery.delivery_id(sender.desk, 1, number)
    before = "" if number == 1 else "0" * 64
    said = delivery.Delivery(
        delivery.DELIVERY, id, sender.desk, 1, number, before, "0.1.0", 1, list(weeks), list(cells)
    )  # fmt: skip
    return delivery.pack(said)


def _desk(desk: Any, delivered: Any, topics: list[str], chance: random.Random, week_kind: Any, cell_kind: Any) -> Any:
    """The weeks and cells of one desk."""
    weeks, cells = [], []
    first, last = date(LAST_YEAR - YEARS + 1, 1, 1), date(LAST_YEAR, 10, 31)
    day = first
    while day <= last:
        month_end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        sunday = min(day + timedelta(days=6 - day.weekday()), month_end)
        number = chance.randrange(1, 6)
        weeks.append(
            week_kind(
                desk=desk, place=desk.place, first_day=day, last_day=sunday, questions=number, visits=number,
                days_with_questions=1, days_zero=1, days_closed=0, days_not_staffed=0, not_completed=0, not_in_kb=0,
                final=True, epoch=1, number=1,
            )
        )  # fmt: skip
        if sunday == month_end:
            cells += [
                cell_kind(
                    delivery=delivered, desk=desk, place=desk.place, place_kind="locatie", view=view, level="code",
                    period=f"{day.year}-{day.month:02}", first_day=day.replace(day=1), last_day=month_end, code=code,
                    cross="", questions=K + chance.randrange(3), k=K, parked=False,
                )
                for view, codes in (
                    ("onderwerp", chance.sample(topics, TOPICS_A_MONTH)), ("organisatie", ["DIGID", "GEM"]),
                    ("resultaat", ["OPG"]), ("verwijzing", ["SRL"]), ("signaal", ["DIG"]), ("kanaal", ["BAL"]),
                )
                for code in codes
            ]  # fmt: skip
        day = sunday + timedelta(days=1)
    return weeks, cells
