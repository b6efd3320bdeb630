"""The screens of letters, and what a visitor typed in them: in memory only, and no longer than needed."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject
from shiboken6 import isValid

from ido_kiosk.base import language
from ido_kiosk.base.language import _
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.finding.screen import ListScreen, Row, Section
from ido_kiosk.letters import service
from ido_kiosk.letters.service import SENDER, Draft, Letter
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.letter_paper import LetterPaper, Shown
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:  # most starts show no letter
    from ido_kiosk.guides.screen import PaperWay
    from ido_kiosk.letters.screen import LetterScreen

_MOST_BUTTONS = 3
"""More letters than this would push what a guide says out of sight."""


class LetterWays(msgspec.Struct, frozen=True):
    """What the screens can ask of the window."""

    open: Callable[[Callable[[], Screen]], None]
    back: Callable[[], None]
    guide: Callable[[str], None]
    rows: Callable[[Sequence[str]], list[Row]]
    """Letters by id as rows of a list, which open them."""
    finish: Callable[[], None]
    """The work is done: the start screen, and an invitation to log."""
    shower: Callable[[], Callable[[Callable[[], Screen]], None]]
    """Gives what opens a preview later, unless the volunteer has gone elsewhere meanwhile."""
    propose: Callable[[str], object]
    withdraw: Callable[[str], None]
    """A letter about this topic was printed, or after all was not."""
    noted: Callable[[str], None]
    failed: Callable[[str], None]
    this_desk: Callable[[], ThisDesk]


class LetterScreens(QObject):
    """Makes the screens; holds the sender until the visit ends, and each letter until it is printed and closed."""

    def __init__(self, parts: Parts, ways: LetterWays) -> None:
        super().__init__()
        self._parts = parts
        self._ways = ways
        self._sender: dict[str, str] = {}
        self._drafts: dict[str, Draft] = {}
        self._left: dict[str, int] = {}
        """Title of a list to the row that was opened from it."""
        self._screen: LetterScreen | None = None
        self._has_warned = False
        self._paper = LetterPaper(parts, self, ways.this_desk, ways.failed)
        self._paper.sent.connect(lambda shown: ways.propose(self._topic(shown)))
        self._paper.lost.connect(lambda shown: ways.withdraw(self._topic(shown)))
        self._paper.came_out.connect(self._forget_letter)
        self._paper.closed.connect(self._leave_paper)

    def _topic(self, shown: Shown) -> str:
        return self._parts.letters[shown.draft.letter].topic

    def open_list(self) -> None:
        """Show all letters."""
        self._ways.open(self._list)

    def open_letter(self, id_: str) -> None:
        """Fill in a letter, where this visit left it; above this library's line, say who helps instead."""
        if service.is_above(self._parts.letters[id_], self._ways.this_desk().letters):
            self._ways.open(lambda: self._refer(id_))
        else:
            self._ways.open(lambda: self._letter(id_))

    def of_guide(self, guide: str) -> "list[PaperWay]":
        """The letters that go with a guide: each by a button of its own, or one for a choice of many."""
        from ido_kiosk.guides.screen import PaperWay

        found = [letter for letter in self._parts.letters.values() if guide in letter.guides]
        if len(found) > _MOST_BUTTONS:
            words = _("Brief op papier: kies uit {number} brieven").format(number=len(found))
            return [PaperWay(words, lambda: self._ways.open(lambda: self._list_of_guide(guide)))]
        said = _("Brief op papier: {title}")
        return [
            PaperWay(said.format(title=letter.title.said(language.content)), partial(self.open_letter, letter.id))
            for letter in found
        ]

    def forget(self) -> None:
        """The visitor leaves: nothing of what was typed stays, on the screen neither."""
        if self._screen is not None and isValid(self._screen):
            self._screen.wipe()
        self._screen = None
        self._sender.clear()
        self._drafts.clear()
        self._left.clear()
        self._paper.forget()
        self._has_warned = False

    def holds_text(self) -> bool:
        """Whether something is kept that was typed in a letter."""
        return any(self._sender.values()) or any(_holds_text(draft) for draft in self._drafts.values())

    def holds_back(self) -> bool:
        """Whether to ask once before all is forgotten: there is a letter that was not printed. It is told then."""
        asks = not self._has_warned and any(_holds_text(draft) for draft in self._drafts.values())
        if asks:
            self._has_warned = True
            told = _("Er is een brief die misschien nog niet geprint is. Toch alles wissen? Druk nog een keer op F12.")
            self._ways.noted(told)
        return asks

    def _list(self) -> Screen:
        """By theme, then by title."""
        codes = self._parts.codes
        by_theme: dict[str, list[Letter]] = {theme: [] for theme in codes.themes}
        for letter in self._parts.letters.values():
            by_theme[codes.topics[letter.topic].theme].append(letter)
        sections = [
            Section(codes.say("themas", theme, language.content), self._rows(letters))
            for theme, letters in by_theme.items()
            if letters
        ]
        return self._shown_list(_("Brieven"), sections)

    def _list_of_guide(self, guide: str) -> Screen:
        letters = [letter for letter in self._parts.letters.values() if guide in letter.guides]
        title = self._parts.library.guides[guide].title.said(language.content)
        return self._shown_list(_("Brieven bij: {title}").format(title=title), [Section("", self._rows(letters))])

    def _rows(self, letters: Iterable[Letter]) -> list[Row]:
        """A row each, by title."""
        return sorted(self._ways.rows([letter.id for letter in letters]), key=lambda row: row.words)

    def _shown_list(self, title: str, sections: list[Section]) -> Screen:
        explanation = _("Kies een brief. Zoeken op de startpagina kan ook.")
        screen = ListScreen(title, explanation, sections, place=self._left.get(title, 0))
        screen.left.connect(lambda row: self._left.update({title: row}))
        screen.closed.connect(self._ways.back)
        return screen

    def _refer(self, id_: str) -> Screen:
        from ido_kiosk.letters.screen import ReferScreen

        letter, library = self._parts.letters[id_], self._parts.library
        say = language.content
        blocks = service.referral(letter, library.facts, library.organisations, self._parts.today(), say)
        screen = ReferScreen(letter.title.said(say), list(blocks))
        screen.closed.connect(self._ways.back)
        return screen

    def _letter(self, id_: str) -> Screen:
        from ido_kiosk.letters.screen import LetterScreen, Shelf

        letter, library = self._parts.letters[id_], self._parts.library
        guides = [(guide, library.guides[guide].title.said(language.content)) for guide in letter.guides]
        shelf = Shelf(library.facts, library.organisations, self._parts.today(), language.content, guides)
        screen = LetterScreen(letter, self._draft(id_), shelf, self._paper.sight())
        screen.draft_changed.connect(self._keep)
        screen.paper_requested.connect(lambda draft: self._paper.prepare(draft, self._ways.shower()))
        screen.guide_requested.connect(self._ways.guide)
        screen.closed.connect(self._ways.back)
        self._screen = screen
        return screen

    def _draft(self, id_: str) -> Draft:
        """What this visit typed in this letter, with the sender of any letter."""
        organisations = self._parts.letters[id_].organisations
        known = self._drafts.get(id_, Draft(id_, organisations[0] if len(organisations) == 1 else ""))
        return replace(known, values=known.values | self._sender)

    def _keep(self, draft: Draft) -> None:
        self._drafts[draft.letter] = draft
        self._sender = {name: value for name, value in draft.values.items() if name in SENDER}

    def _forget_letter(self, shown: Shown) -> None:
        """The letter lies at the printer and its preview is closed; the sender stays for a next one."""
        known = self._drafts.get(shown.draft.letter)
        if known is not None and _without_sender(known) == _without_sender(shown.draft):
            del self._drafts[shown.draft.letter]

    def _leave_paper(self, shown: Shown) -> None:
        if shown.is_sent:
            self._ways.finish()
        else:
            self._ways.back()


def _without_sender(draft: Draft) -> Draft:
    """Only what is of this letter: the sender of any letter may be changed in another one."""
    return replace(draft, values={name: value for name, value in draft.values.items() if name not in SENDER})


def _holds_text(draft: Draft) -> bool:
    return bool(draft.address or any(draft.values.values()))
