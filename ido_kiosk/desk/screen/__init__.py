"""The screens of the desk itself."""

from ido_kiosk.desk.screen.answer import AnswerDraft, AnswerScreen
from ido_kiosk.desk.screen.help import HelpScreen
from ido_kiosk.desk.screen.this_desk import ThisDeskScreen, settings_draft
from ido_kiosk.desk.screen.to_check import ToCheckScreen

__all__ = ["AnswerDraft", "AnswerScreen", "HelpScreen", "ThisDeskScreen", "ToCheckScreen", "settings_draft"]
