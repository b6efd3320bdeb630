"""Typing over for the KB: a visitor at a time, beside the KB's page and on paper."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ido_kiosk.app import Desk
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.questions import service as questions
from ido_kiosk.questions.service import Asked
from ido_kiosk.tour import Player, settle
from tests.window.test_visit import message

TODAY = date(2026, 11, 26)
K = Qt.Key


@pytest.fixture
def list_shown(desk: Desk, player: Player) -> Player:
    """The list of two visitors with three questions."""
    codes, place = desk.parts.codes, desk.parts.visit.place
    questions.log_questions(codes, [Asked("DGA", referrals=("SRL",)), Asked("MAI")], date(2026, 11, 25), place)
    questions.log_questions(codes, [Asked("THU")], TODAY, place)
    questions.tally(codes, TODAY, place)  # still to be completed today: not in the list yet
    player.key(K.Key_F11)
    player.press("Overtypen voor de KB: nog 3")
    return player


def seen(player: Player) -> list[str]:
    return [text.text() for text in player.window.findChildren(QLabel) if text.isVisible()]


def states(desk: Desk) -> dict[str, str]:
    rows = questions.questions_of(desk.parts.visit.place, date(2026, 11, 25), TODAY)
    return {row.topic: row.kb for row in rows}


def test_a_visitor_at_a_time_is_typed_over_and_ticked(desk: Desk, list_shown: Player) -> None:
    shown = seen(list_shown)
    assert "Nog 3 vragen niet in KB" in shown
    assert "25 november 2026, bezoeker 1" in shown
    assert "Volgorde en woorden zijn nog niet met de KB vergeleken." in shown
    assert {"DigiD aanvragen of activeren", "E-mail maken of terugkrijgen", "Sociaal raadslieden"} <= set(shown)
    list_shown.key(K.Key_Return)
    assert states(desk) == {"DGA": "JA", "MAI": "JA", "THU": "NEE", "NI": "NEE"}
    assert "Nog 1 vraag niet in KB" in seen(list_shown)
    list_shown.key(K.Key_Return)
    assert "Alles staat in KB" in seen(list_shown)
    list_shown.key(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert states(desk)["THU"] == "NEE"
    assert message(desk) == "Staat weer in de lijst voor de KB."


def test_a_visitor_can_be_skipped(list_shown: Player) -> None:
    list_shown.press("Overslaan")
    assert "26 november 2026, bezoeker 1" in seen(list_shown)
    list_shown.press("Overslaan")
    assert "25 november 2026, bezoeker 1" in seen(list_shown)


def test_the_list_becomes_a_strip_over_the_browser(desk: Desk, list_shown: Player) -> None:
    list_shown.key(K.Key_F8)
    settle()
    assert desk.window.width() <= 480
    assert "25 november 2026, bezoeker 1" in seen(list_shown)
    list_shown.press("Overgetypt")
    assert states(desk)["DGA"] == "JA"
    assert desk.window.width() <= 480
    list_shown.key(K.Key_F4)
    assert len(questions.to_complete(TODAY)) == 2


def test_what_was_changed_after_it_was_typed_over_comes_back(desk: Desk, list_shown: Player) -> None:
    list_shown.key(K.Key_Return)
    [changed, _other] = questions.questions_of(desk.parts.visit.place, date(2026, 11, 25), date(2026, 11, 25))
    questions.correct(desk.parts.codes, changed.id, Asked("DGP"), TODAY)
    list_shown.key(K.Key_Escape)
    list_shown.press("Overtypen voor de KB: nog 2")
    assert "25 november 2026, bezoeker 1: verbeterd, pas dit aan bij de KB" in seen(list_shown)


@pytest.mark.parametrize("sheet", ["De lijst om over te typen", "Maandblad november 2026"])
def test_the_list_and_the_month_come_on_paper_and_count_as_no_help(desk: Desk, list_shown: Player, sheet: str) -> None:
    from ido_kiosk.qt.preview import PreviewScreen

    list_shown.press("Print de lijst")
    list_shown.press(sheet)
    preview = list_shown.wait_for_part(PreviewScreen)
    assert preview.pdf.startswith(b"%PDF")
    preview.printed.emit()
    assert desk.parts.visit.proposals == {}


def test_the_slip_for_the_measurement_is_no_help_and_is_not_logged(desk: Desk, player: Player) -> None:
    from ido_kiosk.qt.preview import PreviewScreen

    desk.settings.save(ThisDesk(measurement="https://meting.voorbeeld.nl/ido"))
    player.key(K.Key_F11)
    player.press("Uitnodiging voor de meting van de KB printen")
    preview = player.wait_for_part(PreviewScreen)
    assert preview.pdf.startswith(b"%PDF")
    preview.printed.emit()
    assert desk.parts.visit.proposals == {}
    assert questions.questions_of(desk.parts.visit.place, TODAY, TODAY) == []


def test_without_a_link_to_the_measurement_the_button_says_what_to_do(desk: Desk, player: Player) -> None:
    player.key(K.Key_F11)
    player.press("Uitnodiging voor de meting van de KB printen")
    assert message(desk) == "Er is nog geen link naar de meting. De coördinator vult die in bij Hulp, Deze balie."
