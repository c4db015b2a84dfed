"""Start-up beside a bare Qt window: `python -m benchmarks.startup [TURNS]`.

Each turn starts, one after the other in fresh processes, a bare `QMainWindow` and the program; everything is told as a
ratio to the bare window of the same turn.  Painted: the first paint.  Usable: the timeline has zoomed at a turn of the
wheel and painted that.  Whole: all panes stand around it and are painted.  Ready: the analysis worker has answered that
it is loaded, in seconds after usable.  A first turn, not counted, leaves the compiled modules of both, as an installed
program has them.
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
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
def tell(name):
    print(name, time.perf_counter() - start, flush=True)
make = MainWindow.__init__
def made(window, settings):
    make(window, settings)
    window.painted.connect(lambda: tell("painted"))
    window.painted.connect(lambda: look())
    window.shown_first.connect(lambda: QTimer.singleShot(0, whole))
    canvas = None
    def look():
        from timeline_app.gui.timeline_pane import TimelinePane
        pane = window.findChild(TimelinePane)
        if pane is None or pane.view is None or not pane.view.is_loaded:
            QTimer.singleShot(1, look)
            return
        nonlocal canvas
        canvas = pane.view.canvas
        canvas.range_changed.connect(zoomed)
        middle = QPointF(canvas.viewport().rect().center())
        turn = QWheelEvent(
            middle, canvas.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )
        QCoreApplication.postEvent(canvas.viewport(), turn)
    def zoomed():
        canvas.range_changed.disconnect(zoomed)
        canvas.viewport().repaint()
        tell("usable")
    def whole():
        window.repaint()
        tell("whole")
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
    rows: list[tuple[float, ...]] = []
    with tempfile.TemporaryDirectory() as compiled:
        for turn in range(turns + 1):
            bare, ours = run(BARE, compiled)["painted"], run(OURS, compiled)
            ready = ours.get("ready", float("nan")) - ours["usable"]
            if turn:
                rows.append((bare, *(ours[name] / bare for name in ("painted", "usable", "whole")), ready))
    names = ("bare window, s", "painted, × bare", "usable, × bare", "whole, × bare", "analysis ready after usable, s")
    print("| | median | least | most |\n|---|---|---|---|")
    for name, column in zip(names, zip(*rows, strict=True), strict=True):
        print(f"| {name} | {statistics.median(column):.2f} | {min(column):.2f} | {max(column):.2f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
