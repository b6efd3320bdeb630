"""What this desk uses most: the first tiles of the start screen."""

from collections.abc import Callable, Iterable
from itertools import islice

import msgspec

from ido_kiosk.finding.service.entries import Entry, name_of

MOST_DEFAULT = 6
_USUAL = (
    "guide/digid-aanvragen",
    "guide/digid-activeren",
    "guide/digid-app",
    "guide/brief-van-de-overheid",
    "guide/huurtoeslag",
    "guide/nep-sms-en-oplichting",
)
"""What most desks are asked for, until this one chooses."""


class Favourites(msgspec.Struct, frozen=True):
    """The favourites of this desk, in the order of choosing; kept in its settings. Empty: the usual ones."""

    names: tuple[str, ...] = ()

    def has(self, entry: Entry) -> bool:
        """Whether this desk chose an entry."""
        return name_of(entry) in self.names

    def changed(self, entry: Entry, is_favourite: bool) -> "Favourites":
        """The favourites with or without this entry."""
        others = tuple(name for name in self.names if name != name_of(entry))
        return Favourites((*others, name_of(entry)) if is_favourite else others)

    def shown(self, named: Callable[[str], Entry | None], guides: Iterable[str]) -> list[Entry]:
        """The favourites that are on the shelf; while none is, the usual ones and then the first guides.

        ``named`` gives the entry with a name, ``guides`` are the ids of all guides: only what is shown is made.
        """
        return _on_shelf(self.names, named, len(self.names)) or _on_shelf(
            dict.fromkeys([*_USUAL, *(f"guide/{id_}" for id_ in guides)]), named, MOST_DEFAULT
        )


def _on_shelf(names: Iterable[str], named: Callable[[str], Entry | None], most: int) -> list[Entry]:
    found = (entry for name in names if (entry := named(name)) is not None)
    return list(islice(found, most))
