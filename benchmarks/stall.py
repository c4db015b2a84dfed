"""The longest that the window stands still while many articles come in: `python -m benchmarks.stall [N [unwatched]]`.

The real window, offscreen, with its real worker and its working copy.  `wall` is what a user of this machine would
feel, everything else that runs on it included; without queueing, it leaves out the time in which the window's thread
was ready to run and others had the processors, so that it may be told of a busy machine, too.  `own thread` counts only
the processor time that the window's thread spent between two ticks, `own process` that of its other threads too, for
which it may have to wait.  An idle process beside it tells how long one that does nothing had to wait, who had the
processors, and what the window's thread waited for.  Meanwhile events are selected and the timeline is moved, as a
reader would.  Then the whole import is undone and redone.
Articles are put together from the sentences of the news corpora, 600 words each.
To see what a long turn is about costs it a tenth more; `unwatched`, only its figures are told.
"""

import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.bystander import Bystander, standing_by
from benchmarks.corpora import TIMEX_CORPORA, documents
from benchmarks.turns import Heartbeat, counted, table
from timeline_app.gui.application import HANDOVER_SECONDS
from timeline_app.gui.assembly import build_window
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.safety import Safety
from timeline_app.workspace import collector
from timeline_app.workspace.settings import AppSettings

_WORDS = 600
_MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")
_QUIET_MS = 2_000  # without a change, before what was asked for counts as done
_WORKER = (sys.executable, "-P", "-m", "timeline_app", "worker")


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


class Reader:
    """Walks through what is there while more comes in: selects events and moves the timeline."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._turns, self._draw = window, 0, random.Random(2)
        self._timer = QTimer(interval=150)
        self._timer.timeout.connect(self._read_on)
        self._timer.start()

    def stop(self) -> None:
        """Reads no further."""
        self._timer.stop()

    def _read_on(self) -> None:
        order, view = self._window.order, self._window.timeline.view
        if not len(order):
            return
        self._turns += 1
        if self._turns % 2 or view is None:
            self._window.selection.select_events([order.id_at(self._draw.randrange(len(order)))])
        else:
            shown = view.canvas.view
            view.canvas.show_range(shown.begin + 0.05 * shown.span, shown.end + 0.05 * shown.span)


def import_all(window: MainWindow, paths: list[Path], *, watched: bool = True) -> tuple[Heartbeat, Bystander]:
    """Imports files while a reader walks through what is there."""
    loop = QEventLoop()
    window._jobs.finished.connect(loop.quit)
    reader = Reader(window)
    with standing_by() as bystander, counted(watched=watched) as heart:
        window.imports.import_files(paths)
        loop.exec()
        _until_quiet(window)
    reader.stop()
    return heart, bystander


def take_back(
    window: MainWindow, deed: Callable[[], object], *, watched: bool = True
) -> tuple[Heartbeat, Bystander, float]:
    """Undoes or redoes; the seconds until the last view was told."""
    started = time.perf_counter()
    with standing_by() as bystander, counted(watched=watched) as heart:
        QTimer.singleShot(0, deed)
        _until_quiet(window)
    return heart, bystander, time.perf_counter() - started - _QUIET_MS / 1_000


def _until_quiet(window: MainWindow) -> None:
    """Lives until nothing has changed for a while."""
    loop = QEventLoop()
    quiet = QTimer(singleShot=True, interval=_QUIET_MS)
    quiet.timeout.connect(loop.quit)

    def wait_on(_summary: object) -> None:
        quiet.start()

    window.store.changed.connect(wait_on)
    quiet.start()
    loop.exec()
    window.store.changed.disconnect(wait_on)


def report(number: int, worker: Sequence[str] = _WORKER, *, watched: bool = True) -> str:
    """Imports the articles, undoes and redoes that; answers Markdown tables."""
    collector.pause()
    sys.setswitchinterval(HANDOVER_SECONDS)
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        window = build_window(list(worker), AppSettings(folder / "s.ini"))
        safety = Safety(window, folder / "data")
        window.show()
        warm_up = time.perf_counter()
        while time.perf_counter() - warm_up < 3:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        collector.resume()
        started = time.perf_counter()
        heart, beside = import_all(window, write_articles(folder, number), watched=watched)
        seconds = time.perf_counter() - started
        document = window.store.document
        sizes = len(document.sources), len(document.mentions), len(document.events)
        stack = window.store.undo_stack
        undone, undo_beside, undo_seconds = take_back(window, stack.undo, watched=watched)
        left = len(document.events)
        redone, redo_beside, redo_seconds = take_back(window, stack.redo, watched=watched)
        window._jobs.shutdown()
        safety.autosave.stop()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        window.store.undo_stack.setClean()
        lines = [
            f"{sizes[0]:,} articles, {sizes[1]:,} mentions, {sizes[2]:,} events in {seconds:.0f} s; "
            f"the window's process peaked at {memory:.0f} MB.",
            "",
            *table(heart, beside),
            "",
            f"Undone in {undo_seconds:.1f} s, {left:,} events left:",
            "",
            *table(undone, undo_beside),
            "",
            f"Redone in {redo_seconds:.1f} s, {len(document.events):,} events:",
            "",
            *table(redone, redo_beside),
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000, watched="unwatched" not in sys.argv))
