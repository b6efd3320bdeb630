"""Receipts: regie's signed answer to a delivery, with what it has and what is missing."""

import uuid
from itertools import islice

from django.conf import settings
from django.db.models import Count, Max

from ido_regie import keys
from ido_regie.deliveries.models import Delivery
from ido_regie.deliveries.statements import sums_of
from ido_shared import delivery

NAMED_MISSING = 1000
"""No more missing numbers are named at once; the kiosk hears the rest once these have arrived."""


def receipt_for(message: delivery.Delivery) -> bytes:
    """The signed receipt for a delivery that was taken in."""
    desk = uuid.UUID(message.balie)
    sums = sums_of(desk, message.reeks)
    is_whole = sums.deliveries == sums.highest
    complete_to, missing = (sums.highest, []) if is_whole else arrived(desk, message.reeks)
    receipt = delivery.Receipt(
        schema=delivery.RECEIPT,
        id=message.id,
        balie=message.balie,
        reeks=message.reeks,
        alles_tot=complete_to,
        ontbreekt=missing,
        vragen=sums.questions,
        bezoeken=sums.visits,
    )
    return delivery.sign(delivery.write(receipt), keys.signing_key(settings.DATA_FOLDER), keys.SIGNER)


def arrived(desk: uuid.UUID, epoch: int) -> tuple[int, list[int]]:
    """Up to which number all deliveries of a desk's epoch are there, and which are missing below the highest."""
    rows = Delivery.objects.filter(desk=desk, epoch=epoch)
    seen = rows.aggregate(count=Count("number"), highest=Max("number"))
    highest = seen["highest"] or 0
    if seen["count"] == highest:
        return highest, []
    numbers = set(rows.values_list("number", flat=True))  # another process may have stored more since the first look
    highest = max(numbers)
    missing = list(islice((number for number in range(1, highest) if number not in numbers), NAMED_MISSING))
    if not missing:
        return highest, []
    return missing[0] - 1, missing
