"""The word and the pictogram of each kind of entry, and the pictogram of each theme."""

from ido_kiosk.base.language import _
from ido_kiosk.finding.service import Kind

_KINDS: dict[Kind, str] = {
    "guide": "book",
    "letter": "letter",
    "urgent": "urgent",
    "life": "life-event",
    "organisation": "organisation",
    "topic": "pencil",
}
_THEMES = {
    "INL": "key",
    "BEL": "theme-tax",
    "WRK": "theme-work",
    "ZRG": "theme-care",
    "GEM": "theme-home",
    "GZN": "theme-family",
    "GLD": "theme-law",
    "VRV": "theme-transport",
    "APP": "theme-device",
}


def kind_word(kind: Kind) -> str:
    """What an entry of this kind is called."""
    return {
        "guide": _("Gids"),
        "letter": _("Brief"),
        "urgent": _("Spoed"),
        "life": _("Levensgebeurtenis"),
        "organisation": _("Organisatie"),
        "topic": _("Onderwerp om vast te leggen"),
    }[kind]


def kind_picture(kind: Kind) -> str:
    """The pictogram of this kind."""
    return _KINDS[kind]


def theme_picture(theme: str) -> str:
    """The pictogram of a theme; a new theme has that of all themes."""
    return _THEMES.get(theme, "themes")
