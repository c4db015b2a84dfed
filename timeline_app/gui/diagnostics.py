"""What a diagnostic report holds: versions, sizes and places in the program, never a word of a source or a name."""

import platform
import sqlite3
import sys
from types import TracebackType

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from timeline_app import __version__
from timeline_app.model.document import TimelineDocument

_MOST_FAULTS = 20


class FaultLog:
    """The faults of this run: the kind of each and where in the program it was, without the message.

    A message can quote what was being read.
    """

    def __init__(self) -> None:
        self._faults: list[str] = []

    def note(self, kind: type[BaseException], trace: TracebackType | None) -> str:
        """Notes a fault; returns it in a line."""
        what = f"{kind.__name__} at {' < '.join(reversed(places(trace))) or '?'}"
        if len(self._faults) < _MOST_FAULTS:
            self._faults.append(what)
        return what

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults so far, a line each."""
        return tuple(self._faults)


def places(trace: TracebackType | None) -> list[str]:
    """Module and line of each frame of the program in a traceback, outermost first."""
    found = []
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        found.append(f"{str(module).removeprefix('timeline_app.')}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found


def report(document: TimelineDocument, faults: FaultLog, keeps_edits: bool) -> str:
    """The report as it will be copied."""
    screen = QGuiApplication.primaryScreen()
    size, ratio = (screen.size(), screen.devicePixelRatio()) if screen is not None else (None, 1.0)
    origin = "packaged" if getattr(sys, "frozen", False) else "from source"
    lines = [
        f"timeline-app {__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}, "
        f"SQLite {sqlite3.sqlite_version}",
        f"{platform.system()} {platform.release()} {platform.machine()}, {origin}",
        f"display {QGuiApplication.platformName()}"
        + (f", {size.width()}×{size.height()} at {ratio:g}×" if size is not None else ""),
        f"project: {len(document.sources)} sources, {len(document.events)} events, {len(document.links)} links, "
        f"{sum(len(source.text) for source in document.sources.values())} characters",
        f"edits are kept as they are made: {'yes' if keeps_edits else 'no'}",
        "faults in this run:" if faults.faults else "no fault in this run",
    ]
    return "\n".join([*lines, *(f"  {fault}" for fault in faults.faults)]) + "\n"
