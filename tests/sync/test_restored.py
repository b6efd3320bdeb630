"""A backup was put back, or regie lost a week: nothing is lost, nothing counts twice."""

import shutil
from pathlib import Path

import pytest

from ido_kiosk.base import backups, database, installation
from ido_kiosk.base.settings import Settings
from ido_kiosk.questions import service as questions
from ido_kiosk.sync import service
from tests.faults.harness.server import Server
from tests.statistics.desk import day, log
from tests.sync.linked_desk import Desk, counted

OLD_COPY = (
    "Op deze computer staat een oudere kopie van de gegevens. "
    "Wat regie al telde, telt niet nog een keer; u kunt gewoon doorwerken."
)


@pytest.mark.parametrize("is_noticed", [True, False])
def test_an_older_copy_is_put_right_without_counting_twice(
    server: Server, desk: Desk, tmp_path: Path, is_noticed: bool
) -> None:
    with desk.on("11-17"):
        log("11-11")  # in the copy, and delivered later
        copy = desk.copy(tmp_path / "kopie")
        log("11-12", 4)  # only in what regie has
        assert desk.deliver() == service.Outcome(True, 1)
        [gone] = log("11-17")
    with desk.on("11-23"):
        questions.take_back(gone.id)
        assert desk.deliver().succeeded
    assert counted(server) == 7
    desk.put_back(copy)
    if not is_noticed:  # as when a whole disk is put back
        installation.mark_file(desk.folder).write_text(installation.mark_file(desk.folder).read_text())
        installation.note_newest(desk.folder, "")
    with desk.on("11-24"):
        assert desk.status().old_copy is is_noticed
        assert (service.status_text(desk.status()) == OLD_COPY) is is_noticed
        log("11-24", 3)
        outcome = desk.deliver()
        assert (outcome.succeeded, outcome.repaired, outcome.problem) == (True, True, "")
        assert service.status_text(desk.status(outcome)) == OLD_COPY
        assert counted(server) == 7
        assert (desk.status().equal, desk.status().old_copy) == (True, False)
    with desk.on("12-01"):
        assert desk.deliver().repaired is False
        status = desk.status()
        assert (counted(server), status.questions, status.equal) == (10, 10, True)
        assert service.status_text(status).startswith("Regie heeft alles: 10 = 10 vragen.")


def test_what_was_logged_for_an_old_week_before_the_repair_counts_too(
    server: Server, desk: Desk, tmp_path: Path
) -> None:
    copy = desk.copy(tmp_path / "kopie")
    with desk.on("11-17"):
        log("11-12", 4)
        assert desk.deliver().succeeded
    desk.put_back(copy)
    server.kill()
    with desk.on("11-18"):
        log("11-13")  # back-dated while regie is away
        assert service.status_text(desk.status(desk.deliver())) == OLD_COPY
    server.start()
    with desk.on("11-18"):
        link_to(desk, server)
        log("11-13")
        assert desk.deliver().repaired
        assert (counted(server), desk.status().equal) == (8, True)


def link_to(desk: Desk, server: Server) -> None:
    """Regie listens elsewhere since it started again."""
    settings = desk.settings
    settings.save(service.Regie(**{**vars_of(settings), "url": server.running.url}))


def vars_of(settings: Settings) -> dict[str, object]:
    regie = settings.section(service.Regie)
    return {name: getattr(regie, name) for name in regie.__struct_fields__}


def test_a_server_from_last_weeks_backup_is_filled_again(server: Server, desk: Desk, tmp_path: Path) -> None:
    server.kill()
    server.copy(tmp_path / "regie-kopie")
    server.start()
    link_to(desk, server)
    for on in ("11-23", "11-30"):
        with desk.on(on):
            log(on, 3)
            assert desk.deliver().succeeded
    assert counted(server) == 5
    server.kill()
    server.put_back(tmp_path / "regie-kopie")
    server.start()
    link_to(desk, server)
    assert counted(server) == 2
    with desk.on("12-07"):
        assert desk.deliver().succeeded
        assert (counted(server), desk.status().equal) == (8, True)
    assert server.numbers(desk.settings.section(service.Regie).desk) == [1, 2, 3, 4]


def test_a_desk_that_the_backup_of_regie_does_not_know_comes_back_as_itself(
    server: Server, desk: Desk, tmp_path: Path
) -> None:
    server.kill()
    shutil.rmtree(server.data)
    server.start()
    link_to(desk, server)
    with desk.on("11-23"):
        log("11-17", 3)
        refused = desk.deliver()
        assert (refused.succeeded, refused.needs_coordinator) == (False, True)
        assert "Vraag regie om een koppelcode" in refused.problem
        before = desk.settings.section(service.Regie).desk
        assert desk.enrol(server, server.running.code) == before
        assert desk.deliver().succeeded
        assert (counted(server), desk.status().equal) == (5, True)


def test_regie_knows_more_of_a_number_that_is_nowhere(server: Server, desk: Desk, tmp_path: Path) -> None:
    copy = desk.copy(tmp_path / "kopie")
    server.kill()
    with desk.on("11-17"):
        log("11-12", 4)
        assert not desk.deliver().succeeded  # number 2, lost with the disk
        log("11-12")
        desk.deliver()
        again = database.store.execute_sql("SELECT signed FROM signed_delivery ORDER BY position").fetchall()
    desk.put_back(copy)
    server.start()
    link_to(desk, server)
    import requests

    from ido_shared import delivery

    before = desk.settings.section(service.Regie).desk
    id = delivery.delivery_id(before, 1, 3)
    url = f"{server.running.url}/v1/leveringen/{id}"
    headers = {"Content-Type": "application/jose"}
    assert requests.put(url, data=bytes(again[2][0]), headers=headers, timeout=10).status_code == 201
    assert counted(server) == 7
    with desk.on("11-18"):
        assert desk.deliver().succeeded
        assert (counted(server), desk.status().equal) == (7, True)
    assert server.numbers(before) == [1, 2, 3]


def test_a_copy_put_back_in_a_kiosk_that_is_open_counts_once(server: Server, desk: Desk, tmp_path: Path) -> None:
    copies = tmp_path / "kopieen"
    with desk.on("11-17"):
        log("11-11")
        copy = backups.make_backup(desk.folder.database, copies, day("11-17"))
        log("11-12", 4)
        assert desk.deliver() == service.Outcome(True, 1)
        backups.restore(copy, desk.folder.database, copies, day("11-17"))
        database.close_store()
        database.open_store(desk.folder.database)
        service.begin(desk.folder, desk.settings)
        assert desk.status().old_copy
        log("11-17", 3)
        assert desk.deliver().repaired
        assert counted(server) == 7
    with desk.on("11-24"):
        assert desk.deliver().succeeded
        assert (counted(server), desk.status().equal) == (10, True)
