"""Draws every state into a folder: `python tests/pictures/draw.py FOLDER`, at the scale of QT_SCALE_FACTOR."""

import importlib
import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "UTC"
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

STOPPED_AT = 1_713_520_800.0  # 19 April 2024 10:00 UTC


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as private:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, private)
        application = QApplication(["timeline-app"])
        from timeline_app.gui.timeline import scene

        scene.time.time = lambda: STOPPED_AT  # type: ignore[assignment]
        scale = os.environ.get("QT_SCALE_FACTOR", "1")
        modules = [importlib.import_module(path.stem) for path in sorted(HERE.glob("*_states.py"))]
        states = {name: state for module in modules for name, state in module.STATES.items()}
        for name, state in states.items():
            for theme in ("light", "dark"):
                widget = state(theme)
                widget.show()
                for _ in range(4):
                    application.processEvents()
                widget.grab().toImage().save(str(folder / f"{name}-{theme}@{scale}x.png"))
                widget.close()
                widget.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
