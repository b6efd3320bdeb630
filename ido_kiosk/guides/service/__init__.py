"""What guides can do, the feature's only door: load the library, walk through a guide, tell its pages in blocks."""

from ido_kiosk.guides.content.guide import Guide, Library
from ido_kiosk.guides.content.library import load_library
from ido_kiosk.guides.service.answers import FactKind, check_kind, checked_answer, kind_of, refuse_personal, typed_day
from ido_kiosk.guides.service.beside import page_on_screen
from ido_kiosk.guides.service.channels import ChannelLine, channel_lines, fact_line
from ido_kiosk.guides.service.freshness import content_day
from ido_kiosk.guides.service.links import may_open
from ido_kiosk.guides.service.local import with_local
from ido_kiosk.guides.service.marks import Spot, WrongMarks
from ido_kiosk.guides.service.opening import Standing
from ido_kiosk.guides.service.own_facts import Answer, OwnFacts, plain_value, with_own_facts
from ido_kiosk.guides.service.pages import Deed, Page, Reach, page
from ido_kiosk.guides.service.path import Stop, path
from ido_kiosk.guides.service.practice import Invented, invented_visitors
from ido_kiosk.guides.service.telling import Teller
from ido_kiosk.guides.service.to_check import ToCheck, to_check
from ido_kiosk.guides.service.walk import (
    Passed,
    Walk,
    back,
    forward,
    jump,
    leave,
    next_walks,
    position,
    restart,
    result,
    resume,
    start,
)
from ido_shared.content.wording import Translate

__all__ = [
    "Answer",
    "ChannelLine",
    "Deed",
    "FactKind",
    "Guide",
    "Invented",
    "Library",
    "OwnFacts",
    "Page",
    "Passed",
    "Reach",
    "Spot",
    "Standing",
    "Stop",
    "Teller",
    "ToCheck",
    "Translate",
    "Walk",
    "WrongMarks",
    "back",
    "channel_lines",
    "check_kind",
    "checked_answer",
    "content_day",
    "fact_line",
    "forward",
    "invented_visitors",
    "jump",
    "kind_of",
    "leave",
    "load_library",
    "may_open",
    "next_walks",
    "page",
    "page_on_screen",
    "path",
    "plain_value",
    "position",
    "refuse_personal",
    "restart",
    "result",
    "resume",
    "start",
    "to_check",
    "typed_day",
    "with_local",
    "with_own_facts",
]
