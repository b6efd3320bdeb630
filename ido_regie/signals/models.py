"""A signal in words."""

import uuid

from django.db import models

from ido_regie.organisations.models import Library, Municipality

LONGEST = 600


class Signal(models.Model):
    """What regie or a coordinator says about a cause that keeps coming back; about nobody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    library = models.ForeignKey(Library, on_delete=models.PROTECT, null=True)
    """The library whose coordinator wrote it; none when regie did."""
    cause = models.CharField(max_length=8)
    """A code of the list of signals."""
    organisation = models.CharField(max_length=8)
    period = models.CharField(max_length=7)
    """The period whose numbers belong to it."""
    text = models.TextField(max_length=LONGEST)
    written_on = models.DateField()
    sent_on = models.DateField(null=True)
    sent_to = models.CharField(max_length=100, blank=True)
    answered_on = models.DateField(null=True)
    answer = models.TextField(max_length=LONGEST, blank=True)
