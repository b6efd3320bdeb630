"""Start regie: ``./run regie``, ``ido-regie`` or ``python -m ido_regie``."""

import json
import os
import shlex
import sqlite3
import sys
from pathlib import Path

from ido_regie import clock, folder, server
from ido_regie.arguments import Asked, asked_for
from ido_regie.copying import copy_to
from ido_regie.environment import EnvironmentMistakeError, installation
from ido_regie.installation import CannotStartError, prepare
from ido_shared.command_line import UsageError, complain

COMMAND = "./run regie"
FAILED, INTERRUPTED = 1, 130


def main() -> int:
    """Do what the command line asks; gives the exit code. Serving ends the program by becoming the server."""
    try:
        return _run(asked_for(sys.argv[1:]))
    except UsageError as error:
        return complain(error, COMMAND)
    except CannotStartError as error:
        _complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(asked: Asked) -> int:
    """Do one thing and end, or serve."""
    os.umask(0o077)  # what regie keeps is for its own user only
    os.environ.pop(clock.PRETENDED_DAY, None)  # a day may only be pretended on the command line
    if asked.day is not None:
        os.environ[clock.PRETENDED_DAY] = asked.day.isoformat()
    if asked.data is not None:
        os.environ[folder.VARIABLE] = str(asked.data)
    try:
        installation()  # a wrong setting is named before anything is made
    except EnvironmentMistakeError as error:
        raise CannotStartError(str(error)) from error
    one_thing = (asked.new_password, asked.administrator, asked.copy, asked.check, asked.document, asked.clear)
    if all(word in (None, False) for word in one_thing):
        return _serve(asked)
    prepare(folder.data_folder(), trial=asked.day is not None)
    return _do(asked)


def _do(asked: Asked) -> int:
    """Do the one thing that is asked."""
    if asked.copy is not None:
        return _copy(folder.data_folder(), asked.copy)
    if asked.check:
        return _check()
    if asked.document:
        return _document()
    if asked.clear:
        return _cleared()
    return (
        _make_administrator(asked.administrator) if asked.administrator else _renew_password(asked.new_password or "")
    )


def _serve(asked: Asked) -> int:
    """Serve until someone stops it. The port comes first: one that is taken changes nothing in the data folder."""
    try:
        listener = server.listen(asked.port)
    except OSError as error:
        raise CannotStartError(
            f"Poort {asked.port} is niet vrij. Draait regie al? Kies anders een andere poort, zoals --port 0."
        ) from error
    prepare(folder.data_folder(), trial=asked.day is not None)
    address = server.address(listener)
    _say(*(_begun(address, asked) if asked.demo or asked.begin else _plain(address)), "", "Stoppen: Ctrl+C")
    server.become_server(listener)


def _begun(address: str, asked: Asked) -> list[str]:
    """Make what a first start or the demo needs; gives what to tell about it."""
    from ido_regie.demo.organisations import MADE_UP, begin, prepare_demo

    begun = begin(asked.begin) if asked.begin else prepare_demo()
    where = f" --data {shlex.quote(str(asked.data))}" if asked.data else ""
    return [
        f"Regie draait op deze computer, met {begun.municipality}.",
        *([] if asked.begin else [MADE_UP]),
        "",
        f"Adres:       {address}",
        f"Login:       {begun.login}",
        f"Wachtwoord:  {begun.password}" if begun.password else "Wachtwoord is al eerder getoond.",
        *(f"Ook:         {login} {password}" for login, password in begun.others),
        f"Een nieuw wachtwoord maakt u met: {COMMAND}{where} --nieuw-wachtwoord {begun.login}",
        "",
        f"Koppelcode:  {begun.code}",
        f"Koppel hiermee de kiosk van {begun.desk}. De code werkt één keer en is {begun.days_valid} dagen geldig:",
        f"  ./run --regie {address} --koppelcode {begun.code}",
    ]


def _plain(address: str) -> list[str]:
    """What to tell when regie serves what is there."""
    from ido_regie.organisations.models import Account

    lines = ["Regie draait op deze computer.", "", f"Adres:       {address}"]
    if not Account.objects.exists() and installation().is_served:
        lines += ["", "Er is nog geen login. Maak de eerste met: ido-regie --beheerder NAAM"]
    elif not Account.objects.exists():
        lines += [
            "",
            f'Er is nog geen login. Begin met uw gemeente: {COMMAND} --begin "Gemeente …"',
            f"Of kijk eerst naar een voorbeeld, in een lege map: {COMMAND} --data voorbeeld --demo",
        ]
    return lines


def _renew_password(login: str) -> int:
    """Give an account a new password and show it."""
    from ido_regie.organisations.accounts import renew_password
    from ido_regie.organisations.models import Account

    try:
        password = renew_password(login)
    except Account.DoesNotExist as error:
        raise CannotStartError(f"Login '{login}' bestaat niet.") from error
    _say(f"Login:       {login}", f"Wachtwoord:  {password}", "Het oude wachtwoord werkt niet meer.")
    return 0


def _make_administrator(login: str) -> int:
    """Make a login for an administrator and show its password."""
    from ido_regie.organisations.accounts import make_account
    from ido_regie.organisations.models import Account, Role

    if Account.objects.filter(login=login).exists():
        raise CannotStartError(f"Login '{login}' bestaat al.")
    _say(f"Login:       {login}", f"Wachtwoord:  {make_account(login, role=Role.ADMINISTRATOR)}")
    return 0


def _copy(data: Path, target: Path) -> int:
    """Copy everything into a folder."""
    try:
        with_database = copy_to(data, target)
    except FileExistsError as error:
        raise CannotStartError(f"De map {target} is niet leeg. Kies een nieuwe map.") from error
    except (OSError, sqlite3.Error) as error:
        raise CannotStartError(f"De kopie in {target} is niet gelukt. Is de schijf vol, of alleen te lezen?") from error
    _say(f"De kopie staat in {target}. Bewaar haar veilig: er staan geheimen in.")
    if not with_database:
        _say("De database staat in PostgreSQL. Kopieer die met pg_dump.")
    return 0


def _check() -> int:
    """Do Django's check for a server that others reach, with the settings of now."""
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError

    try:
        call_command("check", deploy=True, fail_level="WARNING")
    except SystemCheckError as error:
        raise CannotStartError(str(error)) from error
    _say("In orde.")
    return 0


def _cleared() -> int:
    """Tell that what is too old is gone: each start removes it, and so does this one."""
    from django.conf import settings

    _say(f"Opgeruimd. Het logboek bewaart {settings.INSTALLATION.log_days} dagen.")
    return 0


def _document() -> int:
    """Show the OpenAPI document."""
    from ido_regie.api import document

    _say(json.dumps(document(), ensure_ascii=False, indent=2))
    return 0


def _say(*lines: str) -> None:
    """Tell the user, at once: what comes next may take long."""
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _complain(text: str) -> None:
    """Tell the user what is wrong."""
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
