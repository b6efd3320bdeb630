"""Deliver: sign what is new, send what did not arrive yet, and believe only regie's signature that it did."""

from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta

from ido_kiosk.base.database import own_connection, transaction
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.settings import Settings
from ido_kiosk.statistics import service as statistics
from ido_kiosk.sync import records
from ido_kiosk.sync.service.connection import (
    CoordinatorError,
    UnreachableError,
    never,
)
from ido_kiosk.sync.service.identity import begin
from ido_kiosk.sync.service.keys import own_key
from ido_kiosk.sync.service.linking import Network, Regie
from ido_kiosk.sync.service.moving import renew_key
from ido_kiosk.sync.service.repairing import repair
from ido_kiosk.sync.service.round import AheadError, Outcome, Round, say_all, sender_of
from ido_kiosk.sync.service.schedule import is_due
from ido_kiosk.sync.service.sending import send_all

KEPT = timedelta(days=400)
"""So long are deliveries kept after they arrived: a regie that lost them gets them again (design § 8)."""
REPAIRS = 2
"""More in one round would mean that regie and this computer do not understand each other."""


def deliver(
    folder: DataFolder,
    settings: Settings,
    today: date,
    program: str,
    code_list: int,
    stop: Callable[[], bool] = never,
    now: bool = False,
    content: str = "",
) -> Outcome:
    """State what is new and send all that did not arrive yet; does nothing while this desk is not linked.

    What is new is said once a week, or ``now`` when a person asks for it; what did not arrive is tried each time.
    ``content``: the newest day on which something in forms/ was checked.
    Takes as long as the network does: run it in a thread. It has its own connection to the database, and ends soon
    after ``stop`` says so: what is signed is on disk, and goes next time.
    """
    regie = settings.section(Regie)
    if not regie.desk:
        return Outcome(succeeded=True)
    with own_connection():
        try:
            begin(folder, settings)
            sender = sender_of(regie, regie.place, program, code_list, content)
            key, certificates = own_key(folder, settings, may_make=False), settings.section(Network).certificates
        except DeskError as error:
            return Outcome(False, 0, str(error), isinstance(error, CoordinatorError))
        with closing(Round(folder, sender, regie, key, today, certificates, stop)) as made:
            return _outcome_of(made, settings, now)


def send_again(desk: str) -> int:
    """Let all that was ever sent, and is still here, go once more; regie counts it once. Gives how many."""
    with transaction():
        return records.requeue(desk)


def release(desk: str) -> int:
    """Let what regie refused wait again like the rest. Gives how many."""
    with transaction():
        return records.release(desk)


def _outcome_of(made: Round, settings: Settings, now: bool) -> Outcome:
    """Do a round, whatever happens; a desk that was linked by USB stick has no network to do it with."""
    if not made.regie.url:
        return Outcome(succeeded=True)
    try:
        if made.regie.moved:
            made.key = renew_key(made.session(), made.folder, settings, made.key, made.stop)
        if statistics.needs_repair():
            _repair(made)
        _say_and_send(made, now)
    except UnreachableError:
        return made.outcome(made.refused or _unreachable())
    except DeskError as error:
        return made.outcome(str(error), isinstance(error, CoordinatorError))
    return made.outcome()


def _say_and_send(made: Round, now: bool) -> None:
    """Say what is new and send what waits; again after regie turned out to know more than this computer."""
    for repairs_left in reversed(range(REPAIRS + 1)):
        if now or made.repaired or is_due(statistics.last_made(made.regie.desk), made.today):
            say_all(made)
        _drop_old(made.regie.desk, made.today - KEPT)
        try:
            for reason in send_all(made):
                made.refused = made.refused or reason
                made.sent += 0 if reason else 1
        except AheadError:
            if not repairs_left:
                raise
            _repair(made)
        else:
            return


def _repair(made: Round) -> None:
    made.repaired = repair(made.session(), made.regie, made.key, made.today, made.stop) or made.repaired


def _drop_old(desk: str, before: date) -> None:
    """Throw away what arrived long ago; the newest stays, because the next one names it."""
    numbers = statistics.numbers(desk)
    last = max(numbers.values(), default=0)
    old = [id for id in records.sent_before(desk, before) if numbers[id] != last]
    if old:
        with transaction():
            records.drop(old)
            statistics.drop_payloads(old)


def _unreachable() -> str:
    """What someone at the desk needs to know: nothing about addresses."""
    return _("Regie is niet bereikbaar. Alles blijft bewaard en gaat later vanzelf. Werk gewoon door.")
