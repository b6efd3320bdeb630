"""What the desk knows of itself, its only door: its settings, and the list of what is to be checked."""

from typing import TYPE_CHECKING

from ido_kiosk.base.door import opened_when_asked

if TYPE_CHECKING:
    from ido_kiosk.desk.service.checking import Question, Row, Section, checklist, question
    from ido_kiosk.desk.service.counting import Counting
    from ido_kiosk.desk.service.origins import origin_lines
    from ido_kiosk.desk.service.this_desk import ThisDesk, Typed, checked_hours, checked_link, with_typed

__getattr__ = opened_when_asked(
    __name__,
    {
        ".checking": "Question Row Section checklist question",
        ".counting": "Counting",
        ".origins": "origin_lines",
        ".this_desk": "ThisDesk Typed checked_hours checked_link with_typed",
    },
)

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
