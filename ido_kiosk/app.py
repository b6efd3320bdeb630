"""Start the kiosk: prepare its data, read the content, and put the window together."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ido_kiosk.qt import quick_imports as quick_imports  # isort: split

import msgspec
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from ido_kiosk.base import clock, core_dumps, forgetful, language, paths
from ido_kiosk.base import folder as folders
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.later import Later
from ido_kiosk.base.local_data import LocalData
from ido_kiosk.base.locations import is_set_up, place_of
from ido_kiosk.base.machine import machine_file, read_machine
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.base.pin import Pin
from ido_kiosk.base.settings import Settings
from ido_kiosk.desk.service import Counting
from ido_kiosk.finding.service import load_situations
from ido_kiosk.guides.service import Library, OwnFacts, WrongMarks, load_library, with_local, with_own_facts
from ido_kiosk.qt import background, one_window, theme
from ido_kiosk.qt.storage import is_in_memory, is_on_network
from ido_kiosk.visit.service import Visit
from ido_kiosk.window.arrangement import come_forward
from ido_kiosk.window.parts import Idle, Look, Parts
from ido_kiosk.window.rounds import deliver, sender_of, sync_status
from ido_kiosk.window.window import Window
from ido_shared import VERSION
from ido_shared.content.codes import Codes, load_codes
from ido_shared.content.problems import ContentError

if TYPE_CHECKING:  # with them comes the database, and a kiosk shows its window before that
    from ido_kiosk.letters.service import Envelope, Letter
    from ido_shared.delivery import Enrolled


class Options(msgspec.Struct, frozen=True):
    """What was asked on the command line."""

    data: Path | None = None
    day: date | None = None
    kiosk: bool = False
    regie: str | None = None
    code: str | None = None
    tour: Path | None = None
    set_up: bool = False
    """Begin with the set-up when this desk is new."""


class Desk(msgspec.Struct):
    """A kiosk that has been put together."""

    window: Window
    folder: DataFolder
    settings: Settings
    parts: Parts
    held: ExitStack
    found: list[str]
    """What was wrong at the start with this computer or with the database, in words."""

    def open_store(self) -> None:
        """Read the letters, hold the folder, open the database, start the work. Raises DeskError when one fails."""
        from ido_kiosk.base import database  # brings peewee: a kiosk shows its window before that
        from ido_kiosk.window import origin

        self._read_letters()
        self.held.enter_context(folders.hold(self.folder))
        self.held.callback(database.close_store)
        origin.settle(self.folder, self.settings, self.window)
        self._open_database()
        origin.begin(self.folder, self.settings, place_of(self.settings))
        self.window.start_work()
        QTimer.singleShot(0, self.window, self._keep_up)  # by itself: until here the window stood still

    def _read_letters(self) -> None:
        try:
            len(self.parts.letters), len(self.parts.envelopes)
        except ContentError as error:
            raise DeskError(_content_trouble(error)) from error

    def _open_database(self) -> None:
        from ido_kiosk.base import database, recovery

        try:
            database.open_store(self.folder.database, self.folder.copies)
        except database.DamagedError:
            recovered = recovery.recover(self.folder.database, self.folder.copies, clock.today())
            self.found.append(recovery.recovered_text(recovered))

    def _keep_up(self) -> None:
        from ido_kiosk.window.upkeep import Upkeep

        upkeep = Upkeep(
            self.folder, self.settings, clock.today, lambda: not self.parts.sync_status(None).clock_in_doubt
        )
        upkeep.setParent(self.window)
        upkeep.failed.connect(self.window.warn)
        one_window.listen(self.folder.root, self.window, partial(come_forward, self.window))

    def trouble(self) -> str:
        """What was wrong with the files of this desk at the start, in words; empty when all is well."""
        return " ".join(text for text in (*self.found, *self.parts.troubles()) if text)

    def close(self) -> None:
        """Give the database and the folder back."""
        self.held.close()


def run(options: Options, prepare: Callable[[Desk], None] = lambda _desk: None) -> int:
    """Run the kiosk until its window is closed; gives the exit code. ``prepare`` may add to it before it is shown."""
    core_dumps.forbid()
    application = make_application()
    try:
        desk = open_desk(options, application)
    except DeskError as error:
        return refuse_to_start(str(error))
    sys.excepthook = lambda kind, _value, trace: desk.window.warn(report_mistake(kind, trace))
    _close_on_signals(desk.window)
    prepare(desk)
    desk.window.present()
    QTimer.singleShot(0, desk.window, lambda: _start_work(desk, options, application))
    try:
        return application.exec()
    finally:
        desk.close()


def _start_work(desk: Desk, options: Options, application: QApplication) -> None:
    """What comes after the first picture of the window; without its database a kiosk ends."""
    try:
        desk.open_store()
    except folders.InUseError as error:
        desk.window.hide()
        application.exit(_make_way(desk.folder, str(error)))
        return
    except DeskError as error:
        refused = str(error)
    except Exception as error:
        refused = report_mistake(type(error), error.__traceback__)
    else:
        if trouble := desk.trouble():
            desk.window.warn(trouble)
        if options.regie is not None and options.code is not None:
            enrol(desk, options.regie, options.code)
        return
    desk.window.hide()
    application.exit(refuse_to_start(refused))


def _make_way(folder: DataFolder, refused: str) -> int:
    """The kiosk is open already: bring that window to the front, or say where it is; gives the exit code."""
    if not one_window.call_other(folder.root):
        return refuse_to_start(refused)
    sys.stdout.write(_("De kiosk stond al open. Dat venster staat nu vooraan.") + "\n")
    return 0


def _close_on_signals(window: Window) -> None:
    """Let a shutdown or log-out close the window in the ordinary way: what was not logged is kept."""
    if sys.platform != "win32":  # Windows closes windows itself
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        signal.set_wakeup_fd(writer)  # a signal is a byte here, which wakes Qt; Python alone would wait for an event
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda _number, _frame: None)
        notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, window)
        notifier.activated.connect(lambda: window.close_on_purpose() if os.read(reader, 64) else None)


def make_application() -> QApplication:
    """The application of Qt; there is one."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([*sys.argv[:1], "-style", "Fusion"])  # setStyle makes QStyle's 566 names: 4 ms
    application.setApplicationName("IDO-kiosk")
    return application


def open_desk(options: Options, application: QApplication, idle: Idle | None = None) -> Desk:
    """Put a kiosk together: its window not yet shown, its database not yet open.

    Raises DeskError when its folder or the content cannot be used.
    """
    machine, wrong = read_machine(machine_file())
    root = options.data or (Path(machine.gegevensmap) if machine.gegevensmap else folders.default_root())
    folder = folders.prepare(root, is_on_network, trial=options.day is not None)
    if options.day is not None:
        clock.pretend(options.day)
    settings = Settings(folder.settings, machine.layer)
    forgets = forgetful.forgets(folder, is_in_memory, machine, clock.today())
    look = settings.section(Look)
    language.use(look.language, paths.translations())
    theme.apply(application, theme.resolve(look.theme), look.text_size)
    parts = _parts(folder, settings, options, idle or settings.section(Idle))
    found = [wrong, forgetful.forgetful_text() if forgets else ""]
    return Desk(Window(parts, look, application), folder, settings, parts, ExitStack(), found)


def _parts(folder: DataFolder, settings: Settings, options: Options, idle: Idle) -> Parts:
    try:
        library = load_library(paths.forms(), folder.cache, VERSION)  # its error names the mistakes of all files
        codes = load_codes(paths.forms(), folder.cache, VERSION)
        situations = load_situations(paths.forms(), library, codes, folder.cache, VERSION)
    except ContentError as error:
        raise DeskError(_content_trouble(error)) from error
    own_facts, local = OwnFacts(folder.own_facts), LocalData(folder.local_data, folder.sent_data)
    return Parts(
        codes=codes,
        library=with_local(with_own_facts(library, own_facts.answers), local.known),
        national=library,
        situations=situations,
        letters=Later(partial(_letters, library, codes, folder)),
        envelopes=Later(partial(_envelopes, folder)),
        own_facts=own_facts,
        marks=WrongMarks(folder.wrong_marks),
        folder=folder,
        pin=Pin(folder.pin),
        local=local,
        counting=Counting(folder.counting),
        visit=Visit(codes, place_of(settings), clock.today),
        settings=settings,
        today=clock.today,
        deliver=partial(deliver, folder, settings, library, codes),
        sync_status=partial(sync_status, settings),
        sender=partial(sender_of, settings, library, codes),
        idle=idle,
        kiosk=options.kiosk,
        begins_with_set_up=options.set_up and not folder.is_trial and not is_set_up(settings),
        is_trial=folder.is_trial,
    )


def _letters(library: Library, codes: Codes, folder: DataFolder) -> "dict[str, Letter]":
    from ido_kiosk.letters.service import load_letters  # the first picture of the window shows no letter

    known = (library.facts, library.sources, library.organisations, codes.topics, library.guides)
    return load_letters(paths.forms(), *known, folder.cache, VERSION)


def _envelopes(folder: DataFolder) -> "dict[str, Envelope]":
    from ido_kiosk.letters.service import load_envelopes

    return load_envelopes(paths.forms(), folder.cache, VERSION).envelopes


def _content_trouble(error: ContentError) -> str:
    first = error.problems[0]
    text = _(
        "De gidsen zijn niet te lezen. Er is niets verloren. Geef dit door aan wie de gidsen schrijft:\n\n"
        "{file}, regel {line}: {cause} {remedy}\n\nAlles zien: ido-forms check"
    )
    return text.format(file=first.place.file, line=first.place.line, cause=first.cause, remedy=first.remedy)


def enrol(desk: Desk, regie: str, code: str) -> None:
    """Link a desk to regie, in the background; what came of it is told, and the kiosk works without."""
    from ido_kiosk.sync import service as sync

    place = place_of(desk.settings)
    work = partial(sync.enrol, regie, code, desk.folder, desk.settings, place, background.ending.is_set)
    background.run(desk.window, work, partial(_enrolled, desk.window), partial(_not_enrolled, desk.window))


def _enrolled(window: Window, enrolled: "Enrolled") -> None:
    done = _("Gekoppeld aan regie van {municipality} als {desk}.")
    text = done.format(municipality=enrolled.gemeente, desk=enrolled.naam)
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
    window.say(text)
    window.deliver()


def _not_enrolled(window: Window, error: Exception) -> None:
    text = str(error) if isinstance(error, DeskError) else report_mistake(type(error), error.__traceback__)
    sys.stderr.write(f"{text}\n")
    window.warn(text)


def refuse_to_start(text: str) -> int:
    """Say why the kiosk does not start, on the screen where there is one; gives the exit code."""
    sys.stderr.write(f"{text}\n")
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        from PySide6.QtWidgets import QMessageBox  # most starts refuse nothing

        QMessageBox.critical(None, _("De kiosk kan niet starten"), text)
    return 1
