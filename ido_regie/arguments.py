"""The command line of regie; everything it says is Dutch."""

import argparse
import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

PORT = 8750
HIGHEST_PORT = 65535


class UsageError(Exception):
    """The command line is not right; the text says in Dutch what is wrong."""


@dataclass(frozen=True)
class Asked:
    """What the command line asks for."""

    demo: bool
    data: Path | None
    port: int
    day: date | None
    new_password: str | None


def read(words: list[str]) -> Asked:
    """What these words ask for. Raises UsageError; prints the help and ends the program for ``--help``."""
    parser = _parser()
    try:
        found, rest = parser.parse_known_args(words)
    except argparse.ArgumentError as error:
        needs = "een waarde" if error.message.startswith("expected") else "geen waarde"
        raise UsageError(f"Achter {error.argument_name} hoort {needs}.") from error
    if rest:
        raise UsageError(_unknown(rest[0], parser))
    if found.datum and not found.data:
        raise UsageError(
            "--datum werkt alleen samen met --data: een andere dag is om te proberen, niet voor echt werk."
        )
    return Asked(found.demo, found.data, found.port, found.datum, found.nieuw_wachtwoord)


class _DutchHelp(argparse.HelpFormatter):
    """The help with its one built-in word in Dutch."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """Start the help with Dutch instead of English."""
        super().add_usage(usage, actions, groups, prefix or "gebruik: ")


def _parser() -> argparse.ArgumentParser:
    """The parser of the options."""
    parser = argparse.ArgumentParser(
        prog="./run regie",
        description="Start regie: het overzicht van de gemeente, dat de tellingen van de balies ontvangt.",
        formatter_class=_DutchHelp,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    options = parser.add_argument_group("opties")
    options.add_argument("--help", "-h", action="help", help="toon deze uitleg")
    options.add_argument("--demo", action="store_true", help="maak een voorbeeldgemeente, een login en een koppelcode")
    options.add_argument("--data", metavar="MAP", type=_folder, help="bewaar de gegevens in deze map")
    options.add_argument(
        "--port", metavar="NUMMER", type=_port, default=PORT, help=f"de poort (gewoon {PORT}; 0: een vrije poort)"
    )
    options.add_argument(
        "--datum", metavar="JJJJ-MM-DD", type=_day, help="doe alsof het deze dag is, om te proberen; alleen met --data"
    )
    options.add_argument(
        "--nieuw-wachtwoord", metavar="LOGIN", help="maak een nieuw wachtwoord voor deze login en stop"
    )
    return parser


def _folder(text: str) -> Path:
    """The absolute path of a folder."""
    if not text:
        raise UsageError("Achter --data hoort de naam van een map.")
    return Path(text).expanduser().absolute()


def _port(text: str) -> int:
    """A port number."""
    if not (text.isascii() and text.isdigit() and int(text) <= HIGHEST_PORT):
        raise UsageError(f"Achter --port hoort een getal van 0 tot en met {HIGHEST_PORT}, niet '{text}'.")
    return int(text)


def _day(text: str) -> date:
    """A day that is written as JJJJ-MM-DD."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise UsageError(f"Achter --datum hoort een dag zoals 2026-11-24, niet '{text}'.")
    return day


def _unknown(word: str, parser: argparse.ArgumentParser) -> str:
    """What to say about a word that is no option."""
    options = [option for action in parser._actions for option in action.option_strings]
    near = difflib.get_close_matches(word.split("=")[0], options, n=1)
    hint = f" Bedoelde u {near[0]}?" if near else ""
    return f"'{word}' ken ik niet.{hint}"
