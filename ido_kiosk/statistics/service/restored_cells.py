"""The cells of deliveries that regie has and an older copy does not know: they have left, so they never leave again."""

from collections.abc import Iterable, Iterator

import msgspec

from ido_kiosk.statistics.records import closed
from ido_shared.counts import Cell


class _Said(msgspec.Struct):
    """What is used of a delivery."""

    cellen: list[Cell] = []


def take_over_cells(desk: str, found: Iterable[bytes], dropped: Iterable[bytes]) -> None:
    """Note that the cells of found deliveries have left, and that those of dropped ones are still to be said.

    A counter whose cell has left does not leave again, whatever number it has here: regie's number counts. Call it in
    a transaction.
    """
    for row in _rows(dropped):
        closed.forget_stated(desk, row)
    for row in _rows(found):
        closed.take_over(desk, row)


def _rows(contents: Iterable[bytes]) -> Iterator[dict[str, object]]:
    for content in contents:
        for cell in msgspec.json.decode(bytes(content), type=_Said).cellen:
            yield {
                "place": cell.plaats,
                "view": cell.indeling,
                "first": cell.code if cell.kruis else "",
                "period": cell.periode,
                "level": cell.niveau,
                "code": cell.kruis or cell.code,
                "questions": cell.vragen,
                "k": cell.k,
            }
