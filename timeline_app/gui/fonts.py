"""The window's type family and what it lacks, bundled so that a window or picture looks the same on every machine."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from timeline_app.resources import resource

FAMILY = "Inter"
FAMILIES = (FAMILY, "Noto Sans Arabic", "Noto Sans Hebrew")  # Inter has no letters of these scripts
BODY_PIXELS = 13  # the three sizes of the window
SMALL_PIXELS = 12
TITLE_PIXELS = 18
READING_PIXELS = 15  # a source's text, which is read rather than scanned

_FILES = (
    "Inter-Regular.otf",
    "Inter-SemiBold.otf",
    "Inter-Italic.otf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
)


@cache
def load_fonts() -> None:
    """Registers the bundled families and makes it the application's font; needs a QGuiApplication."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    QGuiApplication.setFont(font())


def font(pixels: int = BODY_PIXELS, *, strong: bool = False, italic: bool = False) -> QFont:
    """The family at a size in device-independent pixels."""
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(pixels)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    made.setItalic(italic)
    return made
