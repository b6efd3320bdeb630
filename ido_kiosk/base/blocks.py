"""The pieces a text is built from; screen and paper each render the same ones (one parse, two faces).

Every text is final: translated, and with the facts filled in. Renderers ``match`` on the type and end in
``assert_never``, so that mypy refuses a new block until both faces can show it.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 stands once on a page."""

    text: str
    level: Literal[1, 2, 3]


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Actions:
    """What to do, in order; numbered from ``first``."""

    items: tuple[str, ...]
    first: int = 1


@dataclass(frozen=True)
class Bullets:
    """A list without an order."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Definitions:
    """Words with their explanation."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tip:
    """For the volunteer only: the visitor's paper never shows it."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Notice:
    """Something that must not be missed; ``kind`` chooses pictogram and colour, never colour alone."""

    text: str
    kind: Literal["good", "warning", "information"]


@dataclass(frozen=True)
class Contact:
    """A way to reach an organisation: what it is called and the address or number itself."""

    kind: Literal["website", "phone", "counter", "post"]
    name: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class Small:
    """Sources and dates."""

    text: str


Block = Heading | Paragraph | Actions | Bullets | Definitions | Tip | Notice | Contact | Small
