"""Assembly: the parts of a window, handed to each other."""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from threading import Thread
from types import TracebackType

from platformdirs import user_data_path
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from timeline_app.formats.errors import DamagedLaterError, FormatError
from timeline_app.gui.core import Core, build_core
from timeline_app.gui.diagnostics import FaultLog
from timeline_app.gui.dialogs.messages import show_problem
from timeline_app.gui.icons import application_icon
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.safety import Safety
from timeline_app.gui.time_field import read
from timeline_app.model.codec import prepare
from timeline_app.model.source import PublicationContext
from timeline_app.workspace import operations
from timeline_app.workspace.settings import AppSettings
from timeline_app.workspace.translation import mark, translated

_LATER_MS = 300  # after the window stands: two threads that import slow each other down
_UNEXPECTED = mark(
    "Something in the program went wrong. Your project is still open and unchanged by this; "
    "save it under another name to be safe.\n\nHelp › Copy diagnostic report tells what to report: {what}"
)


def assemble(window: MainWindow, core: Core, project: Path | None, files: Sequence[Path]) -> Iterator[None]:
    """Furnishes the window of the program, looks after its edits, and opens what it was called with.

    Goes step by step: between two of them the window may take its turns, and what it was called with has its own.
    """
    QApplication.setWindowIcon(application_icon())
    yield from furnish_window(window, core)
    safety = Safety(window, user_data_path("timeline-app", appauthor=False))
    sys.excepthook = CalmHook(window, safety.faults)
    window.shown_first.connect(lambda: QTimer.singleShot(0, window, lambda: window.start(safety.begin(project), files)))


def build_window(worker_command: list[str], settings: AppSettings) -> MainWindow:
    """A furnished window with a new document, not shown yet."""
    window = MainWindow(settings)
    for _ in furnish_window(window, build_core(worker_command, settings)):
        pass
    return window


def furnish_window(window: MainWindow, core: Core) -> Iterator[None]:
    """Gives a window its parts, step by step; what is slow to load follows once that was painted."""
    yield from window.furnish(core)
    core.live_with(window)
    window.shown_first.connect(window.timeline.load)
    window.shown_first.connect(core.jobs.prestart)
    window.shown_first.connect(lambda: QTimer.singleShot(_LATER_MS, _warm_up_aside))


def _warm_up_aside() -> None:
    Thread(target=_warm_up, daemon=True).start()


def _warm_up() -> None:
    """Builds decoders and grammar, so that the first project opens and the first date typed is read without a pause.

    And what tells reports from files of events, so that those that are dropped are taken at once.
    """
    prepare()
    for name in ("readers", "imports.detect"):
        import_module(f"timeline_app.formats.{name}")
    read("28 May 2018", PublicationContext())
    for name in operations.__all__:  # each loads what stands behind it
        getattr(operations, name)


class CalmHook:
    """An excepthook that tells the user once per fault and leaves the program running."""

    def __init__(self, window: MainWindow, faults: FaultLog) -> None:
        self._window = window
        self._faults = faults
        self._told: set[str] = set()

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Takes an exception that nothing caught."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        if isinstance(error, DamagedLaterError):
            return  # `Safety` tells it
        if isinstance(error, FormatError):  # a sentence for the user, of a project that turned out to be broken
            show_problem(self._window, str(error), QCoreApplication.translate("Messages", "That did not work"))
            return
        what = self._faults.note(kind, trace)
        sys.stderr.write(f"timeline-app: {what}\n")
        if what not in self._told:
            self._told.add(what)
            show_problem(
                self._window,
                translated(_UNEXPECTED).format(what=what),
                QCoreApplication.translate("Messages", "Unexpected problem"),
            )
