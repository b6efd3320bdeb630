"""The kiosk starts without loading the drivers of regie's database, and leaves them usable."""

import subprocess
import sys

LOOK = """
import sys
from ido_kiosk.base import database
print(*(name for name in ("psycopg", "psycopg2") if name in sys.modules))
import psycopg
"""


def test_the_drivers_of_regie_are_not_loaded_and_can_be() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
