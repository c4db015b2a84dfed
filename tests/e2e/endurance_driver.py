"""Thousands of edits, undos, selections and saves in the real window; prints memory and handles as it goes on.

`test_endurance.py` runs it; it is no test itself.
"""

import gc
import json
import os
import random
import sys
import threading
import traceback
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from timeline_app.formats.project_file import load_project
from timeline_app.gui.assembly import build_window
from timeline_app.gui.safety import Safety
from timeline_app.workspace import operations
from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.settings import AppSettings

DEEP = 100  # undo steps kept: the history itself has no limit, and grows


class Session:
    """Does so many deeds in the running event loop, and samples ten times."""

    def __init__(self, folder: Path, project: Path, deeds: int) -> None:
        self.project, self.deeds, self.number = project, deeds, 0
        self.window = build_window(["true"], AppSettings(folder / "settings.ini"))
        self.safety = Safety(self.window, folder / "program")
        self.window.show()
        self.window.files.open(project)
        self.draw = random.Random(1)
        self.timer = QTimer(interval=0)
        self.timer.timeout.connect(self.step)
        self.timer.start()

    def step(self) -> None:
        """A few deeds, then whatever the window has to do."""
        if self.number % max(self.deeds // 10, 1) == 0:
            sample(self.window, self.safety, self.number)
        if self.number >= self.deeds:
            self.end()
            return
        for _ in range(min(10, self.deeds - self.number)):
            act(self.window, self.draw, self.number)
            self.number += 1

    def end(self) -> None:
        """Saves, looks at the file, closes the window."""
        self.timer.stop()
        self.window.files.save()
        assert load_project(self.project) == self.window.store.document
        self.window.close()
        QCoreApplication.exit(0)


def main(folder: Path, project: Path, deeds: int) -> int:
    """Runs the session."""
    sys.excepthook = lambda kind, error, trace: (traceback.print_exception(kind, error, trace), os._exit(1))
    application = QApplication([])
    session = Session(folder, project, deeds)
    code = application.exec()
    assert session
    return code


def act(window, draw: random.Random, number: int) -> None:
    store = window.store
    stack = store.undo_stack
    ids = sorted(store.document.events)
    some = draw.sample(ids, 2)
    match draw.randrange(10):
        case 0 | 1:
            operations.edit_events(store, some, notes=f"note {number}")
        case 2:
            operations.edit_events(store, some[:1], title=f"Title {number % 50}")
        case 3:
            operations.move_events(store, {some[0]: draw.choice([-1, 1]) * 86_400})
        case 4:
            (operations.accept_events if number % 2 else operations.reject_events)(store, some[:1])
        case 5:
            window.selection.select_events(some)
        case 6:
            stack.undo()
        case 7:
            stack.redo()
        case 8:
            window.order.sort_by(draw.choice([ColumnId.TIME, ColumnId.TITLE, ColumnId.STATUS]))
        case 9:
            window.timeline.repaint()
    if number % 50 == 49:
        window.files.begin_save()
    if stack.index() > DEEP:
        stack.setIndex(0)


def sample(window, safety: Safety, number: int) -> None:
    safety.autosave.wait()
    gc.collect()
    memory = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    others = [thread for thread in threading.enumerate() if thread.name != "save"]  # one runs now and then, and ends
    assert threading.active_count() - len(others) <= 1
    told = {
        "deeds": number,
        "memory": memory,
        "handles": len(os.listdir("/proc/self/fd")),  # noqa: PTH208 - names only
        "threads": len(others),
        "objects": len(window.findChildren(QObject)),
        "python": len(gc.get_objects()),
    }
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
