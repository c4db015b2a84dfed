"""What the window loads before the analyst can use it: nothing that only a later deed needs."""

import os
import subprocess
import sys

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


def test_window_stands_before_what_only_later_deeds_need(tmp_path: object) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
    }
    command = [sys.executable, "-c", SHOW]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    loaded = done.stdout.split()
    assert "timeline_app.gui.timeline.canvas" in loaded, done.stderr
    assert [name for name in loaded if name.startswith(FOR_LATER)] == []
