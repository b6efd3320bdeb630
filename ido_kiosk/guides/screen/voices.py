"""The two voices of a page: what the visitor reads, large; what is for the volunteer, apart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.guides.content.guide import Prompt
from ido_kiosk.guides.service import Deed, Page
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import beside, box, label, picture, stack
from ido_kiosk.qt.marked_text import Words, marked_text

_PICTURES: dict[Prompt, str] = {"bsn": "warning", "koptelefoon": "headphones"}


def visitor_parts(page: Page, visitor_view: bool) -> list[QWidget]:
    """What the visitor reads, with the prompts at the very action that they are for."""
    parts = [marked_text(page.lead, page.words, "visitor")] if page.lead else []
    if page.deeds:
        rows = [
            _deed(number if page.is_numbered else 0, deed, page.words, visitor_view)
            for number, deed in enumerate(page.deeds, start=1)
        ]
        parts.append(stack(rows, gap=12)[0])
    if page.blocks:
        parts.append(block_view(list(page.blocks)))
    return [*parts, *_words_not_marked(page)]


def volunteer_parts(page: Page) -> list[QWidget]:
    """What is for the volunteer only."""
    return [block_view(list(page.volunteer))] if page.volunteer else []


def _deed(number: int, deed: Deed, words: Words, visitor_view: bool) -> QWidget:
    below = [marked_text(deed.text, words, "visitor")]
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


def _words_not_marked(page: Page) -> list[QWidget]:
    """The words that stand in the title or in a list, each with a place of its own."""
    told = "\n".join([page.lead, *(deed.text for deed in page.deeds)]).casefold()
    rest = [(word, meaning) for word, meaning in page.words if word.casefold() not in told]
    hard = _("Moeilijk woord: {word}")
    return [marked_text(hard.format(word=word), ((word, meaning),)) for word, meaning in rest]
