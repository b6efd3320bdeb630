"""The command ``ido-forms``: check the content, and bring the translations up to date."""

import sys
from pathlib import Path

from ido_kiosk.base import clock, paths
from ido_kiosk.editor import catalogues
from ido_kiosk.editor.check import check
from ido_kiosk.guides.content.guide import Library
from ido_shared.command_line import UsageError, complain, parser, read
from ido_shared.content.problems import ContentError, Problem, did_you_mean

PROGRAM = "ido-forms"
FOUND_MISTAKES = 1


def main(words: list[str] | None = None) -> int:
    """Do what the command line asks for; gives the exit code: 0 when all is well, 1 with mistakes, 2 for wrong use."""
    made, _options = parser(PROGRAM, "Hulp voor wie de inhoud van de kiosk schrijft (de map forms/).")
    orders = made.add_argument_group("opdrachten")
    orders.add_argument("opdracht", nargs="?", help="check: zoek fouten; vertaal: werk de vertalingen bij")
    orders.add_argument(
        "map", nargs="?", type=Path, help="de map met de inhoud (anders: de map forms van dit programma)"
    )
    try:
        asked = read(made, sys.argv[1:] if words is None else words)
        forms, order = _folder(asked.map), asked.opdracht
        if order not in _ORDERS:
            said = f"De opdracht {order} bestaat niet." if order else "Zeg wat ik moet doen."
            raise UsageError(f"{said} {did_you_mean(order or '', list(_ORDERS))}")
    except UsageError as error:
        return complain(error, PROGRAM)
    return _ORDERS[order](forms, forms.parent / "translations")


def _folder(asked: Path | None) -> Path:
    forms = (asked or paths.forms()).absolute()
    if not forms.is_dir():
        raise UsageError(f"De map {forms} bestaat niet.")
    return forms


def _check(forms: Path, translations: Path) -> int:
    library, problems = check(forms, translations, clock.today())
    errors = [problem for problem in problems if problem.weight == "error"]
    warnings = [problem for problem in problems if problem.weight == "warning"]
    _say("\n\n".join(str(problem) for problem in [*warnings, *errors]))
    _say(_summary(library, errors, warnings))
    return FOUND_MISTAKES if errors else 0


def _summary(library: Library, errors: list[Problem], warnings: list[Problem]) -> str:
    if errors:
        return f"{_count(len(errors), 'fout', 'fouten')} gevonden. Herstel ze, en doe de controle opnieuw."
    parts = [
        _count(len(library.guides), "gids", "gidsen"),
        _count(len(library.facts), "feit", "feiten"),
        _count(len(library.organisations), "organisatie", "organisaties"),
    ]
    old = f" {_count(len(warnings), 'punt', 'punten')} om na te kijken, zie hierboven." if warnings else ""
    return f"Alles klopt: {', '.join(parts)}.{old}"


def _translate(forms: Path, translations: Path) -> int:
    try:
        for file in catalogues.files(translations):
            done, texts = catalogues.update(forms, file)
            _say(f"{file.parents[1].name}: {done} van {texts} teksten vertaald.")
    except ContentError as error:
        _say(str(error))
        _say("Herstel eerst deze fouten. De vertalingen zijn niet veranderd.")
        return FOUND_MISTAKES
    return 0


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _say(text: str) -> None:
    if text:
        sys.stdout.write(f"{text}\n\n" if "\n" in text else f"{text}\n")


_ORDERS = {"check": _check, "vertaal": _translate}
