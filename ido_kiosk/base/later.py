"""A table that is read when something first looks into it: a kiosk shows its window before what is behind it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

V = TypeVar("V")


class Later(Mapping[str, V]):
    """The rows that ``read`` gives, by their id. Each look may raise what ``read`` raises, until it succeeds once."""

    def __init__(self, read: Callable[[], Mapping[str, V]]) -> None:
        self._read = read

    @cached_property
    def _rows(self) -> Mapping[str, V]:
        return self._read()

    def __getitem__(self, id_: str) -> V:
        return self._rows[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
