"""The layers of a setting: standard, municipality, library, desk. A later one wins, unless one before locked it.

On disk a layer is ``{"waarden": {section: {value: …}}, "vast": {section: [value, …]}}``. The desk's own layer is the
sections themselves, and locks nothing.
"""

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

import msgspec

S = TypeVar("S", bound=msgspec.Struct)
Values = dict[str, Any]
"""The values of one section, as plain JSON."""

Layer = Literal["gemeente", "bibliotheek", "balie"]
LAYERS: tuple[Layer, ...] = ("gemeente", "bibliotheek", "balie")
Source = Literal["standaard", "gemeente", "bibliotheek", "balie"]


class Origin(msgspec.Struct, frozen=True):
    """Where a value comes from, and whether the desk may change it."""

    source: Source = "standaard"
    is_locked: bool = False


class Laid(msgspec.Struct, frozen=True):
    """What one layer says: values by section, and which of them the layers after it may not change."""

    waarden: dict[str, Values] = {}
    vast: dict[str, list[str]] = {}

    def of(self, section: str) -> Values:
        """Its values of one section."""
        found: object = self.waarden.get(section, {})
        return found if isinstance(found, dict) else {}

    def locks(self, section: str) -> list[str]:
        """What it locks of one section."""
        return [name for name in self.vast.get(section, []) if name in self.of(section)]


def resolve(kind: type[S], layers: Mapping[Layer, Laid]) -> tuple[S, dict[str, Origin]]:
    """The section that counts, and where each value comes from; a value that does not fit counts as not set."""
    section = kind.__name__
    found: Values = {}
    origins: dict[str, Origin] = {}
    for layer in LAYERS:
        laid = layers.get(layer, Laid())
        for name, value in fitting(kind, laid.of(section)).items():
            if not origins.get(name, Origin()).is_locked:
                found[name] = value
                origins[name] = Origin(layer, name in laid.locks(section))
    return msgspec.convert(found, kind), origins


def fitting(kind: type[S], values: Values) -> Values:
    """The values that this kind of section knows and that are of their type."""
    known = {field.encode_name for field in msgspec.structs.fields(kind)}
    return {name: value for name, value in values.items() if name in known and fits(kind, name, value)}


def fits(kind: type[S], name: str, value: object) -> bool:
    """Whether a value is of the type that a section asks."""
    try:
        msgspec.convert({name: value}, kind)
    except msgspec.ValidationError:
        return False
    return True
