"""How many keys it takes to log, counted through the real window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ido_kiosk.app import Desk
from ido_kiosk.questions import service as questions
from ido_kiosk.questions.service import Asked, LoggedQuestion
from ido_kiosk.tour import Player, TourError
from tests.window.test_visit import go_through, logged, message

TODAY = date(2026, 11, 26)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


class KeyCounter(Player):
    """A player that counts the keys."""

    number = 0

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, wherever the focus is."""
        self.number += 1
        super().key(key, modifiers)


@pytest.fixture
def keys(desk: Desk) -> KeyCounter:
    return KeyCounter(desk.window)


def press(player: Player, *keys: Qt.Key) -> None:
    for key in keys:
        player.key(key)


def whole_log(desk: Desk) -> list[LoggedQuestion]:
    return questions.questions_of(desk.parts.visit.place, date(2026, 1, 1), date(2026, 12, 31))


def test_a_visit_with_a_guide_takes_one_key(desk: Desk, keys: KeyCounter) -> None:
    go_through(keys)
    before = keys.number
    press(keys, K.Key_F9)
    assert [row.topic for row in logged()] == ["DGA"]
    assert keys.number - before == 1


def test_a_favourite_topic_takes_three_keys(desk: Desk, keys: KeyCounter) -> None:
    place = desk.parts.visit.place
    for _time in range(2):
        questions.log_question(desk.parts.codes, "KTK", date(2026, 11, 20), place)
    questions.log_question(desk.parts.codes, "MAI", date(2026, 11, 20), place)
    press(keys, K.Key_F3, K.Key_2, K.Key_F9)
    assert ([row.topic for row in logged()], keys.number) == (["MAI"], 3)


def test_any_other_topic_takes_four_keys(desk: Desk, keys: KeyCounter) -> None:
    press(keys, K.Key_F2, K.Key_2, K.Key_4, K.Key_F9)
    assert ([row.topic for row in logged()], keys.number) == (["THU"], 4)


def test_a_bare_tally_takes_one_key_and_waits(desk: Desk, keys: KeyCounter) -> None:
    press(keys, K.Key_F4)
    assert keys.number == 1
    assert [row.to_complete for row in whole_log(desk)] == [True]
    assert keys.button("Later aanvullen: 1 vraag")
    keys.key(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert whole_log(desk) == []


def test_every_topic_is_at_most_four_keys_away(desk: Desk) -> None:
    codes = desk.parts.codes
    assert len(codes.themes) <= 9
    assert all(len(codes.topics_of(theme)) <= 9 for theme in codes.themes)


def test_the_result_takes_one_key_and_a_signal_one_more(desk: Desk, keys: KeyCounter) -> None:
    go_through(keys)
    before = keys.number
    press(keys, K.Key_F5, K.Key_6, K.Key_4, K.Key_F9)
    [row] = logged()
    assert (row.result, row.signals) == ("GRE", ("INL",))
    assert keys.number - before == 4


@pytest.mark.parametrize(("key", "result"), [(K.Key_1, "OPG"), (K.Key_3, "WAC"), (K.Key_4, "TER")])
def test_no_signal_is_asked_where_it_says_nothing(desk: Desk, player: Player, key: Qt.Key, result: str) -> None:
    go_through(player)
    press(player, K.Key_F5, key, K.Key_F9)
    assert [(row.result, row.signals) for row in logged()] == [(result, ())]


def test_a_letter_on_paper_asks_for_the_signal(desk: Desk, player: Player) -> None:
    desk.parts.visit.propose("DGA", "PAP")
    press(player, K.Key_F5, K.Key_1)
    assert player.text_starting("Welk signaal?")
    press(player, K.Key_0, K.Key_F9)
    assert [(row.result, row.signals) for row in logged()] == [("OPG", ())]


def test_several_questions_of_one_visit_are_logged_by_one_key(desk: Desk, player: Player) -> None:
    press(player, K.Key_F2, K.Key_2, K.Key_4, K.Key_F2, K.Key_1, K.Key_1, K.Key_F9)
    assert [(row.visit, row.topic) for row in logged()] == [(1, "DGA"), (1, "THU")]


def test_typing_finds_a_topic_also_with_a_mistake(desk: Desk, player: Player) -> None:
    press(player, K.Key_F2)
    for sign in "rijbewijz":
        player.key(Qt.Key(ord(sign.upper())))
    press(player, K.Key_Return, K.Key_F9)
    assert [row.topic for row in logged()] == ["RIJ"]


def test_escape_first_empties_what_was_typed(desk: Desk, player: Player) -> None:
    press(player, K.Key_F2, K.Key_Q, K.Key_Q, K.Key_Backspace, K.Key_Escape)
    assert player.text_starting("Thema's")
    press(player, K.Key_Escape)
    assert player.text_starting("Waar kunnen we mee helpen?")


def test_exceptions_are_said_by_a_key_each(desk: Desk, player: Player) -> None:
    go_through(player)
    press(player, K.Key_F5)
    player.press("Waar:")
    press(player, K.Key_4)
    player.press("Hulp:")
    press(player, K.Key_9, K.Key_0)
    player.press("Organisatie:")
    for sign in "uwv":
        player.key(Qt.Key(ord(sign.upper())))
    press(player, K.Key_Return)
    player.press("Soort vraag:")
    press(player, K.Key_3, K.Key_F9)
    [row] = logged()
    assert (row.channel, row.organisation, row.kind) == ("TEL", "UWV", "AN")
    assert row.helped == ("BEL", "MEE")


def test_another_topic_brings_its_own_codes_and_keeps_what_was_printed(desk: Desk, player: Player) -> None:
    desk.parts.visit.propose("DGA", "PRT")
    press(player, K.Key_F5)
    player.press("Onderwerp: DigiD")
    press(player, K.Key_2, K.Key_4, K.Key_F9)
    [row] = logged()
    assert (row.topic, row.organisation, row.helped) == ("THU", "TOE", ("FRM", "PRT"))


def test_a_referral_says_to_whom_and_whether_it_was_warm(desk: Desk, player: Player) -> None:
    go_through(player)
    press(player, K.Key_F7, K.Key_5, K.Key_1, K.Key_F9)
    [row] = logged()
    assert (row.referrals, row.warm, row.helped) == (("SRL",), "JA", ("DVW", "MEE"))


def test_no_fitting_place_is_an_answer(desk: Desk, player: Player) -> None:
    go_through(player)
    press(player, K.Key_F7, K.Key_0, K.Key_F9)
    [row] = logged()
    assert (row.referrals, row.warm, row.helped) == (("GPA",), "GEEN", ("MEE",))


def test_without_a_question_there_is_nothing_to_refer(desk: Desk, player: Player) -> None:
    press(player, K.Key_F7)
    assert message(desk).startswith("Er is nog geen vraag.")


@pytest.mark.parametrize(
    ("key", "twin", "seen"),
    [
        (K.Key_F2, K.Key_O, "Waar ging de vraag over?"), (K.Key_F3, K.Key_K, "Vaak gekozen"),
        (K.Key_F10, K.Key_L, "Later aanvullen"), (K.Key_F11, K.Key_V, "Vastgelegd: vandaag"),
    ],
)  # fmt: skip
def test_every_key_has_a_twin(desk: Desk, player: Player, key: Qt.Key, twin: Qt.Key, seen: str) -> None:
    press(player, key)
    assert player.text_starting(seen)
    press(player, K.Key_Escape)
    assert not player.text_starting(seen)
    player.key(twin, CTRL_SHIFT)
    assert player.text_starting(seen)


def test_a_busy_hour_is_one_key_a_visitor_and_a_list_that_empties(desk: Desk, keys: KeyCounter) -> None:
    keys.key(K.Key_M, CTRL_SHIFT)
    before = keys.number
    press(keys, K.Key_1, K.Key_5, K.Key_0)
    assert keys.number - before == 3
    assert [(row.visit, row.topic, row.result) for row in whole_log(desk)] == [
        (1, "DGA", "NI"), (2, "VHZ", "NI"), (3, "NI", "NI"),
    ]  # fmt: skip
    press(keys, K.Key_F10, K.Key_1, K.Key_1)
    assert [row.topic for row in logged()] == ["DGA", "VHZ"]
    press(keys, K.Key_1, K.Key_9, K.Key_2)
    assert [(row.topic, row.result) for row in logged()] == [("DGA", "OPG"), ("VHZ", "OPG"), ("MAI", "OPG")]
    assert keys.text_starting("Er wacht niets.")


def test_the_own_partners_come_first_and_bring_their_kind_and_a_slip(desk: Desk, player: Player) -> None:
    from ido_kiosk.base.local_data import Entry
    from ido_kiosk.qt.preview import PreviewScreen

    desk.parts.local.keep(
        Entry("P1", "spreekuur", "Spreekuur Voorbeeld", "JUR", toets=1, directe_lijn="030 1", nagekeken=TODAY)
    )
    go_through(player)
    press(player, K.Key_F7)
    assert player.button("Spreekuur Voorbeeld")
    press(player, K.Key_1)
    assert player.text_starting("Alleen voor u, niet voor de bezoeker: 030 1")
    player.press("Briefje printen: er is gebeld")
    assert player.wait_for_part(PreviewScreen).pdf.startswith(b"%PDF")
    press(player, K.Key_F9)
    assert [(row.referrals, row.warm) for row in logged()] == [(("JUR",), "JA")]


def test_where_this_desk_refers_most_has_the_first_keys(desk: Desk, player: Player) -> None:
    from ido_kiosk.base.local_data import Entry
    from ido_kiosk.qt.preview import PreviewScreen

    parts = desk.parts
    for key, (name, kind) in enumerate([("Bureau Een", "SRL"), ("Bureau Twee", "JUR")], start=1):
        phone = "030 000 00 00" if kind == "JUR" else ""
        parts.local.keep(Entry(f"P{key}", "partner", name, kind, telefoon=phone, toets=key, nagekeken=TODAY))
    referred = [questions.with_referral(Asked("DGA"), kind, "NEE") for kind in ("JUR", "SRL", "JUR")]
    questions.log_questions(parts.codes, referred[:2], date(2026, 11, 24), parts.visit.place)
    questions.log_questions(parts.codes, referred[2:], date(2026, 11, 25), parts.visit.place)
    go_through(player)
    press(player, K.Key_F7, K.Key_2)
    with pytest.raises(TourError):
        player.button("Belkaart printen: de bezoeker belt zelf")
    press(player, K.Key_Escape, K.Key_1)
    player.press("Belkaart printen: de bezoeker belt zelf")
    assert player.wait_for_part(PreviewScreen).pdf.startswith(b"%PDF")
    press(player, K.Key_F9)
    assert [(row.referrals, row.warm) for row in logged()] == [(("JUR",), "NEE")]
