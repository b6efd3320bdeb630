"""Everything that can be found, and by which texts: a new kind of entry is one more function here."""

from collections.abc import Iterator, Mapping

import msgspec

from ido_kiosk.finding.content.examples import Kind
from ido_kiosk.finding.content.situations import LifeEvent, Situations, Urgent
from ido_kiosk.guides.content.guide import Guide
from ido_kiosk.guides.service import Library
from ido_kiosk.letters.service import Letter
from ido_shared.content.codes import Codes, Topic
from ido_shared.content.organisations import Organisation
from ido_shared.content.wording import Wording

_OTHERS = ("XPU", "XPR")
"""The codes for any other organisation."""

_WAYS = ("telefoonnummer", "bellen", "adres")
"""What people look for of an organisation."""


class Entry(msgspec.Struct, frozen=True):
    """Something that can be found.

    ``names`` are what it is called, ``everyday`` what people say for it (Dutch only), ``inside`` the texts in it.
    ``gives_way``: something else on the shelf is about the same and helps more, as a guide does more than its topic.
    """

    kind: Kind
    id: str
    title: Wording
    names: tuple[Wording, ...] = ()
    everyday: tuple[str, ...] = ()
    inside: tuple[Wording, ...] = ()
    gives_way: bool = False


def entries_of(
    library: Library, situations: Situations, codes: Codes, letters: Mapping[str, Letter]
) -> Iterator[Entry]:
    """Everything on the shelf."""
    for guide in library.guides.values():
        yield guide_entry(guide, codes)
    for letter in letters.values():
        yield _letter_entry(letter)
    for urgent in situations.urgent.values():
        yield _urgent_entry(urgent)
    for event in situations.life_events.values():
        yield _life_entry(event)
    for organisation in library.organisations.values():
        if is_one(organisation):
            yield _organisation_entry(organisation)
    told = _told(library, situations)
    for topic in codes.topics.values():
        yield _topic_entry(topic, codes, topic.code in told)


def _told(library: Library, situations: Situations) -> set[str]:
    """The topics about which there is more than their name."""
    guides = {guide.topic for guide in library.guides.values()}
    events = {event.topic for event in situations.life_events.values()}
    return guides | events | {urgent.topic for urgent in situations.urgent.values()}


def entry_named(
    name: str, library: Library, situations: Situations, codes: Codes, letters: Mapping[str, Letter]
) -> Entry | None:
    """The entry that the settings call so, such as ``guide/huurtoeslag``; None when it is not on the shelf."""
    kind, _sign, id_ = name.partition("/")
    if kind == "guide" and id_ in library.guides:
        return guide_entry(library.guides[id_], codes)
    if kind == "letter" and id_ in letters:
        return _letter_entry(letters[id_])
    if kind == "life" and id_ in situations.life_events:
        return _life_entry(situations.life_events[id_])
    if kind == "organisation" and id_ in library.organisations:
        return _organisation_entry(library.organisations[id_])
    return None


def name_of(entry: Entry) -> str:
    """What an entry is called in the settings."""
    return f"{entry.kind}/{entry.id}"


def is_one(organisation: Organisation) -> bool:
    """Whether it is an organisation that one can look up, not a code for all others."""
    return organisation.kind != "geen" and organisation.code not in _OTHERS


def guide_entry(guide: Guide, codes: Codes) -> Entry:
    """A guide, found by what is said for its topic too."""
    inside = [guide.summary, _label(codes, guide.topic)]
    for step in guide.steps.values():
        inside += [text for text in (step.title, step.question) if text is not None]
        inside += [item.text for item in step.actions]
    inside += [outcome.title for outcome in guide.outcomes.values()]
    inside += [Wording("", words) for words in codes.search_words.get(guide.topic, ())]
    return Entry("guide", guide.id, guide.title, guide.known_as, (), tuple(inside))


def _letter_entry(letter: Letter) -> Entry:
    """A letter, after the guides that lead to it: they say first whether it is needed."""
    has_guide = bool(letter.guides)
    return Entry("letter", letter.id, letter.title, letter.known_as, (), (letter.summary,), gives_way=has_guide)


def _urgent_entry(urgent: Urgent) -> Entry:
    inside = tuple(item.text for item in urgent.now)
    return Entry("urgent", urgent.id, urgent.title, urgent.known_as, (), inside)


def _life_entry(event: LifeEvent) -> Entry:
    inside = [event.summary]
    for point in event.points:
        inside += [point.title, *(item.text for item in point.actions)]
    return Entry("life", event.id, event.title, event.known_as, (), tuple(inside))


def _organisation_entry(organisation: Organisation) -> Entry:
    inside = (organisation.purpose,) if organisation.purpose else ()
    names = (organisation.called,)
    reached = (f"{organisation.called.dutch} {way}" for way in _WAYS)
    everyday = (*organisation.known_as, *reached)
    return Entry("organisation", organisation.code, organisation.label, names, everyday, inside)


def _topic_entry(topic: Topic, codes: Codes, is_told: bool) -> Entry:
    theme = Wording(f"registratie/themas/{topic.theme}", codes.themes[topic.theme].label)
    everyday = codes.search_words.get(topic.code, ())
    return Entry("topic", topic.code, _label(codes, topic.code), (), everyday, (theme,), is_told)


def _label(codes: Codes, topic: str) -> Wording:
    return Wording(f"registratie/onderwerpen/{topic}", codes.topics[topic].label)
