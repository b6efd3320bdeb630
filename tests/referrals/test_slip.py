"""The slip for a visitor who goes elsewhere, and what only the volunteer sees."""

from datetime import date
from functools import partial

import pytest
from msgspec.structs import replace

from ido_kiosk.base import language, paths, pdf
from ido_kiosk.base.blocks import Big, Heading, Notice, Ticks, Told, WritingRoom
from ido_kiosk.base.local_data import Entry
from ido_kiosk.referrals import service
from ido_kiosk.referrals.printout import calling, slip
from ido_kiosk.window.one_sheet import sheet_with_dutch
from tests.store import codes

TODAY = date(2026, 11, 26)
ADVISERS = Entry(
    "P1", "spreekuur", "Sociaal raadslieden Voorbeeld", "SRL",
    telefoon="030 000 00 00", adres="Voorbeeldplein 1", open="ma-do 9.00-12.00", directe_lijn="030 999 99 99",
    voor_wie="Inwoners van Voorbeeld", meenemen="Uw brief, uw pas", toets=1, nagekeken=date(2026, 6, 1),
)  # fmt: skip


def words(entry: Entry, has_called: bool = False) -> str:
    return repr(list(slip(entry, has_called, TODAY)))


def test_the_slip_says_where_when_what_to_bring_and_what_to_say() -> None:
    told = words(ADVISERS)
    for part in (
        "Sociaal raadslieden Voorbeeld",
        "Voorbeeldplein 1",
        "ma-do 9.00-12.00",
        "030 000 00 00",
        "1 juni 2026",
    ):
        assert part in told
    assert Ticks(("Uw brief", "Uw pas")) in list(slip(ADVISERS, False, TODAY))
    assert "Zeg: ik kom van de bibliotheek." in told


def test_a_line_for_professionals_is_for_the_volunteer_only() -> None:
    assert "999" not in words(ADVISERS, has_called=True)
    assert "Alleen voor u, niet voor de bezoeker: 030 999 99 99" in service.for_volunteer(ADVISERS, TODAY)


def test_a_call_leaves_room_for_the_appointment() -> None:
    blocks = list(slip(ADVISERS, True, TODAY))
    assert Notice("De bibliotheek heeft al voor u gebeld.", "good") in blocks
    assert Big("Uw afspraak: dag en tijd", "", "calendar") in blocks


def test_what_nobody_looked_at_for_a_year_is_left_off_and_said() -> None:
    for day in (None, date(2025, 11, 1)):
        stale = Entry("P1", "spreekuur", "Spreekuur", "SRL", adres="Oudeweg 1", open="ma 9.00-10.00", nagekeken=day)
        assert "Oudeweg" not in words(stale)
        assert "Vraag bij de bibliotheek" in words(stale)
        assert "bel eerst" in service.for_volunteer(stale, TODAY)[-1].casefold()


def test_the_kind_follows_the_partner_and_an_unknown_kind_is_left_out() -> None:
    lost = Entry("P2", "partner", "Zonder soort", "", toets=2)
    [place] = service.partners([ADVISERS, lost], codes())
    assert (place.kind, place.name, place.entry) == ("SRL", "Sociaal raadslieden Voorbeeld", ADVISERS)


def test_the_card_for_calling_says_what_to_say_and_leaves_room_for_what_is_agreed() -> None:
    blocks = list(calling(ADVISERS, TODAY))
    assert blocks[0] == Heading("Bellen met Sociaal raadslieden Voorbeeld", 1)
    assert Big("Bel", "030 000 00 00", "phone") in blocks
    assert "Goedendag. De bibliotheek heeft mij uw nummer gegeven." in repr(blocks)
    assert WritingRoom("Wat is afgesproken?", 3) in blocks
    assert "999" not in repr(blocks)
    assert pdf.count_pages(blocks, "nl", one_side=True) == 1


@pytest.mark.parametrize("spoken", ["en", "ar", "pl", "uk"])
def test_the_card_with_its_dutch_is_one_page(spoken: str) -> None:
    language.use(spoken, paths.translations())
    card = partial(calling, ADVISERS, TODAY)
    made = sheet_with_dutch("Belkaart", card, partial(card, is_short=True))
    assert pdf.count_pages(made.blocks, spoken, one_side=True) == 1
    assert "030 000 00 00" in repr(made.blocks)
    [warning] = [block for block in made.blocks if isinstance(block, Notice)]
    assert isinstance(warning.text, Told)
    assert "Lees het voor van uw paspoort" in warning.text.dutch


def test_where_there_is_room_nothing_is_left_off_the_card() -> None:
    card = partial(calling, ADVISERS, TODAY)
    assert sheet_with_dutch("Belkaart", card, partial(card, is_short=True)).blocks == list(card())


def test_a_number_that_nobody_looked_at_for_a_year_is_written_by_hand() -> None:
    blocks = list(calling(replace(ADVISERS, nagekeken=date(2025, 11, 1)), TODAY))
    assert Big("Bel", "", "phone") in blocks
    assert "030" not in repr(blocks)
    assert "Vraag bij de bibliotheek welk telefoonnummer u kunt bellen." in repr(blocks)


def test_where_most_visitors_go_comes_first_and_the_rest_stays_in_order() -> None:
    law = Entry("P2", "spreekuur", "Spreekuur", "JUR", toets=2)
    debts = Entry("P3", "schuldhulp", "Schuldhulp", "ORG", toets=3)
    places = service.partners([ADVISERS, law, debts], codes())
    assert [place.name for place in service.most_used_first(places, [])] == [place.name for place in places]
    ordered = service.most_used_first(places, ["ORG", "GPA", "JUR"])
    assert [place.kind for place in ordered] == ["ORG", "JUR", "SRL"]


def test_the_slip_is_one_page_that_a_screen_reader_can_read() -> None:
    blocks = list(slip(ADVISERS, True, TODAY))
    assert [block.text for block in blocks if isinstance(block, Heading) and block.level == 1] == ["Hier kunt u verder"]
    assert pdf.make(blocks, "Hier kunt u verder", "nl", 14, True).startswith(b"%PDF")
