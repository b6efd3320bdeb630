"""Deliveries as they came in, the newest total of each week, and the cells.

Foreign keys have no index of their own: one of the indexes over several columns begins with each of them, and an index
costs every cell that is stored.
"""

import uuid

from django.db import models

from ido_regie.organisations.models import Desk


class Delivery(models.Model):
    """One delivery, byte for byte as the desk signed it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, db_index=False)
    epoch = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    signed = models.BinaryField()
    digest = models.CharField(max_length=64)
    """SHA-256 of the signed bytes."""
    received_on = models.DateField()
    """A day and not a moment: when exactly a desk was on says something about who works there."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["desk", "epoch", "number"], name="delivery_number_once"),)


class Knock(models.Model):
    """A desk about which regie and the desk itself do not agree: after a restored copy a person has to look."""

    class Reason(models.TextChoices):
        """What was wrong the last time."""

        UNKNOWN = "unknown", "regie kent deze balie niet"
        OTHER_KEY = "key", "deze balie tekent met een sleutel die regie niet kent"
        REFUSED_BEFORE = "refused", "regie weigerde deze balie eerder, en neemt nu wel van haar aan"

    desk_id = models.UUIDField(primary_key=True)
    """As the desk itself says: no desk of ours needs to have it."""
    reason = models.CharField(max_length=10, choices=Reason)
    place = models.UUIDField(null=True)
    """Where the desk says that it stands; not verified when regie does not know it."""
    seen_on = models.DateField()


class WeekTotal(models.Model):
    """The newest statement of a desk about one week at one place; an ISO week is cut at the end of a month."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, db_index=False)
    place = models.UUIDField()
    first_day = models.DateField()
    last_day = models.DateField()
    questions = models.PositiveIntegerField()
    visits = models.PositiveIntegerField()
    days_with_questions = models.PositiveSmallIntegerField()
    days_zero = models.PositiveSmallIntegerField(null=True)
    """Open, and nobody asked anything. This and the next four are null when the desk did not say."""
    days_closed = models.PositiveSmallIntegerField(null=True)
    days_not_staffed = models.PositiveSmallIntegerField(null=True)
    not_completed = models.PositiveIntegerField(null=True)
    not_in_kb = models.PositiveIntegerField(null=True)
    final = models.BooleanField()
    epoch = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    """With the epoch: the delivery that said so."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["desk", "first_day", "place"], name="week_total_once"),)


class Cell(models.Model):
    """Questions of one place and period with one code, as one delivery counted them. Cells of a desk add up."""

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, db_index=False)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, db_index=False)
    place = models.UUIDField()
    place_kind = models.CharField(max_length=12)
    """One of ``counts.PLACES``."""
    view = models.CharField(max_length=40)
    """One of ``counts.VIEWS``, or one that only a newer kiosk knows: then it is parked."""
    period = models.CharField(max_length=7)
    """As the contract writes it: ``2026-11``, ``2026-K4`` or ``2026``."""
    first_day = models.DateField()
    last_day = models.DateField()
    level = models.CharField(max_length=5)
    """One of ``counts.LEVELS``."""
    code = models.CharField(max_length=8)
    cross = models.CharField(max_length=8)
    """The second code of a crossed view; empty in all others."""
    questions = models.PositiveIntegerField()
    k = models.PositiveSmallIntegerField()
    parked = models.BooleanField()
    """Holds a view or code that our lists do not have (yet): kept, and left out of pages until they do."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["delivery", "view", "place", "period", "level", "code", "cross"], name="cell_once"
            ),
        )
        indexes = (models.Index(fields=["desk", "view", "first_day"], name="cell_of_view"),)
