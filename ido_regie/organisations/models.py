"""Municipalities, libraries, locations and desks; the codes that enrol a desk; the accounts of staff."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q


class Municipality(models.Model):
    """A municipality: what staff may see ends at its border."""

    name = models.CharField(max_length=100, unique=True)

    def __str__(self) -> str:
        return self.name


class Library(models.Model):
    """A library organisation; it may work in several municipalities."""

    name = models.CharField(max_length=100, unique=True)

    def __str__(self) -> str:
        return self.name


class Location(models.Model):
    """Where desks stand: one address of a library, in one municipality."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    library = models.ForeignKey(Library, on_delete=models.PROTECT)
    name = models.CharField(max_length=100)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["municipality", "library", "name"], name="location_name_once"),)

    def __str__(self) -> str:
        return self.name


class Desk(models.Model):
    """One kiosk computer. Without a public key it is not enrolled yet."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    location = models.ForeignKey(Location, on_delete=models.PROTECT)
    name = models.CharField(max_length=100)
    public_key = models.CharField(max_length=64, blank=True)
    """Ed25519, raw bytes in hex."""
    place = models.UUIDField(null=True)
    """The identity that the desk itself uses for its location, as said at its enrolment."""
    revoked_on = models.DateField(null=True)
    """From then on nothing of this desk is taken; what it delivered stays."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["location", "name"], name="desk_name_once"),
            models.UniqueConstraint(fields=["public_key"], condition=~Q(public_key=""), name="desk_key_once"),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.location.name}"


class EnrolmentCode(models.Model):
    """A code that enrols one desk, once. Only its hash is kept."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE)
    code_hash = models.CharField(max_length=64, unique=True)
    valid_until = models.DateTimeField()
    used = models.BooleanField(default=False)


class WrongCode(models.Model):
    """A moment at which someone tried a code that is not right; only kept to slow guessing down."""

    moment = models.DateTimeField(db_index=True)


class Account(AbstractBaseUser):
    """The login of someone at the municipality: no name, no address, only what a login needs."""

    login = models.CharField("gebruikersnaam", max_length=60, unique=True)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)

    USERNAME_FIELD = "login"
    objects = BaseUserManager["Account"]()
