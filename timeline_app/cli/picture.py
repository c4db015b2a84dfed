"""Draws the timeline's picture where there may be no display: Qt's offscreen platform does it."""

import os
from pathlib import Path

from timeline_app.model.document import TimelineDocument


def write_picture(document: TimelineDocument, path: Path) -> None:
    """Writes the whole timeline as PNG, atomically; raises FormatError."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance()
    if application is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QGuiApplication(["timeline-app"])
    from timeline_app.gui.fonts import load_fonts
    from timeline_app.gui.timeline.picture_files import write_picture as write

    load_fonts()
    write(document, path, kind="png")
