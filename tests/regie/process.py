"""A real regie process for tests: starts ``python -m ido_regie --begin`` and reads what it tells a person."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

import psutil
import requests

HANGS_AFTER = 60
"""Seconds; a start or stop that takes longer than this is ended, and the test fails."""
LAST_LINE = "Stoppen: Ctrl+C\n"


@dataclass(frozen=True)
class Regie:
    """A running regie: where it is and how to get in. The password is only known at the first start of a folder."""

    url: str
    login: str
    password: str | None
    code: str
    process: "subprocess.Popen[str]"

    def stop(self) -> None:
        """Stop it as an administrator would. Fails when it was not clean or when anything was complained about."""
        self.process.terminate()
        _, complaints = self.process.communicate(timeout=HANGS_AFTER)
        code = self.process.returncode
        assert (code, complaints) == (0, ""), f"regie ended with {code} and said: {complaints}"

    def crash(self) -> None:
        """End it and its worker as a power cut would."""
        for worker in psutil.Process(self.process.pid).children():
            worker.kill()
        self.process.kill()
        self.process.communicate(timeout=HANGS_AFTER)


def start_regie(data: Path, day: date | None = None, extra: Mapping[str, str] | None = None) -> Regie:
    """Start regie with a first municipality on this data folder and a free port, on a pretended day if one is given.

    It serves when this returns.
    """
    pretended = ["--datum", day.isoformat()] if day else []
    process, said = start("--begin", "Gemeente Voorbeeld", "--data", str(data), "--port", "0", *pretended, extra=extra)
    password = value(said, "Wachtwoord") if "Wachtwoord:" in said else None
    return Regie(value(said, "Adres"), value(said, "Login"), password, value(said, "Koppelcode"), process)


@contextmanager
def running_regie(data: Path, day: date | None = None) -> Iterator[Regie]:
    """A regie that is stopped, and was clean, at the end of the block."""
    regie = start_regie(data, day)
    try:
        yield regie
    finally:
        regie.stop()


def start(*options: str, extra: Mapping[str, str] | None = None) -> tuple["subprocess.Popen[str]", str]:
    """Start regie with these options; the process, which serves, and what it said. Fails when it does not serve."""
    process = subprocess.Popen(
        command(*options),
        env=environment() | dict(extra or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    watchdog = threading.Timer(HANGS_AFTER, process.kill)
    watchdog.start()
    said = "".join(_until_it_serves(process.stdout))
    watchdog.cancel()
    if not said.endswith(LAST_LINE):
        raise AssertionError(f"regie did not start: {said}{process.communicate()[1]}")
    requests.get(f"{value(said, 'Adres')}/gezondheid", timeout=HANGS_AFTER).raise_for_status()
    return process, said


def command(*options: str) -> list[str]:
    """The command line that starts regie, as ./run does."""
    return [sys.executable, "-P", "-m", "ido_regie", *options]


def environment() -> dict[str, str]:
    """The environment of a user: nothing of the test session in it, and every warning shown.

    Except ResourceWarning: gunicorn leaves one socket to the garbage collector.
    """
    own = {name: text for name, text in os.environ.items() if not name.startswith(("DJANGO_", "IDO_", "PYTEST_"))}
    return own | {"PYTHONWARNINGS": "default,ignore::ResourceWarning"}


def value(said: str, label: str) -> str:
    """What regie said behind a label, such as ``Adres:``."""
    found = re.search(rf"^{label}: +(\S+)$", said, re.MULTILINE)
    assert found is not None, f"regie did not say {label!r}: {said}"
    return found[1]


def _until_it_serves(output: IO[str]) -> Iterator[str]:
    """The lines that regie says until it serves, or until it ends."""
    for line in output:
        yield line
        if line == LAST_LINE:
            return
