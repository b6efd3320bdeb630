"""What may leave this computer: totals of closed weeks and cells of closed months, in numbered deliveries."""

from typing import TYPE_CHECKING

from ido_kiosk.base.door import opened_when_asked

if TYPE_CHECKING:
    from ido_kiosk.statistics.service.closing import Release, close_months, threshold, threshold_origin, waiting_topics
    from ido_kiosk.statistics.service.days import CodeOfDay, codes_per_day, days_between
    from ido_kiosk.statistics.service.payloads import (
        Leaving,
        Prepared,
        Sender,
        drop_payloads,
        last_made,
        made_on,
        numbers,
        prepare_delivery,
        what_leaves,
    )
    from ido_kiosk.statistics.service.pool import Lists, lists_of
    from ido_kiosk.statistics.service.restored import (
        Found,
        Gap,
        adopt,
        fill_gap,
        is_known,
        needs_repair,
        note_restored,
        repaired,
        resign,
    )
    from ido_kiosk.statistics.service.showing import ORGANISATIONS, Names, delivery_blocks, why_blocks
    from ido_kiosk.statistics.service.totals import (
        Week,
        clock_in_doubt,
        closed_weeks,
        note_first_use,
        stated_totals,
        week_of,
    )

__getattr__ = opened_when_asked(
    __name__,
    {
        ".closing": "Release close_months threshold threshold_origin waiting_topics",
        ".days": "CodeOfDay codes_per_day days_between",
        ".payloads": "Leaving Prepared Sender drop_payloads last_made made_on numbers prepare_delivery what_leaves",
        ".pool": "Lists lists_of",
        ".restored": "Found Gap adopt fill_gap is_known needs_repair note_restored repaired resign",
        ".showing": "ORGANISATIONS Names delivery_blocks why_blocks",
        ".totals": "Week clock_in_doubt closed_weeks note_first_use stated_totals week_of",
    },
)

__all__ = [
    "ORGANISATIONS", "CodeOfDay", "Found", "Gap", "Leaving", "Lists", "Names", "Prepared", "Release",
    "Sender", "Week", "adopt", "clock_in_doubt", "close_months", "closed_weeks", "codes_per_day",
    "days_between", "delivery_blocks", "drop_payloads", "fill_gap", "is_known", "last_made", "lists_of", "made_on",
    "needs_repair", "note_first_use", "note_restored", "numbers", "prepare_delivery", "repaired", "resign",
    "stated_totals", "threshold", "threshold_origin", "waiting_topics", "week_of", "what_leaves", "why_blocks",
]  # fmt: skip
