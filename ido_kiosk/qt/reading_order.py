"""The focus goes in the order of reading: that of the layouts, also of parts that were made or moved later."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QScrollArea, QWidget


def go_on(window: QWidget, forward: bool) -> bool:
    """Put the focus where the Tab key leads from the part that has it, and scroll there; False when nowhere.

    Qt itself goes by the order in which parts were made: in a page that is made anew the last part on the screen. It
    scrolls only within a page, not from beside it.
    """
    now, step = QApplication.focusWidget(), 1 if forward else -1
    above = window.menuWidget() if isinstance(window, QMainWindow) else None
    whole = [*(_parts(above) if above is not None else ()), *_parts(window)]
    parts = [part for part in whole if _takes_focus(part)]
    if not parts:
        return False
    following = parts[(parts.index(now) + step) % len(parts)] if now in parts else parts[0 if forward else -1]
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _scroll_to(following)
    return True


def _scroll_to(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()


def _takes_focus(part: QWidget) -> bool:
    policy = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(policy) and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def _parts(whole: QWidget) -> Iterator[QWidget]:
    """A widget with all that is in it, in order."""
    yield whole
    if isinstance(whole, QScrollArea):
        if (content := whole.widget()) is not None:
            yield from _parts(content)
    elif (layout := whole.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        part, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if part is not None:
            yield from _parts(part)
        elif inner is not None:
            yield from _laid_out(inner)
