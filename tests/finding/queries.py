"""The sets of queries in queries.txt, held_out.txt and held_out_2.txt, and how many of them come out well."""

from collections.abc import Iterator
from pathlib import Path

from ido_kiosk.finding.service import Index, Kind

TUNED = Path(__file__).with_name("queries.txt")
"""Search was made with these."""
HELD_OUT = Path(__file__).with_name("held_out.txt")
"""Neither search nor the words of the shelf were made with these: it does on them as on what people will type."""
HELD_OUT_2 = Path(__file__).with_name("held_out_2.txt")
"""The same, by a later writer who had seen only ids and titles."""
KINDS: dict[str, Kind] = {
    "gids": "guide",
    "onderwerp": "topic",
    "organisatie": "organisation",
    "leven": "life",
    "spoed": "urgent",
    "brief": "letter",
}
Query = tuple[str, set[tuple[Kind, str]]]


def queries(file: Path) -> Iterator[Query]:
    """Each query with what may come first: kind and id."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            asked, _sign, good = line.rpartition(" = ")
            pairs = (one.split(":") for one in good.split())
            yield asked, {(KINDS[kind], id_) for kind, id_ in pairs}


def place(index: Index, query: Query) -> int:
    """The place of the first good hit, from 1; 0 when there is none."""
    asked, good = query
    found = [(hit.entry.kind, hit.entry.id) for hit in index.search(asked)]
    return next((number for number, one in enumerate(found, start=1) if one in good), 0)


def quality(index: Index, file: Path) -> tuple[float, float, list[str]]:
    """The share that comes first, the share among the first three, and what does not."""
    rows = [(query, place(index, query)) for query in queries(file)]
    first = sum(found == 1 for _query, found in rows) / len(rows)
    near = sum(1 <= found <= 3 for _query, found in rows) / len(rows)
    return first, near, [f"{query[0]}: {found or 'niet'}" for query, found in rows if not 1 <= found <= 3]
