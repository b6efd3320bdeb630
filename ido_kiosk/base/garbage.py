"""When Python looks for garbage: not while much is made that stays, and later never through that."""

import gc


def put_off() -> None:
    """Until ``look`` there is little garbage, and looking for it would hold up the window for up to 0.1 s."""
    gc.disable()


def look() -> None:
    """From here on, when it was put off; but not through what there is now: the content, the words and the window."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
