"""Fetch what municipality and library wrote about organisations nearby; the last good answer stays."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.local_data import Entry, Sent, keep_sent, read_sent
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync.service.asking import ask_signed
from ido_kiosk.sync.service.connection import never
from ido_kiosk.sync.service.linking import Regie
from ido_shared.local import KINDS

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    from ido_shared.exchange import LocalEntry

Check = Callable[[Entry], Entry]
"""Gives an entry as it may be kept at this desk. Raises DeskError when it may not."""


def fetch_local(folder: DataFolder, settings: Settings, check: Check, stop: Callable[[], bool] = never) -> str:
    """Ask regie what is known of organisations nearby and keep it; gives in Dutch what went wrong, or nothing.

    Does nothing at a desk that is not linked or has no network. Takes as long as the network does: run it in a thread.
    """
    regie = settings.section(Regie)
    if not regie.desk or not regie.url:
        return ""
    try:
        _fetch(folder, settings, regie.desk, check, stop)
    except DeskError as error:
        return str(error)
    return ""


def local_lines(left_out: Sequence[str], problem: str) -> Iterator[str]:
    """What the coordinator needs to know of this; nothing when all is well. ``problem``: of the last time."""
    if problem:
        text = _("De lokale gegevens van regie zijn niet opgehaald. Wat eerder kwam, geldt nog. {reason}")
        yield text.format(reason=problem)
    if left_out:
        yield _("Niet alle lokale gegevens van regie passen in deze kiosk. Bij Lokale gegevens staat welke.")


def _fetch(folder: DataFolder, settings: Settings, desk: str, check: Check, stop: Callable[[], bool]) -> None:
    from ido_shared import exchange

    before = read_sent(folder.sent_data)
    known = before.etag if before.balie == desk else ""
    asked = exchange.FetchLocal(exchange.LOCAL_ASKED, desk)
    expected = (exchange.DeskLocal, exchange.LOCAL)
    answer = ask_signed(folder, settings, "lokale-gegevens", asked, known, expected, stop, exchange.LONGEST_LOCAL)
    if answer is None:
        return
    said, etag = answer
    fitting: dict[str, Entry] = {}
    left_out: list[str] = []
    for each in said.gegevens:
        try:
            entry = _entry(each, check)
        except DeskError as error:
            left_out.append(f"{each.naam[:120]}: {error}")
        else:
            fitting.setdefault(entry.id, entry)
    keep_sent(folder.sent_data, Sent(desk, "" if left_out else etag, tuple(fitting.values()), tuple(left_out)))


def _entry(said: "LocalEntry", check: Check) -> Entry:
    """What regie said of one organisation, as it is kept here. Raises DeskError when it does not fit."""
    kind = next((kind for kind in KINDS if kind == said.soort), None)
    if kind is None:
        raise DeskError(_("deze kiosk kent de soort {kind} niet").format(kind=said.soort[:40]))
    try:
        checked_on = date.fromisoformat(said.nagekeken)
        id_ = f"R{bytes.fromhex(said.id.replace('-', '')).hex()[:7]}".upper()
    except ValueError as error:
        raise DeskError(_("het kenmerk of de dag is niet te lezen")) from error
    told = Entry(
        id_,
        kind,
        said.naam,
        said.verwijzing,
        telefoon=said.telefoon,
        adres=said.adres,
        open=said.open,
        directe_lijn=said.directe_lijn,
        website=said.website,
        voor_wie=said.voor_wie,
        meenemen=said.meenemen,
        toets=said.toets,
        nagekeken=checked_on,
        van=said.van,
    )
    return check(told)
