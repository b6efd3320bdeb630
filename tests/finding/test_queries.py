"""The query set: what people ask, misspelt and in their own words, must stay as findable as it is."""

from ido_kiosk.finding.content.situations import Situations
from ido_kiosk.finding.service import Index
from ido_kiosk.guides.service import Library
from tests.finding.queries import quality, queries
from tests.store import codes

FIRST, FIRST_THREE = 0.88, 0.97
"""Floors: a little under what is measured (python -m benchmarks search)."""


def test_what_people_ask_is_found(shelf: Index) -> None:
    first, near, missed = quality(shelf)
    assert near >= FIRST_THREE, missed
    assert first >= FIRST


def test_the_set_is_large_and_names_what_there_is(library: Library, situations: Situations) -> None:
    rows = list(queries())
    assert len(rows) >= 80
    assert len({asked for asked, _good in rows}) == len(rows)
    known = {("topic", code) for code in codes().topics} | {("organisation", code) for code in library.organisations}
    known |= {("guide", id_) for id_ in library.guides} | {("urgent", id_) for id_ in situations.urgent}
    known |= {("life", id_) for id_ in situations.life_events}
    assert [asked for asked, good in rows if not good & known] == []
