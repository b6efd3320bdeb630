"""Keys to log twenty typical visits (facts/ido-practice.md § 3.1), counted by a player that drives the real window.

What is counted begins where the help ends: a guide that was gone through together is help, and costs no key here.
"""

import os
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.rows import Row, against_limit

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from ido_kiosk.app import Desk
    from ido_kiosk.tour import Player

DAY = date(2026, 11, 26)
GUIDE_MOST, FAVOURITE_MOST, OTHER_MOST, TALLY_MOST = 1, 3, 4, 1
"""Budgets of issue 5."""
RESULT_MOST = 2
"""Keys that a result other than *gelukt* may add, and one more for its signal."""


class Case(NamedTuple):
    """A visit: the guide that was gone through (or none), the keys that log it, what is logged, and its budget."""

    name: str
    guide: str
    keys: str
    logged: Sequence[tuple[str, str]]
    """Topic and result of each question."""
    most: int


def _visit(name: str, keys: str, topic: str, most: int = OTHER_MOST, result: str = "OPG", guide: str = "") -> Case:
    return Case(name, guide, keys, [(topic, result)], most)


VISITS = (
    _visit("DigiD activeren, vast bij een stap", "F9", "DGA", GUIDE_MOST, guide="digid activeren"),
    _visit("QR-code scannen met telefoon en laptop", "F9", "DGP", GUIDE_MOST, guide="digid app"),
    _visit("Huurtoeslag aanvragen", "F9", "THU", GUIDE_MOST, guide="huurtoeslag"),
    _visit("Brief niet begrepen", "F9", "BRF", GUIDE_MOST, guide="brief van de overheid"),
    _visit("Nepbericht: is dit echt?", "F9", "OPL", GUIDE_MOST, guide="nep sms"),
    _visit("Verhuizing doorgeven", "F9", "VHZ", GUIDE_MOST, guide="verhuizing"),
    _visit("Andere zorgverzekering", "F9", "ZVZ", GUIDE_MOST, guide="zorgverzekering overstappen"),
    _visit("Belastingaangifte (vaak gekozen)", "F3 2 F9", "AAN", FAVOURITE_MOST),
    _visit("Gezondheidsverklaring voor het rijbewijs (vaak gekozen)", "F3 8 F9", "RIJ", FAVOURITE_MOST),
    _visit("Telefoon instellen (vaak gekozen)", "F3 9 F9", "TEL", FAVOURITE_MOST),
    _visit("Gewerkte uren doorgeven bij een uitkering", "F2 3 2 F9", "WWU"),
    _visit("Sociale huurwoning zoeken", "F2 5 3 F9", "WON"),
    _visit("Donorregister", "F2 4 4 F9", "DNR"),
    _visit("Internetbankieren", "F2 7 7 F9", "BNK"),
    _visit("Zorgportaal", "F2 4 5 F9", "ZPT"),
    _visit("Paspoort: afspraak maken", "F2 5 2 F9", "PAS"),
    _visit("Studieschuld, wacht op brief van DUO", "F2 6 2 F5 3 F9", "STU", OTHER_MOST + RESULT_MOST, "WAC"),
    _visit("Niet eens met een boete: mag hier niet", "F2 7 3 F5 6 2 F9", "JUR", OTHER_MOST + RESULT_MOST + 1, "GRE"),
    Case("Kwijtschelding en energie, één bezoeker", "", "F2 2 7 F2 5 6 F9", [("KWS", "OPG"), ("ENG", "OPG")], 7),
    Case("Drukke ochtend, in het voorbijgaan", "", "F4", [("NI", "NI")], TALLY_MOST),
)


def measure() -> list[Row]:
    """The keys of each visit; a visit that logs anything else than it should is over its budget."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> list[Row]:
    from ido_kiosk.app import Options, make_application, open_desk
    from ido_kiosk.tour import Player, wait_for

    desk = open_desk(Options(data=folder, day=DAY), make_application())
    desk.window.resize(1280, 800)
    desk.window.present()
    wait_for(desk.window.isActiveWindow, "the window")
    desk.open_store()
    try:
        return [against_limit(case.name, _keys(desk, Player(desk.window), case), case.most, "keys") for case in VISITS]
    finally:
        desk.close()


def _keys(desk: "Desk", player: "Player", case: Case) -> float:
    """How many keys it took; endless when it did not log what it should."""
    from PySide6.QtCore import Qt

    from ido_kiosk.questions.service import questions_of

    def log() -> list[tuple[str, str]]:
        return [(row.topic, row.result) for row in questions_of(desk.parts.visit.place, DAY, DAY)]

    before = log()
    if case.guide:
        player.search(case.guide)
        player.key(Qt.Key.Key_Return)
        player.press("Verder")
    pressed = case.keys.split()
    for key in pressed:
        player.key(_key(key))
    is_right = sorted(log()) == sorted([*before, *case.logged])
    player.key(Qt.Key.Key_F12)
    return len(pressed) if is_right else float("inf")


def _key(name: str) -> "Qt.Key":
    from PySide6.QtCore import Qt

    return Qt.Key[f"Key_{name}"]
