"""Scroll a page by key, also while the focus is on a row of buttons beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider

_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


def scroll(bar: QAbstractSlider, event: QKeyEvent) -> bool:
    """Do what a key means for this scroll bar; gives whether it means something."""
    action = _SCROLLS.get(Qt.Key(event.key()))
    if action is not None:
        bar.triggerAction(action)
    return action is not None
