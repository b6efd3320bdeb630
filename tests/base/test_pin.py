"""The PIN: hashed, not easy to guess, and slower with each wrong guess, also after a new start."""

from pathlib import Path

import pytest

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.pin import Pin


class Moments:
    """Seconds that pass when a test says so."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def guess(pin: Pin, typed: str) -> str:
    with pytest.raises(DeskError) as refused:
        pin.check(typed)
    return str(refused.value)


@pytest.mark.parametrize(
    ("typed", "again", "said"),
    [
        ("123", "123", "4 tot 8 cijfers"), ("12a4", "12a4", "4 tot 8 cijfers"), ("1234", "1234", "te makkelijk"),
        ("7777", "7777", "te makkelijk"), ("4937", "4973", "niet gelijk"),
    ],
)  # fmt: skip
def test_a_pin_that_will_not_do_is_refused(tmp_path: Path, typed: str, again: str, said: str) -> None:
    pin = Pin(tmp_path / "pincode.json")
    with pytest.raises(DeskError, match=said):
        pin.set(typed, again)
    assert not pin.is_set
    assert not (tmp_path / "pincode.json").exists()


def test_only_the_pin_lets_pass_and_it_is_not_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "pincode.json"
    Pin(file).set("4937", "4937")
    pin = Pin(file)
    assert pin.is_set and "4937" not in file.read_text()
    assert "argon2id" in file.read_text()
    assert "niet de pincode" in guess(pin, "4938")
    pin.check("4937")
    pin.remove()
    assert not Pin(file).is_set


def test_wrong_guesses_wait_longer_each_time_and_a_new_start_wins_nothing(tmp_path: Path) -> None:
    file, moments = tmp_path / "pincode.json", Moments()
    pin = Pin(file, moments)
    pin.set("4937", "4937")
    for _time in range(3):
        assert "niet de pincode" in guess(pin, "0000")
    assert "Wacht nog 5 seconden" in guess(pin, "4937")
    again = Pin(file, moments)
    assert "Wacht nog 5 seconden" in guess(again, "4937")
    moments.now += 5
    assert "niet de pincode" in guess(again, "0000")
    assert "Wacht nog 10 seconden" in guess(again, "4937")
    for _time in range(12):
        moments.now += 15 * 60
        guess(again, "0000")
    assert "Wacht nog 900 seconden" in guess(again, "4937")
    moments.now += 15 * 60
    again.check("4937")
    assert "niet de pincode" in guess(again, "0000")


def test_a_damaged_file_does_not_lock_the_desk_out(tmp_path: Path) -> None:
    (tmp_path / "pincode.json").write_text('{"hash": "geen hash", "mistakes": 0}')
    assert "niet de pincode" in guess(Pin(tmp_path / "pincode.json"), "4937")
    (tmp_path / "pincode.json").write_text("{")
    pin = Pin(tmp_path / "pincode.json")
    assert pin.is_set and "pincode-onleesbaar.json" in pin.trouble
    (tmp_path / "pincode.json").unlink()
    assert not Pin(tmp_path / "pincode.json").is_set, "as the administrator does for who forgot it"
