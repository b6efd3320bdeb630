"""The command ``ido-kiosk`` (``./run``): read the command line and start the kiosk, or play the tour."""

import argparse
import os
import sys
from pathlib import Path

from ido_shared.command_line import UsageError, complain, day, folder, parser, read

TOUR_FOLDER = Path("rondleiding")
PROGRAM = "./run"
ALWAYS_A_SCREEN = ("win32", "darwin")


def main(words: list[str] | None = None) -> int:
    """Start what the command line asks for; gives the exit code."""
    try:
        asked = _read(sys.argv[1:] if words is None else words)
    except UsageError as error:
        return complain(error, PROGRAM)
    if asked.tour is None and not has_screen():
        asked.tour = TOUR_FOLDER.absolute()
        sys.stdout.write(f"Er is hier geen scherm. Daarom speelt nu de rondleiding, in {asked.tour}.\n")
        sys.stdout.flush()
    if asked.tour is not None:
        return _play(asked.tour)
    from ido_kiosk.app import Options, run

    return run(Options(asked.data, asked.datum, asked.kiosk, asked.regie, asked.koppelcode))


def _read(words: list[str]) -> argparse.Namespace:
    made, options = parser(PROGRAM, "De kiosk voor het Informatiepunt Digitale Overheid. Regie: ./run regie --help")
    options.add_argument("--kiosk", action="store_true", help="vul het hele scherm (sluiten: Ctrl+Shift+Q)")
    options.add_argument("--data", type=folder, metavar="MAP", help="bewaar de gegevens in deze map")
    options.add_argument("--datum", type=day, metavar="JJJJ-MM-DD", help="doe alsof het deze dag is, in een proefmap")
    options.add_argument("--regie", metavar="ADRES", help="koppel deze balie aan regie op dit adres")
    options.add_argument("--koppelcode", metavar="CODE", help="de code die regie gaf")
    options.add_argument("--tour", type=folder, metavar="MAP", help="speel een heel bezoek; de plaatjes komen in MAP")
    asked = read(made, words)
    if asked.datum is not None and asked.data is None:
        raise UsageError("Met --datum hoort ook --data, met een lege map om te proberen.")
    if (asked.regie is None) != (asked.koppelcode is None):
        raise UsageError("--regie en --koppelcode horen bij elkaar.")
    return asked


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in ALWAYS_A_SCREEN:
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"), wayland).exists():
        return True
    return _x_server_answers(os.environ.get("DISPLAY", ""))


def _x_server_answers(display: str) -> bool:
    host, _colon, number = display.partition(":")
    if not number:
        return False
    # A display on another computer (ssh -X) cannot be looked at from here: believe it.
    return bool(host) or Path("/tmp/.X11-unix", f"X{number.split('.')[0]}").exists()  # noqa: S108 - X11's own place


def _play(folder: Path) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # off screen Qt warns of sizes that do not matter there
    from ido_kiosk.tour import play

    return play(folder)


if __name__ == "__main__":
    sys.exit(main())
