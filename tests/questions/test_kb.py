"""The list for the KB: per visitor, in the order of the national form once known, gone when it has served."""

from datetime import date
from functools import partial
from pathlib import Path

import msgspec
import pytest

from ido_kiosk.base import language, paths, pdf
from ido_kiosk.base.blocks import Heading, QrCode, Told
from ido_kiosk.base.lifetimes import oldest_day
from ido_kiosk.questions import printout, service
from ido_kiosk.questions.service import Asked
from ido_kiosk.window.one_sheet import sheet_with_dutch
from tests.store import PLACE, codes

TODAY = date(2026, 11, 26)


def log(day: date, *topics: str) -> list[int]:
    asked = [Asked(topic) for topic in topics]
    return [logged.id for logged in service.log_questions(codes(), asked, day, PLACE)]


def tick(*ids: int) -> dict[int, str]:
    return service.say_kb(dict.fromkeys(ids, service.IN_KB))


def test_the_list_is_grouped_per_visitor(store: Path) -> None:
    first = log(date(2026, 11, 25), "DGA", "MAI")
    log(TODAY, "THU")
    log(TODAY, "KTK")
    visitors = service.not_in_kb(PLACE, TODAY)
    assert [(row.day, row.number, [one.topic for one in row.questions]) for row in visitors] == [
        (date(2026, 11, 25), 1, ["DGA", "MAI"]),
        (TODAY, 1, ["THU"]),
        (TODAY, 2, ["KTK"]),
    ]
    before = tick(*first)
    assert service.number_not_in_kb(PLACE, TODAY) == 2
    service.say_kb(before)
    assert service.number_not_in_kb(PLACE, TODAY) == 4


def test_what_nobody_completed_is_typed_over_the_day_after(store: Path) -> None:
    service.tally(codes(), TODAY, PLACE)
    assert service.not_in_kb(PLACE, TODAY) == []
    assert service.number_not_in_kb(PLACE, TODAY) == 0
    [visitor] = service.not_in_kb(PLACE, date(2026, 11, 27))
    assert [row.topic for row in visitor.questions] == ["NI"]
    assert service.number_not_in_kb(PLACE, date(2026, 11, 27)) == 1


def test_rows_of_a_folded_month_go_when_they_are_ticked_and_after_ninety_days(store: Path) -> None:
    ticked, waits = log(date(2026, 9, 30), "DGA"), log(date(2026, 9, 30), "MAI")
    of_october = log(date(2026, 10, 1), "DGA")
    tick(*ticked, *of_october)
    assert service.forget_served(PLACE, ["2026-09"], date(2026, 10, 8)) == 1
    assert service.question(ticked[0]) is None
    assert service.forget_served(PLACE, ["2026-09"], date(2027, 1, 5)) == 0
    assert service.question(waits[0]) is not None
    assert oldest_day(date(2027, 1, 5)) == date(2026, 9, 1), "copies hold such rows as long, and no longer"
    assert oldest_day(date(2027, 1, 6)) == date(2026, 10, 1)
    assert service.forget_served(PLACE, ["2026-09"], date(2027, 1, 6)) == 1
    assert service.question(waits[0]) is None
    assert service.question(of_october[0]) is not None


def test_labels_and_order_are_those_of_the_national_form_once_someone_compared_them() -> None:
    ours = codes()
    assert not service.is_compared(ours)
    assert service.kb_label(ours, "hulp", "BEL", lambda _context, dutch: dutch) == "Samen gebeld"
    theirs = msgspec.structs.replace(ours, kb={"hulp": {"PRT": "Printen", "BEL": "Bellen met instantie"}})
    assert service.is_compared(theirs)
    assert service.kb_label(theirs, "hulp", "BEL", lambda _context, dutch: dutch) == "Bellen met instantie"
    assert service.in_order_of_kb(theirs, "hulp", ["MEE", "BEL", "PRT"]) == ["PRT", "BEL", "MEE"]


def test_the_paper_says_whether_anyone_compared_it() -> None:
    visitors = [("25 november 2026, bezoeker 1", [[("Onderwerp", "DigiD aanvragen")]])]
    said = "Volgorde en woorden zijn nog niet met de KB vergeleken."
    assert said in repr(list(printout.kb_list(visitors, is_compared=False)))
    assert said not in repr(list(printout.kb_list(visitors, is_compared=True)))


@pytest.mark.parametrize("spoken", list(language.NAMES))
def test_the_invitation_is_one_page_with_the_address_of_this_library(spoken: str) -> None:
    language.use(spoken, paths.translations())
    made = sheet_with_dutch("Hoe was uw bezoek?", partial(printout.invitation, "https://meting.voorbeeld.nl/ido"))
    [code] = [block for block in made.blocks if isinstance(block, QrCode)]
    assert (code.address, code.words) == ("https://meting.voorbeeld.nl/ido", "meting.voorbeeld.nl/ido")
    [heading] = [block.text for block in made.blocks if isinstance(block, Heading)]
    assert (heading.dutch if isinstance(heading, Told) else heading) == "Hoe was uw bezoek?"
    assert pdf.count_pages(made.blocks, spoken, one_side=True) == 1
