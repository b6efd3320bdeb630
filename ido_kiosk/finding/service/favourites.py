"""What this desk uses most: the first tiles of the start screen."""

from collections.abc import Iterable, Mapping

import msgspec

from ido_kiosk.finding.service.entries import Entry

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

    def shown(self, entries: Iterable[Entry]) -> list[Entry]:
        """The favourites that are on the shelf; while none is, the usual ones and then the first guides."""
        shelf = {name_of(entry): entry for entry in entries}
        return _on_shelf(self.names, shelf) or _default(shelf)


def name_of(entry: Entry) -> str:
    """What an entry is called in the settings."""
    return f"{entry.kind}/{entry.id}"


def _on_shelf(names: Iterable[str], shelf: Mapping[str, Entry]) -> list[Entry]:
    return [shelf[name] for name in names if name in shelf]


def _default(shelf: Mapping[str, Entry]) -> list[Entry]:
    guides = [name for name, entry in shelf.items() if entry.kind == "guide"]
    return _on_shelf(dict.fromkeys([*_USUAL, *guides]), shelf)[:MOST_DEFAULT]
