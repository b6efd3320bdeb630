"""A kiosk process without a window: the real services, the real database, the real worker, one order a line.

Run as ``python -m tests.faults.harness.kiosk DATA DAY``. Orders and answers are JSON, one a line. It can be told to
die at a point where a power cut hurts most.
"""

import json
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from ido_kiosk.base import clock, database, folder, language, paths
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.settings import Settings
from ido_kiosk.questions import service as questions
from ido_kiosk.statistics import service as statistics
from ido_kiosk.sync import service as sync
from ido_kiosk.sync.service import sending
from ido_shared.content.codes import load_codes

PROGRAM = "0.1.0"
Order = dict[str, Any]
UNLIMITED = resource.RLIM_INFINITY


class Kiosk:
    """One kiosk; each method that is named in ORDERS carries out an order and gives what to answer."""

    def __init__(self, root: Path, day: date) -> None:
        clock.pretend(day)
        language.use("nl", paths.translations())
        self.folder = folder.prepare(root, lambda _root: False)
        self.settings = Settings(self.folder.settings)
        self.codes = load_codes(paths.forms(), self.folder.cache, "test")
        self.place = ""
        self.is_foreign = sync.is_foreign(self.folder, self.settings)

    def begin(self, order: Order) -> Order:
        """Open the database; for a folder of another computer after it was said what it is."""
        if self.is_foreign:
            sync.take_over(self.folder, self.settings, order["answer"], clock.today())
        self.place = order["place"]
        database.open_store(self.folder.database, self.folder.copies)
        sync.begin(self.folder, self.settings)
        statistics.note_first_use(clock.today(), self.place)
        return {}

    def log(self, order: Order) -> Order:
        """Log a question at a place of its own."""
        logged = questions.log_question(
            self.codes, order["topic"], date.fromisoformat(order["day"]), order["place"], None
        )
        return {"id": logged.id}

    def undo(self, order: Order) -> Order:
        """Take a question back."""
        return {"undone": questions.take_back(order["id"])}

    def correct(self, order: Order) -> Order:
        """Say that a question was about something else."""
        questions.correct(self.codes, order["id"], questions.Asked(order["topic"]), clock.today())
        return {}

    def today(self, order: Order) -> Order:
        """Let another day begin."""
        clock.pretend(date.fromisoformat(order["day"]))
        return {}

    def code_list(self, order: Order) -> Order:
        """Get newer code lists, with a topic that regie does not know."""
        new = msgspec.structs.replace(self.codes.topics["DGA"], code=order["topic"])
        topics = {**self.codes.topics, order["topic"]: new}
        self.codes = msgspec.structs.replace(self.codes, version=self.codes.version + 1, topics=topics)
        return {}

    def enrol(self, order: Order) -> Order:
        """Link to regie."""
        enrolled = sync.enrol(order["url"], order["code"], self.folder, self.settings, self.place)
        return {"desk": enrolled.balie}

    def deliver(self, order: Order) -> Order:
        """One round, in a thread of its own as the kiosk does."""
        outcomes: list[sync.Outcome | BaseException] = []

        def work() -> None:
            try:
                self._close_months()
                outcomes.append(
                    sync.deliver(
                        self.folder, self.settings, clock.today(), PROGRAM, self.codes.version, now=order["now"]
                    )
                )
            except BaseException as error:  # told to who gave the order
                outcomes.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        if isinstance(outcomes[0], BaseException):
            raise outcomes[0]
        return msgspec.to_builtins(outcomes[0])

    def _close_months(self) -> None:
        """As a round of the window does before it delivers."""
        lists = statistics.lists_of(self.codes, dict.fromkeys(self.codes.organisations, "overheid"))
        with database.own_connection():
            sync.begin(self.folder, self.settings)
            if not statistics.needs_repair():
                statistics.close_months(self.place, clock.today(), lists, statistics.threshold(self.settings))

    def send_again(self, _order: Order) -> Order:
        """Let everything go once more."""
        return {"number": sync.send_again(self.settings.section(sync.Regie).desk)}

    def status(self, _order: Order) -> Order:
        """Where desk and regie stand."""
        status = sync.status(self.settings)
        return {**msgspec.to_builtins(status), "equal": status.equal, "text": sync.status_text(status)}

    def logged(self, _order: Order) -> Order:
        """What the log holds: place to id."""
        rows = database.store.execute_sql("SELECT place, id FROM question").fetchall()
        return {"places": dict(rows)}

    def numbers(self, _order: Order) -> Order:
        """The highest number that was given out under the present identity."""
        return {"highest": max(statistics.numbers(self.settings.section(sync.Regie).desk).values(), default=0)}

    def full(self, order: Order) -> Order:
        """From now on no file can grow beyond so many bytes."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["bytes"] or UNLIMITED, UNLIMITED))
        return {}

    def arm(self, order: Order) -> Order:
        """Die at a point of the next orders."""
        if order["at"] == "statement":
            self._die_at_statement(order["after"])
        elif order["at"] == "commit":
            self._die_in_commit(order["after"])
        else:
            self._die_around_request(order["at"])
        return {}

    def _die_at_statement(self, after: int) -> None:
        left = iter([None] * after)
        database.store.query_hooks.append(lambda _event: next(left, die) is die and die())

    def _die_in_commit(self, microseconds: int) -> None:
        """Die so long after the next commit began, wherever it is by then."""
        begun = threading.Event()

        def killer() -> None:
            begun.wait()
            until = time.perf_counter_ns() + microseconds * 1000
            while time.perf_counter_ns() < until:
                pass
            die()

        def hook(_event: object) -> None:
            with suppress(Exception):
                database.store.connection().set_trace_callback(lambda said: said == "COMMIT" and begun.set())

        threading.Thread(target=killer, daemon=True).start()
        database.store.query_hooks.append(hook)
        hook(None)

    def _die_around_request(self, at: str) -> None:
        real = sending.ask

        def dying(*values: Any, **named: Any) -> Any:
            if at == "before sending":
                die()
            answer = real(*values, **named)
            die()
            return answer

        sending.ask = dying


def die() -> None:
    """As a power cut does."""
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Carry out orders until there are no more."""
    kiosk = Kiosk(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
    orders: dict[str, Callable[[Order], Order]] = {
        name: getattr(kiosk, name)
        for name in (
            "begin", "log", "undo", "correct", "today", "code_list", "enrol", "deliver", "send_again", "status",
            "logged", "numbers", "full", "arm",
        )
    }  # fmt: skip
    say({"foreign": kiosk.is_foreign})
    for line in sys.stdin:
        order = json.loads(line)
        try:
            say(orders[order["do"]](order))
        except DeskError as error:
            say({"error": str(error)})


def say(answer: Order) -> None:
    """Answer an order."""
    sys.stdout.write(json.dumps(answer, default=str) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
