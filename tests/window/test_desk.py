"""The desk's own screens, through the real window: settings, answers to facts, marks of what is wrong."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from ido_kiosk.app import Desk
from ido_kiosk.base import paths
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.tour import Player, TourError, settle
from tests.window.conftest import OpenDesk
from tests.window.test_visit import go_through, message

PHONE = "uwv_telefoon"


def fill(desk: Desk, name: str, text: str) -> None:
    [line] = [part for part in desk.window.findChildren(QLineEdit) if part.accessibleName() == name]
    line.setText(text)


def to_fact(player: Player, words: str = "Telefoonnummer van UWV") -> None:
    player.key(Qt.Key.Key_F1)
    player.press("Nog na te kijken")
    player.press(f"Nakijken: {words}")


def test_the_hours_of_the_desk_are_kept(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk()
    player = Player(desk.window)
    player.key(Qt.Key.Key_F1)
    player.press("Deze balie")
    player.wait_for_part(QPlainTextEdit).setPlainText("dinsdag van 10.00 tot 12.00 uur")
    player.press("Links openen in de browser van deze computer? Nee")
    player.press("Bewaren")
    assert message(desk) == "Bewaard. Zo werkt deze balie voortaan."
    assert desk.settings.section(ThisDesk) == ThisDesk(("dinsdag van 10.00 tot 12.00 uur",), "nee")
    player = Player(open_kiosk().window)
    player.key(Qt.Key.Key_F1)
    player.press("Deze balie")
    assert player.wait_for_part(QPlainTextEdit).toPlainText() == "dinsdag van 10.00 tot 12.00 uur"


def test_the_link_to_the_measurement_is_kept_once_it_is_one(desk: Desk, player: Player) -> None:
    player.key(Qt.Key.Key_F1)
    player.press("Deze balie")
    fill(desk, "Welke link heeft uw IDO-impactmeting van de KB?", "bibliotheekmonitor")
    player.press("Bewaren")
    assert message(desk) == "Dit lijkt geen link. Kopieer de hele link. Die begint met https://."
    fill(desk, "Welke link heeft uw IDO-impactmeting van de KB?", "https://meting.voorbeeld.nl/ido")
    player.press("Bewaren")
    assert desk.settings.section(ThisDesk).measurement == "https://meting.voorbeeld.nl/ido"


def test_what_may_not_be_kept_stays_typed(desk: Desk, player: Player) -> None:
    player.key(Qt.Key.Key_F1)
    player.press("Deze balie")
    player.wait_for_part(QPlainTextEdit).setPlainText("bel 111222333")
    player.press("Bewaren")
    assert "burgerservicenummer" in message(desk)
    assert player.wait_for_part(QPlainTextEdit).toPlainText() == "bel 111222333"


def test_an_answer_is_kept_and_shown_and_can_be_taken_back(desk: Desk, player: Player) -> None:
    to_fact(player)
    player.press("Bewaren")
    assert message(desk) == "Kies eerst: het klopt, of het is anders."
    player.press("Klopt dit? Het is anders")
    fill(desk, "Wat is het nu?", "088 898 00 00")
    fill(desk, "Waar hebt u dit gezien of gehoord?", "gebeld met UWV")
    player.press("Bewaren")
    assert message(desk) == "Bewaard. De gidsen gebruiken dit nu."
    assert desk.parts.own_facts.answers[PHONE].waarde == "088 898 00 00"
    assert player.text_starting("Door de bibliotheek nagekeken")
    player.press("Nakijken: Telefoonnummer van UWV")
    player.press("Haal ons antwoord weg")
    assert desk.parts.own_facts.answers == {}
    assert not player.text_starting("Door de bibliotheek nagekeken")


def test_an_answer_counts_in_the_guides_at_once_and_after_a_restart(
    open_kiosk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forms = tmp_path / "forms"
    shutil.copytree(paths.forms(), forms)
    facts = (forms / "feiten.yaml").read_text(encoding="utf-8")
    head, tail = facts.split("  digid_telefoon:")
    unsure = tail.replace("betrouwbaar: B26", "betrouwbaar: C", 1)
    (forms / "feiten.yaml").write_text(f"{head}  digid_telefoon:{unsure}", encoding="utf-8")
    monkeypatch.setattr(paths, "forms", lambda: forms)
    desk = open_kiosk()
    player = Player(desk.window)
    go_through(player)
    with pytest.raises(TourError):
        player.button("Bellen")
    to_fact(player, "Telefoonnummer van DigiD")
    player.press("Klopt dit? Het klopt")
    fill(desk, "Waar hebt u dit gezien of gehoord?", "digid.nl")
    player.press("Bewaren")
    for _time in range(2):
        player.key(Qt.Key.Key_Escape)
    player.press("Bellen")
    assert player.text_starting("088 123 65 55")
    assert player.text_starting("Gecontroleerd door de bibliotheek op 26 november 2026.")
    player = Player(open_kiosk().window)
    go_through(player)
    player.press("Bellen")
    assert player.text_starting("088 123 65 55")


def test_a_mark_is_counted_once_a_visit_and_dealt_with(desk: Desk, player: Player) -> None:
    go_through(player)
    player.press("Klopt deze stap niet?")
    player.press("Doorgegeven aan de coördinator. Toch goed?")
    assert desk.parts.marks.counts() == {}
    player.press("Klopt deze stap niet?")
    player.key(Qt.Key.Key_F12)
    go_through(player)
    player.press("Klopt deze stap niet?")
    assert list(desk.parts.marks.counts().values()) == [2]
    kept = json.loads(desk.folder.wrong_marks.read_text(encoding="utf-8"))
    assert kept["meldingen"][0]["plek"] == {"gids": "digid-aanvragen", "stap": "brief_binnen", "feit": ""}
    player.key(Qt.Key.Key_F1)
    player.press("Nog na te kijken")
    player.press("Afgehandeld: DigiD aanvragen")
    assert desk.parts.marks.counts() == {}
    assert message(desk) == "Afgehandeld."


def test_a_broken_file_is_told_at_the_start(open_kiosk: OpenDesk) -> None:
    folder = open_kiosk().folder
    folder.wrong_marks.write_text("[", encoding="utf-8")
    desk = open_kiosk()
    assert "klopt-niet-onleesbaar.json" in desk.trouble()
    settle()
    assert [part for part in desk.window.findChildren(QLabel) if part.isVisible()]
