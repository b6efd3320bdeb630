"""The languages in which people may search, with what was learned in each."""

from pathlib import Path

from ido_kiosk.base import language
from ido_kiosk.finding.content.examples import load_examples
from ido_kiosk.finding.service.index import Spoken


def languages(forms: Path) -> list[Spoken]:
    """All languages of the content, Dutch first, with the examples of a forms folder."""
    return [Spoken(code, language.content_in(code), load_examples(forms, code)) for code in language.NAMES]
