"""Print a PDF from memory; this program writes no file.

Where CUPS has its programs the PDF goes through ``lp`` as it is; elsewhere, as on Windows, Qt paints its pages.
Everything here waits for the printer: call it in the background.
"""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.qt import background, pdf_pages

_PROGRAM_SECONDS = 20
_SECONDS_BETWEEN_LOOKS = 0.25
_LOOKS = 240
_RESOLUTION = 300


class PrintError(DeskError):
    """The sheet is not on paper; the text says in plain Dutch why and what to do."""


@dataclass(frozen=True)
class Printer:
    """A printer by the name that the system knows it by."""

    name: str
    is_default: bool


def printers() -> list[Printer]:
    """The printers of this PC, the default one first; none where the print system does not answer."""
    names, default = _printers_of_cups() if _has_cups() else _printers_of_qt()
    return sorted((Printer(name, name == default) for name in names), key=lambda printer: not printer.is_default)


def send(pdf: bytes, printer: str) -> None:
    """Print the PDF on the printer of that name; returns when the sheet has left for the printer.

    Raises PrintError; then nothing is left waiting in a queue.
    """
    if _has_cups():
        _send_to_cups(pdf, printer)
    else:
        _send_to_qt(pdf, printer)


def _has_cups() -> bool:
    return shutil.which("lp") is not None


def _printers_of_cups() -> tuple[list[str], str]:
    try:
        names = _ask("lpstat", "-e").stdout.decode().split()
        default = _ask("lpstat", "-d").stdout.decode().rpartition(": ")[2].strip()
    except subprocess.TimeoutExpired:
        return [], ""
    return names, default


def _send_to_cups(pdf: bytes, printer: str) -> None:
    try:
        answer = _ask("lp", "-d", printer, "-t", _("Blad"), "-o", "media=A4", "-", text=pdf)
        if b"does not exist" in answer.stderr:
            raise PrintError(_("Deze printer is er niet meer. Kies een andere printer."))
        accepted = re.search(rb"request id is (\S+)", answer.stdout)
        if answer.returncode != 0 or accepted is None:
            raise _failure()
    except subprocess.TimeoutExpired as error:
        raise _failure() from error
    job = accepted[1].decode()
    try:
        _await_printer(printer, job)
    except subprocess.TimeoutExpired as error:
        _cancel(job)
        raise _failure() from error


def _await_printer(printer: str, job: str) -> None:
    """Wait until the job has left the queue, so that the screen can say truly how it went."""
    for _look in range(_LOOKS):
        if not any(line.startswith(f"{job} ") for line in _queue(printer, "not-completed")):
            break
        if background.ending.wait(_SECONDS_BETWEEN_LOOKS):
            return
    else:
        _cancel(job)
        raise PrintError(
            _("De printer antwoordt niet. Zet de printer aan en kijk of er papier is. Print het blad dan opnieuw.")
        )
    if re.search("error|abort|cancel", _alerts(printer, job)):
        raise _failure()


def _cancel(job: str) -> None:
    """Take a job back: no sheet comes out later, with nobody there."""
    with suppress(subprocess.TimeoutExpired):
        _ask("cancel", "-x", job)


def _alerts(printer: str, job: str) -> str:
    lines = _queue(printer, "completed")
    starts = [number for number, line in enumerate(lines) if line.startswith(f"{job} ")]
    return next((line for start in starts for line in lines[start:] if line.lstrip().startswith("Alerts:")), "")


def _queue(printer: str, which: str) -> list[str]:
    return _ask("lpstat", "-l", "-W", which, "-o", printer).stdout.decode(errors="replace").splitlines()


def _ask(*command: str, text: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    plain = os.environ | {"LC_ALL": "C"}
    return subprocess.run(command, input=text, capture_output=True, timeout=_PROGRAM_SECONDS, env=plain, check=False)


def _printers_of_qt() -> tuple[list[str], str]:
    return QPrinterInfo.availablePrinterNames(), QPrinterInfo.defaultPrinterName()


def _send_to_qt(pdf: bytes, printer: str) -> None:
    found = QPrinterInfo.printerInfo(printer)
    if found.isNull():
        raise PrintError(_("Deze printer is er niet meer. Kies een andere printer."))
    paint(pdf, QPrinter(found, QPrinter.PrinterMode.HighResolution))


def paint(pdf: bytes, printer: QPrinter) -> None:
    """Print the pages as pictures through Qt. Raises PrintError."""
    printer.setDocName(_("Blad"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setResolution(_RESOLUTION)
    painter = QPainter()
    if not painter.begin(printer):
        raise _failure()
    try:
        _paint_pages(pdf, printer, painter)
    finally:
        painter.end()


def _paint_pages(pdf: bytes, printer: QPrinter, painter: QPainter) -> None:
    for number in range(pdf_pages.count(pdf)):
        if number and not printer.newPage():
            raise _failure()
        picture = pdf_pages.picture(pdf, number, round(pdf_pages.A4_WIDTH_INCHES * _RESOLUTION))
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)


def _failure() -> PrintError:
    return PrintError(
        _("Printen is niet gelukt. Controleer of de printer aan staat en papier heeft. Probeer het dan opnieuw.")
    )
