"""A kiosk on a computer of its own: its home folder, its data folder, and the process that may be killed."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.shelf import lay_cache

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60


class DeadError(Exception):
    """The kiosk died before it answered."""


@dataclass
class Computer:
    """One computer with a kiosk."""

    home: Path
    place: str
    process: "subprocess.Popen[str] | None" = None
    is_armed: bool = False
    """Whether it will die, or may have died, of its orders."""

    @property
    def data(self) -> Path:
        """The data folder of its kiosk."""
        return self.home / "balie"

    def start(self, day: str, answer: str = "") -> bool:
        """Start the kiosk; gives whether its folder came from another computer, which ``answer`` explains."""
        lay_cache(self.data)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.harness.kiosk", str(self.data), day],
            cwd=ROOT,
            env=os.environ
            | {"HOME": str(self.home), "XDG_STATE_HOME": str(self.home / "state"), "TZ": "Europe/Amsterdam"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.is_armed = False
        is_foreign = self._answer()["foreign"]
        self.ask("begin", place=self.place, answer=answer)
        return is_foreign

    def ask(self, order: str, **values: Any) -> dict[str, Any]:
        """Give an order; gives the answer. Raises DeadError when the kiosk died of it."""
        self.order(order, **values)
        self.is_armed = self.is_armed or order == "arm"
        return self._answer()

    def order(self, order: str, **values: Any) -> None:
        """Give an order without waiting for the answer."""
        try:
            self.process.stdin.write(json.dumps({"do": order, **values}) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise self._dead() from error

    def _answer(self) -> dict[str, Any]:
        line = self.process.stdout.readline()
        if not line:
            raise self._dead()
        return json.loads(line)

    def _dead(self) -> Exception:
        _, said = self.process.communicate(timeout=PATIENCE)
        killed = self.process.returncode == -signal.SIGKILL
        self.process = None
        return DeadError() if killed else AssertionError(f"the kiosk ended by itself:\n{said}")

    def stop(self) -> None:
        """End the kiosk in the ordinary way; it must have nothing to complain about."""
        if self.process is not None:
            _, said = self.process.communicate(timeout=PATIENCE)
            assert (self.process.returncode, said) == (0, ""), said
            self.process = None

    def kill(self) -> None:
        """End it as a power cut does."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate(timeout=PATIENCE)
            self.process = None

    def copy_data(self, to: Path) -> None:
        """Copy the whole data folder, as a backup program does while the kiosk is off."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.data, to)

    def put_back(self, copy: Path) -> None:
        """Put a copy in the place of the data folder."""
        shutil.rmtree(self.data)
        shutil.copytree(copy, self.data)
