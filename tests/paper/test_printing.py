"""Printing to the programs of the print system, and through Qt."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from ido_kiosk.qt import background, cups, painting, pdf_pages, printer_state, printing
from ido_kiosk.qt.printing import Printer, PrintError
from tests.paper.conftest import PrintDesk, printer_into, without_cups


def test_printers_are_listed_with_the_default_one_first(desk: PrintDesk):
    desk.program(
        "lpstat",
        'case "$1" in -e) printf "backoffice\\nbalie\\n";; -d) echo "system default destination: balie";; esac',
    )
    assert printing.printers() == [Printer("balie", True), Printer("backoffice", False)]


def test_no_default_and_no_printer_are_no_errors(desk: PrintDesk):
    desk.program("lpstat", 'case "$1" in -e) echo balie;; -d) echo "no system default destination";; esac')
    assert printing.printers() == [Printer("balie", False)]
    desk.program("lpstat", 'echo "lpstat: Connection refused" >&2; exit 1')
    assert printing.printers() == []


def test_the_very_bytes_reach_the_printer_under_a_neutral_name(desk: PrintDesk, sheet: bytes, tmp_path: Path):
    before = set(tmp_path.rglob("*"))
    printing.send(sheet, "balie")
    assert desk.kept("paper.pdf") == sheet
    assert desk.kept("arguments").decode().split() == [
        "-d",
        "balie",
        "-t",
        "Blad",
        "-o",
        "media=A4",
        "-o",
        "sides=one-sided",
        "-",
    ]
    written = {file.name for file in set(tmp_path.rglob("*")) - before}
    assert written == {"paper.pdf", "arguments", "jobs"}


def test_it_waits_until_the_sheet_has_left_the_queue(desk: PrintDesk, sheet: bytes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(printer_state, "SECONDS_BETWEEN_LOOKS", 0.01)
    waiting = '[ "$3" = completed ] || [ $(wc -l < "{desk}/looks") -ge 4 ] || echo "balie-7 ik"'
    desk.program("lpstat", 'echo x >> "{desk}/looks"; ' + waiting)
    printing.send(sheet, "balie")
    assert len(desk.kept("looks").splitlines()) >= 5


def test_a_silent_printer_gets_no_sheet_later_and_the_desk_hears_why(
    desk: PrintDesk, sheet: bytes, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(printer_state, "SECONDS_BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr(printer_state, "LOOKS", 3)
    desk.program("lpstat", 'echo "balie-70 anders"; echo "balie-7 ik  1024  do 26 nov 2026"')
    with pytest.raises(PrintError, match="antwoordt niet"):
        printing.send(sheet, "balie")
    assert desk.kept("cancelled").decode().split() == ["-x", "balie-7"]


def test_another_job_in_the_queue_is_not_ours(desk: PrintDesk, sheet: bytes):
    desk.program("lpstat", '[ "$3" = completed ] || echo "balie-70 anders  1024  do 26 nov 2026"')
    printing.send(sheet, "balie")
    assert desk.kept("paper.pdf") == sheet


@pytest.mark.parametrize("alert", ["job-completed-with-errors", "aborted-by-system", "job-canceled-by-user"])
def test_a_sheet_that_left_the_queue_without_being_printed_is_an_error(desk: PrintDesk, sheet: bytes, alert: str):
    history = rf'printf "balie-6 ik\n\tAlerts: none\nbalie-7 ik\n\tStatus: x\n\tAlerts: {alert}\n"'
    desk.program("lpstat", f'[ "$3" = completed ] && {history}')
    with pytest.raises(PrintError, match="niet gelukt"):
        printing.send(sheet, "balie")


def test_a_refusal_of_the_print_system_becomes_plain_dutch(desk: PrintDesk, sheet: bytes):
    desk.program("lp", 'cat > /dev/null; echo "lp: Error - The printer or class does not exist." >&2; exit 1')
    with pytest.raises(PrintError, match="Kies een andere printer"):
        printing.send(sheet, "balie")
    desk.program("lp", "cat > /dev/null; echo 'lp: Destination \"balie\" is not accepting jobs.' >&2; exit 1")
    with pytest.raises(PrintError, match="Printen is niet gelukt"):
        printing.send(sheet, "balie")


def test_a_print_system_that_hangs_is_given_up(desk: PrintDesk, sheet: bytes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cups, "PROGRAM_SECONDS", 0.1)
    desk.program("lp", "exec tail -f /dev/null")
    with pytest.raises(PrintError, match="Printen is niet gelukt"):
        printing.send(sheet, "balie")
    desk.program("lpstat", "exec tail -f /dev/null")
    assert printing.printers() == []


@pytest.mark.parametrize("cancelling", ["", "; exec tail -f /dev/null"])
def test_a_print_system_that_hangs_after_taking_the_sheet_prints_nothing_later(
    desk: PrintDesk, sheet: bytes, monkeypatch: pytest.MonkeyPatch, cancelling: str
):
    monkeypatch.setattr(cups, "PROGRAM_SECONDS", 1)
    desk.program("lpstat", "exec tail -f /dev/null")
    desk.program("cancel", 'echo "$@" > "{desk}/cancelled"' + cancelling)
    with pytest.raises(PrintError, match="Printen is niet gelukt"):
        printing.send(sheet, "balie")
    assert desk.kept("cancelled").decode().split() == ["-x", "balie-7"]


def test_the_end_of_the_program_does_not_wait_for_a_printer(
    desk: PrintDesk, sheet: bytes, monkeypatch: pytest.MonkeyPatch
):
    ended = threading.Event()
    ended.set()
    monkeypatch.setattr(background, "ending", ended)
    desk.program("lpstat", 'echo "balie-7 ik"')
    printing.send(sheet, "balie")
    assert desk.kept("paper.pdf") == sheet


def test_without_cups_qt_paints_the_pages(sheet: bytes, tmp_path: Path, qapp):
    painting.paint(sheet, printer_into(tmp_path / "painted.pdf"))
    painted = (tmp_path / "painted.pdf").read_bytes()
    assert pdf_pages.count(painted) == pdf_pages.count(sheet) == 2
    document = pypdfium2.PdfDocument(painted)
    assert document[0].get_size() == pytest.approx((595, 842), abs=1)
    for number in range(2):
        ours, theirs = inked(sheet, number), inked(painted, number)
        assert theirs == pytest.approx(ours, abs=3)


def inked(data: bytes, number: int) -> list[float]:
    """First and last row with ink, and how much ink there is."""
    picture = pdf_pages.picture(data, number, 595).convertToFormat(QImage.Format.Format_Grayscale8)
    stride, pixels = picture.bytesPerLine(), bytes(picture.constBits())
    rows = [row for row in range(picture.height()) if min(pixels[row * stride : row * stride + 595]) < 128]
    return [rows[0], rows[-1], 255 - sum(pixels) / len(pixels)]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_qt_cannot_open_is_an_error(sheet: bytes, tmp_path: Path, qapp):
    with pytest.raises(PrintError, match="Printen is niet gelukt"):
        painting.paint(sheet, printer_into(tmp_path / "no such folder" / "painted.pdf"))


def test_a_way_of_printing_says_whether_it_knows_that_the_sheet_is_out(
    desk: PrintDesk, sheet: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp
):
    assert printing.send(sheet, "balie")
    painted = without_cups(tmp_path, monkeypatch)
    assert not printing.send(sheet, "balie")
    assert pdf_pages.count(painted.read_bytes()) == 2


def test_without_cups_an_unknown_printer_is_an_error(
    sheet: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp
):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-server.sock"))
    assert printing.printers() == []
    with pytest.raises(PrintError, match="Kies een andere printer"):
        printing.send(sheet, "balie")


class IppPrinter(http.server.BaseHTTPRequestHandler):
    """A printer that speaks IPP: its server says which formats it takes, and keeps what it is asked."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        operation = int.from_bytes(body[2:4], "big")
        self.server.asked.append((operation, body))
        said = b""
        if operation == 0x000B:
            said = self.server.about.pop(0) if len(self.server.about) > 1 else self.server.about[0]
        elif operation == 0x0002:
            said = attribute(0x21, "job-id", bytes([0, 0, 0, 7]))
        elif operation == 0x0009:
            said = attribute(0x23, "job-state", bytes([0, 0, 0, self.server.states.pop(0)]))
        content = b"\x02\x00\x00\x00\x00\x00\x00\x01\x01" + said + b"\x03"
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


def attribute(tag: int, name: str, value: bytes) -> bytes:
    length = len(name).to_bytes(2, "big")
    return bytes([tag]) + length + name.encode() + len(value).to_bytes(2, "big") + value


def about(formats: str, *reasons: str) -> bytes:
    said = attribute(0x49, "document-format-supported", formats.encode())
    return said + b"".join(
        attribute(0x44, "printer-state-reasons" if not number else "", reason.encode())
        for number, reason in enumerate(reasons)
    )


@pytest.fixture
def printer(desk: PrintDesk, monkeypatch: pytest.MonkeyPatch) -> Iterator[http.server.HTTPServer]:
    """A printer that CUPS knows the address of; it answers at once."""
    monkeypatch.setattr(printer_state, "SECONDS_BETWEEN_LOOKS", 0.01)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), IppPrinter)
    server.asked, server.about, server.states = [], [about("application/pdf", "none")], [5, 9]
    desk.program("lpstat", f'[ "$1" = -v ] && echo "device for balie: ipp://127.0.0.1:{server.server_port}/ipp/print"')
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_printer_that_takes_pdf_gets_it_straight_from_memory(
    desk: PrintDesk, printer: http.server.HTTPServer, sheet: bytes
) -> None:
    printing.send(sheet, "balie")
    [body] = [body for operation, body in printer.asked if operation == 0x0002]
    assert body.endswith(b"\x03" + sheet)
    for words in (b"job-name\x00\x04Blad", b"sides\x00\x09one-sided", b"media\x00\x10iso_a4_210x297mm"):
        assert words in body
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
    monkeypatch.setattr(printer_state, "LOOKS_IN_TROUBLE", 3)
    printer.about, printer.states = [about("application/pdf", "media-jam-error")], [5] * 9
    with pytest.raises(PrintError, match=r"Het papier zit vast in de printer\. Haal het eruit\. Print het blad dan"):
        printing.send(sheet, "balie")
    assert printer.asked[-1][0] == 0x0008


def test_a_printer_that_is_off_is_told_at_once(desk: PrintDesk, sheet: bytes) -> None:
    desk.program("lpstat", '[ "$1" = -v ] && echo "device for balie: ipp://127.0.0.1:1/ipp/print"')
    with pytest.raises(PrintError, match="De printer antwoordt niet"):
        printing.send(sheet, "balie")
    assert desk.jobs() == 0
