"""No copy of the memory on disk when the program crashes: a visitor may have typed in it."""

import sys


def forbid() -> None:
    """From now on the system keeps none. Windows keeps none by itself, unless its owner asked for them."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
