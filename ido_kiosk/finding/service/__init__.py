"""What finding can do, the feature's only door: search, the ways in by theme and event, and this desk's favourites."""

from typing import TYPE_CHECKING

from ido_kiosk.base.door import opened_when_asked

if TYPE_CHECKING:
    from ido_kiosk.finding.content.examples import Example, Kind, load_examples
    from ido_kiosk.finding.content.loading import load_situations
    from ido_kiosk.finding.content.situations import LifeEvent, Situation, Situations, Urgent
    from ido_kiosk.finding.service.beside import card_on_screen
    from ido_kiosk.finding.service.cards import (
        Card,
        Link,
        Part,
        guides_of_theme,
        life_card,
        organisation_card,
        urgent_card,
    )
    from ido_kiosk.finding.service.current import Reminder, reminders
    from ido_kiosk.finding.service.entries import Entry, entries_of, entry_named
    from ido_kiosk.finding.service.favourites import Favourites
    from ido_kiosk.finding.service.index import Hit, Index, Spoken
    from ido_kiosk.finding.service.spoken import languages

__getattr__ = opened_when_asked(
    __name__,
    {
        "..content.examples": "Example Kind load_examples",
        "..content.loading": "load_situations",
        "..content.situations": "LifeEvent Situation Situations Urgent",
        ".beside": "card_on_screen",
        ".cards": "Card Link Part guides_of_theme life_card organisation_card urgent_card",
        ".current": "Reminder reminders",
        ".entries": "Entry entries_of entry_named",
        ".favourites": "Favourites",
        ".index": "Hit Index Spoken",
        ".spoken": "languages",
    },
)

__all__ = [
    "Card",
    "Entry",
    "Example",
    "Favourites",
    "Hit",
    "Index",
    "Kind",
    "LifeEvent",
    "Link",
    "Part",
    "Reminder",
    "Situation",
    "Situations",
    "Spoken",
    "Urgent",
    "card_on_screen",
    "entries_of",
    "entry_named",
    "guides_of_theme",
    "languages",
    "life_card",
    "load_examples",
    "load_situations",
    "organisation_card",
    "reminders",
    "urgent_card",
]
