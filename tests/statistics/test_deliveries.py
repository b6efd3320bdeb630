"""Numbered deliveries: no gap, no double number, whatever breaks off in the middle."""

import threading
from datetime import timedelta

import pytest

from ido_kiosk.base import database
from ido_kiosk.base.errors import DeskError
from ido_kiosk.statistics import service
from ido_shared import delivery
from tests.statistics.desk import DESK, SENDER, day, log, no_signature, prepare
from tests.store import PLACE

pytestmark = pytest.mark.usefixtures("store")


class Crash(BaseException):
    """The program ends here."""


def use_from(first: str) -> None:
    service.note_first_use(day(first), PLACE)


def numbers() -> list[object]:
    """The numbers that were given out, oldest first."""
    return [earlier["nummer"] for earlier in reversed(service.what_leaves(SENDER, day("11-30")).earlier)]


def test_each_delivery_has_the_next_number_and_names_the_one_before() -> None:
    use_from("11-09")
    first, second = prepare("11-16"), prepare("11-23")
    assert (first.reeks, first.nummer, first.vorige) == (1, 1, "")
    assert (second.reeks, second.nummer, second.vorige) == (1, 2, delivery.digest(delivery.pack(first)))
    assert (first.schema, first.balie, first.programma, first.codelijst) == ("levering/3", DESK, "0.1.0", 1)
    assert [first.id, second.id] == [delivery.delivery_id(DESK, 1, number) for number in (1, 2)]


def test_the_length_of_a_delivery_tells_nothing() -> None:
    use_from("11-09")
    lengths = []
    service.prepare_delivery(SENDER, day("11-16"), lambda made: lengths.append(len(made.content)) or "0" * 64)
    log("11-10", 30)
    service.prepare_delivery(SENDER, day("11-30"), lambda made: lengths.append(len(made.content)) or "1" * 64)
    assert lengths == [delivery.PADDED_TO] * 2


def test_many_weeks_go_in_several_deliveries_that_regie_can_take() -> None:
    use_from("11-09")
    for on in ("02", "05", "06", "07", "08"):
        log(f"2046-11-{on}")  # people who work there make so late a day believable
    sizes = []

    def sign(made: service.Prepared) -> str:
        sizes.append(len(delivery.sign(made.content, delivery.new_key(), DESK)))
        return no_signature(made)

    while service.prepare_delivery(SENDER, day("2046-11-09"), sign):
        pass
    assert len(sizes) == 5
    assert max(sizes) < 256 * 1024
    stated = [total for earlier in service.what_leaves(SENDER, day("11-30")).earlier for total in earlier["totalen"]]
    days = [day("11-09") + timedelta(days=n) for n in range((day("2046-11-05") - day("11-09")).days)]
    assert sorted(total["van"] for total in stated) == [
        str(first) for first in days if 1 in (first.day, first.isoweekday())
    ]


def test_a_signature_that_fails_leaves_the_number_free() -> None:
    use_from("11-09")

    def no_key(_prepared: service.Prepared) -> str:
        raise DeskError("De sleutel is weg.")

    with pytest.raises(DeskError, match="sleutel"):
        service.prepare_delivery(SENDER, day("11-16"), no_key)
    assert service.stated_totals(DESK) == (0, 0)
    assert prepare("11-16").nummer == 1


def test_a_crash_at_any_statement_leaves_all_or_nothing() -> None:
    use_from("11-09")
    log("11-10")
    prepare("11-16")
    log("11-12")
    statements = 0
    while crashed_before_the_end(statements):
        statements += 1
        assert numbers() == [1]
        assert service.stated_totals(DESK) == (1, 1)
    assert statements >= 6  # looking, the transaction, looking again, the payload, the weeks
    assert numbers() == [1, 2]
    assert service.stated_totals(DESK) == (2, 2)
    assert prepare("11-16") is None


def crashed_before_the_end(after: int) -> bool:
    """Prepare a delivery in a program that ends after so many statements; False when it got through, unharmed."""
    left = iter([None] * after)

    def hook(_event: object) -> None:
        if next(left, Crash) is Crash:
            raise Crash

    database.store.query_hooks.append(hook)
    try:
        service.prepare_delivery(SENDER, day("11-16"), no_signature)
    except Crash:
        return True
    finally:
        database.store.query_hooks.remove(hook)
    return False


def test_two_at_once_do_not_give_out_a_number_twice() -> None:
    use_from("2026-01-05")
    made: list[str | None] = []
    start = threading.Barrier(2)

    def work() -> None:
        with database.own_connection():
            start.wait()
            for week in range(12):
                made.append(service.prepare_delivery(SENDER, day("01-12") + timedelta(weeks=week), no_signature))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    given = [id for id in made if id]
    assert len(made) == 24
    assert len(set(given)) == len(given)
    assert sorted(numbers()) == list(range(1, len(given) + 1))


def test_what_leaves_shows_the_next_delivery_exactly_as_it_will_be_sent() -> None:
    use_from("11-09")
    log("11-10", 2)
    prepare("11-16")
    log("11-17")
    shown = service.what_leaves(SENDER, day("11-23"))
    sent = []
    service.prepare_delivery(SENDER, day("11-23"), lambda made: sent.append(made.content) or "0" * 64)
    assert delivery.pack(delivery.msgspec.convert(shown.next, delivery.Delivery)) == sent[0]
    after = service.what_leaves(SENDER, day("11-23"))
    assert after.next is None
    assert after.earlier == (shown.next, *shown.earlier)
    assert [earlier["nummer"] for earlier in after.earlier] == [2, 1]


def test_what_leaves_also_works_without_regie() -> None:
    use_from("11-16")
    log("11-17")
    shown = service.what_leaves(service.Sender("", PLACE, "0.1.0", 1), day("11-23"))
    assert shown.earlier == ()
    assert shown.next["balie"] == shown.next["id"] == ""
    assert [total["vragen"] for total in shown.next["totalen"]] == [1]
