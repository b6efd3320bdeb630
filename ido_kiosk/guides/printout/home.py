"""For at home: a sheet for who helps this visitor, and a card for making a phone call."""

from collections.abc import Iterator

from ido_kiosk.base.blocks import Big, Block, Bullets, Heading, Notice, Paragraph, Small, Ticks, WritingRoom
from ido_kiosk.base.language import _
from ido_kiosk.guides.content.guide import Guide
from ido_kiosk.guides.service import Teller, Walk
from ido_shared.content.organisations import Channel
from ido_shared.content.wording import Wording

_MOST_STEPS = 12


def helper(teller: Teller, walk: Walk) -> list[Block]:
    """What a helper may do and may never do, how to help in one's own name, and this guide in short."""
    guide = teller.library.guides[walk.guide]
    do = (
        _("Ga naast de ander zitten. Laat de ander zelf typen."),
        _("Lees samen wat er op het scherm staat."),
        _("Schrijf op wat jullie hebben afgesproken."),
        _("Twijfelt u? Bel de organisatie samen."),
    )
    never = (
        _("Vraag nooit naar een wachtwoord, pincode of code. Kijk weg als de ander die typt."),
        _("Log nooit in met de DigiD van een ander. Dat mag niet, ook niet in een gezin."),
        _("Gebruik niet uw eigen telefoonnummer of e-mail voor de ander."),
        _("Beslis niet voor de ander."),
    )
    machtigen = _(
        "Wilt u vaker iets regelen voor de ander? Vraag samen een machtiging aan met DigiD Machtigen. "
        "Dan logt u in met uw eigen DigiD."
    )
    return [
        Heading(_("U helpt iemand"), 1),
        Paragraph(_("U helpt met: {title}.").format(title=teller.say(guide.title))),
        Heading(_("Zo helpt u goed"), 2),
        Bullets(do),
        Heading(_("Doe dit nooit"), 2),
        Bullets(never),
        Notice(machtigen, "information"),
        *_in_short(teller, guide),
        *_number(teller, guide),
        teller.short_source(guide, []),
    ]


def _in_short(teller: Teller, guide: Guide) -> Iterator[Block]:
    """The titles of the steps; a step that only asks something says nothing here."""
    titles = tuple(teller.say(step.title) for step in guide.steps.values() if step.title)[:_MOST_STEPS]
    if titles:
        yield Heading(_("De stappen in het kort"), 2)
        yield Ticks(titles)


def calling(teller: Teller, walk: Walk) -> list[Block]:
    """The number, what to have at hand, what to say, and room for what is agreed; nothing about who calls."""
    guide = teller.library.guides[walk.guide]
    organisation = teller.organisation(guide, guide.outcomes.get(walk.here))
    about = _("Goedendag. Ik bel over: {title}.").format(title=teller.say(guide.title))
    return [
        Heading(_("Bellen met {organisation}").format(organisation=teller.say(organisation.called)), 1),
        *_number(teller, guide, walk.here),
        Heading(_("Leg dit klaar"), 2),
        Ticks((_("Uw brief"), _("Uw paspoort of identiteitskaart"), _("Pen en papier"))),
        Heading(_("Zeg dit"), 2),
        Bullets((about, _("Ik wil graag weten wat ik moet doen."), _("Kunt u dat langzaam en makkelijk uitleggen?"))),
        WritingRoom(_("Mijn vraag"), 2),
        WritingRoom(_("Wat is afgesproken?"), 3),
        WritingRoom(_("Wanneer? Datum en tijd"), 1),
        Notice(
            _("Vragen ze uw burgerservicenummer? Lees het voor van uw paspoort. Schrijf het niet op dit blad."),
            "warning",
        ),
        Small(_("Geef nooit een wachtwoord, pincode of code door de telefoon.")),
        teller.short_source(guide, []),
    ]


def _number(teller: Teller, guide: Guide, here: str = "") -> Iterator[Block]:
    """The phone number of the organisation, large, with when it is open; or where to look for it."""
    organisation = teller.organisation(guide, guide.outcomes.get(here))
    channel = next((channel for channel in organisation.channels if channel.way == "phone"), None)
    facts = teller.library.facts
    if channel is None or not channel.fact or not teller.may_show(facts[channel.fact]):
        yield Paragraph(_without_number(teller, channel, organisation.called))
        return
    number = facts[channel.fact]
    yield Big(
        _("Bel {organisation}").format(organisation=teller.say(organisation.called)),
        teller.fact(number),
        "phone",
        teller.short_remark(organisation, number),
    )
    if channel.hours and teller.may_show(facts[channel.hours]):
        yield Paragraph(_("Open: {hours}").format(hours=teller.fact(facts[channel.hours])))


def _without_number(teller: Teller, channel: Channel | None, called: Wording) -> str:
    if channel is not None and channel.text is not None:
        return teller.say(channel.text)
    text = _("Kijk in een brief van {organisation}. Daar staat hoe u contact krijgt.")
    return text.format(organisation=teller.say(called))
