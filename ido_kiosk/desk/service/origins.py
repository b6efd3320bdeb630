"""Who says what a setting is: the municipality, the library, or the desk; and what is locked."""

from collections.abc import Mapping

from ido_kiosk.base.language import _
from ido_kiosk.base.layers import Origin


def origin_lines(origins: Mapping[str, Origin], words: Mapping[str, str]) -> tuple[str, ...]:
    """A line for each setting that does not come from this desk or from the program; ``words``: its question."""
    lines = []
    for name, origin in origins.items():
        if name in words and origin.source in ("gemeente", "bibliotheek"):
            who = _("de gemeente") if origin.source == "gemeente" else _("de bibliotheek")
            text = _("{question} Vastgezet door {who}.") if origin.is_locked else _("{question} Gekozen door {who}.")
            lines.append(text.format(question=words[name], who=who))
    return tuple(lines)
