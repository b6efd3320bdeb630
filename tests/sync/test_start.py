"""The kiosk starts without what only a delivery needs."""

import subprocess
import sys


def test_http_and_cryptography_are_only_imported_when_they_are_used() -> None:
    program = (
        "import sys; import ido_kiosk.sync.service; "
        "late = ('requests', 'joserfc', 'cryptography', 'babel', 'keyring', 'PySide6'); "
        "print([name for name in late if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"
