"""The screens of the desk itself."""

from ido_kiosk.desk.screen.answer import AnswerScreen
from ido_kiosk.desk.screen.help import HelpScreen
from ido_kiosk.desk.screen.this_desk import ThisDeskScreen
from ido_kiosk.desk.screen.to_check import ToCheckScreen

__all__ = ["AnswerScreen", "HelpScreen", "ThisDeskScreen", "ToCheckScreen"]
