"""Let a municipality become a part of another: desks, logins and the whole history go along."""

from django.db import transaction

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.organisations import nearby
from ido_regie.organisations.models import Account, Location, Municipality


def merge(old: Municipality, new: Municipality, by: str) -> None:
    """Move everything of the old municipality to the new one; the old name stays known, with the day.

    Deliveries belong to desks, so all counts that were ever received are there in the new municipality at once.
    What the old municipality published keeps its name. Its population and goal are not added up: those are facts of
    a day that someone looks up. What it wrote about organisations nearby goes along, without number keys.
    """
    with transaction.atomic():
        for location in Location.objects.filter(municipality=old):
            same = Location.objects.filter(municipality=new, library=location.library_id, name=location.name)
            if same.exists():
                location.name = f"{location.name} ({old.name})"[:100]
            location.municipality = new
            location.save(update_fields=["municipality", "name"])
        nearby.move(old, new)
        Account.objects.filter(municipality=old).update(municipality=new)
        old.merged_into, old.merged_on = new, clock.today()
        old.save(update_fields=["merged_into", "merged_on"])
        record(Action.MERGER, by, f"{old} in {new}")
