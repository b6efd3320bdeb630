"""Print a PDF from memory; this program writes no file (docs/decisions/012-printing.md).

Straight to the printer by IPP where its address is known and it takes PDF; else through CUPS; else Qt paints the pages.
Everything here waits for the printer: call it in the background.
"""

from dataclasses import dataclass

from ido_kiosk.qt import cups, ipp, painting
from ido_kiosk.qt.printer_state import PrintError, Tell

__all__ = ["PrintError", "Printer", "printers", "send"]


@dataclass(frozen=True)
class Printer:
    """A printer by the name that the system knows it by."""

    name: str
    is_default: bool


def printers() -> list[Printer]:
    """The printers of this PC, the default one first; none where the print system does not answer."""
    names, default = cups.printers() if cups.is_here() else painting.printers()
    return sorted((Printer(name, name == default) for name in names), key=lambda printer: not printer.is_default)


def send(pdf: bytes, printer: str, tell: Tell = lambda _text: None) -> bool:
    """Print the PDF on the printer of that name; returns when the sheet is out, or has left for the printer.

    Gives whether it is known that the sheet is out: Qt only hands it over, also for a printer that is off.
    ``tell`` hears meanwhile what someone has to do at the printer. Raises PrintError; then nothing is left waiting,
    or its words send someone to look.
    """
    if not cups.is_here():
        painting.send(pdf, printer)
        return False
    address = cups.address_of(printer)
    if not (address.startswith(ipp.SCHEME) and ipp.send(pdf, address, tell)):
        cups.send(pdf, printer, tell)
    return True
