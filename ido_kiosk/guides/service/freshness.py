"""How new the national content is."""

from datetime import date

from ido_kiosk.guides.content.guide import Library


def content_day(library: Library) -> date:
    """The newest day on which a guide was read after its writer, or a fact was checked; no day of this library."""
    read = [guide.second_reading.on for guide in library.guides.values()]
    return max([date.min, *read, *(fact.checked_on for fact in library.facts.values())])
