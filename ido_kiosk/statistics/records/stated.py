"""The tables of the totals: the first day of use, the totals as last stated, the numbered payloads."""

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
    days_zero = peewee.IntegerField()
    days_closed = peewee.IntegerField()
    days_not_staffed = peewee.IntegerField()
    to_complete = peewee.IntegerField()
    not_in_kb = peewee.IntegerField()
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


def numbers(desk: str) -> dict[str, int]:
    """The number of each delivery of this identity."""
    return {row.id: row.number for row in Payload.select(Payload.id, Payload.number).where(Payload.desk == desk)}


def last_payload(desk: str) -> Payload | None:
    """The payload with the highest number of this identity."""
    found: Payload | None = (
        Payload.select().where(Payload.desk == desk).order_by(Payload.epoch.desc(), Payload.number.desc()).first()
    )
    return found


def keep_payload(id: str, desk: str, epoch: int, number: int, day: date, content: bytes, digest: str) -> None:
    """Keep what a numbered delivery says."""
    Payload.create(id=id, desk=desk, epoch=epoch, number=number, made_on=day, content=content, digest=digest)


def is_known(digest: str) -> bool:
    """Whether there is a payload with this digest."""
    return bool(Payload.select().where(Payload.digest == digest).exists())


def resign(id: str, digest: str) -> None:
    """The same payload is signed otherwise now."""
    Payload.update(digest=digest).where(Payload.id == id).execute()


def content_of(id: str) -> bytes:
    """What a delivery says."""
    return bytes(Payload.get_by_id(id).content)


def made_on(id: str) -> date | None:
    """The day on which a payload was made; None when it is not there."""
    row = Payload.get_or_none(Payload.id == id)
    return None if row is None else row.made_on


def drop_payloads(ids: list[str]) -> None:
    """Throw payloads away that nobody can ask for any more."""
    for id in ids:
        Payload.delete().where(Payload.id == id).execute()


class Restored(Table):
    """An older copy that was put back; ``mark`` tells by what that was noticed."""

    mark = peewee.TextField(primary_key=True)
    after = peewee.IntegerField()
    """The newest number of a delivery that the copy knew."""
    done = peewee.BooleanField()
    """Whether what regie had more was taken over."""


class RestoredWeek(Table):
    """What the log held of a week when the newest copy was put back."""

    place = peewee.TextField()
    first_day = peewee.DateField()
    questions = peewee.IntegerField()
    visits = peewee.IntegerField()
    days_with_questions = peewee.IntegerField()

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("place", "first_day")


class LostWeek(Table):
    """What regie knows of a week more than the log here (or less): it counts along in every total."""

    place = peewee.TextField()
    first_day = peewee.DateField()
    questions = peewee.IntegerField()
    visits = peewee.IntegerField()
    days_with_questions = peewee.IntegerField()
    number = peewee.IntegerField(default=0)
    """The delivery that regie knows it from; 0 when another copy was put back since."""

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("place", "first_day")


def newest_restored() -> Restored | None:
    """The copy that was put back last."""
    found: Restored | None = Restored.select().order_by(peewee.SQL("rowid").desc()).first()
    return found


def keep_restored(mark: str, after: int, weeks: list[dict[str, object]]) -> None:
    """Keep what the log holds now that an older copy was put back, in the place of what was kept before."""
    RestoredWeek.delete().execute()
    LostWeek.update(number=0).execute()  # what is lost is counted anew from what this copy holds
    Restored.insert(mark=mark, after=after, done=False).on_conflict_replace().execute()
    for week in weeks:
        RestoredWeek.create(**week)


def mark_repaired() -> None:
    """Remember that everything regie had more was taken over."""
    Restored.update(done=True).execute()


def restored_weeks() -> dict[tuple[str, date], RestoredWeek]:
    """What the log held when the newest copy was put back."""
    return {(week.place, week.first_day): week for week in RestoredWeek.select()}


def lost_weeks() -> dict[tuple[str, date], LostWeek]:
    """What regie knows more or less of each week."""
    return {(week.place, week.first_day): week for week in LostWeek.select()}


def keep_lost(weeks: list[dict[str, object]]) -> None:
    """Keep what regie knows more or less, in the place of what was kept about these weeks."""
    for week in weeks:
        LostWeek.insert(**week).on_conflict_replace().execute()


def state(desk: str, weeks: list[dict[str, object]], never_stated: list[tuple[str, date]]) -> None:
    """Make weeks stated as given, and others not stated at all."""
    for place, first_day in never_stated:
        chosen = (StatedWeek.desk == desk) & (StatedWeek.place == place) & (StatedWeek.first_day == first_day)
        StatedWeek.delete().where(chosen).execute()
    for week in weeks:
        restate(desk, [week])
