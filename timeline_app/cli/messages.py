"""What the command line says on stderr: one plain sentence a line, safe to print."""

import os
import sys

from timeline_app.formats.plain_text import clean

PROGRAM = "timeline-app"
OK, FAILED, USAGE = 0, 1, 2


def say(message: str) -> None:
    """Prints a note or warning."""
    print(f"{PROGRAM}: {clean(message)}", file=sys.stderr)


def has_display() -> bool:
    """Whether Qt can open a window: a display server is named, or a Qt platform was chosen on purpose."""
    if sys.platform in ("darwin", "win32"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
