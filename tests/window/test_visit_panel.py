"""The panel *Dit bezoek* by itself."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from ido_kiosk.base import language, paths
from ido_kiosk.window.visit_panel import VisitPanel


@pytest.mark.parametrize(("spoken", "shown"), [("nl", "+1\u2002F4"), ("ar", "\u2066+1\u2069\u2002F4")])
def test_one_more_reads_as_it_should_in_both_directions(qapp: QApplication, spoken: str, shown: str) -> None:
    """Between Arabic words +1 would stand as 1+."""
    language.use(spoken, paths.translations())
    panel = VisitPanel()
    assert shown in [button.text() for button in panel.findChildren(QPushButton)]
