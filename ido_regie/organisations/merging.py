"""Let a municipality become a part of another: desks, logins and the whole history go along."""

from collections.abc import Callable, Iterable

from django.db import transaction

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.organisations import nearby
from ido_regie.organisations.models import Account, Location, Municipality

Move = Callable[[Municipality, Municipality], None]
"""Gives the second municipality what the first one has, within the transaction of the merger."""
_moves: list[Move] = [nearby.move]


def goes_along(move: Move) -> None:
    """Let what another app keeps of a municipality go along in a merger; called once, when that app is ready."""
    _moves.append(move)


def living(municipality: Municipality) -> Municipality:
    """The municipality of today: itself, or the one that it became a part of at last."""
    while municipality.merged_into is not None:
        municipality = municipality.merged_into
    return municipality


def with_former(municipalities: Iterable[int]) -> set[int]:
    """The keys of these municipalities and of all that became a part of them, one after another."""
    found, more = set[int](), set(municipalities)
    while more:
        found |= more
        more = set(Municipality.objects.filter(merged_into__in=more).values_list("pk", flat=True)) - found
    return found


def merge(old: Municipality, new: Municipality, by: str) -> None:
    """Move everything of the old municipality to the new one; the old name stays known, with the day.

    Deliveries belong to desks, so all counts that were ever received are there in the new municipality at once.
    What the old municipality published keeps its name. Its population and goal are not added up: those are facts of
    a day that someone looks up. What it wrote about organisations nearby goes along, without number keys, and so does
    what other apps keep of it (``goes_along``).
    """
    with transaction.atomic():
        for location in Location.objects.filter(municipality=old):
            same = Location.objects.filter(municipality=new, library=location.library_id, name=location.name)
            if same.exists():
                location.name = f"{location.name} ({old.name})"[:100]
            location.municipality = new
            location.save(update_fields=["municipality", "name"])
        for move in _moves:
            move(old, new)
        Account.objects.filter(municipality=old).update(municipality=new)
        old.merged_into, old.merged_on = new, clock.today()
        old.save(update_fields=["merged_into", "merged_on"])
        record(Action.MERGER, by, f"{old} in {new}")
