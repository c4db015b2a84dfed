"""The longest that the window stands still while it imports many articles: `python -m benchmarks.stall [ARTICLES]`.

The real window, offscreen, with its real worker.  A timer ticks every 2 ms; a tick that comes late is a stall of the
event loop.  `wall` is what a user of this machine would feel, everything else that runs on it included; `own` counts
only the processor time that the window's thread spent between two ticks.  Meanwhile events are selected and the list of
sources is walked, as a reader would.  Articles are put together from the sentences of the news corpora, 600 words each.
"""

import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.corpora import TIMEX_CORPORA, documents
from timeline_app.gui.assembly import build_window
from timeline_app.gui.main_window import MainWindow
from timeline_app.workspace.settings import AppSettings

_TICK_MS = 2
_WORDS = 600
_MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")


class Heartbeat(QObject):
    """Times the gaps between ticks, in milliseconds: on the wall, and of this thread's own work."""

    def __init__(self) -> None:
        super().__init__()
        self.wall: list[float] = []
        self.own: list[float] = []
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begins to count."""
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Counts no further."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.wall.append(1_000 * (now[0] - self._last[0]) - _TICK_MS)
        self.own.append(1_000 * (now[1] - self._last[1]))
        self._last = now


def write_articles(folder: Path, number: int) -> list[Path]:
    """Articles of about 600 words, each with a dateline and other sentences than the rest."""
    draw = random.Random(4)
    texts = [document["text"] for corpus in (TIMEX_CORPORA[0], TIMEX_CORPORA[2]) for document in documents(corpus)]
    paragraphs = [line.strip() for text in texts for line in text.splitlines() if len(line.split()) > 12]
    paths = []
    for index in range(number):
        date = f"{draw.randrange(1, 29)} {draw.choice(_MONTHS)} {draw.randrange(2008, 2020)}"
        told, words = [f"Report {index} of the day", f"LONDON, {date} -"], 0
        while words < _WORDS:
            told.append(draw.choice(paragraphs))
            words += len(told[-1].split())
        path = folder / f"article-{index:04}.txt"
        path.write_text("\n\n".join(told), encoding="utf-8")
        paths.append(path)
    return paths


def import_all(window: MainWindow, paths: list[Path]) -> Heartbeat:
    """Imports files while a reader walks through what is there."""
    heart, loop = Heartbeat(), QEventLoop()
    reader = QTimer(interval=150)
    reader.timeout.connect(lambda: _read_on(window))
    window._jobs.finished.connect(loop.quit)
    heart.start()
    reader.start()
    window.imports.import_files(paths)
    loop.exec()
    reader.stop()
    return heart


def _read_on(window: MainWindow) -> None:
    """Selects some event and shows its sentence."""
    ids = window.order.ids
    if ids:
        window.selection.select_events([random.choice(ids)])


def row(name: str, gaps: list[float]) -> str:
    """A row of the table: worst, 99.9th and 99th percentile."""
    ordered = sorted(gaps)
    high, common = (ordered[min(len(ordered) - 1, int(part * len(ordered)))] for part in (0.999, 0.99))
    return f"| {name} | {ordered[-1]:.1f} | {high:.1f} | {common:.1f} |"


def report(number: int) -> str:
    """Imports the articles and answers a Markdown table."""
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        window = build_window([sys.executable, "-P", "-m", "timeline_app", "worker"], AppSettings(folder / "s.ini"))
        window.show()
        warm_up = time.perf_counter()
        while time.perf_counter() - warm_up < 3:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        started = time.perf_counter()
        heart = import_all(window, write_articles(folder, number))
        seconds = time.perf_counter() - started
        document = window.store.document
        window._jobs.shutdown()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        window.store.undo_stack.setClean()
    return "\n".join(
        [
            f"{len(document.sources):,} articles, {len(document.mentions):,} mentions, {len(document.events):,} events "
            f"in {seconds:.0f} s; the window's process peaked at {memory:.0f} MB.",
            "",
            "| stall of the event loop, ms | worst | 99.9 % | 99 % |",
            "|---|---|---|---|",
            row("wall", heart.wall),
            row("own", heart.own),
        ]
    )


if __name__ == "__main__":
    print(report(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000))
