"""One question is counted once, also when the log was put right meanwhile or a slip is printed for who left."""

from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.base.local_data import Entry
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.tour import Player
from ido_kiosk.visit.service import PRINTED
from tests.paper.conftest import PrintDesk
from tests.window.test_log_keys import TODAY, K, press, whole_log
from tests.window.test_paper import CONTROL, printers
from tests.window.test_visit import go_through, message

__all__ = ["printers"]


def print_slip(desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot) -> None:
    """To whom the visitor goes is asked; choose the own partner, and print its address."""
    player.press("Buurthuis")
    player.press("Briefje printen: alleen het adres")
    preview = player.wait_for_part(PreviewScreen)
    qtbot.waitUntil(preview.is_ready)
    player.key(K.Key_P, CONTROL)
    qtbot.waitUntil(lambda: printers.jobs() == 1)
    qtbot.waitUntil(lambda: player.text_starting("Het blad ligt"))


def add_partner(desk: Desk) -> None:
    partner = Entry(id="P1", soort="partner", naam="Buurthuis", verwijzing="SRL", adres="Straat 1, Ede", toets=1)
    desk.parts.local.keep(partner)


def test_a_slip_for_a_question_of_the_log_counts_no_second_one(
    desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot
) -> None:
    add_partner(desk)
    go_through(player)
    press(player, K.Key_F9, K.Key_F12, K.Key_F11)
    player.press("Bezoeker 1: DigiD")
    player.press("Doorverwezen")
    print_slip(desk, player, printers, qtbot)
    assert desk.parts.visit.proposals == {}
    press(player, K.Key_F12)
    assert [(row.visit, row.referrals) for row in whole_log(desk)] == [(1, ("SRL",))]


def test_a_slip_for_this_visitor_counts_as_help(desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot) -> None:
    add_partner(desk)
    go_through(player)
    press(player, K.Key_F7)
    print_slip(desk, player, printers, qtbot)
    press(player, K.Key_F9)
    [row] = whole_log(desk)
    assert PRINTED in row.helped
    assert row.referrals == ("SRL",)


def test_what_was_removed_from_the_log_is_no_longer_said_to_be_logged_and_can_be(desk: Desk, player: Player) -> None:
    go_through(player)
    press(player, K.Key_F9)
    assert logged_in_panel(desk) == ("DigiD aanvragen of activeren",)
    press(player, K.Key_F11, K.Key_1)
    player.press("Weghalen")
    assert logged_in_panel(desk) == ()
    press(player, K.Key_F2, K.Key_1, K.Key_1, K.Key_F9)
    assert [(row.visit, row.topic) for row in whole_log(desk)] == [(1, "DGA")]


def test_what_became_another_topic_in_the_log_is_said_to_be_logged_as_that_one(desk: Desk, player: Player) -> None:
    go_through(player)
    press(player, K.Key_F9, K.Key_F11, K.Key_1)
    player.press("Onderwerp: DigiD")
    press(player, K.Key_2, K.Key_4)
    [row] = whole_log(desk)
    assert (row.topic, row.day) == ("THU", TODAY)
    assert logged_in_panel(desk) == (desk.window._actions.topic_words("THU"),)
    press(player, K.Key_F2, K.Key_2, K.Key_4)
    assert "nieuwe bezoeker" in message(desk)
    press(player, K.Key_F2, K.Key_1, K.Key_1, K.Key_F9)
    assert [(row.visit, row.topic) for row in whole_log(desk)] == [(1, "DGA"), (1, "THU")]


def logged_in_panel(desk: Desk) -> tuple[str, ...]:
    return desk.window._actions.state().logged
