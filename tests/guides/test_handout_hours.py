"""The hours of the desk on paper: as short as can be, in the visitor's language where that is sure."""

import pytest

from ido_kiosk.base import language, paths
from ido_kiosk.guides.printout.hours import told_hours


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("dinsdag van 10.00 tot 12.00 uur", "Dinsdag 10.00–12.00"),
        ("di en do van 10.00 tot 12.00 uur.\nza 10:00-13:00", "Di en do 10.00–12.00\nZa 10.00–13.00"),
        ("ma t/m vr 9.00 - 17.00 uur", "Ma t/m vr 9.00–17.00"),
        ("Elke eerste maandag, vraag aan de balie", "Elke eerste maandag, vraag aan de balie"),
        ("", ""),
    ],
)  # fmt: skip
def test_in_dutch_they_stay_the_librarys_words_with_shorter_times(typed: str, told: str) -> None:
    assert told_hours(typed) == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("dinsdag van 10.00 tot 12.00 uur", "Tuesday 10.00–12.00"),
        ("Dinsdag en donderdag 10.00-12.00", "Tuesday 10.00–12.00\nThursday 10.00–12.00"),
        ("maandag tot en met vrijdag van 9.00 tot 17.00 uur.", "Monday to Friday 9.00–17.00"),
        ("woensdag, zaterdag: 13.30–16.00", "Wednesday 13.30–16.00\nSaturday 13.30–16.00"),
        ("zondag van 12.00 tot 10.00 uur", "Zondag 12.00–10.00"),
        ("elke eerste maandag van 10.00 tot 12.00 uur", "Elke eerste maandag 10.00–12.00"),
        ("di 10.00-12.00 en 13.00-15.00", "Di 10.00–12.00 en 13.00–15.00"),
    ],
)
def test_in_another_language_days_and_times_are_translated_and_anything_else_stays_dutch(typed: str, told: str) -> None:
    language.use("nl", paths.translations())
    with language.speaking("en"):
        assert told_hours(typed) == told


def test_no_arabic_line_holds_dutch() -> None:
    language.use("nl", paths.translations())
    with language.speaking("ar"):
        assert not any(letter.isascii() and letter.isalpha() for letter in told_hours("vr van 9.00 tot 12.30 uur"))
        assert told_hours("vr van 9.00 tot 12.30 uur, niet in mei") == "Vr 9.00–12.30, niet in mei"
