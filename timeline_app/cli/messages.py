"""What the command line says on stderr: one plain sentence a line, safe to print."""

import contextlib
import os
import sys
from collections.abc import Iterator

from timeline_app.formats.errors import FormatError
from timeline_app.formats.plain_text import clean

PROGRAM = "timeline-app"
OK, FAILED, USAGE = 0, 1, 2


def say(message: str) -> None:
    """Prints a note or warning."""
    print(f"{PROGRAM}: {clean(message)}", file=sys.stderr)


@contextlib.contextmanager
def writing_stdout() -> Iterator[None]:
    """Where stdout is written to: flushed at the end; a full disk behind it becomes a FormatError."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # whoever reads the pipe has seen enough
    except OSError as error:
        silence_stdout()
        raise FormatError(f"Could not write to standard output: {error.strerror or error}.") from error


def silence_stdout() -> None:
    """Points stdout nowhere, so that the interpreter's last flush does not complain about what it cannot write."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def open_missing_streams() -> None:
    """Gives a program that was started with a closed stdin, stdout or stderr one that leads nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - for the whole run


def has_display() -> bool:
    """Whether Qt can open a window: a display server is named, or a Qt platform was chosen on purpose."""
    if sys.platform in ("darwin", "win32"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
