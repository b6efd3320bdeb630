"""Municipalities, libraries, locations and desks; the codes that enrol a desk; the accounts of staff."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from ido_shared import counts, local

LEFT = "Laat dit over aan de bibliotheek"
"""What the municipality says when it decides nothing."""


class Municipality(models.Model):
    """A municipality: what staff may see ends at its border."""

    name = models.CharField(max_length=100, unique=True)
    population = models.PositiveIntegerField("inwoners", null=True, blank=True)
    """As CBS counted it on the reference date."""
    population_on = models.DateField("peildatum", null=True, blank=True)
    yearly_goal = models.PositiveIntegerField("doel", null=True, blank=True)
    """Questions a year that the municipality aims at."""
    threshold = models.PositiveSmallIntegerField(
        "drempel",
        null=True,
        blank=True,
        choices=[(None, LEFT), *((k, f"{k} vragen") for k in range(counts.LOWEST_K, counts.HIGHEST_K + 1))],
    )
    """No number about fewer questions leaves a desk, where the library asks no more. These and the next come down."""
    letters = models.CharField(
        "brieven",
        max_length=20,
        blank=True,
        choices=[
            ("", LEFT),
            ("wegwijzen", "Alleen verwijzen"),
            ("brief", "Brieven invullen"),
            ("inhoud", "Ook brieven met eigen redenen"),
        ],
    )
    unread_translations = models.CharField(
        "vertalingen", max_length=3, blank=True, choices=[("", LEFT), ("ja", "Ja"), ("nee", "Nee")]
    )
    languages = models.CharField(
        "talen",
        max_length=20,
        blank=True,
        choices=[
            ("", LEFT),
            ("nl", "Nederlands"),
            ("nl en", "Nederlands en Engels"),
            ("nl ar", "Nederlands en Arabisch"),
            ("nl en ar", "Nederlands, Engels en Arabisch"),
            ("nl en ar tr pl uk", "Alle zes"),
        ],
    )
    help = models.CharField("hulp", max_length=200, blank=True)
    """Where volunteers get help with the kiosk."""
    locked = models.BooleanField("vastzetten", default=False)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)
    """The municipality that it became a part of; its locations and their history went along."""
    merged_on = models.DateField(null=True, blank=True)

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
    district = models.CharField("wijk of kern", max_length=100, blank=True)
    outside = models.BooleanField("buiten de bibliotheek", default=False)
    opening_hours = models.CharField("openingstijden", max_length=200, blank=True)

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
    enrolled_on = models.DateField(null=True)
    """The day on which a code last gave this desk its key."""
    revoked_on = models.DateField(null=True)
    """From then on nothing of this desk is taken; what it delivered stays."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["location", "name"], name="desk_name_once"),
            models.UniqueConstraint(fields=["public_key"], condition=~Q(public_key=""), name="desk_key_once"),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.location.name}"


class Nearby(models.Model):
    """An organisation, a consulting hour or a course, as a municipality or a library wrote it for all its desks."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True)
    library = models.ForeignKey(Library, on_delete=models.PROTECT, null=True)
    kind = models.CharField(max_length=20)
    """One of ``local.KINDS``."""
    name = models.CharField(max_length=local.LONGEST)
    referral = models.CharField(max_length=8)
    """The code under which a referral to it is logged."""
    phone = models.CharField(max_length=local.LONGEST, blank=True)
    direct_line = models.CharField(max_length=local.LONGEST, blank=True)
    """For professionals: never on a visitor's paper."""
    address = models.CharField(max_length=local.LONGEST, blank=True)
    opening_hours = models.CharField(max_length=local.LONGEST, blank=True)
    website = models.CharField(max_length=local.LONGEST, blank=True)
    for_whom = models.CharField(max_length=local.LONGEST, blank=True)
    bring = models.CharField(max_length=local.LONGEST, blank=True)
    """What a visitor takes along."""
    key = models.PositiveSmallIntegerField(default=0)
    """The number key that is proposed to the desks; 0 is none."""
    checked_on = models.DateField()

    class Meta:
        constraints = (
            models.CheckConstraint(name="nearby_has_one_writer", condition=Q(municipality=None) ^ Q(library=None)),
            models.UniqueConstraint(fields=["municipality", "kind", "name"], name="nearby_once_in_municipality"),
            models.UniqueConstraint(fields=["library", "kind", "name"], name="nearby_once_in_library"),
        )

    def __str__(self) -> str:
        return self.name


class EnrolmentCode(models.Model):
    """A code that enrols one desk, once. Only its hash is kept."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE)
    code_hash = models.CharField(max_length=64, unique=True)
    valid_until = models.DateTimeField()
    used = models.BooleanField(default=False)


class WrongCode(models.Model):
    """A moment at which someone tried a code that is not right; only kept to slow guessing down."""

    moment = models.DateTimeField(db_index=True)


class FailedLogin(models.Model):
    """A login that did not succeed; only kept to lock a name out for a while. What was typed is kept as a hash."""

    login_hash = models.CharField(max_length=64)
    moment = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["login_hash", "moment"], name="failed_login"),)


class Role(models.TextChoices):
    """What someone may do; docs/decisions/006 has the table."""

    REGIE = "regie", "regie van de gemeente"
    COORDINATOR = "coordinator", "coördinator van de bibliotheek"
    READER = "reader", "lezer van de gemeente"
    NATIONAL = "national", "landelijke lezer: alleen gepubliceerde cijfers"
    ADMINISTRATOR = "administrator", "beheerder van regie"


class Account(AbstractBaseUser):
    """The login of one person: no name, no address, only what a login needs."""

    login = models.CharField("gebruikersnaam", max_length=60, unique=True)
    role = models.CharField("rol", max_length=20, choices=Role, default=Role.REGIE)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, blank=True)
    library = models.ForeignKey(Library, on_delete=models.PROTECT, null=True, blank=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "login"
    objects = BaseUserManager["Account"]()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="account_has_its_own_border",
                condition=Q(role__in=["regie", "reader"], municipality__isnull=False, library=None)
                | Q(role="coordinator", municipality=None, library__isnull=False)
                | Q(role__in=["national", "administrator"], municipality=None, library=None),
            ),
        )

    @property
    def border(self) -> str:
        """Where what this account may see ends, in a word."""
        return str(self.municipality or self.library or "Heel Nederland")

    @property
    def sees_figures(self) -> bool:
        """Whether this account sees the figures of desks."""
        return self.role in (Role.REGIE, Role.COORDINATOR, Role.READER)

    @property
    def changes_things(self) -> bool:
        """Whether this account may change desks and signals there."""
        return self.role in (Role.REGIE, Role.COORDINATOR)
