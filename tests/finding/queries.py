"""The blind sets of queries, and how many of them come out well; what search learned is asked the same way."""

from collections.abc import Iterable
from pathlib import Path

from ido_kiosk.finding.content.examples import example_of, lines_of
from ido_kiosk.finding.service import Example, Index

BLIND = {
    name: Path(__file__).with_name(f"{name}.txt") for name in ("held_out", "held_out_2", "held_out_3", "held_out_spoed")
}
"""Questions by writers who had seen ids and titles only: nothing is ever mended by their misses."""


def queries(file: Path) -> list[Example]:
    """Each query with what may come first."""
    return [example_of(line) for _number, line in lines_of(file)]


def place(index: Index, query: Example) -> int:
    """The place of the first good hit, from 1; 0 when there is none."""
    found = [(hit.entry.kind, hit.entry.id) for hit in index.search(query.asked)]
    return next((number for number, one in enumerate(found, start=1) if one in query.good), 0)


def quality(index: Index, asked: Iterable[Example]) -> tuple[float, float, list[str]]:
    """The share that comes first, the share among the first three, and what does not."""
    rows = [(query, place(index, query)) for query in asked]
    first = sum(found == 1 for _query, found in rows) / len(rows)
    near = sum(1 <= found <= 3 for _query, found in rows) / len(rows)
    return first, near, [f"{query.asked}: {found or 'niet'}" for query, found in rows if not 1 <= found <= 3]
