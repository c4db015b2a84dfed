"""The program's icon in every form that desktops want, drawn from resources/icons/timeline-app.svg."""

import os
import struct
from pathlib import Path

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "timeline-app.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Apple's codes for PNG entries; the second line is for displays of twice the density (16@2x to 512@2x).
_ICNS_TYPES = {
    b"ic04": 16, b"ic05": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512, b"ic10": 1024,
}  # fmt: skip


def write_icons(folder: Path) -> Path:
    """Writes PNGs of every size, an .ico for Windows and an .icns for macOS; answers the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: _png(size) for size in SIZES}
    for size, data in drawn.items():
        (folder / f"timeline-app-{size}.png").write_bytes(data)
    (folder / "timeline-app.ico").write_bytes(_ico({size: drawn[size] for size in _ICO_SIZES}))
    (folder / "timeline-app.icns").write_bytes(_icns({kind: drawn[size] for kind, size in _ICNS_TYPES.items()}))
    return folder


def _png(size: int) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    assert application is not None
    return bytes(buffer.data().data())


def _ico(pictures: dict[int, bytes]) -> bytes:
    """An ICO file whose entries are PNGs, which Windows reads since Vista."""
    offset = 6 + 16 * len(pictures)
    entries, body = b"", b""
    for size, data in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset + len(body))
        body += data
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + body


def _icns(pictures: dict[bytes, bytes]) -> bytes:
    """An ICNS file: a header with the length of all, then code, length and PNG of each."""
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


if __name__ == "__main__":
    print(write_icons(Path(__file__).resolve().parent.parent / "build" / "icons"))
