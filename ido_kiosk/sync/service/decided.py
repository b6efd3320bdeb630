"""Fetch what the municipality decided for this desk, and lay it among the settings; the last good answer stays."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.layers import fitting
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync.service.asking import ask_signed
from ido_kiosk.sync.service.connection import never
from ido_kiosk.sync.service.linking import Regie

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    from ido_shared.exchange import DeskSettings

Kinds = Sequence[type[msgspec.Struct]]
"""The sections about which a municipality may decide: no other is touched, whatever regie sends."""


class Decided(msgspec.Struct, frozen=True):
    """Section of the settings: which answer of regie is laid here, and for which desk it was."""

    desk: str = ""
    etag: str = ""
    """Empty when the next answer is to come whole: nothing came yet, or not all of it was known here."""
    unknown: tuple[str, ...] = ()
    """What this kiosk does not know, as section and name."""


def fetch_decided(folder: DataFolder, settings: Settings, kinds: Kinds, stop: Callable[[], bool] = never) -> str:
    """Ask regie what the municipality decided and lay it; gives in Dutch what went wrong, empty when nothing did.

    Does nothing at a desk that is not linked or has no network. Takes as long as the network does: run it in a thread.
    """
    regie = settings.section(Regie)
    if not regie.desk or not regie.url:
        return ""
    try:
        _fetch(folder, settings, regie, kinds, stop)
    except DeskError as error:
        return str(error)
    return ""


def decided_lines(settings: Settings, problem: str) -> Iterator[str]:
    """What the coordinator needs to know of these settings; nothing when all is well. ``problem``: of the last time."""
    if problem:
        text = _("De instellingen van de gemeente zijn niet opgehaald. Wat eerder kwam, geldt nog. {reason}")
        yield text.format(reason=problem)
    if unknown := settings.section(Decided).unknown:
        text = _("De gemeente stuurde instellingen die deze kiosk niet kent: {names}. Vraag de beheerder om hulp.")
        yield text.format(names=", ".join(unknown))


def _fetch(folder: DataFolder, settings: Settings, regie: Regie, kinds: Kinds, stop: Callable[[], bool]) -> None:
    from ido_shared import exchange

    before = settings.section(Decided)
    known = before.etag if before.desk == regie.desk else ""
    asked = exchange.FetchSettings(exchange.SETTINGS_ASKED, regie.desk)
    expected = (exchange.DeskSettings, exchange.SETTINGS)
    answer = ask_signed(folder, settings, "instellingen", asked, known, expected, stop)
    if answer is None:
        return
    said, etag = answer
    unknown = tuple(sorted(_lay(settings, said, kinds)))
    settings.save(Decided(regie.desk, "" if unknown else etag, unknown))


def _lay(settings: Settings, said: "DeskSettings", kinds: Kinds) -> Iterator[str]:
    """Lay all that fits, instead of what was laid before; gives what is not known here."""
    sections = {kind.__name__: kind for kind in kinds}
    yield from (name for name in said.waarden if name not in sections)
    for section, kind in sections.items():
        values = said.waarden.get(section, {})
        known = fitting(kind, values)
        yield from (f"{section}.{name}" for name in values if name not in known)
        settings.lay(kind, known, [name for name in said.vast.get(section, []) if name in known])
