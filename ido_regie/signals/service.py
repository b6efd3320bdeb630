"""Write, send on and answer signals; whose they are."""

from django.db import transaction
from django.db.models import QuerySet

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.organisations.access import locations_of
from ido_regie.organisations.models import Account, Municipality, Role
from ido_regie.signals.models import Signal


def signals_of(account: Account) -> QuerySet[Signal]:
    """The signals an account may see: those of the municipality; for a coordinator those of the own library."""
    if account.role == Role.COORDINATOR:
        return Signal.objects.filter(library=account.library_id)
    return Signal.objects.filter(municipality__in=municipalities_of(account))


def municipalities_of(account: Account) -> QuerySet[Municipality]:
    """The municipalities about which an account may write a signal."""
    if account.municipality_id is not None:
        return Municipality.objects.filter(pk=account.municipality_id)
    return Municipality.objects.filter(pk__in=locations_of(account).values("municipality"), merged_into=None)


def write(account: Account, municipality: Municipality, words: dict[str, str]) -> Signal:
    """Keep a new signal; ``words``: cause, organisation, period and text."""
    with transaction.atomic():
        made = Signal.objects.create(
            municipality=municipality, library=account.library, written_on=clock.today(), **words
        )
        _record(account, made)
    return made


def send_on(account: Account, signal: Signal, to: str) -> None:
    """Say that a signal was sent on today, and to whom."""
    signal.sent_on, signal.sent_to = clock.today(), to
    _save(account, signal, "sent_on", "sent_to")


def answered(account: Account, signal: Signal, answer: str) -> None:
    """Keep what was answered."""
    signal.answered_on, signal.answer = clock.today(), answer
    _save(account, signal, "answered_on", "answer")


def reword(account: Account, signal: Signal, text: str) -> None:
    """Change the words of a signal that was not sent on yet."""
    signal.text = text
    _save(account, signal, "text")


def move(old: Municipality, new: Municipality) -> None:
    """Give a municipality the signals of another one, as they are."""
    Signal.objects.filter(municipality=old).update(municipality=new)


def _save(account: Account, signal: Signal, *fields: str) -> None:
    with transaction.atomic():
        signal.save(update_fields=fields)
        _record(account, signal)


def _record(account: Account, signal: Signal) -> None:
    """Write down that a signal changed, without its words."""
    record(Action.SIGNAL, account.login, f"{signal.organisation}, {signal.cause}, {signal.period}")
