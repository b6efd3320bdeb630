"""A QR code as squares: screen and paper each draw them."""

from functools import lru_cache


@lru_cache(maxsize=8)  # a sheet is set in several sizes before it is drawn
def squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of the code for a text, dark is True; around it four squares of white must stay free."""
    import segno  # only needed when a code is shown

    return tuple(tuple(bool(square) for square in row) for row in segno.make(text, error="m", micro=False).matrix)
