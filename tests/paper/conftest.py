"""Small programs stand in for the printer that a test machine lacks; they keep what they are given."""

import os
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ido_kiosk.base import pdf
from ido_kiosk.base.blocks import Heading, Paragraph
from ido_kiosk.qt import notice, painting, preview, theme
from ido_kiosk.qt.preview import PreviewScreen

LP = 'echo "$@" > "{desk}/arguments"; cat > "{desk}/paper.pdf"; echo x >> "{desk}/jobs"; echo "request id is balie-7"'


class PrintDesk:
    """A folder with programs that come before those of the system."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program("lp", LP)
        self.program("cancel", 'echo "$@" > "{desk}/cancelled"')
        self.has_printers()

    def program(self, name: str, script: str) -> None:
        """Let this shell script stand in for the program."""
        file = self.folder / name
        file.write_text("#!/bin/sh\n" + script.replace("{desk}", str(self.folder)), encoding="utf-8")
        file.chmod(0o755)

    def has_printers(self, *names: str) -> None:
        """From now on these printers are there, the first one as the default."""
        listed = "\\n".join(names)
        default = f"system default destination: {names[0]}" if names else "no system default destination"
        self.program("lpstat", f'case "$1" in -e) printf "{listed}";; -d) echo "{default}";; esac')

    def kept(self, name: str) -> bytes:
        """What a program kept under this name."""
        return (self.folder / name).read_bytes()

    def jobs(self) -> int:
        """How often something was printed."""
        file = self.folder / "jobs"
        return len(file.read_bytes().splitlines()) if file.exists() else 0


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PrintDesk:
    """The programs of a print system without printers."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return PrintDesk(folder)


def printer_into(file: Path) -> QPrinter:
    """A printer of Qt's whose paper is a file."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def without_cups(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """From now on there is no CUPS, as with Windows: what Qt paints for its printer *balie* comes in the file given."""
    file, nothing = folder / "painted.pdf", folder / "nothing"
    nothing.mkdir()
    monkeypatch.setenv("PATH", str(nothing))
    monkeypatch.setattr(painting, "printers", lambda: (["balie"], "balie"))
    monkeypatch.setattr(painting, "send", lambda pdf, _name: painting.paint(pdf, printer_into(file)))
    return file


@pytest.fixture(scope="session")
def sheet() -> bytes:
    """A hand-out of two pages."""
    return pdf.make([Heading("DigiD aanvragen", 1), *[Paragraph("Met DigiD logt u in. " * 12)] * 12], "DigiD", "nl")


@pytest.fixture
def open_preview(qtbot: QtBot, qapp: QApplication, sheet: bytes, monkeypatch: pytest.MonkeyPatch):
    """Opens the preview of a sheet, with the focus where the window would put it."""
    theme.apply(qapp, "light", 100)

    def open_one(pdf: bytes = sheet, size: tuple[int, int] = (900, 640), wait: bool = True) -> PreviewScreen:
        screen = PreviewScreen(pdf, "DigiD aanvragen")
        qtbot.addWidget(screen)
        screen.resize(*size)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.focus_first()
        if wait:
            qtbot.waitUntil(screen.is_ready)
        return screen

    yield open_one
    theme.apply(qapp, "light", 100)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    told: list[str] = []
    for module in (notice, preview):
        monkeypatch.setattr(module, "announce", lambda _widget, text: told.append(text))
    return told
