"""What municipalities and libraries write about organisations near their desks, and the signed answer to a desk."""

from django.db.models import Q, QuerySet

from ido_regie.organisations.access import locations_of
from ido_regie.organisations.asking import signed_answer
from ido_regie.organisations.models import Account, Desk, Municipality, Nearby
from ido_shared import exchange


def own(account: Account) -> QuerySet[Nearby]:
    """What the municipality or library of an account wrote, in the order of the names."""
    if account.municipality_id is None and account.library_id is None:
        return Nearby.objects.none()
    here = Nearby.objects.filter(municipality=account.municipality_id, library=account.library_id)
    return here.order_by("name", "id")


def beside(account: Account) -> QuerySet[Nearby]:
    """What others wrote for (some of) the same desks: the libraries of a municipality, or the other way round."""
    places = locations_of(account)
    if account.municipality_id is not None:
        found = Nearby.objects.filter(library__in=places.values("library"))
    else:
        found = Nearby.objects.filter(municipality__in=places.values("municipality"))
    return found.select_related("municipality", "library").order_by("name", "id")


def answer_for(authorization: str, id: str) -> tuple[bytes, str]:
    """What was written for a desk, signed, and its ETag. Raises ProblemError as ``signed_answer``."""
    return signed_answer(authorization, id, (exchange.FetchLocal, exchange.LOCAL_ASKED), known_to)


def known_to(desk: Desk) -> exchange.DeskLocal:
    """What its municipality and its library wrote for a desk, always in the same order."""
    place = desk.location
    here = Nearby.objects.filter(Q(municipality=place.municipality_id) | Q(library=place.library_id))

    entries = [_said(entry) for entry in here.order_by("name", "id")]
    in_order = sorted(entries, key=lambda entry: entry.van != "gemeente")
    return exchange.DeskLocal(exchange.LOCAL, str(desk.id), in_order)


def move(old: Municipality, new: Municipality) -> None:
    """Give a municipality what another one wrote; of what both have by one kind and name, its own stays."""
    taken = {(entry.kind, entry.name.casefold()) for entry in Nearby.objects.filter(municipality=new)}
    for entry in Nearby.objects.filter(municipality=old):
        if (entry.kind, entry.name.casefold()) in taken:
            entry.delete()
            continue
        entry.municipality, entry.key = new, 0
        entry.save(update_fields=["municipality", "key"])


def _said(entry: Nearby) -> exchange.LocalEntry:
    return exchange.LocalEntry(
        id=str(entry.id),
        van="bibliotheek" if entry.municipality_id is None else "gemeente",
        soort=entry.kind,
        naam=entry.name,
        verwijzing=entry.referral,
        telefoon=entry.phone,
        adres=entry.address,
        open=entry.opening_hours,
        directe_lijn=entry.direct_line,
        website=entry.website,
        voor_wie=entry.for_whom,
        meenemen=entry.bring,
        toets=entry.key,
        nagekeken=entry.checked_on.isoformat(),
    )
