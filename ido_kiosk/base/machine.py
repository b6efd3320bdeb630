"""The file for all accounts of this computer: where the data stands, and what the library set before the first start.

An administrator writes it (docs/set-up.md); the kiosk only reads it. For example::

    {"gegevensmap": "/var/lib/ido-kiosk",
     "waarden": {"Locations": {"library": "Bibliotheek Voorbeeld"}, "ThisDesk": {"letters": "wegwijzen"}},
     "vast": {"ThisDesk": ["letters"]},
     "ingericht": "2026-11-26"}
"""

from datetime import date
from pathlib import Path

import msgspec

from ido_kiosk.base.language import _
from ido_kiosk.base.layers import Laid, Values
from ido_kiosk.base.reasons import reason_of

NAME = "balie.json"


class Machine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the file; all of it may be left out."""

    gegevensmap: str = ""
    waarden: dict[str, Values] = {}
    """Values by section, as the settings of the desk keep them."""
    vast: dict[str, list[str]] = {}
    """Which of them the desk may not change."""
    ingericht: date | None = None
    """The day on which this computer was set up: a data folder that is new much later tells that it forgets."""

    @property
    def layer(self) -> Laid:
        """What the library says."""
        return Laid(self.waarden, self.vast)


def machine_file() -> Path:
    """Where the file stands: ``ido-kiosk`` in ``/etc/xdg`` on Linux, in ProgramData on Windows."""
    import platformdirs

    return platformdirs.site_config_path("ido-kiosk", appauthor=False) / NAME


def read_machine(file: Path) -> tuple[Machine, str]:
    """What the file says, and what is wrong with it, in words for who wrote it; an absent one says nothing."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Machine), ""
    except FileNotFoundError:
        return Machine(), ""
    except (OSError, ValueError, RecursionError) as error:
        text = _("Het bestand {file} voor deze computer is niet te lezen: {reason}. Geef dit door aan de beheerder.")
        return Machine(), text.format(file=file, reason=reason_of(error) if isinstance(error, OSError) else error)
