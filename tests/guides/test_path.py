"""The path through a guide: what was done, back to it, again from the start; and what may be opened on the way."""

from msgspec.structs import replace

from ido_kiosk.guides import service
from ido_kiosk.guides.service import Library
from tests.guides.conftest import dutch, walked


def test_the_path_so_far_tells_the_answers(library: Library) -> None:
    walk = walked(library, "digid-aanvragen", "", "nee", "ja", "")
    assert [(stop.number, stop.title, stop.answer) for stop in service.path(library, walk, dutch)] == [
        (1, "Hebt u al een brief van DigiD met een code?", "Nee, nog niet"),
        (2, "Woont u in Nederland en staat u ingeschreven bij een gemeente?", "Ja"),
        (3, "Vraag DigiD aan", ""),
    ]


def test_a_jump_back_can_be_undone(library: Library) -> None:
    walk = walked(library, "digid-aanvragen", "", "nee", "ja", "")
    stop = service.path(library, walk, dutch)[1]
    there = service.jump(walk, stop.index)
    assert (there.here, there.answered) == ("adres", "ja")
    assert service.resume(there) == walk
    assert service.resume(service.restart(there)) == replace(there, left=None)
    assert service.forward(library, there, "nee").left is None


def test_beginning_again_can_be_undone(library: Library) -> None:
    walk = walked(library, "digid-aanvragen", "", "nee")
    again = service.restart(walk)
    assert (again.here, again.passed) == ("nodig", ())
    assert service.resume(again) == walk
    assert service.restart(service.start(library, "digid-aanvragen")).left is None


def test_an_exit_is_no_step_of_the_path(library: Library) -> None:
    walk = service.leave(walked(library, "digid-aanvragen", "", "nee"), "spoed")
    assert [stop.number for stop in service.path(library, walk, dutch)] == [1]


def test_only_addresses_that_stand_in_the_content_may_be_opened(library: Library) -> None:
    assert service.may_open(library, "https://digid.nl")
    assert service.may_open(library, library.sources["digid-machtigen"].url)
    for url in ("https://voorbeeld.nl", "http://digid.nl", "digid.nl", "file:///etc/passwd", ""):
        assert not service.may_open(library, url)
