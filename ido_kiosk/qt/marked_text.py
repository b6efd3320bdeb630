"""A text in which hard words are marked: pressing one, by mouse or keyboard, shows its meaning right below."""

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ido_kiosk.base.blocks import Told
from ido_kiosk.base.direction import led
from ido_kiosk.base.language import _
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import box, bring_into_view, dutch_below, label, stack, text_view

Words = tuple[tuple[str, str], ...]
"""Words, each with its meaning."""

_SENTENCE_START = re.compile(r"(?:^|[.!?:\n])[^\w]*$")
_WORD_BEFORE = re.compile(r"\b[^\W\d_a-z]\w*[ -]$")
"""A word with a capital."""
_CAPITAL_AFTER = re.compile(r"[ -][A-Z]")


def marked_text(text: str, words: Words, name: str = "") -> QWidget:
    """The text, with the words that it uses marked; ``name`` chooses its look."""
    used = used_in(text, words)
    if not used:
        return text_view(text, name)
    shown = MarkedText(str(text), used, name)
    return stack([shown, dutch_below(text)], gap=2)[0] if isinstance(text, Told) else shown


def used_in(text: str, words: Words) -> Words:
    """Those of the words that a text uses."""
    return tuple(pair for pair in words if _place(text, pair[0]) is not None)


def _place(text: str, word: str) -> re.Match[str] | None:
    """Where a text first uses a word, also at the start of a longer one such as a plural; not within a name."""
    found = re.finditer(rf"\b{re.escape(word)}\w*", text, re.IGNORECASE)
    return next((each for each in found if not _is_in_name(text, each, word)), None)


def _is_in_name(text: str, found: re.Match[str], word: str) -> bool:
    """Whether what was found is part of a name, as *app* is in *App Store*: two words with capitals of their own."""
    if word[:1].isupper() or not found[0][:1].isupper():
        return False
    is_first = _SENTENCE_START.search(text[: found.start()]) is not None
    before = _WORD_BEFORE.search(text[: found.start()])
    is_after_name = before is not None and _SENTENCE_START.search(text[: before.start()]) is None
    return is_after_name or (not is_first and _CAPITAL_AFTER.match(text, found.end()) is not None)


class MarkedText(QWidget):
    """A text with words that can be pressed; the meaning of one at a time stands below it."""

    def __init__(self, text: str, words: Words, name: str) -> None:
        super().__init__()
        self._words = words
        self._open = -1
        self._label = label(text, name)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setText(_rich(text, words))
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._label.setAccessibleName(text)
        hint = _("Moeilijk woord: {word}. Druk op Enter voor de uitleg.")
        self._label.setAccessibleDescription(" ".join(hint.format(word=word) for word, _meaning in words))
        self._label.linkActivated.connect(lambda link: self._toggle(int(link)))
        self._frame, inner = box("information")
        self._meaning = label(_meaning_of(words[0]))
        inner.addWidget(self._meaning)
        self._frame.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._label)
        layout.addWidget(self._frame)

    def _toggle(self, index: int) -> None:
        self._open = -1 if index == self._open else index
        self._frame.setVisible(self._open >= 0)
        if self._open >= 0:
            self._meaning.setText(_meaning_of(self._words[self._open]))
            announce(self._label, self._meaning.text())
            bring_into_view(self._frame)


def _meaning_of(pair: tuple[str, str]) -> str:
    return led(f"{pair[0]}: {pair[1]}")


def _rich(plain: str, words: Words) -> str:
    """The text as Qt's rich text; where marked words overlap, the first one counts."""
    text = led(plain)
    places = [(found, at) for at, (word, _meaning) in enumerate(words) if (found := _place(text, word)) is not None]
    parts, end = [], 0
    for found, at in sorted(places, key=lambda place: place[0].start()):
        if found.start() >= end:
            parts += [escape(text[end : found.start()]), f'<a href="{at}">{escape(found[0])}</a>']
            end = found.end()
    return "".join([*parts, escape(text[end:])]).replace("\n", "<br>")
