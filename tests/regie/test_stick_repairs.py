"""By stick, in whichever order the files come: an older copy, and a regie from a backup, lose and double nothing."""

from pathlib import Path

import pytest

from ido_kiosk.base import installation
from ido_kiosk.sync import service
from ido_regie.deliveries import fetching
from ido_regie.deliveries.files import answer
from ido_regie.deliveries.models import Cell, Delivery, WeekTotal
from tests.regie.test_stick import link, made, read, stick
from tests.statistics.desk import log
from tests.sync.linked_desk import Desk


@pytest.fixture
def desk(database: None, tmp_path: Path) -> Desk:
    """A desk without a network, of which regie has a week with two questions."""
    linked = Desk(tmp_path / "balie")
    with linked.on("11-02"):
        link(linked.folder, linked.settings)
        log("11-03", 2)
    travel(linked, "11-09")
    return linked


def travel(desk: Desk, on: str) -> service.Read:
    """A stick goes to regie and back."""
    with desk.on(on):
        return read(desk, stick(desk, on), on)


def at_regie() -> int:
    return sum(WeekTotal.objects.values_list("questions", flat=True))


def numbers() -> list[int]:
    return list(Delivery.objects.order_by("number").values_list("number", flat=True))


def is_equal(desk: Desk, on: str) -> tuple[int, int, bool | None, int]:
    """What this desk and regie count, whether it says that they agree, and how many deliveries it says are refused."""
    with desk.on(on):
        status = desk.status()
        return status.questions, at_regie(), status.equal, status.refused


def go_unnoticed(desk: Desk) -> None:
    """As when a whole disk is put back."""
    installation.mark_file(desk.folder).write_text(installation.mark_file(desk.folder).read_text())
    installation.note_newest(desk.folder, "")


@pytest.mark.parametrize("size", [fetching.STICK_PAGE_SIZE, 1])
def test_an_older_copy_is_put_right_in_one_trip_however_much_regie_has(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(fetching, "STICK_PAGE_SIZE", size)
    copy = desk.copy(tmp_path / "kopie")
    with desk.on("11-16"):
        for _ in range(60):  # over a year of them, for a desk that goes once a week
            log("11-10")
            made(desk, "11-16")
    travel(desk, "11-16")
    assert at_regie() == 62
    desk.put_back(copy)
    with desk.on("11-17"):
        log("11-17", 3)
    assert travel(desk, "11-17").repaired
    assert travel(desk, "11-18").arrived == 1
    assert is_equal(desk, "11-18") == (62, 62, True, 0)
    travel(desk, "11-23")
    assert is_equal(desk, "11-23") == (65, 65, True, 0)


def test_deliveries_of_an_older_copy_are_no_refusals_and_hide_nothing(desk: Desk, tmp_path: Path) -> None:
    copy = desk.copy(tmp_path / "kopie")
    for on, logged_on, number in (("11-16", "11-10", 3), ("11-17", "11-10", 1)):
        with desk.on(on):
            log(logged_on, number)
        travel(desk, on)
    desk.put_back(copy)
    go_unnoticed(desk)
    for on, number in (("11-23", 4), ("11-24", 1), ("11-25", 1)):  # three files are made; regie has two of the numbers
        with desk.on(on):
            log("11-18", number)
            made(desk, on)
    assert travel(desk, "11-25") == service.Read(0, 0, True)
    assert (numbers(), at_regie()) == ([1, 2, 3], 6)
    for on in ("11-26", "11-27"):
        travel(desk, on)
    assert is_equal(desk, "11-27") == (12, 12, True, 0)
    with desk.on("11-27"):
        assert service.status_text(desk.status()).startswith("Regie heeft alles: 12 = 12")


def test_what_regie_lost_goes_again_with_the_next_stick(desk: Desk) -> None:
    for on, logged_on in (("11-16", "11-10"), ("11-23", "11-17")):
        with desk.on(on):
            log(logged_on, 3)
        travel(desk, on)
    lose(2)
    lose(3)
    with desk.on("11-30"):
        log("11-24")
    assert travel(desk, "11-30").arrived == 1
    with desk.on("11-30"):
        assert (desk.status().unsent, desk.status().equal) == (3, None)
    assert travel(desk, "11-30").arrived == 3
    assert numbers() == [1, 2, 3, 4]
    assert is_equal(desk, "11-30") == (9, 9, True, 0)


def lose(number: int) -> None:
    """Regie is put back from a copy of before a delivery."""
    WeekTotal.objects.filter(number=number).delete()
    Cell.objects.filter(delivery__number=number).delete()
    Delivery.objects.filter(number=number).delete()


@pytest.mark.parametrize("lost", [0, 1])
@pytest.mark.parametrize("turns_up", [None, 0, 1, 2, 3])
def test_a_number_that_is_nowhere_is_filled_by_stick_also_if_it_turns_up(
    desk: Desk, tmp_path: Path, turns_up: int | None, lost: int
) -> None:
    copy = desk.copy(tmp_path / "kopie")
    for on in ("11-16", "11-17", "11-18"):
        with desk.on(on):
            log("11-10")
            last = made(desk, on)
    desk.put_back(copy)
    for position in {0, 1, 2} - {lost}:  # the disk is lost; these came by a stick, and the other is under way
        answer(of(last, position))
    for trip, on in enumerate(("11-18", "11-19", "11-20", "11-23", "11-30")):
        with desk.on(on):
            log(on)
        if trip == turns_up:
            answer(of(last, lost))
        travel(desk, on)
    assert numbers()[:4] == [1, 2, 3, 4]
    travel(desk, "12-07")
    travel(desk, "12-07")
    assert is_equal(desk, "12-07") == (10, 10, True, 0)


def of(file: bytes, position: int) -> bytes:
    """A file of a kiosk with only one of its deliveries."""
    from ido_shared import delivery, exchange

    whole = delivery.read(file, exchange.DeliveriesFile)
    one = [whole.leveringen[position]]
    return delivery.write(exchange.DeliveriesFile(whole.schema, whole.balie, whole.opvraging, one))


@pytest.mark.parametrize("first_read", [0, 1])
def test_answers_of_before_an_older_copy_was_put_back_may_come_in_any_order(
    desk: Desk, tmp_path: Path, first_read: int
) -> None:
    copy = desk.copy(tmp_path / "kopie")
    answers = []
    for on in ("11-16", "11-17"):
        with desk.on(on):
            log("11-10", 2)
            answers.append(stick(desk, on))
            if on == "11-16":
                read(desk, answers[0], on)
    desk.put_back(copy)
    with desk.on("11-18"):
        log("11-11")  # back-dated, before regie told what it has
        for back in (answers[first_read], answers[1 - first_read]):
            read(desk, back, "11-18")
        assert desk.status().old_copy
    travel(desk, "11-18")
    assert is_equal(desk, "11-18")[0] == 6
    travel(desk, "11-19")
    assert is_equal(desk, "11-19") == (7, 7, True, 0)


def test_an_old_answer_read_once_more_changes_nothing(desk: Desk) -> None:
    with desk.on("11-16"):
        log("11-10")
        first = stick(desk, "11-16")
        log("11-11")
        second = stick(desk, "11-17")
        assert read(desk, second, "11-17").arrived == 2
        read(desk, first, "11-17")
    travel(desk, "11-18")
    assert is_equal(desk, "11-18") == (4, 4, True, 0)
