"""The print system of Linux and macOS, through its own programs: a sheet goes in through standard input."""

import os
import re
import shutil
import subprocess
from contextlib import suppress

from ido_kiosk.base.language import _
from ido_kiosk.qt.printer_state import Tell, failure, gone, wait_until_out

PROGRAM_SECONDS = 20


def is_here() -> bool:
    """Whether this computer has it."""
    return shutil.which("lp") is not None


def printers() -> tuple[list[str], str]:
    """The names of the printers, and that of the default one; none where the print system does not answer."""
    try:
        names = _ask("lpstat", "-e").stdout.decode().split()
        default = _ask("lpstat", "-d").stdout.decode().rpartition(": ")[2].strip()
    except subprocess.TimeoutExpired:
        return [], ""
    return names, default


def address_of(printer: str) -> str:
    """Where a printer is, such as ``ipp://…``; empty when that is not known."""
    try:
        said = _ask("lpstat", "-v", printer).stdout.decode(errors="replace")
    except subprocess.TimeoutExpired:
        return ""
    found = re.search(rf"^device for {re.escape(printer)}: (\S+)$", said, re.MULTILINE)
    return found[1] if found else ""


def send(pdf: bytes, printer: str, tell: Tell) -> None:
    """Print, one-sided on A4; returns when the sheet has left the queue.

    Raises PrintError; then nothing is left waiting in the queue.
    """
    options = ("-o", "media=A4", "-o", "sides=one-sided")
    try:
        answer = _ask("lp", "-d", printer, "-t", _("Blad"), *options, "-", text=pdf)
        if b"does not exist" in answer.stderr:
            raise gone()
        accepted = re.search(rb"request id is (\S+)", answer.stdout)
        if answer.returncode != 0 or accepted is None:
            raise failure()
    except subprocess.TimeoutExpired as error:
        raise failure() from error
    job = accepted[1].decode()
    try:
        _follow(printer, job, tell)
    except subprocess.TimeoutExpired as error:
        _cancel(job)
        raise failure() from error


def _follow(printer: str, job: str, tell: Tell) -> None:
    """Wait until the job has left the queue, so that the screen can say truly how it went. Raises PrintError."""

    def look() -> tuple[bool, list[str]]:
        is_waiting = any(line.startswith(f"{job} ") for line in queue(printer, "not-completed"))
        return not is_waiting, _reasons(printer) if is_waiting else []

    wait_until_out(look, lambda: _cancel(job), tell)
    if re.search("error|abort|cancel", _alerts(queue(printer, "completed"), f"{job} ")):
        raise failure()


def _reasons(printer: str) -> list[str]:
    """Why the printer is in its state."""
    lines = _ask("lpstat", "-l", "-p", printer).stdout.decode(errors="replace").splitlines()
    return _alerts(lines, f"printer {printer} ").partition(":")[2].split()


def _alerts(lines: list[str], begin: str) -> str:
    """The line with alerts that belongs to the entry that begins so."""
    starts = [number for number, line in enumerate(lines) if line.startswith(begin)]
    return next((line for start in starts for line in lines[start:] if line.lstrip().startswith("Alerts:")), "")


def _cancel(job: str) -> None:
    """Take a job back, with its files: no sheet comes out later, with nobody there.

    The files of a job that is done go by ``PreserveJobFiles No``: CUPS refuses to take back what is completed.
    """
    with suppress(subprocess.TimeoutExpired):
        _ask("cancel", "-x", job)


def queue(printer: str, which: str) -> list[str]:
    """The jobs of a printer in lines, ``not-completed`` or ``completed``. Raises subprocess.TimeoutExpired."""
    return _ask("lpstat", "-l", "-W", which, "-o", printer).stdout.decode(errors="replace").splitlines()


def _ask(*command: str, text: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    plain = os.environ | {"LC_ALL": "C"}
    return subprocess.run(command, input=text, capture_output=True, timeout=PROGRAM_SECONDS, env=plain, check=False)
