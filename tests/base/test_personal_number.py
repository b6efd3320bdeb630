"""A burgerservicenummer is found however it is written; other numbers are left alone."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ido_shared.personal_number import has_personal_number

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2)


def complete(eight: int) -> str:
    """Nine digits that pass the test by eleven; made here, for a whole number is nowhere written down."""
    digits = f"{eight:08d}"
    check = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11
    assume(check < 10)
    return f"{digits}{check}"


NUMBERS = st.integers(10_000_00, 99_999_999).map(complete)
BETWEEN = st.sampled_from(["", ".", " ", "-", " - ", "/", "\u00a0", "\u2011", ". "])


@given(
    NUMBERS,
    st.lists(BETWEEN, min_size=8, max_size=8),
    st.sampled_from(["", "BSN ", "nr.", "A"]),
    st.sampled_from("XB ,.:"),
)
def test_it_is_found_with_signs_between_and_letters_beside(
    number: str, between: list[str], before: str, behind: str
) -> None:
    written = "".join(digit + sign for digit, sign in zip(number, [*between, ""], strict=True))
    assert has_personal_number(f"{before}{written}{behind}H.26")


@given(NUMBERS)
def test_it_is_found_without_its_first_zero(number: str) -> None:
    if number.startswith("0") and not number.startswith("00"):
        assert has_personal_number(f"Mijn nummer is {number[1:]}.")
    assert has_personal_number(number)


@given(NUMBERS, st.integers(0, 999))
def test_it_is_found_loose_in_a_row_of_numbers(number: str, other: int) -> None:
    assert has_personal_number(f"{other} {number} 2026")


@given(NUMBERS)
def test_other_digits_and_hidden_signs_do_not_hide_it(number: str) -> None:
    arabic = "".join(chr(0x0660 + int(digit)) for digit in number)
    assert has_personal_number(arabic)
    assert has_personal_number("\u200b".join(number))


def test_a_postcode_hides_no_number_on_one_line() -> None:
    assert has_personal_number("12345 1000 AA")


@given(NUMBERS, st.integers(0, 9))
def test_one_digit_wrong_or_a_longer_number_is_not_one(number: str, digit: int) -> None:
    assert not has_personal_number(f"{number}{digit}")
    assert not has_personal_number(f"{digit}{number}")
    wrong = str((int(number[-1]) + 1) % 10)
    assert not has_personal_number(number[:-1] + wrong)


@pytest.mark.parametrize(
    "text",
    [
        "24-11-2026 en 01.01.1950, of 1950-12-31",
        "NL91 ABNA 0417 1643 00",
        "06 12345678",
        "+31 50 599 77 55 en 0031612345678",
        "0800 0543, 0900-1925, 0800 1608",
        "Postbus 4510, 6401 JA  HEERLEN",
        "UWV\nPostbus 12345\n1000 AA Amsterdam",  # 123451000 passes the test by eleven
        "1234567",
        "000000000",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not has_personal_number(text)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]))
def test_no_date_is_one(day: date, form: str) -> None:
    assert not has_personal_number(f"op {day.strftime(form)} kreeg ik")
