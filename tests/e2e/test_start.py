"""What the window loads before the analyst can use it: nothing that only a later deed needs."""

import json
import os
import subprocess
import sys
from pathlib import Path

FOR_LATER = (
    "timeline_app.extraction",
    "timeline_app.temporal",
    "timeline_app.formats.imports.",
    "timeline_app.formats.readers",
    "timeline_app.gui.dialogs.context_editor",
    "timeline_app.gui.dialogs.settings",
    "timeline_app.gui.dialogs.export",
    "dateparser",
    "lxml",
    "spacy",
    "thinc",
)

BREAK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from timeline_app.cli.main import main
from timeline_app.gui import assembly
from timeline_app.gui.application import run_window
def assemble(*_):
    raise KeyError("a part that is missing")
assembly.assemble = assemble
def close(box, event):
    print(box.text())
    QTimer.singleShot(0, box.reject)
QMessageBox.showEvent = close
from timeline_app.cli import window
window.has_display = lambda: True
sys.exit(main([]))
"""

SHOW = """
import os, sys
from PySide6.QtCore import QTimer
from timeline_app.gui.application import run_window
from timeline_app.gui.main_window import MainWindow
make = MainWindow.__init__
def made(window, settings):
    make(window, settings)
    window.shown_first.connect(lambda: QTimer.singleShot(0, look))
    def look():
        if not (window.timeline.view and window.timeline.view.is_loaded):
            QTimer.singleShot(1, look)
            return
        print(*sys.modules, sep="\\n")
        sys.stdout.flush()
        os._exit(0)
MainWindow.__init__ = made
run_window(["true"], None, [])
"""


PLACES = """
import os, sys
from PySide6.QtCore import QTimer
from timeline_app.gui import application
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.timeline_pane import TimelinePane
furnish = application._furnish
windows = []
def in_steps(window, *rest):
    windows.append(window)
    for _ in furnish(window, *rest):
        if len(windows) == 1:
            windows.append(window)
            pane = window.findChild(TimelinePane)
            tell(pane if pane is not None and pane.view.is_loaded and pane.isVisible() else None)
        yield
    window.shown_first.connect(lambda: QTimer.singleShot(100, end))
def tell(pane):
    print(pane and (*pane.mapTo(pane.window(), pane.rect().topLeft()).toTuple(), *pane.size().toTuple()))
def end():
    tell(windows[0].timeline)
    windows[0].close()
    sys.stdout.flush()
    os._exit(0)
application._furnish = in_steps
application.run_window(["true"], None, [])
"""

CLOSE = """
from timeline_app.gui import application, core
build, furnish, cores = core.build_core, application._furnish, []
def built(*rest):
    cores.append(build(*rest))
    return cores[0]
def closed_early(window, *rest):
    steps = furnish(window, *rest)
    try:
        for _ in steps:
            print("worker", cores[0].jobs._worker.is_running)
            window.close()
            yield
    finally:
        steps.close()
core.build_core, application._furnish = built, closed_early
print("code", application.run_window([__import__("sys").executable, "-c", "input()"], None, []))
print("worker", cores[0].jobs._worker.is_running)
"""


def start(code: str, home: Path, platform: str = "offscreen") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": platform,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
    }
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_window_stands_before_what_only_later_deeds_need(tmp_path: Path) -> None:
    done = start(SHOW, tmp_path)
    loaded = done.stdout.split()
    assert "timeline_app.gui.timeline.canvas" in loaded, done.stderr
    assert [name for name in loaded if name.startswith(FOR_LATER)] == []


def test_a_window_that_cannot_be_furnished_is_told_of_and_ends(tmp_path: Path) -> None:
    done = start(BREAK, tmp_path)
    assert "The window could not be opened" in done.stdout
    assert done.returncode == 1
    assert "Something went wrong inside the program (KeyError)." in done.stderr
    assert "Traceback" not in done.stderr


def test_the_timeline_stands_first_and_where_it_was_left(tmp_path: Path) -> None:
    screen = {"name": "large", "x": 0, "y": 0, "width": 1920, "height": 1200, "logicalDpi": 96, "dpr": 1}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [screen]}))
    start(PLACES, tmp_path, f"offscreen:configfile={config}")
    done = start(PLACES, tmp_path, f"offscreen:configfile={config}")
    first, whole = done.stdout.split("\n")[:2]
    assert first.startswith("("), done.stderr
    assert first == whole


def test_a_window_that_is_closed_before_it_is_furnished_leaves_no_worker(tmp_path: Path) -> None:
    done = start(CLOSE, tmp_path)
    told = done.stdout.splitlines()
    assert told[0] == "worker True", done.stderr
    assert told[-2:] == ["code 0", "worker False"], done.stderr
    assert "Destroyed" not in done.stderr
