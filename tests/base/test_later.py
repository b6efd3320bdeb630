"""A table that is read when something first looks into it."""

import pytest

from ido_kiosk.base.later import Later


def test_it_is_read_once_and_only_when_it_is_looked_into() -> None:
    read: list[str] = []

    def rows() -> dict[str, int]:
        read.append("read")
        return {"a": 1, "b": 2}

    table = Later(rows)
    assert read == []
    assert (len(table), list(table), table["b"], "c" in table) == (2, ["a", "b"], 2, False)
    assert read == ["read"]


def test_what_cannot_be_read_is_told_at_each_look_until_it_can() -> None:
    state = {"broken": True}

    def rows() -> dict[str, int]:
        if state["broken"]:
            raise ValueError("broken")
        return {"a": 1}

    table = Later(rows)
    for _look in range(2):
        with pytest.raises(ValueError, match="broken"):
            len(table)
    state["broken"] = False
    assert dict(table) == {"a": 1}
