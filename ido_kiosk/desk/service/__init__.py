"""What the desk knows of itself, its only door: its settings, and the list of what is to be checked."""

from ido_kiosk.desk.service.checklist import Question, Row, Section, checklist, question
from ido_kiosk.desk.service.counting import Counting
from ido_kiosk.desk.service.origins import origin_lines
from ido_kiosk.desk.service.this_desk import ThisDesk, Typed, checked_hours, checked_link, with_typed

__all__ = [
    "Counting",
    "Question",
    "Row",
    "Section",
    "ThisDesk",
    "Typed",
    "checked_hours",
    "checked_link",
    "checklist",
    "origin_lines",
    "question",
    "with_typed",
]
