"""Practice: every invented visitor can be helped as told, it is marked on every screen, and it counts nowhere."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ido_kiosk import practice
from ido_kiosk.app import Desk
from ido_kiosk.base import language
from ido_kiosk.base.local_data import Entry, LocalData
from ido_kiosk.guides import service as guides
from ido_kiosk.qt import starting
from ido_kiosk.tour import Player, settle
from ido_kiosk.window.practice_bar import PracticeBar
from tests.faults.kiosk import ROOT, surroundings
from tests.window.test_visit import message

MARK = "OEFENEN. Dit telt niet mee en gaat weg als u stopt."


def test_every_invented_visitor_comes_out_as_told(desk: Desk) -> None:
    library = desk.parts.library
    visitors = guides.invented_visitors(library, language.content)
    assert len(visitors) == sum(
        len(guide.examples) for guide in library.guides.values() if guide.audience == "bezoeker"
    )
    assert len({visitor.guide for visitor in visitors[:10]}) == 10, "no two alike one after the other"
    for visitor in visitors:
        guide, answers = library.guides[visitor.guide], list(visitor.answers)
        here = guide.start
        while step := guide.steps.get(here):
            pressed = answers.pop(0) if step.choices else ""
            here = next((choice.next for choice in step.choices if choice.text.dutch == pressed), step.next)
        assert (guide.outcomes[here].title.dutch, answers) == (visitor.outcome, []), visitor


def test_the_bar_stays_on_every_screen_and_tells_how_it_goes(desk: Desk, player: Player) -> None:
    practice.mark(desk)
    [bar] = desk.window.findChildren(PracticeBar)
    assert player.text_starting(MARK) and player.text_starting("Bezoeker 1 van ")
    first = bar.visitor()
    player.press("Hoe gaat het goed?")
    assert player.text_starting(f"Zo kan het: open {first.title}.")
    player.press("Volgende oefenbezoeker")
    assert player.text_starting("Bezoeker 2 van ") and not player.text_starting("Zo kan het")
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F6, Qt.Key.Key_F12):
        player.key(key)
        assert player.text_starting(MARK)
    desk.window.change_look(language="en")
    settle()
    assert player.text_starting("PRACTICE.")
    desk.window.change_look(language="nl")


def test_the_bar_is_reached_with_tab(desk: Desk, player: Player) -> None:
    practice.mark(desk)
    settle()
    reached = set[str]()
    for _step in range(60):
        player.key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.add(focused.accessibleName() or getattr(focused, "text", str)())
    assert {"Hoe gaat het goed?", "Volgende oefenbezoeker"} <= reached


def test_practising_opens_beside_the_desk(desk: Desk, player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(starting, "start_beside", lambda words: bool(started.append(words)))
    player.key(Qt.Key.Key_F1)
    player.press("Oefenen met bedachte bezoekers")
    assert started == [[sys.executable, "-m", "ido_kiosk", "--oefenen", "--data", str(desk.folder.root)]]
    assert message(desk).startswith("Oefenen start niet op deze computer.")


PRACTISE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from ido_kiosk import practice
from ido_kiosk.app import make_application
from ido_kiosk.tour import Player, settle, wait_for
seen = {}
mark = practice.mark
def act(desk):
    wait_for(desk.window.isActiveWindow, "het venster")
    player = Player(desk.window)
    settle()
    desk.parts.visit.propose("DGA")
    player.key(Qt.Key.Key_F9)
    seen["folder"] = str(desk.folder.root)
    seen["local"] = [entry.naam for entry in desk.parts.local.entries]
    desk.window.close()
def marked(desk):
    mark(desk)
    QTimer.singleShot(0, lambda: act(desk))
practice.mark = marked
make_application()
code = practice.practise(Path(sys.argv[1]))
print(json.dumps(seen))
sys.exit(code)
"""


def test_what_is_practised_is_gone_and_the_desk_untouched(tmp_path: Path) -> None:
    real = tmp_path / "balie"
    real.mkdir()
    LocalData(real / "lokale-gegevens.json", real / "gegevens-van-regie.json").keep(
        Entry("P1", "gemeente", "Gemeente Voorbeeld", "GEM")
    )
    before = {file.name: file.read_bytes() for file in real.iterdir()}
    answer = subprocess.run(
        [sys.executable, "-c", PRACTISE, str(real)],
        cwd=ROOT, env=surroundings(), capture_output=True, text=True, timeout=90,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    seen = json.loads(answer.stdout.splitlines()[-1])
    assert seen["local"] == ["Gemeente Voorbeeld"]
    assert not Path(seen["folder"]).exists()
    assert {file.name: file.read_bytes() for file in real.iterdir()} == before
