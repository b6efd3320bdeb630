"""Names that people type or paste, as they are kept."""

import re
from typing import Any

from django import forms

UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ufffe\uffff]+")
"""What cannot be seen, or can be no part of a spreadsheet; text processors put such signs between lines."""


class NameField(forms.CharField):
    """A name on one line: what cannot be seen in it becomes a space."""

    def to_python(self, value: Any) -> str | None:
        """The name as it is kept."""
        return super().to_python(UNPRINTABLE.sub(" ", value) if isinstance(value, str) else value)
