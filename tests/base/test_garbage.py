"""Garbage is looked for when it was not put off, and again after it was."""

import gc
from collections.abc import Iterator

import pytest

from ido_kiosk.base import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Other tests find the search for garbage as it was."""
    kept = gc.get_freeze_count()
    yield
    if gc.get_freeze_count() > kept:
        gc.unfreeze()
    gc.enable()


def test_what_is_there_is_left_alone_from_then_on() -> None:
    garbage.put_off()
    assert not gc.isenabled()
    before = gc.get_freeze_count()
    garbage.look()
    assert gc.isenabled()
    assert gc.get_freeze_count() > before


def test_where_nothing_was_put_off_nothing_is_kept() -> None:
    before = gc.get_freeze_count()
    garbage.look()
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, before)
