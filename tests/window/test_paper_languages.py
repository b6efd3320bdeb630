"""Paper in the visitor's language: what the desk prints unchecked, and what is told before printing."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.tour import Player, settle
from ido_shared.content.wording import wordings_in
from tests.window.test_paper import CONTROL, text


def preview_in(desk: Desk, player: Player, qtbot: QtBot, language: str, guide: str) -> PreviewScreen:
    desk.window.change_look(language=language)
    settle()
    player.search(guide)
    player.key(Qt.Key.Key_Return)
    player.key(Qt.Key.Key_P, CONTROL)
    preview = player.wait_for_part(PreviewScreen)
    qtbot.waitUntil(preview.is_ready)
    return preview


def remarks(preview: PreviewScreen) -> list[str]:
    return [shown.text() for shown in preview.findChildren(QLabel, "small") if shown.isVisible()]


def test_a_desk_that_prints_no_unchecked_translation_gives_dutch_and_says_so(
    desk: Desk, player: Player, qtbot: QtBot
) -> None:
    desk.settings.save(ThisDesk(unread_translations=False))
    preview = preview_in(desk, player, qtbot, "en", "digid aanvragen")
    assert "Kom gerust terug." in text(preview.pdf)
    assert "welcome back" not in text(preview.pdf)
    [told] = remarks(preview)
    assert told == "This desk prints translations only after someone has checked them. The sheet is in Dutch."


def test_a_desk_prints_a_translation_beside_the_dutch_and_says_how_much_there_is(
    desk: Desk, player: Player, qtbot: QtBot
) -> None:
    preview = preview_in(desk, player, qtbot, "en", "digid aanvragen")
    assert "You are welcome back." in text(preview.pdf)
    assert "Kom gerust terug." in text(preview.pdf)
    [told] = remarks(preview)
    assert "100 percent is translated" in told


@pytest.mark.parametrize("missing", [0, 5])
def test_what_is_not_translated_lowers_what_is_told(
    desk: Desk, player: Player, qtbot: QtBot, missing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``missing`` texts of the visitor are new: nobody translated them. A new tip for the volunteer changes nothing."""
    from ido_kiosk.base import language

    guide = desk.parts.library.guides["huurtoeslag"]
    visitor = [each.context for each in wordings_in(guide) if "/tips/" not in each.context]
    tips = [each.context for each in wordings_in(guide) if "/tips/" in each.context]
    assert tips
    fresh, known = {*visitor[:missing], *tips}, language.is_translated
    monkeypatch.setattr(
        language, "is_translated", lambda context, dutch: context not in fresh and known(context, dutch)
    )
    [told] = remarks(preview_in(desk, player, qtbot, "en", "huurtoeslag"))
    [percent] = re.findall(r"(\d+) percent", told)
    assert int(percent) == 100 * (len(visitor) - len({*visitor[:missing]})) // len(visitor)


def test_dutch_paper_needs_no_remark(desk: Desk, player: Player, qtbot: QtBot) -> None:
    desk.settings.save(ThisDesk(unread_translations=False))
    assert remarks(preview_in(desk, player, qtbot, "nl", "huurtoeslag")) == []


def test_another_language_makes_the_sheet_anew(desk: Desk, player: Player, qtbot: QtBot) -> None:
    """What is told before printing is true of the sheet in sight."""
    assert "welcome back" not in text(preview_in(desk, player, qtbot, "nl", "digid aanvragen").pdf)
    desk.window.change_look(language="en")
    settle()
    preview = player.wait_for_part(PreviewScreen)
    qtbot.waitUntil(lambda: "You are welcome back." in text(preview.pdf))
    [told] = remarks(preview)
    assert "100 percent is translated" in told
    desk.window.change_look(language="nl")
    settle()
    preview = player.wait_for_part(PreviewScreen)
    qtbot.waitUntil(lambda: "welcome back" not in text(preview.pdf))
    assert remarks(preview) == []
