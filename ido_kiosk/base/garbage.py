"""When Python looks for garbage: not during the start, and later never through what was made at the start."""

import gc


def put_off() -> None:
    """Until ``look`` there is no garbage yet, and looking for it takes long."""
    gc.disable()


def look() -> None:
    """From here on, but not through the content and the window: a step would wait for it."""
    gc.freeze()
    gc.enable()
