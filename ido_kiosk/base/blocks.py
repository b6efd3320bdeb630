"""The pieces a text is built from; screen and paper each render the same ones (one parse, two faces).

Every text is final: translated, and with the facts filled in. Renderers ``match`` on the type and end in
``assert_never``, so that mypy refuses a new block until both faces can show it.
"""

from typing import Literal

import msgspec


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
    """For the volunteer only: the visitor's paper never shows it."""

    items: tuple[str, ...]


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


Block = Heading | Paragraph | Actions | Bullets | Definitions | Tip | Notice | Contact | Small
