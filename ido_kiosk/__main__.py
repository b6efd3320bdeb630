"""The command ``ido-kiosk`` (``./run``): read the command line and start the kiosk, or play the tour."""

import argparse
import os
import sys
from pathlib import Path

from ido_kiosk.base import garbage
from ido_shared.command_line import WRONG_USE, UsageError, complain, day, folder, parser, read

TOUR_FOLDER = Path("rondleiding")
PROGRAM = "./run"
ALWAYS_A_SCREEN = ("win32", "darwin")
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""The variables of the surroundings that name a screen."""


def main(words: list[str] | None = None) -> int:
    """Start what the command line asks for; gives the exit code."""
    try:
        asked = _read(sys.argv[1:] if words is None else words)
    except UsageError as error:
        return complain(error, PROGRAM)
    if asked.tour is not None:
        return _play(asked.tour)
    if asked.oefenen and _may_have_screen():
        return _practise(asked)
    return _show(asked) if _may_have_screen() else _without_screen(asked)


def _read(words: list[str]) -> argparse.Namespace:
    made, options = parser(PROGRAM, "De kiosk voor het Informatiepunt Digitale Overheid. Regie: ./run regie --help")
    options.add_argument("--kiosk", action="store_true", help="vul het hele scherm (sluiten: Ctrl+Shift+Q)")
    options.add_argument("--data", type=folder, metavar="MAP", help="bewaar de gegevens in deze map")
    options.add_argument("--datum", type=day, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is, in een proefmap")
    options.add_argument("--regie", metavar="ADRES", help="koppel deze balie aan regie op dit adres")
    options.add_argument("--koppelcode", metavar="CODE", help="de code die regie gaf")
    options.add_argument("--oefenen", action="store_true", help="oefen met bedachte bezoekers; er telt niets mee")
    options.add_argument("--tour", type=folder, metavar="MAP", help="speel een heel bezoek; de plaatjes komen in MAP")
    asked = read(made, words)
    if asked.datum is not None and asked.data is None:
        raise UsageError("Met --datum hoort ook --data, met een lege map om te proberen.")
    if (asked.regie is None) != (asked.koppelcode is None):
        raise UsageError("--regie en --koppelcode horen bij elkaar.")
    if asked.tour is not None and (others := [option for option in _given(asked) if option != "--tour"]):
        raise UsageError(f"--tour speelt in een eigen proefmap. Daarbij kan niet: {', '.join(others)}.")
    return asked


def _may_have_screen() -> bool:
    return sys.platform in ALWAYS_A_SCREEN or any(os.environ.get(name) for name in SCREENS)


def _show(asked: argparse.Namespace) -> int:
    garbage.put_off()  # until the words of the shelf are read (window/shelf.py)
    from ido_kiosk.app import Options, make_application, run
    from ido_kiosk.qt.display import watching_screen

    with watching_screen(_start_again_without_screen):
        make_application()
    return run(Options(asked.data, asked.datum, asked.kiosk, asked.regie, asked.koppelcode, set_up=True))


def _practise(asked: argparse.Namespace) -> int:
    garbage.put_off()
    from ido_kiosk.practice import practise

    return practise(asked.data)


def _start_again_without_screen() -> None:
    """Become the same command in surroundings that promise no screen: Qt cannot go on after it found none."""
    if [name for name in SCREENS if os.environ.pop(name, None)]:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - no shell, on purpose


def _without_screen(asked: argparse.Namespace) -> int:
    """Play the tour, unless more was asked: that is never dropped silently."""
    if options := _given(asked):
        sys.stderr.write(
            f"Er is hier geen scherm. Zonder scherm kan dit niet: {', '.join(options)}.\n"
            f"Start de kiosk op een computer met een scherm. Of speel de rondleiding met {PROGRAM} --tour MAP.\n"
        )
        return WRONG_USE
    folder = TOUR_FOLDER.absolute()
    sys.stdout.write(f"Er is hier geen scherm. Daarom speelt nu de rondleiding, in {folder}.\n")
    sys.stdout.flush()
    return _play(folder)


def _given(asked: argparse.Namespace) -> list[str]:
    return [f"--{name}" for name, value in vars(asked).items() if value not in (None, False)]


def _play(folder: Path) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # off screen Qt warns of sizes that do not matter there
    from ido_kiosk.tour import play

    return play(folder)


if __name__ == "__main__":
    sys.exit(main())
