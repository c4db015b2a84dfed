"""Start-up beside a bare Qt window: `python -m benchmarks.startup [TURNS]`.

Each turn starts, one after the other in fresh processes, a bare `QMainWindow` and the program; everything is told as a
ratio to the bare window of the same turn.  Painted: the first paint.  Usable: the timeline takes the mouse.  Ready: the
analysis worker has answered that it is loaded, in seconds after usable.  A first turn, not counted, leaves the compiled
modules of both, as an installed program has them.
"""

import os
import statistics
import subprocess
import sys
import tempfile

BARE = """
import time; start = time.perf_counter()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, told)
def told():
    print("painted", time.perf_counter() - start, flush=True)
    application.exit()
application = QApplication([])
window = Bare(); window.resize(1600, 1000); window.show()
application.exec()
"""

OURS = """
import time; start = time.perf_counter()
import os, sys
from timeline_app.gui.application import run_window
from timeline_app.gui.main_window import MainWindow
from timeline_app.cli.window import worker_command
from PySide6.QtCore import QTimer
def tell(name):
    print(name, time.perf_counter() - start, flush=True)
make = MainWindow.__init__
def made(window, settings):
    make(window, settings)
    window.painted.connect(lambda: tell("painted"))
    window.shown_first.connect(lambda: QTimer.singleShot(0, look))
    def look():
        view = window.timeline.view
        if view is None or not view.is_loaded:
            QTimer.singleShot(5, look)
            return
        view.canvas.viewport().repaint()
        tell("usable")
        wait()
    def wait():
        if not window._jobs._ready:
            QTimer.singleShot(10, wait)
            return
        tell("ready")
        sys.stdout.flush(); os._exit(0)
MainWindow.__init__ = made
run_window(worker_command(), None, [])
"""


def run(code: str, compiled: str) -> dict[str, float]:
    """What one process tells: names and seconds."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    lines = [line.split() for line in done.stdout.splitlines() if len(line.split()) == 2]
    if not lines:
        raise SystemExit(done.stderr)
    return {name: float(seconds) for name, seconds in lines}


def main(arguments: list[str]) -> None:
    """Prints the medians of some turns."""
    turns = int(arguments[0]) if arguments else 5
    rows: list[tuple[float, float, float, float]] = []
    with tempfile.TemporaryDirectory() as compiled:
        for turn in range(turns + 1):
            bare, ours = run(BARE, compiled)["painted"], run(OURS, compiled)
            ready = ours.get("ready", float("nan")) - ours["usable"]
            if turn:
                rows.append((bare, ours["painted"] / bare, ours["usable"] / bare, ready))
    names = ("bare window, s", "painted, × bare", "usable, × bare", "analysis ready after, s")
    print("| | median | least | most |\n|---|---|---|---|")
    for name, column in zip(names, zip(*rows, strict=True), strict=True):
        print(f"| {name} | {statistics.median(column):.2f} | {min(column):.2f} | {max(column):.2f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
