"""Printing to the programs of the print system, and through Qt."""

import threading
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
    monkeypatch.setattr(printer_state, "SECONDS", 0.05)
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
