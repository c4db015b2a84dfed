"""run_window: shows the window at once, then furnishes it."""

import sys
from collections.abc import Generator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from timeline_app.gui.main_window import MainWindow
from timeline_app.workspace import collector
from timeline_app.workspace.settings import TIMELINE_PLACE, AppSettings

if TYPE_CHECKING:
    from timeline_app.workspace.worker_process import WorkerProcess

_BROKEN = (
    "The window could not be opened: a part of the program is missing or damaged. Your projects are untouched. "
    "Install the program again; if that does not help, start it from a terminal, which tells more."
)
_LOADED_BY_PART = (  # what takes longest of the panes, each in a turn of its own
    "timeline_app.gui.text_pane.pane",
    "timeline_app.gui.inspector.pane",
    "timeline_app.gui.table_pane",
    "timeline_app.gui.sources_pane",
    "timeline_app.gui.furnishing",
)
_PAUSE_MS = 1  # between two steps: without any, calls that wait go before the mouse
HANDOVER_SECONDS = 0.001  # that the window waits for its other threads at a time; Python would have it five
_LOADED_MS = 1_000  # after the window stands, its timeline does too


def run_window(worker_command: Sequence[str], project: Path | None, files: Sequence[Path]) -> int:
    """Opens the window on a project, or imports files, and returns its exit code when it is closed.

    The window is painted bare before its parts are even imported, which takes longer than all else; then comes the
    timeline, then what stands around it.  What keeps it from being furnished is told in a box and raised: half a
    window is none.
    """
    collector.pause()
    sys.setswitchinterval(HANDOVER_SECONDS)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("the window needs a QApplication, not another kind of Qt application")
    application.setApplicationName("timeline-app")
    application.setApplicationDisplayName("")
    settings = AppSettings()
    while True:
        window, code = _run_window(application, worker_command, settings, project, files)
        if not window.reopens:
            return code
        project, files = window.store.path, []
        window.deleteLater()


def _run_window(
    application: QApplication,
    worker_command: Sequence[str],
    settings: AppSettings,
    project: Path | None,
    files: Sequence[Path],
) -> tuple[MainWindow, int]:
    """Opens one window; answers it and the exit code once it is closed."""
    window = MainWindow(settings)
    faults: list[Exception] = []
    ahead: list[WorkerProcess] = []  # the worker, which loads its model while the window loads its parts
    steps = _furnish(window, worker_command, settings, project, files, ahead)

    def furnish() -> None:
        try:
            next(steps)
        except StopIteration:
            return
        except Exception as fault:
            faults.append(fault)
            window.hide()
            _tell_fault(application)
        else:
            QTimer.singleShot(_PAUSE_MS, window, furnish)

    if sys.platform == "darwin":  # elsewhere files come as arguments, and every event would pass through Python
        from timeline_app.gui.file_open import FileOpening

        opening = FileOpening(application, window.drop)
        window.shown_first.connect(opening.begin)

    def start_worker() -> None:
        from timeline_app.workspace.worker_process import WorkerProcess  # after the first paint, as all else

        ahead.append(WorkerProcess.ahead(list(worker_command)))

    window.painted.connect(start_worker)
    window.painted.connect(furnish)
    window.shown_first.connect(lambda: QTimer.singleShot(_LOADED_MS, collector.resume))
    window.show()
    code = application.exec()
    steps.close()
    for worker in ahead:  # nobody listens to it: the window was closed before it had its parts
        worker.kill()
    if faults:
        raise faults[0]
    return window, code


def _furnish(
    window: MainWindow,
    worker_command: Sequence[str],
    settings: AppSettings,
    project: Path | None,
    files: Sequence[Path],
    ahead: "list[WorkerProcess]",
) -> Generator[None, None, None]:
    from timeline_app.gui.core import build_core
    from timeline_app.gui.first_timeline import show_first

    core = build_core(worker_command, settings, ahead.pop() if ahead else None)
    core.jobs.prestart()
    try:
        core.timeline.await_project(project.name if project is not None else "")
        show_first(core.timeline, window, settings.value(TIMELINE_PLACE))
        yield
        for name in _LOADED_BY_PART:
            import_module(name)
            yield
        from timeline_app.gui.assembly import assemble

        yield from assemble(window, core, project, files)
    except BaseException:  # a fault, or the window was closed before it was furnished
        core.jobs.shutdown()
        raise


def _tell_fault(application: QApplication) -> None:
    """Tells that the window could not be built; the program ends when that was read."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Critical, "Timeline", _BROKEN, QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(application.exit)
    box.open()
