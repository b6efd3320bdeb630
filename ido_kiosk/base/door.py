"""The door of a feature that opens further only when something behind it is asked for (PEP 562).

A kiosk shows its window before the modules that the first picture does not need (benchmarks/cold_start.py).
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def opened_when_asked(package: str, rooms: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of a package.

    ``rooms``: each module behind the door, named from the package (``.walk``), with the names that it gives. They stand
    under ``TYPE_CHECKING`` and in ``__all__`` too, for other tools; tests/frame/test_doors.py compares the three.
    """
    home = {name: module for module, names in rooms.items() for name in names.split()}

    def look_up(name: str) -> object:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(home[name], package), name)
        setattr(sys.modules[package], name, value)  # the next time it is there at once
        return value

    return look_up
