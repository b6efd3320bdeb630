"""Opening hours as they are typed: ``ma-vr 8.00-17.00, za 9.00-12.30``."""

from collections.abc import Iterable

from ido_shared.content.opening import DAYS, Opening, parse


def notation(openings: Iterable[Opening]) -> str:
    """Opening hours as someone would type them."""
    return ", ".join(f"{_days(opening)} {_time(opening.opens)}-{_time(opening.closes)}" for opening in openings)


def hours_of(typed: str) -> tuple[Opening, ...]:
    """The opening hours that were typed; empty when one of them cannot be read."""
    rows = [row.split() for row in typed.casefold().replace(":", ".").replace(" - ", "-").split(",")]
    found = [parse(*row) if len(row) == 2 else None for row in rows]
    return tuple(opening for opening in found if opening is not None) if all(found) else ()


def _days(opening: Opening) -> str:
    first, last = DAYS[opening.first], DAYS[opening.last]
    return first if first == last else f"{first}-{last}"


def _time(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"
