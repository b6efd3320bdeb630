"""Without a network: linking, delivering and the receipt as files, also after an older copy was put back."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from ido_kiosk.base import clock
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync import service
from ido_regie.deliveries.files import answer
from ido_regie.deliveries.models import Delivery, WeekTotal
from ido_regie.organisations.enrolment import give_code, new_desk
from ido_regie.organisations.models import Account
from ido_regie.problems import ProblemError
from tests.regie.world import location, log_in, municipality
from tests.statistics.desk import day, log
from tests.store import PLACE
from tests.sync.kiosk import Kiosk, kiosk_in
from tests.sync.test_restored import Desk


@pytest.fixture
def linked_by_stick(database: None, store: Path, tmp_path: Path) -> Kiosk:
    """A kiosk that was linked without a network."""
    kiosk = kiosk_in(tmp_path / "data")
    link(kiosk.folder, kiosk.settings)
    return kiosk


def link(folder: object, settings: Settings) -> None:
    code, _ = give_code(new_desk(location()))
    name, back = answer(service.enrolment_file(folder, settings, code, PLACE))
    assert name == "koppeling.ido"
    assert service.read_enrolled(back, settings, PLACE).name == "Balie 1"


def taken_to_regie(kiosk: Kiosk, on: str) -> bytes:
    name, back = answer(made(kiosk, on))
    assert name == "ontvangst.ido"
    return back


def made(kiosk: Kiosk | Desk, on: str) -> bytes:
    """The file for regie that a kiosk makes on a day."""
    return service.deliveries_file(kiosk.folder, kiosk.settings, day(on), "0.1.0", 1)


def read(kiosk: Kiosk | Desk, back: bytes, on: str) -> service.Read:
    """Let a kiosk read regie's answer on a day."""
    return service.read_receipts(back, kiosk.folder, kiosk.settings, day(on), "0.1.0", 1)


def test_a_stick_may_take_weeks(linked_by_stick: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    log("11-10", 3)
    weeks_ago = clock.moment() - 21 * 86400
    monkeypatch.setattr(clock, "moment", lambda: weeks_ago)
    back = taken_to_regie(linked_by_stick, "11-16")
    assert read(linked_by_stick, back, "12-07").arrived == 1


def test_a_stick_goes_to_regie_and_back(linked_by_stick: Kiosk) -> None:
    kiosk = linked_by_stick
    log("11-10", 3)
    assert service.status_text(kiosk.status()).startswith("Deze balie verstuurt met een usb-stick.")
    back = taken_to_regie(kiosk, "11-16")
    assert kiosk.status().unsent == 1
    assert taken_to_regie(kiosk, "11-17") == back or Delivery.objects.count() == 1
    assert read(kiosk, back, "11-18") == service.Read(1, 0, False)
    assert read(kiosk, back, "11-18").arrived == 1
    status = kiosk.status(kiosk.deliver("11-18"))
    assert (status.unsent, status.equal, WeekTotal.objects.get().questions) == (0, True, 3)
    assert service.status_text(status) == "Regie heeft alles: 3 = 3 vragen. Laatst verstuurd op 18 november 2026."


def test_an_older_copy_is_put_right_by_stick_too(database: None, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "balie")
    with desk.on("11-09"):
        link(desk.folder, desk.settings)
    copy = desk.copy(tmp_path / "kopie")
    with desk.on("11-16"):
        log("11-10", 3)
        read(desk, stick(desk, "11-16"), "11-16")
    desk.put_back(copy)
    with desk.on("11-23"):
        assert desk.status().old_copy
        log("11-11", 2)
        assert read(desk, stick(desk, "11-23"), "11-23").repaired
        read(desk, stick(desk, "11-23"), "11-23")
        assert (desk.status().questions, desk.status().equal) == (5, True)
    assert sum(week.questions for week in WeekTotal.objects.all()) == 5


def stick(desk: Desk, on: str) -> bytes:
    return answer(made(desk, on))[1]


def test_the_page_takes_the_file_and_gives_the_answer_back(linked_by_stick: Kiosk, client: Client) -> None:
    kiosk = linked_by_stick
    log("11-10", 3)
    file = made(kiosk, "11-16")
    log_in(client, municipality("Elders"))
    assert "niet van een van uw balies" in uploaded(client, file).content.decode()
    assert not Delivery.objects.exists()
    client.logout()
    Account.objects.all().delete()
    log_in(client)
    answered = uploaded(client, file)
    assert answered.headers["Content-Disposition"] == 'attachment; filename="ontvangst.ido"'
    assert read(kiosk, answered.content, "11-16").arrived == 1
    assert kiosk.status().equal
    assert "geen bestand van een kiosk" in uploaded(client, b"onzin").content.decode()


def uploaded(client: Client, content: bytes) -> HttpResponse:
    return client.post("/balies/usb", {"file": SimpleUploadedFile("leveringen.ido", content)})


def test_the_page_of_a_code_shows_it_as_squares_too(client: Client) -> None:
    log_in(client)
    text = client.post(f"/locaties/{location().pk}/balies").content.decode()
    assert "<svg" in text
    assert "style=" not in text.partition("<svg")[2].partition("</svg>")[0]


def test_what_regie_refuses_is_set_aside_and_the_rest_goes_on(linked_by_stick: Kiosk) -> None:
    kiosk = linked_by_stick
    log("2028-05-01")
    for on in ("2028-05-02", "2028-05-03", "2028-05-04", "2028-05-05"):
        log(on)
    back = taken_to_regie(kiosk, "2028-05-08")
    came = read(kiosk, back, "2028-05-08")
    assert (came.arrived, came.refused, kiosk.status().refused) == (0, 1, 1)
    assert service.release(kiosk.regie.desk) == 1
    assert (kiosk.status().refused, kiosk.status().unsent) == (0, 1)


def test_another_file_is_told_and_changes_nothing(linked_by_stick: Kiosk, tmp_path: Path) -> None:
    kiosk = linked_by_stick
    log("11-10")
    back = taken_to_regie(kiosk, "11-16")
    for wrong in (b"", b"{}", back[:-5], back.replace(b"ontvangst-bestand", b"ontvangst-bestaan")):
        with pytest.raises(DeskError, match="geen antwoord van regie voor deze balie"):
            read(kiosk, wrong, "11-16")
        with pytest.raises(DeskError, match="geen koppeling van regie"):
            service.read_enrolled(wrong, kiosk.settings, PLACE)
        with pytest.raises(ProblemError, match="geen bestand van een kiosk"):
            answer(wrong)
    forged = json.loads(back)
    forged["bladzijde"] = forged["ontvangen"][0]
    with pytest.raises(DeskError, match="geen antwoord"):
        read(kiosk, json.dumps(forged).encode(), "11-16")
    assert kiosk.status().unsent == 1
