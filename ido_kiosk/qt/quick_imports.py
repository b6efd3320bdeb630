"""Import this before the other modules of the kiosk: what stands here is then imported in its quickest order.

PySide reads the source of each module that is imported after it, to see which of them use its snake_case names
(``from __feature__ import snake_case``); nobody here does, and it took a tenth of the time until the window can be used
(benchmarks/cold_start.py). ``-1`` is PySide's own word for a module that does not take part.
"""

import sys

from ido_kiosk.base.without import without

with without("typing_extensions"):  # since Python 3.11 msgspec needs nothing of it; it is there for others
    import msgspec as msgspec  # before PySide, for the reason above

from PySide6 import QtCore as QtCore

_features = sys.modules.get("shibokensupport.feature")


def _takes_no_part(_module: object) -> bool:
    return False


if hasattr(_features, "_mod_uses_pyside"):  # a part of PySide that has no name for others: another version may differ
    vars(_features)["_mod_uses_pyside"] = _takes_no_part
