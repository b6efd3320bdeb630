"""What is typed in a field: by kind, cleaned, and as it stands on paper."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ido_kiosk.base.errors import DeskError
from ido_kiosk.letters.content.letter import Field, FieldKind
from ido_kiosk.letters.service.values import on_paper, read_day
from ido_shared.content.wording import Wording

CHOICES = (("papier", Wording("a", "Op papier")), ("afspraak", Wording("b", "Een afspraak")))


def field(kind: FieldKind) -> Field:
    return Field("x", Wording("x", "X"), kind, True, False, None, CHOICES if kind == "choice" else ())


GOOD: list[tuple[FieldKind, str, str]] = [
    ("line", "  brieven   over AOW ", "brieven over AOW"),
    ("line", "cafe\u0301", "caf\u00e9"),
    ("line", "een\ttab", "een tab"),
    ("lines", "Regel een \r\n\r\n regel  twee\n", "Regel een\n\nregel twee"),
    ("postcode", "1234ab", "1234 AB"),
    ("postcode", " 1234  AB ", "1234 AB"),
    ("place", "'s-Hertogenbosch", "'s-Hertogenbosch"),
    ("place", "Nes (Ameland)", "Nes (Ameland)"),
    ("place", "Ee", "Ee"),
    ("place", "Súdwest-Fryslân", "Súdwest-Fryslân"),
    ("phone", "06 12345678", "06 12345678"),
    ("phone", "06-12 34 56 78", "06-12 34 56 78"),
    ("phone", "+31 50 599 77 55", "+31 50 599 77 55"),
    ("date", "24-11-2026", "24 november 2026"),
    ("date", "4/1/2027", "4 januari 2027"),
    ("date", "4 Maart 2027", "4 maart 2027"),
    ("date", "29.02.2028", "29 februari 2028"),
    ("amount", "50", "€ 50,00"),
    ("amount", "1419,46", "€ 1.419,46"),
    ("amount", "€ 1.419,46", "€ 1.419,46"),
    ("amount", "50,- euro", "€ 50,00"),
    ("amount", "1.234.567", "€ 1.234.567,00"),
    ("choice", "papier", "Op papier"),
    ("reference", "U-2026/14.b", "U-2026/14.b"),
]
BAD: list[tuple[FieldKind, str, str]] = [
    ("line", "x" * 71, "Er passen 70 tekens."),
    ("line", "a\x07b", "onzichtbaar teken"),
    ("line", "a\u202eb", "onzichtbaar teken"),
    ("lines", "\n".join("abcdefghijklm"), "Er passen er 12."),
    ("lines", "woord " * 200, "Er passen 1000 tekens."),
    ("postcode", "0123 AB", "1234 AB"),
    ("postcode", "1234 SS", "1234 AB"),
    ("postcode", "1234", "1234 AB"),
    ("place", "1234 AB Utrecht", "alleen de naam"),
    ("phone", "12345", "geen telefoonnummer"),
    ("phone", "bel mij", "geen telefoonnummer"),
    ("date", "31-11-2026", "geen datum"),
    ("date", "29-02-2027", "geen datum"),
    ("date", "11-2026", "geen datum"),
    ("date", "24-11-26", "geen datum"),
    ("date", "24-11-1026", "Dit jaar kan niet"),
    ("amount", "1,419.46", "geen bedrag"),
    ("amount", "50.5", "geen bedrag"),
    ("amount", "veel", "geen bedrag"),
    ("choice", "fax", "Kies een van de antwoorden."),
    ("reference", "A#1", "van uw brief"),
]


@pytest.mark.parametrize(("kind", "typed", "paper"), GOOD)
def test_it_stands_on_paper_as_the_dutch_write_it(kind: FieldKind, typed: str, paper: str) -> None:
    assert on_paper(field(kind), typed) == paper


@pytest.mark.parametrize(("kind", "typed", "part"), BAD)
def test_what_cannot_be_is_refused_with_what_to_do(kind: FieldKind, typed: str, part: str) -> None:
    with pytest.raises(DeskError) as refused:
        on_paper(field(kind), typed)
    assert part in str(refused.value)


@pytest.mark.parametrize("kind", ["line", "lines", "place", "reference"])
def test_a_burgerservicenummer_is_refused_with_the_reason(kind: FieldKind) -> None:
    eight = "99999" + "012"
    check = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), eight, strict=True)) % 11
    with pytest.raises(DeskError, match="burgerservicenummer"):
        on_paper(field(kind), f"{eight}{check}")


@given(st.text(max_size=200), st.sampled_from(["line", "lines", "place", "reference", "date", "amount", "phone"]))
def test_paper_holds_no_control_signs_and_is_stable(typed: str, kind: FieldKind) -> None:
    try:
        paper = on_paper(field(kind), typed)
    except DeskError as error:
        assert str(error)
        return
    assert all(unicodedata.category(sign) not in ("Cc", "Cf") or sign == "\n" for sign in paper)
    assert unicodedata.is_normalized("NFC", paper)
    assert on_paper(field(kind), paper) == paper


@given(st.integers(0, 9_999_999), st.integers(0, 99))
def test_every_amount_comes_back_in_dutch(euros: int, cents: int) -> None:
    paper = on_paper(field("amount"), f"{euros},{cents:02d}")
    assert paper.removeprefix("€ ").replace(".", "") == f"{euros},{cents:02d}"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    assert read_day(on_paper(field("date"), f"{day.day}-{day.month}-{day.year}")) == day


@given(st.integers(1000, 9999), st.sampled_from(["AB", "zx"]), st.sampled_from(["", " ", "  "]))
def test_every_postcode_has_one_space(number: int, letters: str, between: str) -> None:
    assert on_paper(field("postcode"), f"{number}{between}{letters}") == f"{number} {letters.upper()}"
