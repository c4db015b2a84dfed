"""Renders docs/pictures/window-light.png and window-dark.png: the real window on the sample.

Run as `python packaging/pictures.py`.  Offscreen, with the bundled typeface, so that all machines draw the same.
"""

import os
import struct
import sys
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QElapsedTimer, QEventLoop, QSettings, QTimer  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402, TID251

from timeline_app.gui.assembly import build_window  # noqa: E402
from timeline_app.gui.main_window import MainWindow  # noqa: E402
from timeline_app.workspace.settings import AppSettings, Theme  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
SIZE = (1600, 1000)
SHOWN = "Brown water"  # begins the title of the event that is selected: a clock time, read from a phrase
_PATIENCE = 120_000  # milliseconds


def main() -> None:
    """Draws both pictures."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        for theme in (Theme.LIGHT, Theme.DARK):
            target = PICTURES / f"window-{theme.value}.png"
            draw(theme, target)
            print(target.relative_to(ROOT), f"{target.stat().st_size / 1000:.0f} kB")
    assert application is not None


def draw(theme: Theme, target: Path) -> None:
    """Opens the sample in the window as it is used, and takes its picture."""
    settings = AppSettings()
    settings.theme = theme
    window = build_window([sys.executable, "-m", "timeline_app", "worker"], settings)
    window.resize(*SIZE)
    window.show()
    window.files.open_sample()
    wait(lambda: bool(window.store.document.events) and window.timeline.view is not None)
    wait(lambda: not window._jobs.is_running)  # both reports are there
    choose(window)
    window.text.view.setFocus()
    rest(1_500)
    target.write_bytes(png(window.grab().toImage()))
    window.store.undo_stack.setClean()
    window.close()


def png(image: QImage) -> bytes:
    """A PNG without line filters: they help photographs, a window's flat areas take a quarter less space without."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height, stride, raw = image.width(), image.height(), image.bytesPerLine(), bytes(image.constBits())
    lines = b"".join(b"\0" + raw[top : top + 3 * width] for top in range(0, height * stride, stride))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b"")


def choose(window: MainWindow) -> None:
    """Selects the event that shows most."""
    events = window.store.document.events.values()
    chosen = next((event.id for event in events if event.title.startswith(SHOWN)), None)
    if chosen is not None:
        window.selection.select_events([chosen])


def wait(is_done: Callable[[], bool]) -> None:
    """Lets the window live until something is done."""
    clock = QElapsedTimer()
    clock.start()
    while not is_done():
        if clock.elapsed() > _PATIENCE:
            raise SystemExit("The sample was not read in time.")
        rest(50)


def rest(milliseconds: int) -> None:
    """Lets the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
