"""The tables of the statistics: the first day of use, the totals as last stated, the numbered payloads."""

from datetime import date

import peewee

from ido_kiosk.base.database import Table


class FirstUse(Table):
    """The day on which the kiosk was first used at a place."""

    place = peewee.TextField(primary_key=True)
    day = peewee.DateField()


class StatedWeek(Table):
    """The totals of a week as they were last stated under one desk identity."""

    desk = peewee.TextField()
    place = peewee.TextField()
    first_day = peewee.DateField()
    last_day = peewee.DateField()
    questions = peewee.IntegerField()
    visits = peewee.IntegerField()
    days_with_questions = peewee.IntegerField()
    final = peewee.BooleanField()

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("desk", "place", "first_day")


class Payload(Table):
    """What one numbered delivery says, and the digest of its signed bytes."""

    id = peewee.TextField(primary_key=True)
    desk = peewee.TextField()
    epoch = peewee.IntegerField()
    number = peewee.IntegerField()
    made_on = peewee.DateField()
    content = peewee.BlobField()
    digest = peewee.TextField()


def note_first_use(place: str, day: date) -> None:
    """Remember the first day at a place; a later day changes nothing."""
    FirstUse.insert(place=place, day=day).on_conflict_ignore().execute()


def first_use(place: str) -> date | None:
    """The first day at a place; None when nothing was noted."""
    row = FirstUse.get_or_none(FirstUse.place == place)
    return None if row is None else row.day


def stated_weeks(desk: str) -> list[StatedWeek]:
    """All weeks that were stated under this identity."""
    return list(StatedWeek.select().where(StatedWeek.desk == desk))


def restate(desk: str, weeks: list[dict[str, object]]) -> None:
    """Keep weeks as stated, in the place of what was stated about them before."""
    StatedWeek.insert_many([{"desk": desk, **week} for week in weeks]).on_conflict_replace().execute()


def payloads(desk: str) -> list[Payload]:
    """All payloads of this identity, newest first."""
    return list(Payload.select().where(Payload.desk == desk).order_by(Payload.epoch.desc(), Payload.number.desc()))


def last_payload(desk: str) -> Payload | None:
    """The payload with the highest number of this identity."""
    found: Payload | None = (
        Payload.select().where(Payload.desk == desk).order_by(Payload.epoch.desc(), Payload.number.desc()).first()
    )
    return found


def made_on(id: str) -> date | None:
    """The day on which a payload was made; None when it is not there."""
    row = Payload.get_or_none(Payload.id == id)
    return None if row is None else row.made_on


def drop_payloads(ids: list[str]) -> None:
    """Throw payloads away that nobody can ask for any more."""
    for id in ids:
        Payload.delete().where(Payload.id == id).execute()
