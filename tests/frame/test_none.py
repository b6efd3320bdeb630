"""PySide6 must not take references from None: on Python 3.11 the kiosk would die of it (decision 007)."""

import sys

from PySide6.QtCore import QObject


def test_a_call_without_a_result_costs_no_reference() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _time in range(500):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 100
