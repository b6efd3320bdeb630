"""What the fields are called that every letter has."""

from ido_kiosk.base.language import _
from ido_kiosk.letters.content.letter import REFERENCE


def standard_labels() -> dict[str, str]:
    """What the fields are called that no file has: those of the sender, and the reference."""
    return {
        "naam": _("Uw naam"),
        "straat": _("Uw straat en huisnummer"),
        "postcode": _("Uw postcode"),
        "plaats": _("Uw plaats"),
        "telefoon": _("Uw telefoonnummer"),
        REFERENCE: _("Het kenmerk van uw brief"),
    }
