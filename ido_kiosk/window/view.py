"""What the window shows of the work: all of it, what a visitor may see, or the present step only."""

import msgspec


class View(msgspec.Struct):
    """In memory only; the next visitor finds it as it is here."""

    visitor: bool = False
    """The visitor looks along: nothing for the volunteer, and larger."""
    strip: bool = False
    """Small, over the browser."""

    def is_ordinary(self) -> bool:
        """Whether all of the work is shown."""
        return not self.visitor and not self.strip
