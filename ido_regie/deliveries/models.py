"""Deliveries as they came in, and the newest total of each week."""

import uuid

from django.db import models

from ido_regie.organisations.models import Desk


class Delivery(models.Model):
    """One delivery, byte for byte as the desk signed it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT)
    epoch = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    signed = models.BinaryField()
    digest = models.CharField(max_length=64)
    """SHA-256 of the signed bytes."""
    received_on = models.DateField()
    """A day and not a moment: when exactly a desk was on says something about who works there."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["desk", "epoch", "number"], name="delivery_number_once"),)


class WeekTotal(models.Model):
    """The newest statement of a desk about one week at one place; an ISO week is cut at the end of a month."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT)
    place = models.UUIDField()
    first_day = models.DateField()
    last_day = models.DateField()
    questions = models.PositiveIntegerField()
    visits = models.PositiveIntegerField()
    days_with_questions = models.PositiveSmallIntegerField()
    final = models.BooleanField()
    epoch = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    """With the epoch: the delivery that said so."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["desk", "place", "first_day"], name="week_total_once"),)
