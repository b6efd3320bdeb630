"""Enrol desks: give out one-time codes and exchange public keys for them."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from ido_regie import clock, keys
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.organisations.codes import code_hash, new_code
from ido_regie.organisations.models import Desk, EnrolmentCode, Location, WrongCode
from ido_regie.problems import ProblemError
from ido_shared import delivery

VALID_FOR = timedelta(days=7)
TRIES = 10
TRIES_PER = timedelta(hours=1)


def new_desk(location: Location) -> Desk:
    """A desk at a location with the next free name, not enrolled yet."""
    taken = set(Desk.objects.filter(location=location).values_list("name", flat=True))
    number = next(number for number in range(1, len(taken) + 2) if f"Balie {number}" not in taken)
    return Desk.objects.create(location=location, name=f"Balie {number}")


def give_code(desk: Desk) -> tuple[str, datetime]:
    """A new one-time code for a desk and until when it is valid; an earlier unused code stops working."""
    code, valid_until = new_code(), clock.now() + VALID_FOR
    with transaction.atomic():
        EnrolmentCode.objects.filter(desk=desk, used=False).delete()
        EnrolmentCode.objects.create(desk=desk, code_hash=code_hash(code), valid_until=valid_until)
    return code, valid_until


def enrol(asked: delivery.Enrolment) -> tuple[delivery.Enrolled, bool]:
    """Enrol the desk of a code; the second value says whether it is new.

    It is not when a desk of the same location has this key: its answer or its settings got lost. Any code of that
    location then gives it its identity back, also one that was used before.
    Raises ProblemError: 400 for a key or place that is not one, 403 for a wrong, old or used code, 409 for the key of
    a desk elsewhere, 429 after too many wrong codes.
    """
    key, place = _checked(asked)
    with transaction.atomic():
        code = EnrolmentCode.objects.select_for_update().filter(code_hash=code_hash(asked.koppelcode)).first()
        known = Desk.objects.filter(public_key=key).first()
        if code is not None and known is not None and _gives_back(code, known):
            return _enrolled(_take_in(code, known, key, place)), False
        _refuse_guessing()
        if code is not None and _usable(code):
            if known is not None:
                raise _taken(known)
            _restore_identity(code, asked.balie)
            return _enrolled(_take_in(code, code.desk, key, place)), True
        WrongCode.objects.create(moment=clock.now())  # before the next request may count, so that none slips through
    raise ProblemError(403, "De koppelcode klopt niet, is al gebruikt of is verlopen. Vraag een nieuwe code aan regie.")


def _checked(asked: delivery.Enrolment) -> tuple[str, uuid.UUID]:
    """The key, in its one way of writing, and the place of a request."""
    try:
        key = delivery.public_from_text(asked.sleutel).public_bytes_raw().hex()
        uuid.UUID(asked.balie or asked.plaats)
        return key, uuid.UUID(asked.plaats)
    except delivery.ContractError as error:
        raise ProblemError(400, str(error)) from error
    except ValueError as error:
        raise ProblemError(400, "Bij 'plaats' hoort een UUID. Ook bij 'balie', als zij is ingevuld.") from error


def _gives_back(code: EnrolmentCode, known: Desk) -> bool:
    """Whether a code gives a desk that is enrolled already its identity once more."""
    here = known.location_id == code.desk.location_id and known.revoked_on is None
    return here and (code.used or _usable(code))


def _usable(code: EnrolmentCode) -> bool:
    """Whether a code may still enrol its desk."""
    return not code.used and code.valid_until > clock.now() and code.desk.revoked_on is None


def _refuse_guessing() -> None:
    """Raise ProblemError 429 after too many wrong codes in the last hour, whoever sent them."""
    since = clock.now() - TRIES_PER
    if WrongCode.objects.filter(moment__gt=since).count() >= TRIES:
        wait = {"Retry-After": str(int(TRIES_PER.total_seconds()))}
        raise ProblemError(
            429, "Er zijn te veel verkeerde koppelcodes ingevuld. Probeer het over een uur opnieuw.", wait
        )
    WrongCode.objects.filter(moment__lte=since).delete()


def _taken(known: Desk) -> ProblemError:
    """The refusal of a code for a computer that is another desk already; the code is not used up."""
    text = (
        f"Deze computer is bij regie al {known.name} van {known.location.name}. "
        "Vraag regie om een koppelcode van die locatie. De code die u gebruikte, blijft geldig."
    )
    if known.revoked_on is not None:
        text = (
            f"Deze computer was {known.name} van {known.location.name}. Die balie is afgemeld. "
            "Vraag regie om bij Afgemelde balies ‘Weer koppelen’ te kiezen, en vul die code in. "
            "De code die u gebruikte, blijft geldig."
        )
    return ProblemError(409, text)


def _restore_identity(code: EnrolmentCode, id: str) -> None:
    """Give a desk the identity that it had before, when nobody here has it: its backup of before was put back.

    Then its deliveries, which it still has, come under the same numbers as before. A desk that delivered keeps its own
    identity: what it delivered hangs on that.
    """
    lost = code.desk
    if not id or lost.public_key or lost.delivery_set.exists() or Desk.objects.filter(id=id).exists():
        return
    location, name = lost.location, lost.name
    Desk.objects.filter(id=lost.id).update(name=str(lost.id))
    code.desk = Desk.objects.create(id=uuid.UUID(id), location=location, name=name)
    code.save(update_fields=["desk"])
    lost.delete()


def _take_in(code: EnrolmentCode, desk: Desk, key: str, place: uuid.UUID) -> Desk:
    """Give a desk its key and place, and use the code up; the same key once more is no news for the audit log."""
    if desk.public_key != key:
        record(Action.ENROLMENT, "", str(desk))
    desk.public_key, desk.place, code.used = key, place, True
    desk.enrolled_on = clock.today()
    desk.save(update_fields=["public_key", "place", "enrolled_on"])
    code.save(update_fields=["used"])
    return desk


def _enrolled(desk: Desk) -> delivery.Enrolled:
    """What a desk hears after its enrolment."""
    return delivery.Enrolled(
        balie=str(desk.id),
        naam=desk.name,
        locatie=desk.location.name,
        bibliotheek=desk.location.library.name,
        gemeente=desk.location.municipality.name,
        sleutel=delivery.public_text(keys.signing_key(settings.DATA_FOLDER)),
    )
