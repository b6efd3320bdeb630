"""The screens to find something by (search, themes, life events, organisations, *Spoed*), and what their signals do."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject

from ido_kiosk.base import clock, language
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.finding import service as finding
from ido_kiosk.finding.screen import (
    Favour,
    ListScreen,
    Row,
    Section,
    StartScreen,
    Tile,
    kind_picture,
    theme_picture,
)
from ido_kiosk.finding.service import Favourites
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.shelf import Shelf

if TYPE_CHECKING:  # a kiosk shows its window before it can search
    from ido_kiosk.finding.service import Card, Entry, Kind, Situation
    from ido_kiosk.guides.printout import Sheet
    from ido_kiosk.guides.screen import Surroundings
    from ido_shared.content.wording import Translate

CAN_BE_FAVOURITE = ("guide", "letter", "life", "organisation")


class Ways(msgspec.Struct, frozen=True):
    """What the screens can ask of the window."""

    open: Callable[[Callable[[], Screen]], None]
    back: Callable[[], None]
    guide: Callable[[str], None]
    letter: Callable[[str], None]
    letters: Callable[[], None]
    topic: Callable[[str], None]
    topics: Callable[[], None]
    paper: "Callable[[Callable[[], Sheet], Situation], None]"
    """Shows the paper that is made of a situation."""
    around: Callable[[], "Surroundings"]
    """How this desk shows a way to reach an organisation."""
    undo: Callable[[], None]
    failed: Callable[[str], None]


class FindingScreens(QObject):
    """Makes the screens; remembers what was asked in this visit."""

    def __init__(self, parts: Parts, ways: Ways) -> None:
        super().__init__()
        self._parts = parts
        self._ways = ways
        self.asked = ""
        self._left: dict[str, int | str] = {}
        """Title of a list or card to what was opened from it."""
        self._shelf = Shelf(parts, self)
        self.read_anew = self._shelf.read_anew

    def topics_for(self, asked: str) -> list[str]:
        """The topics that fit typed words, best first: by themselves, and by what is about them."""
        return list(
            dict.fromkeys(topic for hit in self._shelf.index().search(asked, 20) if (topic := self._about(hit.entry)))
        )

    def _about(self, entry: "Entry") -> str:
        match entry.kind:
            case "topic":
                return entry.id
            case "guide":
                return self._parts.library.guides[entry.id].topic
            case "letter":
                return self._parts.letters[entry.id].topic
            case _:
                return ""

    def start(self) -> Screen:
        """Search, and the tiles."""
        parts = self._parts
        current = parts.situations.current.values()
        screen = StartScreen(
            self._shelf.index,
            self._tiles(),
            self.asked,
            Favour(self._is_favourite, self._mark),
            finding.reminders(parts.library, current, parts.today(), language.content),
        )
        self._shelf.changed.connect(screen.search_again)
        screen.guide_chosen.connect(self._ways.guide)
        screen.asked_changed.connect(self._remember_asked)
        screen.entry_chosen.connect(self._open_entry)
        screen.topics_requested.connect(self._ways.topics)
        screen.undo_requested.connect(self._ways.undo)
        return screen

    def forget(self) -> None:
        """Begin anew: nothing is asked, and no place is remembered."""
        self.asked = ""
        self._left.clear()

    def _remember_asked(self, asked: str) -> None:
        self.asked = asked

    def _tiles(self) -> list[Tile]:
        parts = self._parts
        shelf = (parts.library, parts.situations, parts.codes, parts.letters)
        favourites = parts.settings.section(Favourites).shown(
            lambda name: finding.entry_named(name, *shelf), parts.library.guides
        )
        return [
            Tile(_("Spoed"), "urgent", partial(self._ways.open, self._urgent_list), is_urgent=True),
            *(Tile(_title(entry), self._picture(entry), partial(self._open_entry, entry)) for entry in favourites),
            Tile(_("Brieven"), "letter", self._ways.letters),
            Tile(_("Thema's"), "themes", partial(self._ways.open, self._themes)),
            Tile(_("Levensgebeurtenissen"), "life-event", partial(self._ways.open, self._life_events)),
            Tile(_("Organisaties"), "organisation", partial(self._ways.open, self._organisations)),
            Tile(_("Kies een onderwerp"), "pencil", self._ways.topics),
        ]

    def _picture(self, entry: "Entry") -> str:
        """A guide and a topic have the pictogram of their theme."""
        guide = self._parts.library.guides.get(entry.id) if entry.kind == "guide" else None
        topic = guide.topic if guide else entry.id if entry.kind == "topic" else ""
        return theme_picture(self._parts.codes.topics[topic].theme) if topic else kind_picture(entry.kind)

    def _open_entry(self, entry: "Entry") -> None:
        match entry.kind:
            case "guide":
                self._ways.guide(entry.id)
            case "letter":
                self._ways.letter(entry.id)
            case "topic":
                self._ways.topic(entry.id)
            case "urgent":
                self._ways.open(partial(self._urgent, entry.id))
            case "life":
                self._ways.open(partial(self._life_event, entry.id))
            case "organisation":
                self._ways.open(partial(self._organisation, entry.id))

    def _urgent_list(self) -> Screen:
        rows = [self._row(entry) for entry in self._shelf.entries() if entry.kind == "urgent"]
        return self._list(_("Spoed"), _("Wat is er aan de hand?"), [Section("", rows)], "urgent-choice")

    def _themes(self) -> Screen:
        say = self._parts.codes.say
        rows = [
            Row(
                say("themas", theme, language.content),
                theme_picture(theme),
                partial(self._ways.open, partial(self._theme, theme)),
            )
            for theme in self._parts.codes.themes
        ]
        return self._list(_("Thema's"), _by_number(), [Section("", rows)])

    def _theme(self, theme: str) -> Screen:
        codes = self._parts.codes
        ids = [guide.id for guide in finding.guides_of_theme(self._parts.library, codes, theme)]
        topics = [topic.code for topic in codes.topics_of(theme)]
        sections = [
            Section(_("Gidsen"), self._rows("guide", ids)),
            Section(_("Alleen vastleggen"), self._rows("topic", topics)),
        ]
        title = codes.say("themas", theme, language.content)
        return self._list(title, _by_number(), [section for section in sections if section.rows])

    def _life_events(self) -> Screen:
        rows = [self._row(entry) for entry in self._shelf.entries() if entry.kind == "life"]
        return self._list(_("Wat verandert er?"), _by_number(), [Section("", rows)])

    def _organisations(self) -> Screen:
        rows = [self._row(entry) for entry in self._shelf.entries() if entry.kind == "organisation"]
        return self._list(_("Organisaties"), _by_number(), [Section("", sorted(rows, key=lambda row: row.words))])

    def _list(self, title: str, explanation: str, sections: list[Section], look: str = "choice") -> Screen:
        place = self._left.get(title, 0)
        screen = ListScreen(title, explanation, sections, look, place if isinstance(place, int) else 0)
        screen.left.connect(lambda row: self._left.update({title: row}))
        screen.closed.connect(self._ways.back)
        return screen

    def letter_rows(self, ids: Sequence[str]) -> list[Row]:
        """Letters as rows of a list, which open them."""
        return self._rows("letter", ids)

    def _rows(self, kind: "Kind", ids: Sequence[str]) -> list[Row]:
        entries = {entry.id: entry for entry in self._shelf.entries() if entry.kind == kind}
        return [self._row(entries[id_]) for id_ in ids]

    def _row(self, entry: "Entry") -> Row:
        alike = ("organisation", "life")  # they only take room
        picture = "" if entry.kind in alike else self._picture(entry)
        row = Row(_title(entry), picture, partial(self._open_entry, entry))
        if (is_favourite := self._is_favourite(entry)) is None:
            return row
        return replace(row, is_favourite=is_favourite, mark=partial(self._mark, entry))

    def _is_favourite(self, entry: "Entry") -> bool | None:
        """Whether it is one; None for what cannot be."""
        return self._parts.settings.section(Favourites).has(entry) if entry.kind in CAN_BE_FAVOURITE else None

    def _mark(self, entry: "Entry", is_favourite: bool) -> bool:
        """Keep that an entry is a favourite or not; gives whether that was possible."""
        favourites = self._parts.settings.section(Favourites)
        try:
            self._parts.settings.save(favourites.changed(entry, is_favourite))
        except DeskError as error:
            self._ways.failed(str(error))
            return False
        return True

    def _now(self) -> datetime:
        return datetime.combine(self._parts.today(), clock.now().time())

    def _urgent(self, id_: str) -> Screen:
        from ido_kiosk.finding import printout  # paper comes after the first picture of the window

        parts = self._parts
        urgent, today = parts.situations.urgent[id_], parts.today()
        card = partial(finding.urgent_card, parts.library, urgent, self._now())
        make = partial(printout.urgent_sheet, parts.library, urgent, today, language.content)
        return self._card(card, lambda: self._ways.paper(make, urgent))

    def _life_event(self, id_: str) -> Screen:
        from ido_kiosk.finding import printout  # paper comes after the first picture of the window

        parts = self._parts
        event, today = parts.situations.life_events[id_], parts.today()
        card = partial(finding.life_card, parts.library, event, parts.letters, self._now())
        make = partial(printout.checklist, parts.library, event, parts.letters, today, language.content)
        return self._card(card, lambda: self._ways.paper(make, event))

    def _organisation(self, code: str) -> Screen:
        return self._card(partial(finding.organisation_card, self._parts.library, code, self._now()))

    def _card(self, make: "Callable[[Translate], Card]", paper: Callable[[], None] | None = None) -> Screen:
        from ido_kiosk.finding.screen.card import CardScreen

        card = finding.card_on_screen(make)
        key = f"{card.kicker}: {card.title}"
        screen = CardScreen(card, self._ways.around(), str(self._left.get(key, "")))
        screen.left.connect(lambda link: self._left.update({key: link}))
        screen.guide_requested.connect(self._ways.guide)
        screen.letter_requested.connect(self._ways.letter)
        screen.closed.connect(self._ways.back)
        if paper is not None:
            screen.paper_requested.connect(paper)
        return screen


def _title(entry: "Entry") -> str:
    return entry.title.said(language.content)


def _by_number() -> str:
    return _("Kies met de muis of met het cijfer.")
