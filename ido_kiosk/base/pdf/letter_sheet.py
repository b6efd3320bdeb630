"""A letter as plain values; every length in millimetres, from the top left corner of the sheet."""

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _

MOST_ADDRESS_LINES = 4


class AddressError(DeskError):
    """An address does not fit in the window of the envelope."""


class TooManyLinesError(AddressError):
    """An address has more lines than there is room for."""

    def __init__(self, count: int) -> None:
        words = _("Het adres heeft {count} regels. In het venster passen er {most}. Zet twee regels bij elkaar.")
        super().__init__(words.format(count=count, most=MOST_ADDRESS_LINES))


class LineTooLongError(AddressError):
    """``line`` is wider than the room for it, also in the smallest type that a letter may have."""

    def __init__(self, line: str) -> None:
        self.line = line
        super().__init__(_("Deze regel is te lang voor de brief: {line} Maak de regel korter.").format(line=line))


class Area(msgspec.Struct, frozen=True):
    """A rectangle on the sheet."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.top + self.height

    def moved(self, across: float, down: float) -> "Area":
        """The same rectangle, so much to the right and so much lower."""
        return Area(self.left + across, self.top + down, self.width, self.height)

    def holds(self, other: "Area") -> bool:
        """Whether all of the other one lies in this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


class Blank(msgspec.Struct, frozen=True):
    """Something to be written by hand, after a label (of which there may be none), on so many dotted lines."""

    label: str = ""
    lines: int = 1


Line = str | Blank


class Frame(msgspec.Struct, frozen=True):
    """What the envelope asks of the sheet: where the address stands, and where nothing else may stand."""

    address: Area
    reach: Area
    """All that the window may show."""
    folds: tuple[float, ...]


class LetterSheet(msgspec.Struct, frozen=True):
    """A letter in the order in which it is read; every text is final."""

    title: str
    sender: tuple[Line, ...]
    address: tuple[Line, ...]
    place_and_day: Line
    notes: tuple[Line, ...]
    """Reference and such, above the subject."""
    subject: str
    salutation: str
    paragraphs: tuple[Line, ...]
    closing: str
    signature: Line
    enclosures_heading: str
    enclosures: tuple[str, ...]
    running_head: str
    """Stands at the top of each page after the first."""
    mark: str = ""
    """What a copy says at its top."""


class WindowTest(msgspec.Struct, frozen=True):
    """A sheet to hold against an envelope."""

    title: str
    instructions: tuple[str, ...]
    notes: tuple[str, ...]
    picture: str
    """What the drawing shows, for who cannot see it."""
    address: tuple[Line, ...]
    frame: Frame
    window: Area
    """Where the window stands when the sheet lies in the lower left corner of the envelope."""
    most_offset: int
    """How far the rulers reach to each side."""
