"""What was published; a cell keeps its value for ever."""

import uuid

from django.db import models

from ido_regie.organisations.models import Municipality


class Publication(models.Model):
    """One period of one municipality; publishing closes it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    period = models.CharField(max_length=7)
    published_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["municipality", "period"], name="publication_once"),)


class PublishedCell(models.Model):
    """One number of a publication: rounded, or hidden (None)."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT)
    view = models.CharField(max_length=40)
    code = models.CharField(max_length=8)
    value = models.PositiveIntegerField(null=True)
    exact = models.PositiveIntegerField()
    """As it was that day; stays inside regie, to know what came later and to audit the next publication."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["publication", "view", "code"], name="published_cell_once"),)


class LateTold(models.Model):
    """How many questions of a period were known when a publication told what had come in late of it."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT)
    """The publication that told it."""
    period = models.CharField(max_length=7)
    questions = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["publication", "period"], name="late_told_once"),)
