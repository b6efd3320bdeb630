"""The sheets of a guide: each kind as blocks for paper. The one door for the window, the editor and the tests."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal, assert_never

import msgspec

from ido_kiosk.base import language, pdf
from ido_kiosk.base.blocks import Block, beside_dutch
from ido_kiosk.base.language import _
from ido_kiosk.guides.printout import desk, home, long, short
from ido_kiosk.guides.service import Library, Teller, Translate, Walk

Kind = Literal["kort", "lang", "balie", "stroom", "helper", "bel"]
KINDS: tuple[Kind, ...] = ("kort", "lang", "balie", "stroom", "helper", "bel")
FOR_DESK: tuple[Kind, ...] = ("balie", "stroom")
"""For the volunteer: always in Dutch, and never given along."""
_ONE_SIDE: tuple[Kind, ...] = ("kort", "helper", "bel")
SIZES = (14, 18)
"""Points: the usual text, and large letters."""
_DESK_SIZE = 11
_MARK = "Nederlands"
"""Below what nobody translated."""
_MOST_PAGES: dict[Kind, int] = {"kort": 1, "lang": 2}
"""In the usual size; both are one piece of paper."""


class Sheet(msgspec.Struct, frozen=True):
    """One sheet, ready to be set: ``title`` stands in its foot and is what a screen reader calls it."""

    kind: Kind
    title: str
    blocks: list[Block]
    language: str
    size: int = SIZES[0]

    def as_pdf(self) -> bytes:
        """The sheet on A4. Raises MissingCharacterError and RightToLeftError."""
        return pdf.make(self.blocks, self.title, self.language, self.size, self.kind in _ONE_SIDE)


def name(kind: Kind) -> str:
    """What a kind of sheet is called."""
    return {
        "kort": _("Kort blad"),
        "lang": _("Lang blad"),
        "balie": _("Baliekaart"),
        "stroom": _("Stroomkaart"),
        "helper": _("Helperblad"),
        "bel": _("Belkaart"),
    }[kind]


def sheet(
    kind: Kind,
    library: Library,
    walk: Walk,
    today: date,
    translate: Translate,
    *,
    desk_hours: str = "",
    size: int = SIZES[0],
) -> Sheet:
    """The sheet of this kind for where a walk is, in the language that is spoken now, of which ``translate`` is too.

    ``desk_hours`` says in words when the visitor can come back; empty leaves it out. ``size`` is that of the text in
    points on the long sheet; what has one side takes the room there is. Where no native reader has checked the
    language, below each text stands its Dutch.
    """
    teller = Teller(library, today, translate)
    dutch = Teller(library, today, _untranslated)
    if kind in FOR_DESK:
        with language.speaking(language.SOURCE):
            (make,) = _makers(kind, dutch, walk, desk_hours)
            return Sheet(kind, _title(kind, dutch, walk), make(dutch), language.SOURCE, _DESK_SIZE)
    spoken = language.current()
    for make in _makers(kind, teller, walk, desk_hours):
        blocks = make(teller) if language.is_native_read() else _above_dutch(make, teller, dutch)
        if kind not in _MOST_PAGES or _fits(kind, blocks, spoken):
            break
    return Sheet(kind, _title(kind, teller, walk), blocks, spoken, size)


def _makers(kind: Kind, teller: Teller, walk: Walk, desk_hours: str) -> list[Callable[[Teller], list[Block]]]:
    """Ways to make the blocks of a kind, the fullest first; what there is room for holds for the Dutch too."""
    match kind:
        case "kort":
            plans = short.plans(teller, walk, desk_hours)
            return [partial(short.blocks, walk=walk, desk_hours=desk_hours, plan=plan) for plan in plans]
        case "lang":
            return [partial(long.blocks, walk=walk, room=room, lines=lines) for room, lines in long.ROOMS]
        case "balie":
            return [lambda teller: desk.card(teller, walk)]
        case "stroom":
            return [lambda teller: desk.flow_card(teller, walk)]
        case "helper":
            return [lambda teller: home.helper(teller, walk)]
        case "bel":
            return [lambda teller: home.calling(teller, walk)]
    assert_never(kind)


def _fits(kind: Kind, blocks: list[Block], spoken: str) -> bool:
    """Whether it keeps to its pages; 60 words alone always do."""
    if kind == "kort" and language.is_native_read():
        return True
    return pdf.count_pages(blocks, spoken, one_side=kind == "kort") <= _MOST_PAGES[kind]


def _above_dutch(make: Callable[[Teller], list[Block]], teller: Teller, dutch: Teller) -> list[Block]:
    blocks = make(teller)
    with language.speaking(language.SOURCE):
        return beside_dutch(blocks, make(dutch), _MARK)


def _title(kind: Kind, teller: Teller, walk: Walk) -> str:
    """Neutral on the short sheet: it may lie on a table for all to see."""
    if kind == "kort":
        return _("Informatiepunt Digitale Overheid")
    title = teller.say(teller.library.guides[walk.guide].title)
    return title if kind == "lang" else f"{name(kind)}: {title}"


def _untranslated(_context: str, dutch: str) -> str:
    return dutch
