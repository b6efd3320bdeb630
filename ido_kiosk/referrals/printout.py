"""For a visitor who goes elsewhere: a slip with where, when and what to bring, and a card for calling first.

Nothing about the visitor stands on either.
"""

from collections.abc import Iterator
from datetime import date

from ido_kiosk.base.blocks import Big, Block, Bullets, Contact, Heading, Notice, Paragraph, Small, Ticks, WritingRoom
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


def calling(entry: Entry, today: date, is_short: bool = False) -> Iterator[Block]:
    """The blocks of the card for who calls first: the number, what to say, and room for what is agreed.

    A number that nobody looked at for a year is left off; then there is a line to write it on. ``is_short`` leaves out
    what can best be missed: with the Dutch below each text the whole card would take two pages.
    """
    stale = is_stale(entry, today)
    yield Heading(_("Bellen met {organisation}").format(organisation=entry.naam), 1)
    if stale:
        yield Notice(_("Vraag bij de bibliotheek welk telefoonnummer u kunt bellen."), "warning")
    yield Big(_("Bel"), "" if stale else entry.telefoon, "phone")
    if entry.open and not stale:
        yield Paragraph(_("Open: {hours}").format(hours=entry.open))
    yield Heading(_("Leg dit klaar"), 2)
    needed = (_("Uw brief"), _("Uw paspoort of identiteitskaart"))
    yield Ticks(needed if is_short else (*needed, _("Pen en papier")))
    yield Heading(_("Zeg dit"), 2)
    said = (_("Goedendag. De bibliotheek heeft mij uw nummer gegeven."), _("Kunt u mij helpen, of kan ik langskomen?"))
    yield Bullets(said if is_short else (*said, _("Wat moet ik meenemen?")))
    yield from _to_write(is_short)
    yield Notice(
        _("Vragen ze uw burgerservicenummer? Lees het voor van uw paspoort. Schrijf het niet op dit blad."), "warning"
    )
    yield Small(_("Geef nooit een wachtwoord, pincode of code door de telefoon."))
    yield Small(_small_print(entry))


def _to_write(is_short: bool) -> Iterator[Block]:
    yield WritingRoom(_("Mijn vraag"), 2, can_shrink=is_short)
    if is_short:
        yield WritingRoom(_("Wat is afgesproken, en wanneer?"), 3, can_shrink=True)
        return
    yield WritingRoom(_("Wat is afgesproken?"), 3)
    yield WritingRoom(_("Wanneer? Datum en tijd"), 1)


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
