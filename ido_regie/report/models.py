"""The parts of a report that regie writes itself."""

from django.db import models

from ido_regie.organisations.models import Municipality

LONGEST = 3000


class ReportText(models.Model):
    """What regie says beside the numbers of a period; about nobody."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    period = models.CharField(max_length=7)
    noticed = models.TextField("Wat viel op", max_length=LONGEST, blank=True)
    plans = models.TextField("Wat wij gaan doen", max_length=LONGEST, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["municipality", "period"], name="report_text_once"),)
