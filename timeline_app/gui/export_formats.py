"""Every format that a project can leave as: those of `formats.exports`, and the pictures, which Qt draws.

The command line and the window offer this one list.
"""

import os
from collections.abc import Callable

from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, uses
from timeline_app.formats.exports.registry import FORMATS as DATA_FORMATS
from timeline_app.workspace.settings import LANGUAGE, AppSettings


def _picture(kind: str) -> Callable[[Export], Rendered]:
    def render(export: Export) -> Rendered:
        _make_application()
        from timeline_app.gui.fonts import load_fonts
        from timeline_app.gui.timeline.picture import PictureOptions
        from timeline_app.gui.timeline.picture_files import ENCODERS

        load_fonts()
        chosen = export.options
        options = PictureOptions(
            width=chosen.width, dpi=chosen.dpi, dark=chosen.dark, title=export.title, period=chosen.period
        )
        return Rendered(ENCODERS[kind](export.part, options))

    return render


def speak_as(settings: AppSettings) -> None:
    """Has pictures drawn in the language, and with dates in the form, that the window has by these settings."""
    from timeline_app.gui.date_setting import use_dates
    from timeline_app.gui.language import install_language

    _make_application()
    install_language(settings.value(LANGUAGE))
    use_dates(settings)


def _make_application() -> None:
    """Painting needs a Qt application; where the window has not made one, it draws without a display."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _kept.append(QGuiApplication(["timeline-app"]))


_kept: list[object] = []  # as long as the program runs
PICTURES = (
    ExportFormat(
        "png",
        "Picture (PNG)",
        ".png",
        "a picture of the timeline",
        _picture("png"),
        uses("title", "dark", "width", "period", "dpi"),
        is_text=False,
    ),
    ExportFormat(
        "svg",
        "Picture (SVG)",
        ".svg",
        "a picture that scales, for the web",
        _picture("svg"),
        uses("title", "dark", "width", "period"),
        is_text=False,
    ),
    ExportFormat(
        "pdf",
        "Picture (PDF)",
        ".pdf",
        "a picture for print, with real text",
        _picture("pdf"),
        uses("title", "dark", "width", "period"),
        is_text=False,
    ),
)
FORMATS: tuple[ExportFormat, ...] = (*DATA_FORMATS, *PICTURES)


def format_of(name: str) -> ExportFormat | None:
    """The format with an id, or the first whose files end in `name` (a suffix with its dot)."""
    return next((kind for kind in FORMATS if kind.id == name or kind.suffix == name.lower()), None)
