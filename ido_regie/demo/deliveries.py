"""Let a made-up desk deliver its two years: signed and numbered, through the same door as a real one."""

import random
import uuid
from collections.abc import Iterator
from datetime import date, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ido_regie.codes import known_codes
from ido_regie.deliveries.models import Delivery
from ido_regie.deliveries.service import take_in
from ido_regie.demo.questions import Busy, Day, days
from ido_regie.demo.release import Waiting
from ido_regie.organisations.models import Desk
from ido_shared import VERSION, delivery
from ido_shared.counts import Cell, WeekTotal

CLOSED_AFTER = 7
"""A month closes on this day of the next one."""


def deliver_years(desk: Desk, busy: Busy, today: date) -> None:
    """Deliver this and the last calendar year of a desk, up to the last week that is over."""
    key = delivery.new_key()
    desk.public_key, desk.place = delivery.public_text(key), uuid.uuid4()
    desk.save(update_fields=["public_key", "place"])
    heard = today - timedelta(days=busy.silent_days)
    first = date(today.year - 1, 1, 1)
    chance = random.Random(f"{desk}")  # noqa: S311 - made-up questions, the same at each start
    by_month: dict[date, list[Day]] = {}
    sunday = heard - timedelta(days=heard.weekday() + 1)
    for day in days(busy, first, sunday, chance):
        by_month.setdefault(day.day.replace(day=1), []).append(day)
    waiting = Waiting(str(desk.place), chance)
    before = ""
    for number, (month, worked) in enumerate(by_month.items(), start=1):
        closing = (month + timedelta(days=31)).replace(day=CLOSED_AFTER)
        closed = closing < heard
        questions = [question for day in worked for question in day.questions]
        cells = waiting.close_month(month, questions) if closed else []
        totals = list(_weeks(str(desk.place), worked, closed, sunday))
        signed, id = _signed(desk, key, number, before, totals, cells)
        take_in(signed, id)
        Delivery.objects.filter(id=id).update(received_on=min(heard, closing + timedelta(days=1)))
        before = delivery.digest(signed)


def _weeks(place: str, worked: list[Day], closed: bool, until: date) -> Iterator[WeekTotal]:
    """The totals of each week of a month up to a day, cut where the month begins and ends; also of those at rest."""
    first = worked[0].day.replace(day=1)
    last_of_month = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    while (last := min(first + timedelta(days=6 - first.weekday()), last_of_month)) <= until and first <= last:
        inside = [day for day in worked if first <= day.day <= last]
        kinds = [day.kind for day in inside]
        number = sum(len(day.questions) for day in inside)
        yield WeekTotal(
            plaats=place, van=first.isoformat(), tot=last.isoformat(), vragen=number,
            bezoeken=sum(day.visits for day in inside), dagen_met_vragen=kinds.count("OPN"), definitief=closed,
            dagen_nul=kinds.count("NUL"), dagen_dicht=kinds.count("DIC"), dagen_niet_bemand=kinds.count("NBM"),
            niet_afgemaakt=0 if closed else number // 8, nog_niet_in_kb=0 if closed else number // 2,
        )  # fmt: skip
        first = last + timedelta(days=1)


def _signed(
    desk: Desk, key: Ed25519PrivateKey, number: int, before: str, totals: list[WeekTotal], cells: list[Cell]
) -> tuple[bytes, str]:
    """A delivery as a desk signs it, and its id."""
    id = delivery.delivery_id(str(desk.id), 1, number)
    message = delivery.Delivery(
        schema=delivery.DELIVERY, id=id, balie=str(desk.id), reeks=1, nummer=number, vorige=before,
        programma=VERSION, codelijst=known_codes().version, totalen=totals, cellen=cells, inhoud="2026-11-01",
    )  # fmt: skip
    return delivery.sign(delivery.pack(message), key, str(desk.id)), id
