"""What may leave this computer: totals in numbered deliveries, and what an older copy makes good."""

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
from ido_kiosk.statistics.service.totals import (
    Leaving,
    Prepared,
    Sender,
    Week,
    clock_in_doubt,
    closed_weeks,
    drop_payloads,
    last_made,
    made_on,
    note_first_use,
    numbers,
    prepare_delivery,
    stated_totals,
    week_of,
    what_leaves,
)

__all__ = [
    "Found", "Gap", "Leaving", "Prepared", "Sender", "Week", "adopt", "clock_in_doubt", "closed_weeks", "drop_payloads",
    "fill_gap", "is_known", "last_made", "made_on", "needs_repair", "note_first_use", "note_restored", "numbers",
    "prepare_delivery", "repaired", "resign", "stated_totals", "week_of", "what_leaves",
]  # fmt: skip
