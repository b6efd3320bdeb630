"""Print on a real CUPS and a real IPP printer, which then goes off (slow; real_printer.sh says what it needs)."""

import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

SCRIPT = """
import json, os, signal
from pathlib import Path
from ido_kiosk.base import pdf
from ido_kiosk.base.blocks import Heading, Paragraph
from ido_kiosk.qt import printing
folder = Path('/mnt')
sheet = pdf.make([Heading("DigiD aanvragen", 1), Paragraph("Met DigiD logt u in.")], "DigiD", "nl")
found = [(printer.name, printer.is_default) for printer in printing.printers()]
printing.send(sheet, "balie")
data_files = [file.name for file in (folder / "spool").glob("d0*")]
os.kill(int((folder / "printer.pid").read_text()), signal.SIGTERM)
printing._LOOKS = 8
def attempt(printer):
    try:
        printing.send(sheet, printer)
    except printing.PrintError as error:
        return str(error)
off, unknown = attempt("balie"), attempt("elders")
left = printing._queue("balie", "not-completed")
print(json.dumps({"found": found, "data_files": data_files, "off": off, "unknown": unknown, "left": left}))
"""


@pytest.mark.slow
def test_a_real_printer_prints_and_a_printer_that_is_off_is_named(tmp_path: Path):
    setup, printed = Path(__file__).parent / "real_printer.sh", tmp_path / "printed.pdf"
    apart = ["unshare", "-n", "-m", "--pid", "--fork", "--kill-child", "--mount-proc"]
    command = [*apart, "sh", setup, printed, sys.executable, "-c", SCRIPT]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stderr
    seen = json.loads(ended.stdout.splitlines()[-1])
    assert seen["found"] == [["balie", True]]
    assert seen["data_files"] == []
    assert seen["off"].startswith("De printer antwoordt niet.")
    assert seen["unknown"].startswith("Deze printer is er niet meer.")
    assert seen["left"] == []
    sheet = pypdfium2.PdfDocument(printed.read_bytes())
    assert "Met DigiD logt u in." in sheet[0].get_textpage().get_text_range()
