"""A world of computers with a kiosk, a proxy and a regie; it carries out operations and knows what must come of them.

Every question is logged at a place of its own, so regie counts one or nothing for each: a two is a double count, and a
nothing for a question that was acknowledged is a loss.
"""

import shutil
import uuid
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psutil

from ido_kiosk.base.lifetimes import oldest_day
from ido_kiosk.questions.service import is_open
from tests.faults.harness.desk import Computer, DeadError
from tests.faults.harness.plan import Operation
from tests.faults.harness.proxy import Proxy
from tests.faults.harness.server import DAY, Server

START = date(2026, 10, 22)  # a few days before the clock goes back
SUMMER_TIME = (date(2026, 10, 25), date(2027, 3, 28))
LATEST = DAY + timedelta(days=280)
AFTER_ALL_IS_CLOSED = timedelta(days=50)
MOST_COMPUTERS = 3
TOPICS = ("DGA", "THU")
TRIES = 6
QUESTIONS = 3
"""At a time, on as many days."""


class WrongError(AssertionError):
    """A question was lost or counted twice, or regie and a kiosk do not agree."""


@dataclass
class Question:
    """A question: whether the log has it, and what regie may count for it in the end."""

    id: int
    day: date
    present: bool
    final: set[int]
    unsure: bool = False
    """Whether something about it broke off: then the log itself tells."""


@dataclass
class Backup:
    """A copy of a data folder, and what its log held."""

    folder: Path
    present: dict[str, bool]
    highest: int
    day: date


@dataclass
class Station(Computer):
    """A computer, and what is known of its kiosk."""

    desk: str = ""
    questions: dict[str, Question] = field(default_factory=dict)
    backup: Backup | None = None
    unrepaired: bool = False
    was_doubtful: bool = False
    """Since the backup something happened after which the difference may go either way."""


@dataclass
class World:
    """Everything there is; ``kills`` and ``lost`` are counted for the report."""

    folder: Path
    today: date = START
    newest: date = START
    stations: list[Station] = field(default_factory=list)
    retired: list[Station] = field(default_factory=list)
    regie_backup: Path | None = None
    kills: int = 0
    acknowledged: int = 0
    moved: int = 0

    def __post_init__(self) -> None:
        self.proxy = Proxy()
        self.server = Server(self.folder / "regie")
        self._start_regie()
        first = self._new_station()
        first.start(self.today.isoformat())
        self.proxy.faults = ["drop answer"]
        self._enrol(first, self.server.running.code)

    def do(self, operation: Operation) -> None:
        """Carry out an operation."""
        name, which, *values = operation
        station = self.stations[which % len(self.stations)]
        getattr(self, name)(station, *values)

    def close(self) -> None:
        """End all processes."""
        for station in self.stations:
            station.kill()
        self.server.kill()
        self.proxy.close()

    # what volunteers do

    def log(self, station: Station, back: int = 0) -> None:
        for days in range(QUESTIONS):
            self._log(station, back + days)

    def _log(self, station: Station, back: int) -> None:
        day = self.today - timedelta(days=back)
        if not is_open(day, self.today):
            return
        place = str(uuid.uuid4())
        made = station.questions[place] = Question(0, day, False, {0}, unsure=True)
        answer = self._ask(station, "log", place=place, day=day.isoformat(), topic=TOPICS[made.day.day % len(TOPICS)])
        made.unsure = False
        if "id" in answer:
            made.id, made.present, made.final = answer["id"], True, self._counts(day, 1)
            self.acknowledged += 1

    def _counts(self, day: date, number: int) -> set[int]:
        """What regie counts in the end; in a month that a clock once closed too early, perhaps what it did before."""
        return {number} if is_open(day, self.newest) else {0, 1}

    back_date = log

    def undo(self, station: Station, which: int) -> None:
        if question := self._changeable(station, which):
            question.unsure = True
            answer = self._ask(station, "undo", id=question.id)
            question.unsure = False
            if answer.get("undone"):
                question.present, question.final = False, self._counts(question.day, 0)

    def correct(self, station: Station, which: int) -> None:
        if question := self._changeable(station, which):
            self._ask(station, "correct", id=question.id, topic="THU")

    def _changeable(self, station: Station, which: int) -> Question | None:
        """A question that is in the log, surely counts, and whose month is open."""
        may = [
            each
            for each in station.questions.values()
            if each.present and each.final == {1} and is_open(each.day, self.today)
        ]
        return may[which % len(may)] if may else None

    def code_list(self, station: Station) -> None:
        self._ask(station, "code_list", topic="ZZ9")

    # time

    def days(self, _station: Station, number: int) -> None:
        self._set_day(self.today + timedelta(days=number))

    clock_ahead = days

    def clock_back(self, _station: Station, number: int) -> None:
        for station in self.stations:
            station.was_doubtful = True
        self._set_day(max(START, self.today - timedelta(days=number)))

    def summer_time(self, station: Station) -> None:
        coming = [day for day in SUMMER_TIME if self.today < day <= self.today + timedelta(days=9)]
        if coming:
            self._set_day(coming[0])
            self._log(station, 0)

    def monday(self, station: Station) -> None:
        self._set_day(self.today + timedelta(days=7 - self.today.weekday()))
        self.deliver(station, now=False)

    def _set_day(self, day: date) -> None:
        self.today = min(day, LATEST)
        self.newest = max(self.newest, self.today)
        for station in self.stations:
            self._ask(station, "today", day=self.today.isoformat())

    # deliveries and what spoils them

    def deliver(self, station: Station, now: bool = True) -> dict[str, Any]:
        outcome = self._ask(station, "deliver", now=now)
        if outcome.get("repaired") or outcome.get("succeeded"):
            station.unrepaired = False
        return outcome

    def spoiled(self, station: Station, faults: tuple[str, ...]) -> None:
        self.proxy.faults = list(faults)
        self.deliver(station)
        self.proxy.faults = []

    def send_again(self, station: Station) -> None:
        self._ask(station, "send_again")
        self.deliver(station)

    def release_held(self, _station: Station) -> None:
        self.proxy.release_held()

    def die_at_statement(self, station: Station, after: int) -> None:
        self._ask(station, "arm", at="statement", after=after)
        (self.log if after % 4 == 0 else self.deliver)(station)
        self._power_cut(station)

    def die_in_commit(self, station: Station, after: int) -> None:
        self._ask(station, "arm", at="commit", after=after)
        (self.log if after % 2 else self.deliver)(station)
        self._power_cut(station)

    def die_around_request(self, station: Station, at: str) -> None:
        self.log(station, 8)
        self._ask(station, "arm", at=at)
        self.deliver(station)
        self._power_cut(station)

    def die_any_time(self, station: Station, milliseconds: int) -> None:
        """The power goes while it delivers, at a moment that nobody chose."""
        station.order("deliver", now=True)
        station.is_armed = True
        with suppress(psutil.TimeoutExpired):
            psutil.Process(station.process.pid).wait(milliseconds / 1000)
        self._power_cut(station)

    def kill_regie(self, _station: Station) -> None:
        self.server.kill()
        self.kills += 1
        self._start_regie()

    def kill_regie_in_request(self, station: Station) -> None:
        self.log(station, 8)
        self.proxy.on_forward = self.server.kill
        self.deliver(station)
        self.proxy.on_forward = None
        self.kill_regie(station)

    def full_disk(self, station: Station, size: int) -> None:
        self._ask(station, "full", bytes=size)
        self.log(station)
        self.deliver(station)
        self.log(station, 8)
        if station.process is not None:
            self._ask(station, "full", bytes=0)

    # backups, copies, identities

    def back_up(self, station: Station) -> None:
        if station.desk:
            highest = self._ask(station, "numbers")["highest"]
            station.stop()
            copy = self.folder / f"kopie-{station.home.name}"
            station.copy_data(copy)
            present = {place: question.present for place, question in station.questions.items()}
            station.backup = Backup(copy, present, highest, self.today)
            station.was_doubtful = False
            self._restart(station)

    def put_back(self, station: Station, leave_held: int) -> None:
        if station.backup is not None:
            station.kill()
            if leave_held != 1:
                self.proxy.release_held()
            station.put_back(station.backup.folder)
            self._lose(station, station.backup)
            self._restart(station)

    def _lose(self, station: Station, backup: Backup) -> None:
        """A disk is gone, and a backup of it in its place: what regie heard since is what counts."""
        known = {
            str(uuid.UUID(place)): questions
            for desk, place, _day, questions in self.server.totals()
            if uuid.UUID(desk) == uuid.UUID(station.desk)
        }
        numbers = self.server.numbers(station.desk)
        regie_knows_more = max(numbers, default=0) > backup.highest
        either = bool(self.proxy.held or self.proxy.reordered or station.was_doubtful or station.unrepaired)
        for place, question in station.questions.items():
            before, question.present = question.present, backup.present.get(place, False)
            here = int(question.present)
            if len(question.final) > 1 or (before == here == known.get(place, here) and question.final == {here}):
                continue
            if either:
                question.final = {0, 1}
            elif regie_knows_more and place in known:
                question.final = {known[place]}
            else:
                question.final = {int(question.present)}
        station.unrepaired = regie_knows_more or either

    def copy(self, station: Station) -> None:
        """The folder is copied to another computer, which becomes a desk of its own."""
        if station.desk and len(self.stations) < MOST_COMPUTERS:
            station.stop()
            other = self._new_station()
            shutil.copytree(station.data, other.data)
            self._restart(station)
            other.start(self.today.isoformat(), "gekopieerd")
            assert not other.ask("logged")["places"]
            self._enrol(other, self.server.office("code"))

    def move(self, station: Station) -> None:
        """The folder, or a backup of it, goes on at another computer; the old one is switched off."""
        if not station.desk:
            return
        station.kill()
        other = self._new_station()
        other.desk, other.questions, other.was_doubtful = station.desk, station.questions, station.was_doubtful
        other.unrepaired = station.unrepaired
        shutil.copytree(station.backup.folder if station.backup else station.data, other.data)
        if station.backup is not None:
            self._lose(other, station.backup)
        self.stations.remove(station)
        self.retired.append(station)
        self._restart(other, "verhuisd")
        self.moved += 1

    def back_up_regie(self, _station: Station) -> None:
        self.server.kill()
        self.regie_backup = self.folder / "regie-kopie"
        self.server.copy(self.regie_backup)
        self._start_regie()

    def put_back_regie(self, _station: Station) -> None:
        if self.regie_backup is None:
            return
        for station in self.stations:
            self._forget_at_regie(station)
        self.server.kill()
        self.server.put_back(self.regie_backup)
        self._start_regie()
        for station in self.stations:
            self._help(station)

    def _forget_at_regie(self, station: Station) -> None:
        """What only regie knew may be gone now."""
        station.was_doubtful = True
        if station.unrepaired:
            for question in station.questions.values():
                if question.final != {int(question.present)}:
                    question.final = {0, 1}

    def revoke(self, station: Station) -> None:
        if station.desk:
            self.server.office("revoke", station.desk)
            self.deliver(station)
            self._help(station)

    def _help(self, station: Station) -> None:
        """Someone at regie helps a desk that is refused."""
        outcome = self.deliver(station)
        if outcome.get("needs_coordinator"):
            self._enrol(station, self.server.office("replace", station.desk))
            self.deliver(station)

    # the end

    def settle(self) -> None:
        """Let everything come in, and check that each question counts as it should. Raises WrongError."""
        self.proxy.faults = []
        self.proxy.release_held()
        self._set_day(self.newest)
        self.today = self.newest + AFTER_ALL_IS_CLOSED
        for station in self.stations:
            self._ask(station, "today", day=self.today.isoformat())
        for station in self.stations:
            self._settle(station)
        self._check()

    def _settle(self, station: Station) -> None:
        for _try in range(TRIES):
            self._help(station)
            outcome = self.deliver(station)
            status = self._ask(station, "status")
            if outcome["succeeded"] and status["equal"] and not status["unsent"]:
                return
        raise WrongError(f"{station.home.name} does not get there: {outcome} {status}")

    def _check(self) -> None:
        counted: dict[str, int] = {}
        for _desk, hexadecimal, _day, questions in self.server.totals():
            place = str(uuid.UUID(hexadecimal))
            counted[place] = counted.get(place, 0) + questions
        wrong = [
            f"{place} of {question.day}: {counted.get(place, 0)} instead of {question.final}"
            for station in self.stations
            for place, question in station.questions.items()
            if counted.get(place, 0) not in question.final
        ]
        if wrong:
            raise WrongError("; ".join(wrong))

    # processes

    def _ask(self, station: Station, order: str, **values: Any) -> dict[str, Any]:
        """Give an order to a kiosk that runs; one that dies of it is started again, and its log is looked at."""
        if station.process is None:
            self._restart(station)
        try:
            return station.ask(order, **values)
        except DeadError:
            self.kills += 1
            self._restart(station)
            return {}

    def _power_cut(self, station: Station) -> None:
        """The kiosk ends here, whether or not it died already, and starts again."""
        if station.is_armed:
            station.kill()
            self.kills += 1
            self._restart(station)

    def _is_thrown_away(self, question: Question, is_there: bool) -> bool:
        """Whether it was counted so long ago that its row is gone, as it should be (design § 7)."""
        return not is_there and question.day < oldest_day(self.newest)

    def _restart(self, station: Station, answer: str = "") -> None:
        """Start a kiosk; what was acknowledged must be in its log, and what broke off is there or not."""
        station.start(self.today.isoformat(), answer)
        logged = station.ask("logged")["places"]
        for place, question in station.questions.items():
            is_there = place in logged
            if question.unsure:
                question.id, question.present = logged.get(place, question.id), is_there
                question.final, question.unsure = self._counts(question.day, int(is_there)), False
            elif is_there != question.present and not self._is_thrown_away(question, is_there):
                raise WrongError(f"{place} of {question.day}: in the log {is_there}, acknowledged {question.present}")

    def _start_regie(self) -> None:
        self.server.start()
        self.proxy.upstream = self.server.port

    def _new_station(self) -> Station:
        number = len(self.stations) + len(self.retired) + 1
        made = Station(self.folder / f"pc{number}", str(uuid.uuid4()))
        made.home.mkdir()
        self.stations.append(made)
        return made

    def _enrol(self, station: Station, code: str) -> None:
        for _try in range(TRIES):
            answer = self._ask(station, "enrol", url=self.proxy.url, code=code)
            if "desk" in answer:
                station.desk = answer["desk"]
                return
        raise WrongError(f"{station.home.name} cannot be linked: {answer}")
