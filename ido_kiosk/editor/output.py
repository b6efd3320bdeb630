"""What ido-forms says, to a screen, a file or another program: always UTF-8 when it is not a screen."""

import io
import os
import sys


def prepare() -> None:
    """Make what is said readable: UTF-8 into a file or program, whatever the system would use; never stop on a sign."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def say(text: str) -> None:
    """Say a text, with an empty line after a long one; to nobody, when who read it went away. Raises OSError."""
    if not text or sys.stdout is None:
        return
    try:
        sys.stdout.write(f"{text}\n\n" if "\n" in text else f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _forget()


def _forget() -> None:
    """Let what is still to be said go nowhere: the reader has seen enough, as ``head`` has."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
