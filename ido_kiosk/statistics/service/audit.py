"""Ask of what would be published: can someone work out a number that was not?

Someone who knows all cells, the exact totals of each month and the code lists can add and subtract. A number is safe
when the questions behind it can be exchanged with others so that every published number stays the same, and it
becomes zero (or as large as what may be published). Source: docs/decisions/014.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

Atom = tuple[str, str]
"""A month and a code."""
Row = tuple[object, ...]
"""What must keep its sum for an atom: its month, and the published cells of related views."""
Column = tuple[object, ...]
"""The published cell in which an atom left; that of all that waits may change its parts freely."""


Node = tuple[bool, tuple[object, ...]]
"""A row (true) or a column."""


@dataclass(frozen=True)
class Sheet:
    """All atoms of a year: of every month with every code of the list, also where nobody asked."""

    numbers: Mapping[Atom, int]
    rows: Mapping[Atom, Row]
    columns: Mapping[Atom, Column]


@dataclass(frozen=True)
class Secret:
    """A number that nobody may work out: the questions of some atoms together, less than ``below``."""

    atoms: frozenset[Atom]
    below: int
    """It is safe when it could as well be zero, or so large."""


class Exchange:
    """Exchanges questions between atoms, so that the sum of every row and of every column stays what it is."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        # In both directions: row to column, and column to row, each with the atoms in which they meet.
        self._onward: dict[Node, dict[Node, list[Atom]]] = defaultdict(lambda: defaultdict(list))
        in_column = Counter(sheet.columns.values())
        for atom in sheet.numbers:
            row, column = self._nodes(atom)
            if in_column[column[1]] == 1:
                continue  # a cell of its own: it is published and cannot change
            self._onward[row][column].append(atom)
            self._onward[column][row].append(atom)

    def is_safe(self, secret: Secret) -> bool:
        """Whether a number could as well be zero, or as large as what may be published."""
        value = sum(self._sheet.numbers[atom] for atom in secret.atoms)
        if not 1 <= value < secret.below or self._moves_away(secret):
            return True
        return self._can_become(secret, 0) or self._can_become(secret, secret.below)

    def _nodes(self, atom: Atom) -> tuple[Node, Node]:
        return (True, self._sheet.rows[atom]), (False, self._sheet.columns[atom])

    def _moves_away(self, secret: Secret) -> bool:
        """Whether each question can become one of another code in its row and column, and nothing else changes."""
        return all(
            any(other not in secret.atoms for other in self._beside(atom))
            for atom in secret.atoms
            if self._sheet.numbers[atom]
        )

    def _beside(self, atom: Atom) -> list[Atom]:
        row, column = self._nodes(atom)
        return self._onward[row][column] if row in self._onward else []

    def _can_become(self, secret: Secret, wanted: int) -> bool:
        """Whether a number can be made what is wanted, one exchange after another."""
        numbers = dict(self._sheet.numbers)
        missing = wanted - sum(numbers[atom] for atom in secret.atoms)
        for atom in sorted(secret.atoms):
            while missing and (step := self._moved(numbers, atom, secret, missing)):
                missing -= step
        return not missing

    def _moved(self, numbers: dict[Atom, int], atom: Atom, secret: Secret, missing: int) -> int:
        """Give or take questions of an atom and make good for them elsewhere; how many, 0 when it is impossible."""
        sign = 1 if missing > 0 else -1
        path = self._path(numbers, atom, secret.atoms, gains=missing > 0) if missing > 0 or numbers[atom] else []
        # In turn the atoms of a path go the other way and this way; those that give cannot give more than they have.
        giving = [other for place, other in enumerate([atom, *path]) if (place % 2 == 0) == (missing < 0)]
        many = min([abs(missing), *(numbers[other] for other in giving)]) if path else 0
        for place, other in enumerate([atom, *path] if many else []):
            numbers[other] += many * (sign if place % 2 == 0 else -sign)
        return many * sign

    def _path(self, numbers: Mapping[Atom, int], atom: Atom, barred: frozenset[Atom], gains: bool) -> list[Atom]:
        """Atoms from the atom's row to its column, in turn, over which an exchange keeps all sums; empty: none."""
        start, end = self._nodes(atom)
        return self._short(numbers, start, end, barred, gains) or self._long(numbers, start, end, barred, gains)

    def _short(
        self, numbers: Mapping[Atom, int], start: Node, end: Node, barred: frozenset[Atom], gains: bool
    ) -> list[Atom]:
        """A path over one other row and column, which is nearly always there and quickly found."""
        for row, last in self._onward[end].items():
            third = _usable(last, numbers, barred, gives=gains)
            for column in self._onward[row] if third and row != start else ():
                first = _usable(self._onward[start].get(column, []), numbers, barred, gives=gains)
                second = _usable(self._onward[row][column], numbers, barred, gives=not gains)
                if first and second and third and column != end:
                    return [first, second, third]
        return []

    def _long(
        self, numbers: Mapping[Atom, int], start: Node, end: Node, barred: frozenset[Atom], gains: bool
    ) -> list[Atom]:
        """Any path, the shortest first."""
        came: dict[Node, tuple[Node, Atom]] = {}
        queue = [start]
        for node in queue:
            for following, atoms in self._onward[node].items():
                if following not in came and following != start:
                    other = _usable(atoms, numbers, barred, gives=gains == node[0])
                    if other:
                        came[following] = node, other
                        queue.append(following)
            if end in came:
                return _back(came, start, end)
        return []


def _usable(atoms: list[Atom], numbers: Mapping[Atom, int], barred: frozenset[Atom], gives: bool) -> Atom | None:
    """The first atom outside the number itself that has a question to give when it must."""
    return next((atom for atom in atoms if atom not in barred and (numbers[atom] or not gives)), None)


def _back(came: Mapping[Node, tuple[Node, Atom]], start: Node, end: Node) -> list[Atom]:
    """The atoms from start to end, where each node knows from where one came."""
    path = []
    while end != start:
        end, atom = came[end]
        path.append(atom)
    return path[::-1]
