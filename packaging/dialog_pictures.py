"""Renders docs/pictures/export.png and import-events.png: the real dialogs on the sample.

Run as `python packaging/dialog_pictures.py`.  Offscreen, with the bundled typeface, so that all machines draw the same.
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402, TID251

from timeline_app.cli.headless import sample_files  # noqa: E402
from timeline_app.cli.project_builder import BuildOptions, build_project  # noqa: E402
from timeline_app.gui.dialogs.export import ExportDialog  # noqa: E402
from timeline_app.gui.dialogs.import_events import ImportEventsDialog  # noqa: E402
from timeline_app.gui.language import install_language  # noqa: E402
from timeline_app.gui.theme import Dresser  # noqa: E402
from timeline_app.workspace.settings import AppSettings, Theme  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
TABLE = (
    "When;What;Where;Who;Remarks\n"
    "14 April 2024;Inspectors visit the dam;Kellin;ministry, operator;by letter\n"
    "16/4/2024 09:30;Sirens tested;Kellin;;\n"
    "spring 2023;First crack reported;;a diver;see file 3\n"
    "some day;Rumours;;;\n"
)


def main() -> None:
    """Draws both pictures."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    install_language("en")
    Dresser(Theme.LIGHT).apply()
    document = build_project(sample_files(), BuildOptions()).document
    with tempfile.TemporaryDirectory() as folder:
        settings = AppSettings(Path(folder, "settings.ini"))
        export = ExportDialog(document, list(document.events)[:12], [], settings, "markdown")
        table = Path(folder, "colleague.csv")
        table.write_text(TABLE, encoding="utf-8")
        for dialog, name in ((export, "export.png"), (ImportEventsDialog(document, table), "import-events.png")):
            take(dialog, PICTURES / name)
    assert application is not None


def take(dialog: QDialog, target: Path) -> None:
    """Shows a dialog until its preview is there, and takes its picture."""
    dialog.show()
    loop = QEventLoop()
    QTimer.singleShot(1_500, loop.quit)
    loop.exec()
    dialog.grab().save(str(target))
    dialog.close()
    print(target.relative_to(ROOT), f"{target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
