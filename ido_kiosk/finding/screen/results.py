"""What a search found, as you type: the same buttons stay and get other words, which is faster than making them."""

from collections.abc import Callable
from functools import partial
from itertools import count
from textwrap import shorten
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ido_kiosk.base import language
from ido_kiosk.base.language import _, ngettext
from ido_kiosk.finding.screen.look import kind_picture, kind_word
from ido_kiosk.finding.screen.star import Star
from ido_kiosk.qt import pictograms
from ido_kiosk.qt.layouts import button, label
from ido_kiosk.qt.wrapping_button import WrappingButton

if TYPE_CHECKING:  # a kiosk shows its window before it can search
    from ido_kiosk.finding.service import Entry, Hit

MOST = 8
MOST_SUGGESTED = 3
_LONGEST_REASON = 60
"""Letters: a whole step would hide what it says."""


class Favour(msgspec.Struct, frozen=True):
    """The favourites, as far as the results show them."""

    is_one: "Callable[[Entry], bool | None]" = lambda _entry: None
    """Whether an entry is one; None for what cannot be."""
    mark: "Callable[[Entry, bool], bool]" = lambda _entry, _is_one: False
    """Makes it one or not any more; gives whether that was kept."""


class Results(QWidget):
    """The hits, or what else may have been meant; always the way to log the question all the same.

    A number key presses the one with that number, and acts only while one of them has the focus.

    Signals: ``entry_chosen`` (Entry), ``word_chosen`` (a suggested word), ``topics_requested``.
    """

    entry_chosen = Signal(object)
    word_chosen = Signal(str)
    topics_requested = Signal()

    def __init__(self, favour: Favour) -> None:
        super().__init__()
        self._favour = favour
        self._hits: list[Hit] = []
        self._words: list[str] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._summary = label("", "muted")
        layout.addWidget(self._summary)
        self._buttons = [_result() for _place in range(MOST)]
        self._stars = [Star() for _place in range(MOST)]
        for place, (made, star) in enumerate(zip(self._buttons, self._stars, strict=True)):
            made.clicked.connect(lambda _checked=False, place=place: self.entry_chosen.emit(self._hits[place].entry))
            row = QHBoxLayout()
            row.addWidget(made, 1)
            row.addWidget(star)
            star.hide()
            layout.addLayout(row)
        self._suggested = [_result() for _place in range(MOST_SUGGESTED)]
        for place, made in enumerate(self._suggested):
            made.clicked.connect(lambda _checked=False, place=place: self.word_chosen.emit(self._words[place]))
            layout.addWidget(made)
        self._other = button("", "link")
        self._other.clicked.connect(self.topics_requested)
        layout.addWidget(self._other)

    def show_hits(self, hits: "list[Hit]", suggestions: list[str]) -> str:
        """Show what was found; gives it in words."""
        self._hits, self._words = hits, suggestions
        self.setUpdatesEnabled(False)
        for number, made, star, hit in zip(count(1), self._buttons, self._stars, hits, strict=False):
            title = hit.entry.title.said(language.content)
            _fill(made, number, f"{title}\n{_why(hit)}", kind_picture(hit.entry.kind))
            self._show_star(star, hit.entry, title)
        for star in self._stars[len(hits) :]:
            star.hide()
        for number, made, word in zip(count(1), self._suggested, suggestions, strict=False):
            _fill(made, number, _("Bedoelde u: {word}?").format(word=word), "search")
        for number, made in enumerate(self._buttons):
            made.setVisible(number < len(hits))
        for number, made in enumerate(self._suggested):
            made.setVisible(number < len(suggestions))
        summary = _summary(len(hits))
        by_number = _("Pijl omlaag, dan kiest u met het cijfer.")
        self._summary.setText(f"{summary} · {by_number}" if hits or suggestions else summary)
        _name(self._other, _other_words(bool(hits)))
        self.setUpdatesEnabled(True)
        return summary

    def _show_star(self, star: Star, entry: "Entry", title: str) -> None:
        is_favourite = self._favour.is_one(entry)
        star.setVisible(is_favourite is not None)
        if is_favourite is not None:
            star.stand_for(title, is_favourite, partial(self._favour.mark, entry))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the one with this number."""
        number, shown = event.key() - Qt.Key.Key_0, self._shown()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and not event.isAutoRepeat() and 1 <= number <= len(shown):
            shown[number - 1].click()
        else:
            super().keyPressEvent(event)

    def open_first(self) -> None:
        """Open the first of what is shown, if there is one."""
        if shown := self._shown():
            shown[0].click()

    def focus_first(self) -> None:
        """Put the focus on the first of what is shown."""
        shown = self._shown() or [self._other]
        shown[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _shown(self) -> list[WrappingButton]:
        return [made for made in [*self._buttons, *self._suggested] if not made.isHidden()]


def _result() -> WrappingButton:
    made = button("", "result", "book")
    made.hide()
    return made


def _fill(made: WrappingButton, number: int, words: str, picture: str) -> None:
    _name(made, words, f"{number}   ")
    made.setIcon(pictograms.icon(picture, made.iconSize().width()))


def _name(made: WrappingButton, words: str, number: str = "") -> None:
    """A screen reader says the words alone; they stand behind the number."""
    if made.accessibleName() != (name := words.replace("\n", ", ")):
        made.set_words(f"{number}{words}")
        made.setAccessibleName(name)


def _why(hit: "Hit") -> str:
    """What was found, and by which words when those are not its title."""
    kind, reason = kind_word(hit.entry.kind), hit.reason.said(language.content)
    if reason == hit.entry.title.said(language.content):
        return kind
    words = shorten(reason, _LONGEST_REASON, placeholder=" …")
    return _("{kind}, gevonden bij: {words}").format(kind=kind, words=words)


def _summary(number: int) -> str:
    if number == 0:
        return _("Niets gevonden. Probeer een ander woord.")
    return ngettext("{number} gevonden", "{number} gevonden", number).format(number=number)


def _other_words(found: bool) -> str:
    if found:
        return _("Staat het er niet bij? Kies zelf een onderwerp")
    return _("Leg de vraag toch vast: kies een onderwerp")
