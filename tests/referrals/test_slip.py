"""The slip for a visitor who goes elsewhere, and what only the volunteer sees."""

from datetime import date

from ido_kiosk.base import pdf
from ido_kiosk.base.blocks import Big, Heading, Notice, Ticks
from ido_kiosk.base.local_data import Entry
from ido_kiosk.referrals import service
from ido_kiosk.referrals.printout import slip
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


def test_the_slip_is_one_page_that_a_screen_reader_can_read() -> None:
    blocks = list(slip(ADVISERS, True, TODAY))
    assert [block.text for block in blocks if isinstance(block, Heading) and block.level == 1] == ["Hier kunt u verder"]
    assert pdf.make(blocks, "Hier kunt u verder", "nl", 14, True).startswith(b"%PDF")
