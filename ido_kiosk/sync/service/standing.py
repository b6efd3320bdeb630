"""Where this desk and regie stand, as plain values and in words."""

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from ido_kiosk.base import clock
from ido_kiosk.base.language import _, day_text, ngettext
from ido_kiosk.base.settings import Settings
from ido_kiosk.statistics import service as statistics
from ido_kiosk.sync import records
from ido_kiosk.sync.service.identity import repair_text
from ido_kiosk.sync.service.linking import Regie
from ido_kiosk.sync.service.round import Outcome


class SyncStatus(msgspec.Struct, frozen=True):
    """The state of the deliveries; own totals are those that were stated, regie's as in its last receipt."""

    desk: str = ""
    """Name of this desk at regie; empty while it is not linked."""
    last_sent: date | None = None
    unsent: int = 0
    questions: int = 0
    visits: int = 0
    regie_questions: int | None = None
    regie_visits: int | None = None
    problem: str = ""
    needs_coordinator: bool = False
    """Trying again will not help."""
    clock_in_doubt: bool = False
    """Today can hardly be, by what this desk knows."""
    refused: int = 0
    """How many of the unsent ones regie does not take."""
    waits_since: date | None = None
    """The day on which the oldest unsent one was made."""
    next_try: datetime | None = None
    old_copy: bool = False
    """An older copy was put back, and regie did not tell yet what it misses."""
    by_stick: bool = False
    """Whether this desk has no address of regie, and delivers with files."""
    repaired: bool = False
    """An older copy was put right in the last round."""

    @property
    def equal(self) -> bool | None:
        """Whether regie has the same totals; None while that cannot be known."""
        if self.unsent or self.regie_questions is None:
            return None
        return (self.questions, self.visits) == (self.regie_questions, self.regie_visits)


def status(settings: Settings, last: Outcome | None = None) -> SyncStatus:
    """Where this desk and regie stand, and what stopped the last round of deliveries."""
    regie = settings.section(Regie)
    if not regie.desk:
        return SyncStatus()
    questions, visits = statistics.stated_totals(regie.desk)
    latest = records.last_compared(regie.desk)
    unsent = records.unsent(regie.desk)
    return SyncStatus(
        desk=regie.name,
        last_sent=records.last_sent(regie.desk),
        unsent=len(unsent),
        waits_since=statistics.made_on(unsent[0]) if unsent else None,
        next_try=last.next_try if last else None,
        old_copy=statistics.needs_repair(),
        by_stick=not regie.url,
        repaired=last is not None and last.repaired,
        refused=records.set_aside_count(regie.desk),
        questions=questions,
        visits=visits,
        regie_questions=latest.regie_questions if latest else None,
        regie_visits=latest.regie_visits if latest else None,
        problem=last.problem if last else "",
        needs_coordinator=last is not None and last.needs_coordinator,
        clock_in_doubt=statistics.clock_in_doubt(regie.desk, regie.place, clock.today()),
    )


def status_text(status: SyncStatus) -> str:
    """The state in words, for the status bar: what needs someone comes first.

    The first sentence can stand alone: in a narrow window there is no room for more.
    """
    if not status.desk:
        return _("Niet gekoppeld aan regie. Alles werkt; de tellingen blijven op deze computer.")
    if status.clock_in_doubt:
        return _("Klopt de datum van deze computer? Vraag de beheerder om die na te kijken.")
    if status.needs_coordinator or status.refused:
        warning = _("Vertel de coördinator dat het versturen niet lukt.")
        return f"{warning} {_reason(status)}"
    if status.old_copy or status.repaired:
        return repair_text()
    return _under_way_text(status)


def _under_way_text(status: SyncStatus) -> str:
    """The state when nobody needs to do anything, or only to carry a stick."""
    if status.by_stick and (status.unsent or status.last_sent is None):
        return _("Deze balie verstuurt met een usb-stick. Bewaar de leveringen als bestand en breng ze naar regie.")
    if status.problem or status.unsent:
        return " ".join([*([status.problem] if status.problem else []), *_waiting(status)])
    if status.equal is None or status.last_sent is None:
        return _("Gekoppeld aan regie. De tellingen gaan weg als de week voorbij is.")
    return _compared_text(status, status.last_sent)


def _waiting(status: SyncStatus) -> Iterator[str]:
    """What waits, since when, and when it is tried again; each a sentence."""
    if status.unsent:
        text = ngettext("{number} levering wacht op regie.", "{number} leveringen wachten op regie.", status.unsent)
        yield text.format(number=status.unsent)
    if status.waits_since is not None:
        yield _("De oudste is van {day}.").format(day=day_text(status.waits_since))
    if status.next_try is not None:
        yield _("Volgende poging: {day} om {time} uur.").format(
            day=day_text(status.next_try.date()), time=f"{status.next_try:%H.%M}"
        )


def _reason(status: SyncStatus) -> str:
    if status.needs_coordinator:
        return status.problem
    text = ngettext("Regie weigert {number} levering.", "Regie weigert {number} leveringen.", status.refused)
    return text.format(number=status.refused)


def _compared_text(status: SyncStatus, last_sent: date) -> str:
    if status.equal:
        text = _("Regie heeft alles: {own} = {regie} vragen. Laatst verstuurd op {day}.")
    else:
        text = _(
            "Vertel de coördinator dat de tellingen verschillen. "
            "Regie telt {regie} vragen bij {regie_visits} bezoeken, deze computer {own} vragen bij {visits} bezoeken."
        )
    return text.format(
        own=status.questions,
        visits=status.visits,
        regie=status.regie_questions,
        regie_visits=status.regie_visits,
        day=day_text(last_sent),
    )
