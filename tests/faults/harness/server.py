"""Regie as a real process on a folder that can be killed, copied and put back; and its office, which gives codes."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from tests.faults.harness.desk import ROOT
from tests.regie import process

DAY = date(2026, 11, 26)
"""The day at regie; what a kiosk says of the next 366 days is believed."""


@dataclass
class Server:
    """Regie, running or not."""

    data: Path
    running: process.Regie | None = None

    @property
    def port(self) -> int:
        """Where it listens."""
        return urlsplit(self.running.url).port

    def start(self) -> None:
        """Start it."""
        self.running = process.start_regie(self.data, DAY)

    def kill(self) -> None:
        """End it as a power cut does."""
        if self.running is not None:
            running, self.running = self.running, None
            running.crash()

    def copy(self, to: Path) -> None:
        """Make a backup; regie must be off."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.data, to)

    def put_back(self, copy: Path) -> None:
        """Put a backup back; regie must be off."""
        shutil.rmtree(self.data)
        shutil.copytree(copy, self.data)

    def office(self, what: str, desk: str = "") -> str:
        """Let someone at regie give a code, revoke or replace a desk; gives the code."""
        answer = subprocess.run(
            [sys.executable, "-m", "tests.faults.harness.office", what, desk],
            cwd=ROOT,
            env=process.environment() | {"IDO_REGIE_DATA": str(self.data), "IDO_REGIE_DATUM": DAY.isoformat()},
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(answer.stdout)["code"]

    def totals(self) -> list[tuple[str, str, str, int]]:
        """Desk, place, first day and questions of every week that regie knows."""
        with closing(sqlite3.connect(f"file:{self._file()}?mode=ro", uri=True)) as base:
            return base.execute("SELECT desk_id, place, first_day, questions FROM deliveries_weektotal").fetchall()

    def numbers(self, desk: str) -> list[int]:
        """The numbers of a desk's deliveries that are in."""
        with closing(sqlite3.connect(f"file:{self._file()}?mode=ro", uri=True)) as base:
            rows = base.execute(
                "SELECT number FROM deliveries_delivery WHERE desk_id = ? ORDER BY number", [desk.replace("-", "")]
            )
            return [number for (number,) in rows]

    def _file(self) -> Path:
        return next(self.data.glob("*.sqlite3"))
