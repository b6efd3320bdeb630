"""Municipalities, desks and what they deliver, in the database of the tests."""

import uuid

from django.http import HttpResponse
from django.test import Client

from ido_regie.deliveries.service import take_in
from ido_regie.organisations.models import Account, Desk, Library, Location, Municipality
from ido_shared import delivery
from tests.regie.desks import TestDesk, message, signed

REGIE = {"content_type": "application/jose"}


def municipality(name: str = "Gemeente Voorbeeld") -> Municipality:
    """A municipality, made when it is not there."""
    return Municipality.objects.get_or_create(name=name)[0]


def location(name: str = "Centrum", place: Municipality | None = None) -> Location:
    """A location of the library, made when it is not there."""
    library, _ = Library.objects.get_or_create(name="Bibliotheek Voorbeeld")
    return Location.objects.get_or_create(municipality=place or municipality(), library=library, name=name)[0]


def desk(name: str = "Balie 1", where: Location | None = None) -> TestDesk:
    """A desk that is enrolled."""
    key, place = delivery.new_key(), uuid.uuid4()
    row = Desk.objects.create(
        location=where or location(), name=name, public_key=delivery.public_text(key), place=place
    )
    return TestDesk(str(row.id), key, str(place))


def delivered(sender: TestDesk, number: int, *weeks: delivery.WeekTotal) -> None:
    """Let a desk deliver these weeks, past the web."""
    sent = message(sender, number, weeks)
    take_in(signed(sender, sent), sent.id)


def put(client: Client, sent: delivery.Delivery, content: bytes) -> HttpResponse:
    """Send bytes to the address of a delivery."""
    return client.put(f"/v1/leveringen/{sent.id}", content, **REGIE)


def deliver(client: Client, sender: TestDesk, number: int, *weeks: delivery.WeekTotal) -> HttpResponse:
    """Let a desk deliver these weeks."""
    sent = message(sender, number, weeks)
    return put(client, sent, signed(sender, sent))


def log_in(client: Client, place: Municipality | None = None) -> None:
    """Log a member of staff of a municipality in."""
    account, _ = Account.objects.get_or_create(login="anna", municipality=place or municipality())
    client.force_login(account)
