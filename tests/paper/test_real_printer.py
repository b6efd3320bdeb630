"""Print on a real CUPS and a real IPP printer, which lacks paper and goes off; nothing of a sheet stays with them.

Slow; real_printer.sh says what it needs.
"""

import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

SCRIPT = """
import json, os, signal, sys
from pathlib import Path
from ido_kiosk.base import pdf
from ido_kiosk.base.blocks import Heading, Paragraph
from ido_kiosk.qt import cups, printer_state, printing
folder, printed = Path('/mnt'), Path(sys.argv[1])
NAME = b"Kanariekees"
sheet = pdf.make([Heading("DigiD aanvragen", 1), Paragraph("Met DigiD logt Kanariekees in.")], "Kanariekees", "nl")
seen = {"found": [(printer.name, printer.is_default) for printer in printing.printers()]}
def spooled():
    return [file.name for file in (folder / "spool").glob("d0*")]
def attempt(send, printer):
    try:
        send(sheet, printer, lambda text: None)
    except printing.PrintError as error:
        return str(error)
printing.send(sheet, "balie")
seen["is_identical"] = printed.read_bytes() == sheet
seen["spooled_directly"] = spooled()
printed.unlink()
cups.send(sheet, "balie", lambda text: None)
seen["spooled_by_cups"] = spooled()
(folder / "empty").touch()
told = []
def fill(text):
    told.append(text)
    if text:
        (folder / "refill").write_text("papier")
printing.send(sheet, "balie", fill)
(folder / "empty").unlink()
seen["told"] = told
os.kill(int((folder / "printer.pid").read_text()), signal.SIGTERM)
printer_state.SECONDS = 2
seen["off"] = [attempt(printing.send, "balie"), attempt(cups.send, "balie")]
seen["unknown"] = attempt(printing.send, "elders")
seen["holding"] = [
    str(file)
    for file in folder.rglob("*")
    if file.is_file() and file.parent.name != "own"  # the printer's own memory is not ours
    and (b"%PDF" in (held := file.read_bytes()) or NAME in held)
]
seen["left"] = cups.queue("balie", "not-completed")
print(json.dumps(seen))
"""


@pytest.mark.slow
def test_a_real_printer_prints_says_what_it_lacks_and_is_named_when_it_is_off(tmp_path: Path):
    setup, printed = Path(__file__).parent / "real_printer.sh", tmp_path / "printed.pdf"
    apart = ["unshare", "-n", "-m", "--pid", "--fork", "--kill-child", "--mount-proc"]
    command = [*apart, "sh", setup, printed, sys.executable, "-c", SCRIPT, printed]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stderr
    seen = json.loads(ended.stdout.splitlines()[-1])
    assert seen["found"] == [["balie", True]]
    assert seen["is_identical"]
    assert seen["spooled_directly"] == seen["spooled_by_cups"] == []
    assert seen["told"][0] == "Het papier in de printer is op. Vul het bij."
    assert all(text.startswith("De printer antwoordt niet.") for text in seen["off"])
    assert seen["unknown"].startswith("Deze printer is er niet meer.")
    assert seen["left"] == seen["holding"] == []
    sheet = pypdfium2.PdfDocument(printed.read_bytes())
    assert "Met DigiD logt Kanariekees in." in sheet[0].get_textpage().get_text_range()
