"""Through the window of the envelope shows the whole address, and nothing else, wherever the sheet lies in it."""

from itertools import pairwise, product

import pytest

from ido_kiosk.base.pdf.letter_sheet import LineTooLongError, TooManyLinesError
from ido_kiosk.letters import printout
from tests.letters.paper import ADDRESS, BLANK, DL, ENVELOPES, LETTER, changed, characters, drawings, pages
from tests.letters.window import WINDOWS, ink, shown

OFFSETS = list(product((-10, 0, 10), repeat=2))


def test_all_envelopes_are_tried() -> None:
    assert WINDOWS.keys() == ENVELOPES.keys()


@pytest.mark.parametrize("offset", OFFSETS)
@pytest.mark.parametrize("envelope", WINDOWS)
def test_the_address_and_nothing_else_shows(envelope: str, offset: tuple[int, int]) -> None:
    windows = shown(envelope, offset)
    for ready, copy in ((LETTER, True), (BLANK, False)):
        own, others = ink(ready, envelope, offset, copy)
        assert all(letter.is_within(*window) for letter in own for window in windows)
        assert not [other for other in others for window in windows if other.touches(*window)]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("envelope", WINDOWS)
def test_an_address_of_one_to_four_lines_shows(envelope: str, count: int) -> None:
    own, _others = ink(changed(address=ADDRESS[-count:]), envelope, (0, 0))
    windows = shown(envelope, (0, 0))
    assert all(letter.is_within(*window) for letter in own for window in windows)
    tops = sorted({round(letter.bottom, 1) for letter in own if letter.words in "DtP6"})
    assert len(tops) == count
    assert all(below - above == pytest.approx(4.5, abs=0.15) for above, below in pairwise(tops))


@pytest.mark.parametrize("envelope", WINDOWS)
def test_dotted_lines_of_an_address_show_too(envelope: str) -> None:
    ready = changed(address=("Gemeente Voorbeelddorp", "", ""))
    page = next(pages(printout.letter_pdf(ready, ENVELOPES[envelope])))
    windows = shown(envelope, (0, 0))
    rules = [line for line in drawings(page) if any(line.touches(*window) for window in windows)]
    assert len(rules) == 2
    assert all(rule.is_within(*window) for rule in rules for window in windows)
    assert rules[1].top - rules[0].top > 6


def test_a_long_line_becomes_smaller_and_shows() -> None:
    address = ("Uitvoeringsinstituut Werknemersverzekeringen", *ADDRESS[1:])
    own, _others = ink(changed(address=address), "dl-links", (0, 0))
    assert all(letter.is_within(*window) for letter in own for window in shown("dl-links", (0, 0)))
    capital = own[0].bottom - own[0].top
    usual = ink(LETTER, "dl-links", (0, 0))[0][0]
    assert 10 / 11.5 <= capital / (usual.bottom - usual.top) < 0.99


def test_two_spaces_stand_between_postcode_and_town() -> None:
    gaps = []
    for line in ("6401 JA HEERLEN", "6401 JA  HEERLEN"):
        own, _others = ink(changed(address=(line,)), "dl-links", (0, 0))
        gaps.append(own[6].left - own[5].right)
    assert gaps[1] > 1.6 * gaps[0]


def test_a_line_that_is_too_long_for_the_window_is_refused() -> None:
    long = "Uitvoeringsinstituut Werknemersverzekeringen, afdeling Klantencontact en Post"
    with pytest.raises(LineTooLongError) as raised:
        printout.letter_pdf(changed(address=(long, *ADDRESS[1:])), DL)
    assert raised.value.line == long
    assert "te lang" in str(raised.value)


def test_five_lines_are_refused() -> None:
    with pytest.raises(TooManyLinesError, match=r"5 regels.*4"):
        printout.letter_pdf(changed(address=("Iemand", *ADDRESS)), DL)


@pytest.mark.parametrize("offset", [(10.5, 0), (0, -11)])
def test_an_offset_over_10_mm_is_refused(offset: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match=r"1[01]"):
        printout.letter_pdf(LETTER, DL, offset)


@pytest.mark.parametrize("envelope", WINDOWS)
def test_the_test_sheet_shows_where_the_window_is(envelope: str) -> None:
    """Tapped into the lower left corner, 0 on each ruler stands at an edge of the window."""
    (left, top, _right, _bottom), _across, down = WINDOWS[envelope]
    page = next(pages(printout.test_sheet_pdf(ENVELOPES[envelope], (3, -2))))
    zeros = [box for box in characters(page) if box.words == "0" and box.bottom < 118]
    assert any((box.left + box.right) / 2 == pytest.approx(left, abs=0.3) for box in zeros)
    assert any((box.top + box.bottom) / 2 == pytest.approx(top - down, abs=0.5) for box in zeros)
    edges = [(box.left, box.top) for box in drawings(page) if box.bottom - box.top > 25]
    assert any(edge == pytest.approx((left, top - down), abs=0.5) for edge in edges)
