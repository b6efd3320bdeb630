"""One page of a guide as widgets: the step at once, what stands below it later."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ido_kiosk.guides.screen.choices import Choices
from ido_kiosk.guides.screen.parts import Opens, small_print, step_parts, strip_parts
from ido_kiosk.guides.screen.path import Top
from ido_kiosk.guides.screen.surroundings import Surroundings
from ido_kiosk.guides.service import Page, Walk
from ido_kiosk.qt.layouts import page, stack


class StepPage:
    """The page of a walk, hidden until it is shown; ``area`` scrolls, ``answers`` is None where nothing is asked."""

    def __init__(self, parent: QWidget, shown: Page, around: Surroundings, for_volunteer: bool) -> None:
        """``for_volunteer``: the guide is not meant for a visitor's eyes."""
        self.shown = shown
        self.answers: Choices | None = None
        self._around = around
        self._for_volunteer = for_volunteer
        self.area, self._column = page(parent)
        self._tools: Top | None = None
        self._below = 0
        """Where in the column the tools go in a narrow window."""

    def fill(self, answer: Callable[[str], None], tools: Top | None) -> None:
        """Make the step itself; ``answer`` gets the choice that is made, ``tools`` stand above it."""
        shown = self.shown
        self.answers = Choices(shown.choices, shown.answered, answer) if shown.choices else None
        if self._around.is_strip:
            parts = strip_parts(shown, self.answers)
        else:
            parts = step_parts(shown, self._around, self._for_volunteer, self.answers)
        for part in parts:
            self._column.addWidget(part)
        self._below = self._column.count()
        self._column.addStretch(1)
        self._tools = tools

    def place_tools(self, width: int) -> None:
        """Above the step; in a narrow window below it, where they leave the step its room."""
        if self._tools is not None:
            at = self._below if self._tools.is_narrow_in(width) else 0
            if self._column.indexOf(self._tools) != at:
                self._column.insertWidget(at, self._tools)

    def add_small_print(self, walk: Walk, links: tuple[Opens, Opens]) -> None:
        """What stands below the step. ``links``: open a guide, take an exit."""
        parts = small_print(self.shown, walk, self._around, links)
        whole, _layout = stack(parts, gap=self._column.spacing())
        self._column.insertWidget(self._column.count() - 1, whole)
        whole.show()

    def lay_out(self, size: QSize) -> None:
        """Do the work of styling and measuring for this size while the page is still hidden."""
        self.place_tools(size.width())
        self.area.resize(size)
        for _round in ("text", "text beside a scroll bar"):
            self.area.grab(QRect(0, 0, 1, 1))  # Qt's own way to lay out what is hidden
