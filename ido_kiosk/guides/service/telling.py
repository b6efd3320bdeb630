"""Tell a guide on a day and in a language: texts with their facts, words explained, contacts, sources.

A fact that may not be shown today leaves its text in the words it has without the fact.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Protocol

import msgspec

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Actions, Block, Bullets, Contact, Definitions, Heading, Paragraph, Small
from ido_kiosk.base.language import _, day_text, month_text
from ido_kiosk.guides.content.guide import Guide, Item, Library, Outcome, SecondReading, Status, Step
from ido_kiosk.guides.service.own_facts import MUNICIPAL, OWN, is_own
from ido_shared.content.facts import Fact, State
from ido_shared.content.organisations import Channel, Organisation, Way
from ido_shared.content.wording import PLACEHOLDER, Translate, Wording

_SHOWN: tuple[State, ...] = ("checked", "unchecked")


class Kept(Protocol):
    """What is kept up to date: a guide, or something else with sources and dates."""

    @property
    def sources(self) -> tuple[str, ...]: ...
    @property
    def status(self) -> Status: ...
    @property
    def check_before(self) -> date: ...
    @property
    def second_reading(self) -> SecondReading: ...


class Teller(msgspec.Struct, frozen=True):
    """The library as it may be told today, by ``translate`` in the visitor's language."""

    library: Library
    today: date
    translate: Translate

    def say(self, wording: Wording | None) -> str:
        """A text without facts; empty for none."""
        return "" if wording is None else wording.said(self.translate)

    def item(self, item: Item) -> str:
        """A text with its facts filled in, or what to say without them."""
        facts = {name: self.library.facts[name] for name in item.facts()}
        if not all(self.may_show(fact) for fact in facts.values()):
            return self.say(item.without)
        return PLACEHOLDER.sub(lambda found: self.fact(facts[found[1]]), self.say(item.text))

    def fact(self, fact: Fact) -> str:
        """A fact in words."""
        return language.hours_text(fact.hours) if fact.hours else fact.said(self.translate)

    def may_show(self, fact: Fact) -> bool:
        """Whether a fact may be shown today."""
        return fact.state(self.today) in _SHOWN

    def facts(self, items: Iterable[Item]) -> list[Fact]:
        """The facts that texts name, each once."""
        return list({name: self.library.facts[name] for item in items for name in item.facts()}.values())

    def actions(self, items: Iterable[Item]) -> list[Block]:
        """Numbered actions; each that only the visitor types says so."""
        guard = "\n" + _("Typ dit zelf. Niemand kijkt mee.")
        texts = tuple(self.item(item) + guard * item.typed_by_visitor for item in items)
        return [Actions(texts)] if texts else []

    def bring(self, step: Step) -> list[Block]:
        """What to bring when the visitor comes back."""
        items = tuple(self.say(thing.text) for thing in step.bring)
        return [Heading(_("Neem dit mee als u terugkomt"), 3), Bullets(items)] if items else []

    def explained(self, guide: Guide, dutch: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """The words of a guide that need explaining, each with its meaning, as far as these Dutch texts use them."""
        used = " ".join(dutch).casefold()
        found = (pair for pair in guide.words if pair[0].dutch.casefold() in used)
        return tuple((self.say(word), self.say(meaning)) for word, meaning in found)

    def words(self, guide: Guide, dutch: Iterable[str]) -> list[Block]:
        """The same as a block, for paper."""
        hard = _("Moeilijk woord: {word}")
        items = tuple((hard.format(word=word), meaning) for word, meaning in self.explained(guide, dutch))
        return [Definitions(items)] if items else []

    def organisation(self, guide: Guide, outcome: Outcome | None = None) -> Organisation:
        """The organisation to turn to: the outcome's own, or the guide's."""
        return self.library.organisations[(outcome.organisation if outcome else "") or guide.organisation]

    def contacts(self, organisation: Organisation, ways: Iterable[Way], on_paper: bool = False) -> list[Block]:
        """How to reach an organisation by these ways, in this order; where to look when nothing may be shown."""
        remark = self.short_remark if on_paper else self._remark
        channels = [channel for way in ways for channel in organisation.channels if channel.way == way]
        blocks: list[Block] = []
        for channel in channels:
            if (contact := self._contact(organisation, channel, remark)) is not None:
                blocks.append(contact)
        if blocks:
            return blocks
        text = _("Kijk in een brief van {organisation}. Daar staat hoe u contact krijgt.")
        return [Paragraph(text.format(organisation=self.say(organisation.called)))]

    def _contact(
        self, organisation: Organisation, channel: Channel, remark: Callable[[Organisation, Fact], str]
    ) -> Contact | None:
        name = way_name(channel.way).format(organisation=self.say(organisation.called))
        if not channel.fact:
            return Contact(channel.way, name, self.say(channel.text))
        facts = [self.library.facts[id_] for id_ in (channel.fact, channel.hours) if id_]
        if not self.may_show(facts[0]):
            return None
        shown = [fact for fact in facts if self.may_show(fact)]
        hours = [self.fact(fact) for fact in shown[1:]]
        least_sure = min(shown, key=lambda fact: fact.state(self.today) == "checked")
        notes = [*(f"{capital(text)}." for text in hours), remark(organisation, least_sure)]
        return Contact(channel.way, name, self.fact(facts[0]), " ".join(filter(None, notes)))

    def contact_facts(self, organisation: Organisation, ways: Iterable[Way]) -> list[Fact]:
        """The facts behind the contacts of an organisation."""
        wanted = set(ways)
        channels = [channel for channel in organisation.channels if channel.way in wanted]
        return [self.library.facts[id_] for channel in channels for id_ in (channel.fact, channel.hours) if id_]

    def number(self, fact: Fact, on_paper: bool = False) -> Block:
        """A fact that is a number or an address by itself, called by what it is about; its source not on paper."""
        if not self.may_show(fact):
            text = _("{what}: kijk op {url}")
            return Paragraph(text.format(what=capital(self.say(fact.what)), url=self.library.sources[fact.source].url))
        kind: Way = "phone" if self.fact(fact)[:1] in "+0123456789" else "website"
        note = f"{capital(self.sureness(fact))}."
        if on_paper:
            is_checked = fact.state(self.today) == "checked"
            note = "" if is_checked else _("Nog niet nagekeken bij de organisatie.")
        return Contact(kind, capital(self.say(fact.what)), self.fact(fact), note)

    def _remark(self, _organisation: Organisation, fact: Fact) -> str:
        return f"{capital(self.sureness(fact))}."

    def short_remark(self, organisation: Organisation, fact: Fact) -> str:
        """For paper: that a fact was not checked with the organisation; empty when it was."""
        if fact.state(self.today) == "checked":
            return ""
        return _("Nog niet nagekeken bij {organisation}.").format(organisation=self.say(organisation.called))

    def sureness(self, fact: Fact) -> str:
        """How sure a fact is, with its date, such as ``gecontroleerd op 7 juni 2024``."""
        if fact.source.startswith(MUNICIPAL):
            return _("gecontroleerd door de gemeente op {day}").format(day=day_text(fact.checked_on))
        if is_own(fact):
            return _("gecontroleerd door de bibliotheek op {day}").format(day=day_text(fact.checked_on))
        if fact.state(self.today) == "checked":
            return _("gecontroleerd op {day}").format(day=day_text(fact.checked_on))
        source = self.library.sources[fact.source].name
        text = _("volgens {source}, {month}; nog niet nagekeken bij de organisatie")
        return text.format(source=source, month=month_text(fact.checked_on))

    def source_lines(self, guide: Guide, facts: Iterable[Fact]) -> Iterator[Block]:
        """Small print: each fact that is shown with its source and date, the guide's sources, who read it."""
        told: dict[str, list[str]] = {}
        for fact in facts:
            if self.may_show(fact):
                told.setdefault(self._source(fact), []).append(self.say(fact.what))
        for source_text, whats in told.items():
            yield Small(f"{capital(', '.join(whats))}: {source_text}.")
        for id_ in guide.sources:
            source = self.library.sources[id_]
            yield Small(
                _("Meer lezen: {name}, {title}: {url}").format(name=source.name, title=source.title, url=source.url)
            )
        yield Small(" ".join([*self._states(guide), *self._readers(guide), *self._translation()]))

    def short_source(self, guide: Kept, facts: Iterable[Fact]) -> Block:
        """The same in one line for paper: its day, whose words it is based on, who read it."""
        from babel.lists import format_list

        checked = (fact.source for fact in facts if fact.state(self.today) == "checked")
        names = list(dict.fromkeys(self._source_name(id_) for id_ in [*guide.sources, *checked]))
        made = _("Dit blad is van {day}. Bron: {sources}.")
        made = made.format(day=day_text(self.today), sources=format_list(names, locale=language.current()))
        return Small(" ".join([made, *self._states(guide), self._reader(guide), *self._translation()]))

    def _source_name(self, source: str) -> str:
        if source.startswith(MUNICIPAL):
            return _("de gemeente")
        return _("de bibliotheek") if source.startswith(OWN) else self.library.sources[source].name

    def _source(self, fact: Fact) -> str:
        remark = self.sureness(fact)
        is_national = fact.confidence == "A" and not is_own(fact)
        return f"{self.library.sources[fact.source].name}, {remark}" if is_national else remark

    def _states(self, guide: Kept) -> Iterator[str]:
        if guide.status == "concept":
            yield _("Deze gids is nog niet af.")
        if self.is_overdue(guide):
            yield _("Deze gids moest voor {day} weer nagekeken zijn.").format(day=day_text(guide.check_before))

    def is_overdue(self, guide: Kept) -> bool:
        """Whether the guide should have been checked again by now."""
        return self.today >= guide.check_before

    def _readers(self, guide: Guide) -> Iterator[str]:
        yield _("Geschreven op {day}.").format(day=day_text(guide.written_on))
        yield self._reader(guide)

    def _reader(self, guide: Kept) -> str:
        reading = guide.second_reading
        if reading.kind == "programma":
            return _("Nog niet door een mens nagelezen.")
        return _("Nagelezen door {name} op {day}.").format(name=reading.by, day=day_text(reading.on))

    def _translation(self) -> Iterator[str]:
        if not language.is_native_read():
            yield _("Niemand die deze taal van huis uit spreekt, heeft de vertaling nagekeken.")


def capital(text: str) -> str:
    """A text with a capital at its start."""
    return text[:1].upper() + text[1:]


def way_name(way: Way) -> str:
    """What reaching an organisation by this way is called, with room for the ``{organisation}``."""
    return {
        "website": _("Website van {organisation}"),
        "phone": _("Bel {organisation}"),
        "counter": _("Ga naar {organisation}"),
        "post": _("Schrijf naar {organisation}"),
    }[way]
