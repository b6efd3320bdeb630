"""Printing through Qt, which paints the pages as pictures: where there is no other way, as on Windows."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ido_kiosk.base.language import _
from ido_kiosk.qt import pdf_pages
from ido_kiosk.qt.printer_state import failure, gone

_COARSEST, _FINEST = 300, 600
"""Dots per inch; finer costs memory and shows nothing."""


def printers() -> tuple[list[str], str]:
    """The names of the printers, and that of the default one."""
    return QPrinterInfo.availablePrinterNames(), QPrinterInfo.defaultPrinterName()


def send(pdf: bytes, printer: str) -> None:
    """Print on the printer of that name; nobody says whether the sheet comes out. Raises PrintError."""
    found = QPrinterInfo.printerInfo(printer)
    if found.isNull():
        raise gone()
    paint(pdf, QPrinter(found, QPrinter.PrinterMode.HighResolution))


def paint(pdf: bytes, printer: QPrinter) -> None:
    """Print the pages as pictures, one-sided on A4, as sharply as the printer can.

    Raises PrintError where the print system takes no page. What it took, Qt never says the end of: with Windows
    ``QPainter.end`` and ``printerState`` say the same for a printer that is off.
    """
    printer.setDocName(_("Blad"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    printer.setFullPage(True)
    printer.setResolution(min(max(printer.resolution(), _COARSEST), _FINEST))
    painter = QPainter()
    if not painter.begin(printer):
        raise failure()
    try:
        _paint_pages(pdf, printer, painter)
    finally:
        painter.end()


def _paint_pages(pdf: bytes, printer: QPrinter, painter: QPainter) -> None:
    width = round(pdf_pages.A4_WIDTH_INCHES * printer.resolution())
    for number in range(pdf_pages.count(pdf)):
        if number and not printer.newPage():
            raise failure()
        picture = pdf_pages.picture(pdf, number, width)
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)
