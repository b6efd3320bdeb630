"""The command ``ido-forms``: everything an editor of forms/ does from the command line."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from ido_kiosk.base import paths
from ido_kiosk.editor import orders, output
from ido_shared.command_line import UsageError, complain, parser, read
from ido_shared.content import nodes
from ido_shared.content.code_lists import FILE as CODES_FILE
from ido_shared.content.problems import ContentError, did_you_mean
from ido_shared.reasons import why

PROGRAM = "ido-forms"
FOUND_MISTAKES = 1

_Add = Callable[[argparse.ArgumentParser, argparse._ArgumentGroup], None]


class _Order(msgspec.Struct, frozen=True):
    """Something that can be asked: what it does, its words and options, and who does it."""

    help: str
    add: _Add
    do: Callable[[argparse.Namespace], int]


def main(words: list[str] | None = None) -> int:
    """Do what the command line asks for; gives the exit code: 0 when all is well, 1 with mistakes, 2 for wrong use."""
    given = sys.argv[1:] if words is None else words
    output.prepare()
    try:
        return _done(given)
    except OSError as error:
        return complain(UsageError(f"Het lukt niet: {why(error)}."), PROGRAM)


def _done(given: list[str]) -> int:
    """Do what is asked, and tell what stands in the way; gives the exit code."""
    program = PROGRAM
    try:
        order, rest = _order(given)
        program = f"{PROGRAM} {order}"
        return _ORDERS[order].do(_read(order, rest))
    except UsageError as error:
        return complain(error, program)
    except ContentError as error:
        output.say(f"{error}\n\nHerstel eerst deze fouten. Er is niets veranderd.")
        return FOUND_MISTAKES


def _order(given: list[str]) -> tuple[str, list[str]]:
    """The order and the words after it. Raises UsageError; prints the help and ends the program for ``--help``."""
    if given and given[0] in _ORDERS:
        return given[0], given[1:]
    made, _options = parser(PROGRAM, "Hulp voor wie de inhoud van de kiosk schrijft (de map forms/).")
    group = made.add_argument_group("opdrachten", "\n".join(_lines()))
    made.formatter_class = _AsWritten
    group.add_argument("opdracht", nargs="*", help="uitleg bij een opdracht: ido-forms opdracht --help")
    order = next(iter(read(made, given).opdracht), "")
    said = f"De opdracht {order} bestaat niet." if order else "Zeg wat ik moet doen."
    raise UsageError(f"{said} {did_you_mean(order, list(_ORDERS))}")


class _AsWritten(argparse.RawDescriptionHelpFormatter):
    """Keeps the lines of the list of orders."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """Say it in Dutch."""
        super().add_usage(f"{PROGRAM} opdracht …", [], [], "gebruik: ")


def _lines() -> list[str]:
    return [f"{name:<10} {order.help}" for name, order in _ORDERS.items()]


def _read(name: str, rest: list[str]) -> argparse.Namespace:
    order = _ORDERS[name]
    made, options = parser(f"{PROGRAM} {name}", order.help)
    order.add(made, options)
    asked = read(made, rest)
    asked.forms = _content_folder((getattr(asked, "map", None) or asked.forms or paths.forms()).absolute())
    asked.translations = asked.forms.parent / "translations"
    nodes.remember()
    return asked


def _content_folder(folder: Path) -> Path:
    """The folder, when there can be content in it. Raises UsageError."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is geen map." if folder.exists() else f"De map {folder} bestaat niet.")
    inside = folder / paths.forms().name
    if not (folder / CODES_FILE).exists() and (inside / CODES_FILE).exists():
        raise UsageError(f"In de map {folder} staat geen inhoud. Bedoelde u: {inside}?")
    return folder


def _forms(_made: argparse.ArgumentParser, options: argparse._ArgumentGroup) -> None:
    options.add_argument("--forms", type=Path, metavar="MAP", help=f"de map met de inhoud (anders: {paths.forms()})")


def _folder(made: argparse.ArgumentParser, options: argparse._ArgumentGroup) -> None:
    made.add_argument_group("wat").add_argument(
        "map", nargs="?", type=Path, metavar="MAP", help="hetzelfde als --forms"
    )
    _forms(made, options)


def _guide(made: argparse.ArgumentParser, options: argparse._ArgumentGroup) -> None:
    made.add_argument_group("wat").add_argument("id", nargs="?", metavar="ID", help="de id van de gids of brief")
    _forms(made, options)


def _drawing(made: argparse.ArgumentParser, options: argparse._ArgumentGroup) -> None:
    _guide(made, options)
    options.add_argument("--lang", default="nl", metavar="TAAL", help="de taal, zoals nl of en")
    options.add_argument("--out", type=Path, metavar="BESTAND", help="waar het komt; dat bestand wordt vervangen")


def _pdf(made: argparse.ArgumentParser, options: argparse._ArgumentGroup) -> None:
    _drawing(made, options)
    options.add_argument("--stap", default="", metavar="NAAM", help="het blad bij deze stap of uitkomst")
    options.add_argument("--kind", metavar="SOORT", help=f"het soort blad: {', '.join(orders.paper_kinds())}")


_LETTER_KEYS = """JSON met de velden; - leest wat er binnenkomt. Ook: organisatie (code), adres (regels),
envelop (naam), verschuiving ([mm naar rechts, mm omlaag]), kopie (true), uitleg (taal)"""


def _letter(made: argparse.ArgumentParser, options: argparse._ArgumentGroup) -> None:
    made.add_argument_group("wat").add_argument("id", nargs="?", metavar="ID", help="de id van de brief")
    _forms(made, options)
    options.add_argument("--fields", metavar="BESTAND", help=_LETTER_KEYS)


def _list(made: argparse.ArgumentParser, options: argparse._ArgumentGroup) -> None:
    _folder(made, options)
    _json(options)


def _translations(made: argparse.ArgumentParser, options: argparse._ArgumentGroup) -> None:
    _folder(made, options)
    options.add_argument("--taal", default="", metavar="TAAL", help="begin ook een vertaling in deze taal, zoals uk")


def _json(options: argparse._ArgumentGroup) -> None:
    options.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def _search(made: argparse.ArgumentParser, options: argparse._ArgumentGroup) -> None:
    made.add_argument_group("wat").add_argument("woorden", nargs="*", metavar="WOORD", help="wat iemand zegt")
    _forms(made, options)
    _json(options)
    options.add_argument("--lang", default="nl", metavar="TAAL", help="de taal, zoals nl of en")


def _new(made: argparse.ArgumentParser, options: argparse._ArgumentGroup) -> None:
    group = made.add_argument_group("wat")
    group.add_argument("soort", nargs="?", metavar="SOORT", help="gids of brief")
    group.add_argument("naam", nargs="*", metavar="NAAM", help="hoe die heet, zoals: huurtoeslag aanvragen")
    _forms(made, options)


_ORDERS = {
    "new": _Order("begin een gids: ido-forms new gids NAAM", _new, orders.new),
    "preview": _Order("bekijk een gids terwijl u schrijft", _guide, orders.preview),
    "check": _Order("zoek alle fouten, met regel en raad", _folder, orders.check_all),
    "map": _Order("teken de weg door een gids (SVG)", _drawing, orders.draw_map),
    "pdf": _Order("maak het blad van een gids of een lege brief (PDF)", _pdf, orders.make_pdf),
    "letter": _Order("vul een brief in (JSON erin, PDF eruit)", _letter, orders.fill_in),
    "list": _Order("toon alle gidsen en brieven", _list, orders.list_guides),
    "search": _Order("zoek, zoals aan de balie", _search, orders.search),
    "health": _Order("toon hoe het met de inhoud staat, op een bladzijde", _folder, orders.show_health),
    "vertaal": _Order("werk de vertalingen bij", _translations, orders.translate),
}
