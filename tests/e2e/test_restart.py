"""Another language: the window closes and comes back in it, on the same project."""

import os
import subprocess
import sys
from pathlib import Path

RESTART = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from timeline_app.gui.application import run_window
from timeline_app.gui.dialogs.settings import SettingsDialog
from timeline_app.gui.main_window import MainWindow
from timeline_app.workspace import operations
make, windows = MainWindow.__init__, []
def made(window, settings):
    make(window, settings)
    windows.append(window)
    window.shown_first.connect(lambda: QTimer.singleShot(200, first if len(windows) == 1 else second))
def first():
    window = windows[0]
    tell(window)
    operations.edit_settings(window.store, display_zone="Asia/Tokyo")
    window.files.save()
    window.preferences.open()
    dialog = window.findChild(SettingsDialog)
    print(dialog.again.isVisible())
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    print(dialog.again.isVisible())
    dialog.again.click()
def second():
    window = windows[1]
    tell(window)
    print(window.store.document.settings.display_zone, window.store.read_only)
    window.close()
def tell(window):
    print(window.menuBar().actions()[0].text(), window.store.path.name)
MainWindow.__init__ = made
print("code", run_window(["true"], Path(sys.argv[1]), []), len(windows))
"""


def test_another_language_is_a_restart_away(tmp_path: Path) -> None:
    from timeline_app.formats.project_file import save_project
    from timeline_app.model.document import TimelineDocument

    project = tmp_path / "case.tline"
    save_project(TimelineDocument(), project)
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", RESTART, str(project)],
        env=os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "&File case.tline",
        "False",
        "True",
        "&Datei case.tline",
        "Asia/Tokyo None",
        "code 0 2",
    ], done.stderr
