"""Only what the canvas stands on is loaded of pyqtgraph; where that cannot be done, all of it."""

import os
import subprocess
import sys

LOADED = """
import sys
{before}
from timeline_app.gui.timeline.canvas import TimelineCanvas
from PySide6.QtWidgets import QApplication, QGraphicsView
application = QApplication([])
from timeline_app.gui.timeline.view import TimelineView
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore
store = DocumentStore()
view = TimelineView(store, Selection(store))
view.show()
view.fit_all()
view.load()
assert view.canvas.view.span > 20 and isinstance(view.canvas, QGraphicsView)
view.zoom_in()
application.processEvents()
view.close()
print(*sorted(name for name in sys.modules if name.startswith("pyqtgraph")), sep="\\n")
"""


def loaded(before: str = "") -> set[str]:
    code = LOADED.format(before=before)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return set(done.stdout.split())


def test_the_canvas_loads_a_part_of_pyqtgraph():
    names = loaded()
    assert {"pyqtgraph.widgets.GraphicsView", "pyqtgraph.graphicsItems.ViewBox.ViewBox"} <= names
    assert not any(name.startswith(("pyqtgraph.graphicsItems.Plot", "pyqtgraph.parametertree")) for name in names)
    assert len(names) < 50


def test_a_pyqtgraph_that_asks_for_more_is_imported_whole():
    names = loaded("import importlib.util; importlib.util.find_spec = lambda name: None")
    assert "pyqtgraph.graphicsItems.PlotItem.PlotItem" in names


def test_a_pyqtgraph_that_is_there_already_is_used():
    assert "pyqtgraph.graphicsItems.PlotItem.PlotItem" in loaded("import pyqtgraph")
