"""The pieces a text is built from; screen and paper each render the same ones (one parse, two faces).

Every text is final: translated, and with the facts filled in. Renderers ``match`` on the type and end in
``assert_never``, so that mypy refuses a new block until both faces can show it.
"""

import re
from collections.abc import Sequence
from typing import Literal, TypeVar

import msgspec
from msgspec.structs import replace

Part = TypeVar("Part")


class Told(str):
    """A text in the visitor's language that brings its Dutch along; both faces show that smaller, below it.

    Where nobody translated it (``is_dutch``), the text itself is the Dutch, and ``dutch`` the word that says so.
    """

    __slots__ = ("dutch", "is_dutch")
    dutch: str
    is_dutch: bool


def told(text: str, dutch: str, is_dutch: bool = False) -> Told:
    """A text with the Dutch that stands below it."""
    made = Told(text)
    made.dutch = dutch
    made.is_dutch = is_dutch
    return made


class Heading(msgspec.Struct, frozen=True):
    """A heading; level 1 stands once on a page."""

    text: str
    level: Literal[1, 2, 3]


class Paragraph(msgspec.Struct, frozen=True):
    """Running text."""

    text: str


class Actions(msgspec.Struct, frozen=True):
    """What to do, in order; numbered from ``first``."""

    items: tuple[str, ...]
    first: int = 1


class Bullets(msgspec.Struct, frozen=True):
    """A list without an order."""

    items: tuple[str, ...]


class Definitions(msgspec.Struct, frozen=True):
    """Words with their explanation."""

    items: tuple[tuple[str, str], ...]


class Tip(msgspec.Struct, frozen=True):
    """For the volunteer only: the visitor's paper never shows it; ``about`` says what the items are."""

    items: tuple[str, ...]
    about: str = ""


class Notice(msgspec.Struct, frozen=True):
    """Something that must not be missed; ``kind`` chooses pictogram and colour, never colour alone."""

    text: str
    kind: Literal["good", "warning", "information"]


class Contact(msgspec.Struct, frozen=True):
    """A way to reach an organisation: what it is called and the address or number itself."""

    kind: Literal["website", "phone", "counter", "post"]
    name: str
    value: str
    note: str = ""


class Small(msgspec.Struct, frozen=True):
    """Sources and dates."""

    text: str


class Captioned(msgspec.Struct, frozen=True):
    """A pictogram, by its name in assets/pictograms, with the text that belongs to it."""

    picture: str
    text: str


class Pictured(msgspec.Struct, frozen=True):
    """Short texts, each with a pictogram: below each other, or ``beside`` each other with the text below."""

    items: tuple[Captioned, ...]
    beside: bool = False


class Big(msgspec.Struct, frozen=True):
    """What must be found at a glance, such as a phone number; without a value a line to write it on.

    ``note`` stands small below it, and ``to_write`` is the label of one more line to write on.
    """

    label: str
    value: str
    picture: str
    note: str = ""
    to_write: str = ""


class QrCode(msgspec.Struct, frozen=True):
    """A web address as a code for a phone, with the address in words; ``note`` stands beside it, larger."""

    address: str
    words: str
    note: str = ""


class Ticks(msgspec.Struct, frozen=True):
    """Things to tick off with a pen."""

    items: tuple[str, ...]


class WritingRoom(msgspec.Struct, frozen=True):
    """Room to write by hand: so many lines below a label (of which there may be none).

    Where it ``can_shrink``, one line is enough when that saves a page.
    """

    label: str
    lines: int
    can_shrink: bool = False


Block = (
    Heading
    | Paragraph
    | Actions
    | Bullets
    | Definitions
    | Tip
    | Notice
    | Contact
    | Small
    | Pictured
    | Big
    | QrCode
    | Ticks
    | WritingRoom
)

_AS_THEY_ARE = ("kind", "level", "picture", "address", "words")
"""Fields that are the same in every language, or no text."""
_OF_BIG = ("label", "note", "to_write")
_IS_A_SENTENCE = r"(?i:[a-zà-ÿ]{2,}[,:]?\s+[a-zà-ÿ]{2,})"


def beside_dutch(blocks: Sequence[Block], dutch: Sequence[Block], mark: str) -> list[Block]:
    """The blocks, with below each of their texts the same text of the Dutch blocks.

    A text that is the same in both was not translated: below it stands ``mark``, unless it is a name or a number.
    Raises ValueError when the two are not the same blocks in two languages.
    """
    return [paired(block, original, mark) for block, original in zip(blocks, dutch, strict=True)]


def paired(shown: Part, dutch: Part, mark: str = "", name: str = "") -> Part:
    """The same for one value with texts in it: a block, a text, or structs and tuples of them.

    Without a ``mark`` a text that was not translated stands alone.
    """
    if isinstance(shown, Big) and isinstance(dutch, Big):  # a date or a number is known in each language
        texts = {name: _with_dutch(getattr(shown, name), getattr(dutch, name), mark) for name in _OF_BIG}
        return replace(shown, **texts)
    if type(shown) is not type(dutch):
        raise ValueError(f"{shown!r} is no translation of {dutch!r}")
    made: object = shown
    if isinstance(shown, msgspec.Struct) and isinstance(dutch, msgspec.Struct):
        values = [
            paired(getattr(shown, field), getattr(dutch, field), mark, field) for field in shown.__struct_fields__
        ]
        made = type(shown)(*values)
    elif isinstance(shown, tuple) and isinstance(dutch, tuple):
        made = tuple(paired(one, other, mark) for one, other in zip(shown, dutch, strict=True))
    elif isinstance(shown, str) and isinstance(dutch, str) and name not in _AS_THEY_ARE:
        made = _with_dutch(shown, dutch, mark)
    return made  # type: ignore[return-value]  # the same type, with other texts


def _with_dutch(shown: str, dutch: str, mark: str) -> str:
    if shown != dutch:
        return told(shown, dutch)
    return told(shown, mark, True) if mark and re.search(_IS_A_SENTENCE, shown) else shown
