"""PySide does not read our modules; without this a start takes a tenth longer, and nobody would see why."""

import subprocess
import sys

PROGRAM = """
import sys
import ido_kiosk.app
looked_at = sys.modules["shibokensupport.feature"].pyside_feature_dict
assert looked_at["ido_kiosk.window.window"] == -1, looked_at["ido_kiosk.window.window"]
"""


def test_pyside_looks_for_its_names_in_none_of_our_modules() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
