"""The slip for a visitor who goes elsewhere: where, when, what to bring and what to say; nothing about the visitor."""

from collections.abc import Iterator
from datetime import date

from ido_kiosk.base.blocks import Big, Block, Contact, Heading, Notice, Paragraph, Small, Ticks
from ido_kiosk.base.language import _, day_text
from ido_kiosk.base.local_data import Entry
from ido_kiosk.referrals.service import is_stale


def slip(entry: Entry, has_called: bool, today: date) -> Iterator[Block]:
    """The blocks of the slip. ``has_called``: the library called for this visitor, or made an appointment.

    What nobody looked at for a year is left off, and the paper says where to ask instead (design § 2).
    """
    yield Heading(_("Hier kunt u verder"), 1)
    yield Heading(entry.naam, 2)
    if is_stale(entry, today):
        yield Notice(_("Vraag bij de bibliotheek of de tijden en het adres nog kloppen."), "warning")
    else:
        yield from _where(entry)
    if has_called:
        yield Notice(_("De bibliotheek heeft al voor u gebeld."), "good")
        yield Big(_("Uw afspraak: dag en tijd"), "", "calendar")
    yield Heading(_("Wat neemt u mee?"), 2)
    yield Ticks(_to_bring(entry))
    yield Heading(_("Wat zegt u daar?"), 2)
    yield Paragraph(_("Zeg: ik kom van de bibliotheek. Kunt u mij verder helpen?"))
    yield Small(_small_print(entry))


def _where(entry: Entry) -> Iterator[Block]:
    if entry.adres:
        yield Contact("counter", _("Adres"), entry.adres)
    if entry.open:
        yield Contact("counter", _("Wanneer open?"), entry.open)
    if entry.telefoon:
        yield Big(_("Bel"), entry.telefoon, "phone")
    if entry.website:
        yield Contact("website", _("Website"), entry.website)


def _to_bring(entry: Entry) -> tuple[str, ...]:
    """What the library wrote; without that what nearly every place asks for."""
    parts = (part.strip() for part in entry.meenemen.split(","))
    own = tuple(part[0].upper() + part[1:] for part in parts if part)
    return own or (_("Uw paspoort of identiteitskaart"), _("Alle brieven over deze zaak"))


def _small_print(entry: Entry) -> str:
    nothing = _("Op dit blad staat niets over u.")
    if entry.nagekeken is None:
        return nothing
    checked = _("De bibliotheek keek dit na op {day}.").format(day=day_text(entry.nagekeken))
    return f"{checked} {nothing}"
