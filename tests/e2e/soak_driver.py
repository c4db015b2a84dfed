"""The real window, driven by a script, to be killed at any moment.  `test_soak.py` runs it; it is no test itself.

A first process loads the program and then forks a fresh window for each line on its standard input, so that hundreds of
kills do not wait for hundreds of imports.  Each window says on standard output what it has done, a JSON object a line.
"""

import json
import os
import random
import signal
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from timeline_app.formats.exports.export import make_export, write_export
from timeline_app.formats.exports.registry import FORMATS
from timeline_app.gui.assembly import build_window
from timeline_app.gui.safety import Safety
from timeline_app.model.codec import prepare
from timeline_app.workspace import operations
from timeline_app.workspace.recovery import find_left_behind
from timeline_app.workspace.settings import AppSettings

EXPORTS = {kind.id: kind for kind in FORMATS}


class Analyst:
    """Edits notes without a pause; every edit carries its number, so that a state can be told from the next."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.order = order
        self.draw = random.Random(order["seed"])
        self.folder, self.path = Path(order["folder"]), Path(order["project"])
        self.number = order["first"]
        self.window = build_window(["true"], AppSettings(self.folder / "settings.ini"))
        self.window.shown_first.disconnect()
        program = self.folder / "program"
        left = find_left_behind(program / "working")
        documents = [found.load() for found in left]
        self.safety = Safety(self.window, program)
        self.window.show()
        if documents:
            opened, history = documents[0]
            self.window.files.adopt(opened.document, left[0].project, history)
            self.safety.autosave.wait()
        else:
            self.window.files.open(self.path)
        for found in left:
            found.discard()
        self.events = sorted(self.window.store.document.events)
        self.window.files.save_ended.connect(self.tell_saved)
        self.saving = self.number
        say({"ready": os.getpid(), "recovered": bool(documents)})
        self.timer = QTimer(interval=0)
        self.timer.timeout.connect(self.act)
        self.timer.start()

    def act(self) -> None:
        """One edit, and now and then what the mode is about."""
        deed = self.draw.random()
        if deed < 0.05 and self.window.store.undo_stack.canUndo():
            self.window.store.undo_stack.undo()
            self.window.store.undo_stack.redo()
        self.edit()
        if self.order["mode"] in ("saves", "migrations") and deed > 0.6 and not self.window.files.is_saving:
            self.saving = self.number
            say({"saving": self.number})
            if not self.window.files.begin_save():
                raise SystemExit("a save could not begin")
        elif self.order["mode"] == "exports" and deed > 0.6:
            kind = EXPORTS[self.draw.choice(["csv", "xlsx", "docx", "html", "icalendar"])]
            target = self.folder / f"export{kind.suffix}"
            write_export(make_export(self.window.store.document), kind, target)
            say({"exported": target.name})

    def tell_saved(self) -> None:
        """A save is over; edits went on meanwhile."""
        if not self.window.files.was_saved:
            raise SystemExit("a save failed")
        say({"saved": self.saving})

    def edit(self) -> None:
        event = self.events[self.number % len(self.events)]
        self.number += 1
        operations.edit_events(self.window.store, [event], notes=f"note {self.number}")
        say({"edit": self.number})


def say(message: dict[str, Any]) -> None:
    """Tells the test; a line is written whole or not at all."""
    os.write(1, (json.dumps(message) + "\n").encode())


def main() -> None:
    """Forks a window for each order on standard input."""
    prepare()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        if os.fork() == 0:
            application = QApplication([])
            application.setQuitOnLastWindowClosed(False)
            analyst = Analyst(json.loads(line))
            code = application.exec()
            assert analyst
            os._exit(code)


if __name__ == "__main__":
    main()
