"""The errors that a volunteer may see."""

from collections.abc import Iterator
from contextlib import contextmanager


class DeskError(Exception):
    """Something went wrong; the text says in plain Dutch what it is and what to do."""


class FieldError(DeskError):
    """What was typed in one field cannot be kept."""

    def __init__(self, field: str, text: str) -> None:
        """``field`` names where on the screen it is to be put right."""
        super().__init__(text)
        self.field = field


@contextmanager
def in_field(field: str) -> Iterator[None]:
    """What is refused within it was typed in this field. Raises FieldError for any DeskError."""
    try:
        yield
    except DeskError as error:
        raise FieldError(field, str(error)) from error
