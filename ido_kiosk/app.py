"""Start the kiosk: prepare its data, read the content, and put the window together."""

import os
import sys
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication, QMessageBox

from ido_kiosk.base import clock, database, language, paths
from ido_kiosk.base import folder as folders
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.base.settings import Settings
from ido_kiosk.guides.service import load_library
from ido_kiosk.qt import theme
from ido_kiosk.statistics import service as statistics
from ido_kiosk.statistics.service import Sender
from ido_kiosk.sync import service as sync
from ido_kiosk.visit.service import Visit
from ido_kiosk.window.parts import Idle, Look, Parts
from ido_kiosk.window.window import Window
from ido_shared.content.codes import load_codes
from ido_shared.content.problems import ContentError

USUAL_IDLE = Idle()


@dataclass(frozen=True)
class Options:
    """What was asked on the command line."""

    data: Path | None = None
    day: date | None = None
    kiosk: bool = False
    regie: str | None = None
    code: str | None = None
    tour: Path | None = None


class Location(msgspec.Struct, frozen=True):
    """Where this desk stands, by an identity that means nothing outside; kept in the settings."""

    place: str = ""


@dataclass
class Desk:
    """A kiosk that has been put together; ``close`` gives its files back."""

    window: Window
    folder: DataFolder
    settings: Settings
    parts: Parts
    close: Callable[[], None]


def run(options: Options) -> int:
    """Run the kiosk until its window is closed; gives the exit code. Trouble at the start is told in plain words."""
    application = make_application()
    try:
        desk = open_desk(options, application)
    except DeskError as error:
        return refuse_to_start(str(error))
    sys.excepthook = lambda kind, _value, trace: desk.window.warn(report_mistake(kind, trace))
    if options.regie is not None and options.code is not None:
        enrol(desk, options.regie, options.code)
    desk.window.present()
    desk.window.start_courier()
    try:
        return application.exec()
    finally:
        desk.close()


def make_application() -> QApplication:
    """The application of Qt; there is one."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("IDO-kiosk")
    application.setStyle("Fusion")
    return application


def open_desk(options: Options, application: QApplication, idle: Idle = USUAL_IDLE) -> Desk:
    """Put a kiosk together, its window not yet shown. Raises DeskError when the data cannot be used."""
    with ExitStack() as held:
        folder = folders.prepare(options.data or folders.default_root(), trial=options.day is not None)
        held.enter_context(folders.hold(folder))
        clock.pretend(options.day)
        settings = Settings(folder.settings)
        look = settings.section(Look)
        language.use(look.language, paths.translations())
        theme.apply(application, theme.resolve(look.theme), look.text_size)
        database.open_store(folder.database, folder.copies)
        held.callback(database.close_store)
        parts = _parts(folder, settings, options, idle)
        statistics.note_first_use(clock.today(), place_of(settings))
        window = Window(parts, look, application)
        return Desk(window, folder, settings, parts, held.pop_all().close)


def _parts(folder: DataFolder, settings: Settings, options: Options, idle: Idle) -> Parts:
    program = version("ido")
    try:
        library = load_library(paths.forms(), folder.cache, program)  # its error names the mistakes of all files
        codes = load_codes(paths.forms(), folder.cache, program)
    except ContentError as error:
        raise DeskError(_content_trouble(error)) from error
    return Parts(
        codes=codes,
        library=library,
        visit=Visit(codes, place_of(settings), clock.today),
        settings=settings,
        today=clock.today,
        deliver=lambda: sync.deliver(folder, settings, clock.today(), program, codes.version),
        sync_status=lambda last: sync.status(settings, last),
        sender=lambda: Sender(settings.section(sync.Regie).desk, place_of(settings), program, codes.version),
        idle=idle,
        kiosk=options.kiosk,
    )


def _content_trouble(error: ContentError) -> str:
    first = error.problems[0]
    text = _(
        "De gidsen zijn niet te lezen. Er is niets verloren. Geef dit door aan wie de gidsen schrijft:\n\n"
        "{file}, regel {line}: {cause} {remedy}\n\nAlles zien: ido-forms check"
    )
    return text.format(file=first.place.file, line=first.place.line, cause=first.cause, remedy=first.remedy)


def enrol(desk: Desk, regie: str, code: str) -> None:
    """Link a desk to regie; what went wrong is told, and the kiosk works without."""
    try:
        enrolled = sync.enrol(regie, code, desk.folder, desk.settings, place_of(desk.settings))
    except DeskError as error:
        sys.stderr.write(f"{error}\n")
        desk.window.warn(str(error))
        return
    done = _("Gekoppeld aan regie van {municipality} als {desk}.")
    sys.stdout.write(done.format(municipality=enrolled.gemeente, desk=enrolled.naam) + "\n")
    sys.stdout.flush()


def place_of(settings: Settings) -> str:
    """The identity of where this desk stands; made at the first start."""
    place = settings.section(Location).place
    if not place:
        place = str(uuid.uuid4())
        settings.save(Location(place))
    return place


def refuse_to_start(text: str) -> int:
    """Say why the kiosk does not start, on the screen where there is one; gives the exit code."""
    sys.stderr.write(f"{text}\n")
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        QMessageBox.critical(None, _("De kiosk kan niet starten"), text)
    return 1
