"""A desk that logs on given days and states its totals, for tests."""

import hashlib
from datetime import date

from ido_kiosk.questions import service as questions
from ido_kiosk.statistics import service
from ido_shared.delivery import Delivery, read
from tests.store import PLACE, codes

DESK = "22222222-2222-4222-8222-222222222222"
OTHER_PLACE = PLACE.replace("1", "9")
SENDER = service.Sender(DESK, PLACE, "0.1.0", 1)


def day(text: str) -> date:
    """A day of 2026, or of another year when the text says so."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def log(on: str, number: int = 1, place: str = PLACE) -> list[questions.Logged]:
    """Log questions of separate visits on a day."""
    return [questions.log_question(codes(), "DGA", day(on), place) for _ in range(number)]


def no_signature(prepared: service.Prepared) -> str:
    """In the place of sync, which signs and keeps: only a digest, of the content."""
    return hashlib.sha256(prepared.content).hexdigest()


def prepare(on: str, sender: service.Sender = SENDER) -> Delivery | None:
    """Prepare the next delivery; gives what it says."""
    kept: list[bytes] = []

    def sign(prepared: service.Prepared) -> str:
        kept.append(prepared.content)
        return no_signature(prepared)

    made = service.prepare_delivery(sender, day(on), sign)
    if made is None:
        return None
    message = read(kept[0], Delivery)
    assert message.id == made
    return message


def said(message: Delivery | None) -> dict[str, tuple[int, int, int, bool]]:
    """What a delivery says: first and last day to questions, visits, days with questions, final. Empty: no delivery."""
    if message is None:
        return {}
    return {
        f"{total.van} {total.tot}": (total.vragen, total.bezoeken, total.dagen_met_vragen, total.definitief)
        for total in message.totalen
    }
