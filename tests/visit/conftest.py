"""A visit of a fixed day, on a database of its own."""

from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.questions import service as questions
from ido_kiosk.visit.service import Visit
from tests.store import PLACE, codes

TODAY = date(2026, 11, 26)


def logged(day: date = TODAY) -> list[questions.LoggedQuestion]:
    """What was confirmed, of the day."""
    return [row for row in questions.questions_of(PLACE, day, day) if not row.to_complete]


@pytest.fixture
def visit(store: Path) -> Visit:
    return Visit(codes(), PLACE, lambda: TODAY)
