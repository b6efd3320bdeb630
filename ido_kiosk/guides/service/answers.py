"""Check what someone types as the answer to a fact: nothing personal, and of the kind that the fact is."""

import re
from datetime import date
from typing import Literal

from msgspec.structs import replace

from ido_kiosk.base.errors import DeskError, in_field
from ido_kiosk.base.language import _, day_text
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.guides.service.links import full_address
from ido_kiosk.guides.service.own_facts import Answer
from ido_shared.content.facts import Fact
from ido_shared.content.opening import hours_of
from ido_shared.local import LONGEST, is_phone
from ido_shared.personal_number import has_personal_number

FactKind = Literal["phone", "website", "hours", "number", "words"]

_NUMBER = r"\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?"


def kind_of(library: Library, fact: Fact) -> FactKind:
    """What a fact is, which says how an answer must look."""
    if fact.hours:
        return "hours"
    if _is_reached_by(library, fact, "phone") or is_phone(fact.value):
        return "phone"
    if fact.value and full_address(fact.value):
        return "website"
    return "number" if re.fullmatch(_NUMBER, fact.value) else "words"


def _is_reached_by(library: Library, fact: Fact, way: str) -> bool:
    channels = (channel for each in library.organisations.values() for channel in each.channels)
    return any(channel.way == way and channel.fact == fact.id for channel in channels)


def checked_answer(library: Library, fact: Fact, value: str, source: str, day: str, today: date) -> Answer:
    """The answer to a national fact as it may be kept.

    Raises FieldError (``value``, ``source`` or ``day``) that says what is wrong and what to do.
    """
    with in_field("value"):
        said = _checked_value(library, fact, value)
    with in_field("source"):
        where = _checked_source(source)
    with in_field("day"):
        return Answer(said, where, _day_that_counts(fact, _day(day, today), today))


def _checked_value(library: Library, fact: Fact, value: str) -> str:
    said = " ".join(value.split())
    if not said:
        raise DeskError(_("Vul in wat het nu is."))
    refuse_personal(said)
    check_kind(kind_of(library, fact), said)
    return said


def _checked_source(source: str) -> str:
    where = " ".join(source.split())
    if not where:
        raise DeskError(_("Vul in waar u dit hebt gezien of gehoord. Bijvoorbeeld: gebeld met UWV."))
    refuse_personal(where)
    if "@" in where:
        raise DeskError(_("Zet hier geen e-mailadres. Noem de organisatie of de website."))
    return where


def refuse_personal(text: str) -> None:
    """Refuse what is too long or may be a burgerservicenummer. Raises DeskError."""
    if len(text) > LONGEST:
        raise DeskError(_("Dit is te lang. Gebruik niet meer dan {number} tekens.").format(number=LONGEST))
    if has_personal_number(text):
        raise DeskError(
            _("Hier staat een nummer dat een burgerservicenummer kan zijn. Dat bewaren we nooit. Haal het weg.")
        )


def check_kind(kind: FactKind, said: str) -> None:
    """Refuse what is not of a kind. Raises DeskError that says how to write it."""
    if kind == "phone" and not is_phone(said):
        raise DeskError(_("Dit lijkt geen telefoonnummer. Schrijf het zo: 088 123 45 67."))
    if kind == "website" and not full_address(said):
        raise DeskError(_("Dit lijkt geen webadres. Schrijf het zo: digid.nl."))
    if kind == "hours" and not hours_of(said):
        raise DeskError(_("Deze tijden zijn niet te lezen. Schrijf ze zo: ma-vr 9.00-17.00, za 9.00-12.30."))
    if kind == "number" and not re.fullmatch(_NUMBER, said):
        raise DeskError(_("Schrijf hier alleen een getal, zonder euroteken of woorden. Bijvoorbeeld: 21 of 1.234,50."))


def _day(typed: str, today: date) -> date:
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", typed.strip())
    wrong = DeskError(_("Schrijf de dag zo: {day}.").format(day=typed_day(today)))
    if found is None:
        raise wrong
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError as error:
        raise wrong from error
    if day > today:
        raise DeskError(_("Deze dag is nog niet geweest. Vul de dag in waarop u het hebt nagekeken."))
    return day


def _day_that_counts(fact: Fact, day: date, today: date) -> date:
    """The day, if an answer of that day holds today: the guides would go on without it otherwise."""
    if fact.confidence != "C" and day < fact.checked_on:
        text = _("Landelijk is dit nagekeken op {day}. Dat is later. Kijk het opnieuw na.")
        raise DeskError(text.format(day=day_text(fact.checked_on)))
    if fact.valid_to is not None and day <= fact.valid_to < today:
        text = _("Dit gold tot en met {day}. Kijk na wat er daarna geldt, en vul die dag in.")
        raise DeskError(text.format(day=day_text(fact.valid_to)))
    if replace(fact, checked_on=day).is_old(today):
        raise DeskError(_("Deze dag is te lang geleden. Kijk het opnieuw na."))
    return day


def typed_day(day: date) -> str:
    """A day as it is typed, such as ``26-11-2026``."""
    return f"{day.day}-{day.month}-{day.year}"
