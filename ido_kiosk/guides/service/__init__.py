"""What guides can do, the feature's only door: load the library, walk through a guide, tell its pages in blocks."""

from typing import TYPE_CHECKING

from ido_kiosk.base.door import opened_when_asked

if TYPE_CHECKING:
    from ido_kiosk.guides.content.guide import Guide, Library
    from ido_kiosk.guides.content.library import load_library
    from ido_kiosk.guides.service.answers import (
        FactKind,
        check_kind,
        checked_answer,
        kind_of,
        refuse_personal,
        typed_day,
    )
    from ido_kiosk.guides.service.beside import page_on_screen
    from ido_kiosk.guides.service.channels import ChannelLine, channel_lines, fact_line
    from ido_kiosk.guides.service.freshness import content_day
    from ido_kiosk.guides.service.links import may_open
    from ido_kiosk.guides.service.local import with_local
    from ido_kiosk.guides.service.marks import Spot, WrongMarks
    from ido_kiosk.guides.service.opening import Standing
    from ido_kiosk.guides.service.own_facts import Answer, OwnFacts, plain_value, with_own_facts
    from ido_kiosk.guides.service.pages import Deed, Page, Reach, page
    from ido_kiosk.guides.service.practice import Invented, invented_visitors
    from ido_kiosk.guides.service.route import Stop, path
    from ido_kiosk.guides.service.telling import Teller
    from ido_kiosk.guides.service.unchecked import ToCheck, to_check
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

__getattr__ = opened_when_asked(
    __name__,
    {
        "..content.guide": "Guide Library",
        "..content.library": "load_library",
        ".answers": "FactKind check_kind checked_answer kind_of refuse_personal typed_day",
        ".beside": "page_on_screen",
        ".channels": "ChannelLine channel_lines fact_line",
        ".freshness": "content_day",
        ".links": "may_open",
        ".local": "with_local",
        ".marks": "Spot WrongMarks",
        ".opening": "Standing",
        ".own_facts": "Answer OwnFacts plain_value with_own_facts",
        ".pages": "Deed Page Reach page",
        ".route": "Stop path",
        ".practice": "Invented invented_visitors",
        ".telling": "Teller",
        ".unchecked": "ToCheck to_check",
        ".walk": "Passed Walk back forward jump leave next_walks position restart result resume start",
        "ido_shared.content.wording": "Translate",
    },
)

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
