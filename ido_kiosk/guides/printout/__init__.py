"""The sheets of a guide: each kind as blocks for paper. The one door for the window, the editor and the tests."""

from datetime import date
from functools import partial
from typing import Literal, assert_never

from ido_kiosk.base import language, pdf
from ido_kiosk.base.blocks import Block
from ido_kiosk.base.language import _
from ido_kiosk.guides.printout import desk, home, long, sheets, short
from ido_kiosk.guides.printout.neutral import is_revealing
from ido_kiosk.guides.printout.sheets import SIZES, Make, Sheet, told
from ido_kiosk.guides.service import Library, Teller, Translate, Walk

__all__ = ["FOR_DESK", "KINDS", "SIZES", "Kind", "Sheet", "is_revealing", "name", "sheet", "told"]

Kind = Literal["kort", "lang", "balie", "stroom", "helper", "bel"]
KINDS: tuple[Kind, ...] = ("kort", "lang", "balie", "stroom", "helper", "bel")
FOR_DESK: tuple[Kind, ...] = ("balie", "stroom")
"""For the volunteer: always in Dutch, and never given along."""
_ONE_SIDE: tuple[Kind, ...] = ("kort", "helper", "bel")
_DESK_SIZE = 11
_MOST_PAGES: dict[Kind, int] = {"kort": 1, "lang": 2}
"""In the usual size; both are one piece of paper."""


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

    ``desk_hours`` says, in lines, when the visitor can come back; empty leaves it out. ``size`` is that of the text in
    points on the long sheet; what has one side takes the room there is. Where no native reader has checked the
    language, below each text stands its Dutch.
    """
    teller = Teller(library, today, translate)
    if kind in FOR_DESK:
        with language.speaking(language.SOURCE):
            dutch = sheets.dutch_teller(library, today)
            (make,) = _makers(kind, dutch, walk, desk_hours)
            return Sheet(_title(kind, dutch, walk), make(dutch), language.SOURCE, _DESK_SIZE)
    for make in _makers(kind, teller, walk, desk_hours):
        blocks = told(make, library, today, translate)
        if kind not in _MOST_PAGES or _fits(kind, blocks):
            break
    return Sheet(_title(kind, teller, walk), blocks, language.current(), size, kind in _ONE_SIDE)


def _makers(kind: Kind, teller: Teller, walk: Walk, desk_hours: str) -> list[Make]:
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


def _fits(kind: Kind, blocks: list[Block]) -> bool:
    """Whether it keeps to its pages; 60 words alone always do."""
    if kind == "kort" and language.is_native_read():
        return True
    return pdf.count_pages(blocks, language.current(), one_side=kind == "kort") <= _MOST_PAGES[kind]


def _title(kind: Kind, teller: Teller, walk: Walk) -> str:
    """Neutral on the short sheet: it may lie on a table for all to see."""
    if kind == "kort":
        return _("Informatiepunt Digitale Overheid")
    title = teller.say(teller.library.guides[walk.guide].title)
    return title if kind == "lang" else f"{name(kind)}: {title}"
