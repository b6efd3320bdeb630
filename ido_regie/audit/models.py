"""The lines of the audit log."""

from django.db import models


class Action(models.TextChoices):
    """What someone did; the words are shown to the administrator."""

    LOGIN = "login", "ingelogd"
    LOCKED = "locked", "login geblokkeerd na te veel verkeerde wachtwoorden"
    PASSWORD = "password", "wachtwoord vernieuwd"
    ACCOUNT = "account", "login gemaakt of gewijzigd"
    SETTINGS = "settings", "instelling gewijzigd"
    EXPORT = "export", "cijfers opgehaald"
    CODE = "code", "koppelcode gemaakt"
    ENROLMENT = "enrolment", "balie gekoppeld"
    REVOKED = "revoked", "balie afgemeld"
    UPLOAD = "upload", "levering van een usb-stick ingelezen"
    SIGNAL = "signal", "signaal gewijzigd of verstuurd"
    REPORT = "report", "tekst van het rapport gewijzigd"
    PUBLICATION = "publication", "cijfers gepubliceerd"
    MERGER = "merger", "gemeenten samengevoegd"
    CLEARED = "cleared", "oude regels van het logboek weggehaald"


class Entry(models.Model):
    """One line: when, who, what and about which thing. The database itself refuses to change it.

    It refuses to delete it too, until it is half a year older than the newest line (``environment.SHORTEST_LOG``).
    """

    moment = models.DateTimeField(db_index=True)
    login = models.CharField(max_length=60)
    """Empty when a desk or the program itself did it."""
    action = models.CharField(max_length=20, choices=Action)
    subject = models.CharField(max_length=120)
    """The name of a page, desk or login; never a number, a text or a password."""
