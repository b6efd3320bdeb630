"""The two voices of a page: what the visitor reads, large; what is for the volunteer, apart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.guides.content.guide import Prompt
from ido_kiosk.guides.service import Deed, Page
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import beside, box, label, picture, stack
from ido_kiosk.qt.marked_text import Words, marked_text, used_in

_PICTURES: dict[Prompt, str] = {"bsn": "warning", "koptelefoon": "headphones"}


def visitor_parts(page: Page, visitor_view: bool) -> list[QWidget]:
    """What the visitor reads, with the prompts at the very action that they are for; each hard word is marked once."""
    marks = _Marks(page.words)
    parts = [marks.shown(page.lead)] if page.lead else []
    if page.deeds:
        rows = [
            _deed(number if page.is_numbered else 0, deed, marks, visitor_view)
            for number, deed in enumerate(page.deeds, start=1)
        ]
        parts.append(stack(rows, gap=12)[0])
    if page.blocks:
        parts.append(block_view(list(page.blocks)))
    return [*parts, *marks.rest()]


class _Marks:
    """The hard words of a page that are not marked yet."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def shown(self, text: str) -> QWidget:
        """A text of the visitor, with those words marked that it is the first to use."""
        used = used_in(text, self._words)
        self._words = tuple(pair for pair in self._words if pair not in used)
        return marked_text(text, used, "visitor")

    def rest(self) -> list[QWidget]:
        """The words that stand in the title or in a list, each with a place of its own."""
        hard = _("Moeilijk woord: {word}")
        return [marked_text(hard.format(word=word), ((word, meaning),)) for word, meaning in self._words]


def volunteer_parts(page: Page) -> list[QWidget]:
    """What is for the volunteer only."""
    return [block_view(list(page.volunteer))] if page.volunteer else []


def _deed(number: int, deed: Deed, marks: _Marks, visitor_view: bool) -> QWidget:
    below = [marks.shown(deed.text)]
    if deed.typed_by_visitor:
        below.append(_prompt("typed", "pencil", _("Typ dit zelf. Niemand kijkt mee.")))
    if deed.prompt and not visitor_view:
        below.append(_prompt("tip", _PICTURES[deed.prompt], _prompt_words(deed.prompt)))
    return beside(_mark(number), stack(below, gap=6)[0] if len(below) > 1 else below[0])


def _mark(number: int) -> QLabel:
    mark = QLabel(str(number) if number else "•")
    mark.setObjectName("number" if number else "bullet")
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    side = round(mark.fontInfo().pixelSize() * 1.9)
    if number:
        mark.setFixedSize(side, side)
    return mark


def _prompt(name: str, drawing: str, words: str) -> QWidget:
    frame, layout = box(name)
    layout.setContentsMargins(12, 6, 12, 6)
    layout.addWidget(beside(picture(drawing), label(words)))
    frame.setAccessibleName(words)
    return frame


def _prompt_words(prompt: Prompt) -> str:
    if prompt == "bsn":
        return _("Vrijwilliger: schrijf dit nummer nergens op.")
    return _("Vrijwilliger: de code wordt voorgelezen. Bied een koptelefoon aan.")
