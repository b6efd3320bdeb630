"""A command line in plain Dutch, the same for all our programs."""

import argparse
import difflib
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

WRONG_USE = 2
"""The exit code for a command that is not right."""


class UsageError(Exception):
    """The command line is not right; the text says in Dutch what is wrong."""


class _DutchHelp(argparse.HelpFormatter):
    """The help with its one built-in word in Dutch."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """Start the help with Dutch instead of English."""
        super().add_usage(usage, actions, groups, prefix or "gebruik: ")


def parser(program: str, description: str) -> tuple[argparse.ArgumentParser, argparse._ArgumentGroup]:
    """A parser and the group to which the options are added; ``--help`` is there."""
    made = argparse.ArgumentParser(
        prog=program,
        description=description,
        formatter_class=_DutchHelp,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    options = made.add_argument_group("opties")
    options.add_argument("--help", "-h", action="help", help="toon deze uitleg")
    return made, options


def read(made: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """What these words ask for. Raises UsageError; prints the help and ends the program for ``--help``."""
    try:
        found, rest = made.parse_known_args(words)
    except argparse.ArgumentError as error:
        raise UsageError(f"Achter {error.argument_name} hoort {_needed(error)}.") from error
    if rest:
        raise UsageError(_unknown(rest[0], made))
    return found


def complain(error: UsageError, program: str) -> int:
    """Say what is wrong with the command and how to see what can be asked; gives the exit code."""
    sys.stderr.write(f"{error}\nKijk wat er kan met: {program} --help\n")
    return WRONG_USE


def folder(text: str) -> Path:
    """The absolute path of a folder on the command line. Raises ArgumentTypeError, which ``read`` tells of."""
    if not text:
        raise argparse.ArgumentTypeError("de naam van een map")
    try:
        return Path(text).expanduser().absolute()
    except (RuntimeError, OSError) as error:  # no such user, or a current folder that is gone
        raise argparse.ArgumentTypeError(f"een map die er kan zijn, niet '{text}'") from error


def day(text: str) -> date:
    """A day on the command line, written as JJJJ-MM-DD."""
    try:
        read_day = date.fromisoformat(text)
    except ValueError:
        read_day = None
    if read_day is None or read_day.isoformat() != text:
        raise UsageError(f"Achter --datum hoort een dag zoals 2026-11-24, niet '{text}'.")
    return read_day


def _needed(error: argparse.ArgumentError) -> str:
    """What should stand after an option."""
    if isinstance(error.__context__, argparse.ArgumentTypeError):
        return error.message
    return "een waarde" if error.message.startswith("expected") else "geen waarde"


def _unknown(word: str, made: argparse.ArgumentParser) -> str:
    """What to say about a word that is no option."""
    options = [option for action in made._actions for option in action.option_strings]
    near = difflib.get_close_matches(word.split("=")[0], options, n=1)
    hint = f" Bedoelde u {near[0]}?" if near else ""
    return f"'{word}' ken ik niet.{hint}"
