"""Import a package as if others were not installed: it then does not load what it would only find, and never use."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Within this, packages of these names cannot be imported; those that were before, stay."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None hides a module; the stubs lack that
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
