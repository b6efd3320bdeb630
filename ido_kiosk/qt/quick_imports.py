"""Import this before the other modules of the kiosk: PySide then no longer reads the source of each of them.

It does so to see which modules use its snake_case names (``from __feature__ import snake_case``); nobody here does, and
it took a tenth of the time until the window can be used (benchmarks/cold_start.py). ``-1`` is PySide's own word for a
module that does not take part.
"""

import sys

from PySide6 import QtCore as QtCore  # brings the part that is meant here

_features = sys.modules.get("shibokensupport.feature")


def _takes_no_part(_module: object) -> bool:
    return False


if hasattr(_features, "_mod_uses_pyside"):  # a part of PySide that has no name for others: another version may differ
    vars(_features)["_mod_uses_pyside"] = _takes_no_part
