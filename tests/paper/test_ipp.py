"""Printing straight to a printer by IPP, a small one on loopback that can also be late, deaf, busy or locked."""

import http.server
import threading
import time
from collections.abc import Iterator

import pytest

from ido_kiosk.qt import ipp, printer_state, printing
from ido_kiosk.qt.printing import PrintError
from tests.paper.conftest import PrintDesk

PRINT, CREATE, SEND, CANCEL, ASK_JOB, ASK_PRINTER = 0x0002, 0x0005, 0x0006, 0x0008, 0x0009, 0x000B


class IppPrinter(http.server.BaseHTTPRequestHandler):
    """A printer that speaks IPP: its server says how it does, and keeps what it is asked, by operation."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        operation = int.from_bytes(body[2:4], "big")
        self.server.asked.append((operation, body))
        if operation in self.server.late:
            self.server.woken.wait()
        if operation in self.server.breaking:
            self.close_connection = True
            return
        said = b""
        if operation == ASK_PRINTER:
            said = next_of(self.server.about)
        elif operation in (PRINT, CREATE):
            said = attribute(0x21, "job-id", bytes([0, 0, 0, 7]))
        elif operation == ASK_JOB:
            said = attribute(0x23, "job-state", bytes([0, 0, 0, next_of(self.server.states)]))
        self.answer(self.server.locked.get(operation, 200), self.server.refused.get(operation, 0), said)

    def answer(self, locked: int, refused: int, said: bytes) -> None:
        content = b"\x02\x00" + refused.to_bytes(2, "big") + b"\x00\x00\x00\x01\x01" + said + b"\x03"
        self.send_response(locked)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


def next_of(values: list) -> object:
    """The next value; the last one stays."""
    return values.pop(0) if len(values) > 1 else values[0]


def attribute(tag: int, name: str, value: bytes) -> bytes:
    length = len(name).to_bytes(2, "big")
    return bytes([tag]) + length + name.encode() + len(value).to_bytes(2, "big") + value


def about(formats: str, *reasons: str) -> bytes:
    said = attribute(0x49, "document-format-supported", formats.encode())
    said += attribute(0x23, "operations-supported", bytes([0, 0, 0, CREATE]))
    said += attribute(0x23, "", bytes([0, 0, 0, SEND]))
    return said + b"".join(
        attribute(0x44, "printer-state-reasons" if not number else "", reason.encode())
        for number, reason in enumerate(reasons)
    )


JOB = b"\x21\x00\x06job-id\x00\x04\x00\x00\x00\x07"


def asked(printer: http.server.HTTPServer, operation: int) -> list[bytes]:
    """What it was asked by this operation."""
    return [body for known, body in printer.asked if known == operation]


@pytest.fixture
def printer(desk: PrintDesk, monkeypatch: pytest.MonkeyPatch) -> Iterator[http.server.HTTPServer]:
    """A printer that CUPS knows the address of; it answers at once."""
    monkeypatch.setattr(printer_state, "SECONDS_BETWEEN_LOOKS", 0.01)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), IppPrinter)
    server.asked, server.about, server.states = [], [about("application/pdf", "none")], [5, 9]
    server.late, server.breaking, server.locked, server.refused = set(), set(), {}, {}
    server.woken = threading.Event()
    desk.program("lpstat", f'[ "$1" = -v ] && echo "device for balie: ipp://127.0.0.1:{server.server_port}/ipp/print"')
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.woken.set()
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_printer_that_takes_pdf_gets_it_straight_from_memory(
    desk: PrintDesk, printer: http.server.HTTPServer, sheet: bytes
) -> None:
    assert printing.send(sheet, "balie")
    [order], [document] = asked(printer, CREATE), asked(printer, SEND)
    for words in (b"job-name\x00\x04Blad", b"sides\x00\x09one-sided", b"media\x00\x10iso_a4_210x297mm"):
        assert words in order
    assert document.endswith(b"\x03" + sheet)
    for words in (JOB, b"document-format\x00\x0fapplication/pdf", b"\x22\x00\x0dlast-document\x00\x01\x01"):
        assert words in document
    assert desk.jobs() == 0


def test_a_printer_that_takes_no_pdf_gets_it_through_the_print_system(
    desk: PrintDesk, printer: http.server.HTTPServer, sheet: bytes
) -> None:
    printer.about = [about("image/urf", "none")]
    printing.send(sheet, "balie")
    assert desk.kept("paper.pdf") == sheet


@pytest.mark.parametrize(
    ("reasons", "words"),
    [(("media-empty-error", "media-needed"), "papier in de printer is op"), (("media-jam",), "papier zit vast")],
)
def test_it_says_what_to_do_at_the_printer_and_that_all_is_well_again(
    printer: http.server.HTTPServer, sheet: bytes, reasons: tuple[str, ...], words: str
) -> None:
    well, wrong = about("application/pdf", "none"), about("application/pdf", *reasons)
    printer.about, printer.states, told = [well, wrong, wrong, well], [5, 5, 5, 9], list[str]()
    printing.send(sheet, "balie", told.append)
    assert [words in text for text in told] == [True, False]
    assert told[-1] == ""


@pytest.mark.parametrize("end", [7, 8])
def test_a_job_that_the_printer_gave_up_is_an_error(printer: http.server.HTTPServer, sheet: bytes, end: int) -> None:
    printer.states = [5, end]
    with pytest.raises(PrintError, match="Printen is niet gelukt"):
        printing.send(sheet, "balie")


def test_a_job_that_stays_stuck_is_cancelled_with_the_reason(
    printer: http.server.HTTPServer, sheet: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer_state, "SECONDS_IN_TROUBLE", 0.05)
    printer.about, printer.states = [about("application/pdf", "media-jam-error")], [5]
    with pytest.raises(PrintError, match=r"Het papier zit vast in de printer\. Haal het eruit\. Print het blad dan"):
        printing.send(sheet, "balie")
    assert [JOB in body for body in asked(printer, CANCEL)] == [True]


def test_a_printer_that_is_off_is_told_at_once(desk: PrintDesk, sheet: bytes) -> None:
    desk.program("lpstat", '[ "$1" = -v ] && echo "device for balie: ipp://127.0.0.1:1/ipp/print"')
    with pytest.raises(PrintError, match="De printer antwoordt niet"):
        printing.send(sheet, "balie")
    assert desk.jobs() == 0


def test_a_printer_whose_jobs_have_no_number_beforehand_gets_it_through_the_print_system(
    desk: PrintDesk, printer: http.server.HTTPServer, sheet: bytes
) -> None:
    printer.about = [attribute(0x49, "document-format-supported", b"application/pdf")]
    printing.send(sheet, "balie")
    assert desk.kept("paper.pdf") == sheet
    assert not asked(printer, PRINT)


@pytest.mark.parametrize("operation", [ASK_PRINTER, CREATE])
@pytest.mark.parametrize("status", [401, 403, 426, 301])
def test_a_printer_that_asks_a_login_or_a_certificate_gets_it_through_the_print_system(
    desk: PrintDesk, printer: http.server.HTTPServer, sheet: bytes, operation: int, status: int
) -> None:
    printer.locked = {operation: status}
    assert printing.send(sheet, "balie")
    assert desk.kept("paper.pdf") == sheet
    assert not asked(printer, SEND)


def test_a_printer_that_takes_no_such_job_gets_it_through_the_print_system(
    desk: PrintDesk, printer: http.server.HTTPServer, sheet: bytes
) -> None:
    printer.refused = {CREATE: 0x0403}
    assert printing.send(sheet, "balie")
    assert desk.kept("paper.pdf") == sheet
    assert not asked(printer, SEND)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """This desk waits for no answer longer than a moment."""
    monkeypatch.setattr(ipp, "_TIMEOUT", (4, 1))


def test_a_printer_that_has_the_sheet_and_answers_late_prints_it_once(
    desk: PrintDesk, printer: http.server.HTTPServer, sheet: bytes, hasty: None
) -> None:
    printer.late = {SEND}
    assert printing.send(sheet, "balie")
    assert [body.endswith(sheet) for body in asked(printer, SEND)] == [True]
    assert not asked(printer, CANCEL)
    assert desk.jobs() == 0


def test_a_printer_that_answers_late_and_prints_nothing_has_the_sheet_taken_back(
    printer: http.server.HTTPServer, sheet: bytes, hasty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer_state, "SECONDS", 0.05)
    printer.late, printer.states = {SEND}, [5]
    with pytest.raises(PrintError, match=r"Print het blad dan opnieuw\.$"):
        printing.send(sheet, "balie")
    assert [JOB in body for body in asked(printer, CANCEL)] == [True]


@pytest.mark.parametrize("state", [5, 9])
def test_who_cannot_take_the_sheet_back_is_sent_to_look_first(
    printer: http.server.HTTPServer, sheet: bytes, hasty: None, monkeypatch: pytest.MonkeyPatch, state: int
) -> None:
    monkeypatch.setattr(printer_state, "SECONDS", 0)
    printer.refused, printer.states = {CANCEL: 0x0404}, [state]
    with pytest.raises(PrintError, match="Kijk eerst bij de printer"):
        printing.send(sheet, "balie")


def test_a_printer_that_goes_deaf_with_the_sheet_is_given_up_in_time(
    printer: http.server.HTTPServer, sheet: bytes, hasty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer_state, "SECONDS_IN_TROUBLE", 0.2)
    printer.late = {SEND, ASK_JOB, CANCEL}
    with pytest.raises(PrintError, match="Kijk eerst bij de printer"):
        printing.send(sheet, "balie")
    assert len(asked(printer, ASK_JOB)) <= 3


def test_a_sheet_that_got_lost_on_its_way_is_taken_back(printer: http.server.HTTPServer, sheet: bytes) -> None:
    printer.breaking = {SEND}
    with pytest.raises(PrintError, match="Printen is niet gelukt"):
        printing.send(sheet, "balie")
    assert [JOB in body for body in asked(printer, CANCEL)] == [True]


def test_a_sheet_that_the_printer_cannot_read_is_no_reason_to_go_and_look(
    printer: http.server.HTTPServer, sheet: bytes
) -> None:
    printer.refused, printer.states = {SEND: 0x0411, CANCEL: 0x0404}, [8]
    with pytest.raises(PrintError, match="Printen is niet gelukt"):
        printing.send(sheet, "balie")


def test_who_fills_the_paper_late_is_not_told_that_the_printer_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer_state, "SECONDS_BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr(printer_state, "SECONDS", 0.5)
    filled, told, cancelled = time.monotonic() + 0.6, list[str](), list[str]()
    after = iter([(False, []), (False, []), (True, [])])

    def look() -> tuple[bool, list[str]]:
        return (False, ["media-empty"]) if time.monotonic() < filled else next(after)

    printer_state.wait_until_out(look, lambda: cancelled.append("cancelled"), told.append)
    assert [bool(text) for text in told] == [True, False]
    assert cancelled == []
