"""The preview: a guide as the desk sees it, read again at every save; mistakes stand above it while it stays."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Notice
from ido_kiosk.editor import trial
from ido_kiosk.editor.speaking import languages, speak
from ido_kiosk.editor.trial import Trial
from ido_kiosk.guides import service
from ido_kiosk.guides.content.guide import FOLDER
from ido_kiosk.guides.content.library import content_files
from ido_kiosk.guides.screen import GuideScreen
from ido_kiosk.guides.service import Library, Walk
from ido_kiosk.qt import pictograms, theme
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import WrappingRow, button, swap
from ido_shared.command_line import UsageError
from ido_shared.content.problems import Problem

SETTLE = 150
"""Milliseconds without another change before the files are read: an editor saves in more than one step."""
_MOST_SHOWN = 4
_SHARE = 3
"""Which part of the height the mistakes may take: one third."""


class PreviewWindow(QWidget):
    """One guide, live. Changes no file."""

    def __init__(self, forms: Path, translations: Path, guide: str, today: Callable[[], date]) -> None:
        super().__init__()
        self._forms, self._translations, self._guide, self._today = forms, translations, guide, today
        self._trial = Trial()
        self._walk: Walk | None = None
        self._screen: QWidget = QWidget()
        self._language = language.SOURCE
        self._buttons = {code: self._language_button(code) for code in languages(translations)}
        self._told = QScrollArea(widgetResizable=True)
        self._told.setAccessibleName("Fouten in de inhoud")
        self._told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._layout = QVBoxLayout(self)
        for part in (WrappingRow(list(self._buttons.values())), self._told, self._screen):
            self._layout.addWidget(part)
        self._layout.setStretchFactor(self._screen, 1)
        self._wait = QTimer(self, singleShot=True, interval=SETTLE)
        self._wait.timeout.connect(self._read)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _path: self._wait.start())
        self._watcher.directoryChanged.connect(lambda _path: self._wait.start())
        self.resize(720, 900)
        self._read()

    def _read(self) -> None:
        """Read everything again and show it, at the step where it was."""
        self._watch()
        trouble = self._speak()
        self._mark_language()
        self._trial = trial.read(self._forms, self._guide, self._trial)
        self._tell(trouble, self._trial.problems)
        if (library := self._trial.library) is not None:
            walk = service.start(library, self._guide) if self._walk is None else trial.kept(library, self._walk)
            self._show(library, walk)

    def _watch(self) -> None:
        """Watch what is there now: a file that was saved by replacing it is another file than the one watched."""
        files = [path for _name, path in content_files(self._forms)]
        files += [folder / "LC_MESSAGES" / "forms.po" for folder in self._translations.glob("*")]
        folders = [self._forms, self._forms / FOLDER]
        present = [str(path) for path in [*files, *folders] if path.exists()]
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if fresh := [path for path in present if path not in watched]:
            self._watcher.addPaths(fresh)

    def _speak(self) -> str:
        """Speak the chosen language; what stands in the way is given back, and the last one stays."""
        try:
            speak(self._language, self._translations)
        except UsageError as error:
            return str(error)
        return ""

    def _language_button(self, code: str) -> QPushButton:
        made = button(language.NAMES[code])
        made.clicked.connect(lambda: self._choose(code))
        return made

    def _choose(self, code: str) -> None:
        self._language = code
        self._read()

    def _mark_language(self) -> None:
        for code, made in self._buttons.items():
            is_spoken = code == language.current()
            made.setIcon(pictograms.icon("tick", made.iconSize().width()) if is_spoken else QIcon())
            made.setAccessibleName(f"{language.NAMES[code]} (gekozen)" if is_spoken else language.NAMES[code])

    def _show(self, library: Library, walk: Walk) -> None:
        self._walk, self._guide = walk, walk.guide
        made = GuideScreen(library, walk, self._today(), language.content)
        made.walk_changed.connect(self._remember)
        made.guide_requested.connect(lambda other: self._show(library, service.start(library, other)))
        made.finished.connect(lambda: self._show(library, service.start(library, self._guide)))
        made.handout_requested.connect(lambda _walk: self._tell_paper())
        self._screen = swap(self._layout, self._screen, made)
        self._layout.setStretchFactor(made, 1)
        made.show()
        made.focus_first()
        self.setWindowTitle(f"Voorbeeld: {library.guides[self._guide].title.dutch}")

    def _remember(self, walk: Walk) -> None:
        self._walk = walk

    def _tell(self, trouble: str, problems: Sequence[Problem]) -> None:
        parts = [trouble] if trouble else []
        parts += [
            f"{problem.place.file}, regel {problem.place.line}\n{problem.cause}\n{problem.remedy}"
            for problem in problems
        ]
        if len(parts) > _MOST_SHOWN:
            parts[_MOST_SHOWN:] = [f"En nog {len(parts) - _MOST_SHOWN} fouten. Alles zien: ido-forms check"]
        if parts and self._trial.library is not None:
            parts.append("Hieronder staat de gids van voor deze fouten.")
        self._say("\n\n".join(parts))

    def _say(self, text: str) -> None:
        """Show a text above the guide; a third of the window at most, the rest of it by scrolling."""
        said = block_view([Notice(text, "warning")]) if text else QWidget()
        self._told.setWidget(said)
        self._told.setVisible(bool(text))
        self._fit()

    def _fit(self) -> None:
        if (said := self._told.widget()) is None:
            return
        needed = said.heightForWidth(self._told.viewport().width()) if said.hasHeightForWidth() else 0
        frame = 2 * self._told.frameWidth()
        self._told.setFixedHeight(min(max(needed, said.sizeHint().height()) + frame, self.height() // _SHARE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the mistakes their share of the new height."""
        super().resizeEvent(event)
        self._fit()

    def _tell_paper(self) -> None:
        self._say(f"Het blad maakt u met: ido-forms pdf {self._guide}")


def run(forms: Path, translations: Path, guide: str, today: Callable[[], date]) -> int:
    """Show the preview until its window is closed; gives the exit code."""
    application = QApplication([])
    application.setApplicationName("ido-forms")
    application.setStyle("Fusion")
    theme.apply(application, theme.resolve(""), 100)
    window = PreviewWindow(forms, translations, guide, today)
    window.show()
    return application.exec()
