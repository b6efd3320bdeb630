"""The ways to reach an organisation, for the screen: number or address, open or not, how sure, what may be opened."""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from ido_kiosk.base.language import _
from ido_kiosk.guides.service.links import full_address
from ido_kiosk.guides.service.opening import Standing, standing
from ido_kiosk.guides.service.telling import Teller, capital, way_name
from ido_shared.content.facts import Fact
from ido_shared.content.organisations import Channel, Organisation, Way


class ChannelLine(msgspec.Struct, frozen=True):
    """One way, in words."""

    way: Way
    word: str
    """For on a button, such as ``Bellen``."""
    name: str
    value: str
    fact: str
    """Id of the fact behind the value; empty for words without a number."""
    url: str
    """What the browser may open; empty for what is no website."""
    hours: str
    standing: Standing | None
    remark: str
    """Where number and hours come from and how sure they are."""

    def in_order(self, is_mirrored: bool) -> str:
        """The value; a phone number keeps the order of its digits where the text runs from right to left."""
        return f"\u2066{self.value}\u2069" if is_mirrored and self.way == "phone" and self.fact else self.value


def channel_lines(
    teller: Teller, organisation: Organisation, ways: Iterable[Way], now: datetime
) -> tuple[ChannelLine, ...]:
    """The ways in this order, as far as they may be shown."""
    channels = (channel for way in ways for channel in organisation.channels if channel.way == way)
    return tuple(line for channel in channels if (line := _line(teller, organisation, channel, now)) is not None)


def fact_line(teller: Teller, fact: str, hours: str, now: datetime) -> ChannelLine | None:
    """A number or an address that belongs to no organisation here, called by what it is about; None when it is not
    shown. ``fact`` and ``hours`` are ids of facts; there may be no hours.
    """
    value, times = _fact(teller, fact), _fact(teller, hours)
    if value is None:
        return None
    said = teller.fact(value)
    way: Way = "phone" if said[:1] in "+0123456789" else "website"
    return ChannelLine(
        way=way,
        word=_word(way),
        name=capital(teller.say(value.what)),
        value=said,
        fact=fact,
        url=full_address(value.value) if way == "website" else "",
        hours=f"{capital(teller.fact(times))}." if times else "",
        standing=standing(times.hours, now) if times and times.hours else None,
        remark=" ".join(_remarks(teller, value, times)),
    )


def _line(teller: Teller, organisation: Organisation, channel: Channel, now: datetime) -> ChannelLine | None:
    value, hours = _fact(teller, channel.fact), _fact(teller, channel.hours)
    if channel.fact and value is None:
        return None
    return ChannelLine(
        way=channel.way,
        word=_word(channel.way),
        name=way_name(channel.way).format(organisation=teller.say(organisation.called)),
        value=teller.fact(value) if value else teller.say(channel.text),
        fact=channel.fact,
        url=full_address(value.value) if value and channel.way == "website" else "",
        hours=f"{capital(teller.fact(hours))}." if hours else "",
        standing=standing(hours.hours, now) if hours and hours.hours else None,
        remark=" ".join(_remarks(teller, value, hours)),
    )


def _fact(teller: Teller, id_: str) -> Fact | None:
    """A fact that may be shown."""
    fact = teller.library.facts[id_] if id_ else None
    return fact if fact is not None and teller.may_show(fact) else None


def _remarks(teller: Teller, value: Fact | None, hours: Fact | None) -> Iterator[str]:
    told = [teller.sureness(fact) for fact in (value, hours) if fact is not None]
    if value is None or len(set(told)) < 2:
        yield from (f"{capital(text)}." for text in told[:1])
    else:
        yield f"{capital(told[0])}."
        yield _("De tijden: {source}.").format(source=told[1])


def _word(way: Way) -> str:
    return {"website": _("Website"), "phone": _("Bellen"), "counter": _("Balie"), "post": _("Post")}[way]
