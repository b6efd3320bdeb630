"""The command line of regie; everything it says is Dutch."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ido_shared.command_line import UsageError, day, folder, parser, read

PORT = 8750
HIGHEST_PORT = 65535


@dataclass(frozen=True)
class Asked:
    """What the command line asks for."""

    demo: bool
    begin: str | None
    data: Path | None
    port: int
    day: date | None
    new_password: str | None
    administrator: str | None = None
    copy: Path | None = None
    check: bool = False
    document: bool = False
    clear: bool = False


def asked_for(words: list[str]) -> Asked:
    """What these words ask for. Raises UsageError; prints the help and ends the program for ``--help``."""
    made, options = parser("./run regie", "Start regie: het overzicht van de gemeente, met de tellingen van de balies.")
    options.add_argument(
        "--demo", action="store_true", help="maak voorbeelden: drie bibliotheken, negen balies, twee jaar"
    )
    options.add_argument("--begin", metavar="GEMEENTE", help="maak een gemeente, een login en een koppelcode")
    options.add_argument("--data", metavar="MAP", type=folder, help="bewaar de gegevens in deze map")
    options.add_argument(
        "--port", metavar="NUMMER", type=_port, default=PORT, help=f"de poort (gewoon {PORT}; 0: een vrije poort)"
    )
    options.add_argument(
        "--datum", metavar="JJJJ-MM-DD", type=day, help="doe alsof het deze dag is, om te proberen; alleen met --data"
    )
    options.add_argument("--nieuw-wachtwoord", metavar="LOGIN", help="maak een nieuw wachtwoord en stop")
    options.add_argument("--beheerder", metavar="LOGIN", help="maak een login voor de beheerder en stop")
    options.add_argument("--kopie", metavar="MAP", type=folder, help="maak een reservekopie in deze lege map en stop")
    options.add_argument("--controle", action="store_true", help="kijk of regie veilig staat ingesteld en stop")
    options.add_argument("--opruimen", action="store_true", help="haal weg wat te oud is (het logboek) en stop")
    options.add_argument(
        "--openapi", action="store_true", help="toon de beschrijving van de API en stop (ook: openapi)"
    )
    found = read(made, [f"--{word}" if word == "openapi" else word for word in words])
    if found.datum and not found.data:
        raise UsageError("--datum werkt alleen samen met --data: een andere dag is om te proberen.")
    return Asked(
        demo=found.demo,
        begin=found.begin,
        data=found.data,
        port=found.port,
        day=found.datum,
        new_password=found.nieuw_wachtwoord,
        administrator=found.beheerder,
        copy=found.kopie,
        check=found.controle,
        document=found.openapi,
        clear=found.opruimen,
    )


def _port(text: str) -> int:
    """A port number."""
    if not (text.isascii() and text.isdigit() and int(text) <= HIGHEST_PORT):
        raise UsageError(f"Achter --port hoort een getal van 0 tot en met {HIGHEST_PORT}, niet '{text}'.")
    return int(text)
