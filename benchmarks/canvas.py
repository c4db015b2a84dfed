"""Milliseconds of the timeline and the window with many events: `python -m benchmarks.canvas [EVENTS…]`.

Offscreen raster at 1400×700, as a machine without a GPU draws.  Frames are whole repaints after a pan or a zoom; every
figure is the median of its turns, with the 95th percentile beside it, in processor time of the window's own thread:
what else the machine does is left out, but for the pace of the processor, which others share.  The first row is a
fixed piece of work, so that runs can be compared.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from timeline_app.chart.arrangement import arrange, octave_of
from timeline_app.gui.timeline.view import TimelineView
from timeline_app.model.change import Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.event_filter import EventFilter
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

SIZES = (5_000, 100_000)
WORDS = ["dam", "river", "council", "police", "minister", "strike", "talks", "army", "border", "city", "court"]
TURNS = 41
LEVELS = (1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001)  # shares of the whole period in view


def many_events(number: int) -> TimelineDocument:
    """Events of twenty kinds over sixteen years, most of a day, some longer, a few undated."""
    draw = random.Random(1)
    document = TimelineDocument()
    for i in range(number):
        day = 17_000 + draw.randrange(-3_000, 3_000)
        time_value = TimeValue.days(day, day + (draw.randrange(30) if draw.random() < 0.3 else 0))
        title = " ".join(draw.choice(WORDS) for _ in range(6)).capitalize()
        event = Event(f"e{i}", title, resolved=time_value if draw.random() < 0.95 else None, place=f"place {i % 20}")
        document.apply(Insert(event))
    return document


def rest() -> None:
    """What passes between two frames of a moving hand: a sixtieth of a second of the event loop."""
    end = time.perf_counter() + 1 / 60
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)


def fixed_work(_: int) -> None:
    """What the frames are made of: small arrays, little objects and words, a few milliseconds of each."""
    table = np.arange(100_000, dtype=np.float64)
    for _ in range(4):
        np.flatnonzero((table > 10.0) & (table[::-1] < 99_000.0))
    found = {}
    for i in range(12_000):
        found[(i % 97, "label")] = str(i)


def measure(
    name: str, deed: Callable[[int], object], turns: int = TURNS, before: Callable[[], object] = lambda: None
) -> str:
    """One table row: median and 95th percentile of a deed done several times, in milliseconds."""
    times = []
    for turn in range(turns):
        before()
        start = time.thread_time()
        deed(turn)
        times.append(1_000 * (time.thread_time() - start))
    high = sorted(times)[int(0.95 * (len(times) - 1))]
    return f"| {name} | {statistics.median(times):.2f} | {high:.2f} |"


def rows_for(number: int) -> list[str]:
    """The table rows of one size."""
    store = DocumentStore()
    selection, order = Selection(store), EventOrder(store)
    store.adopt(many_events(number), None)
    operations.edit_settings(store, lanes_by="place")
    view = TimelineView(store, selection)
    view.resize(1400, 700)
    view.show()
    canvas = view.canvas
    canvas.camera.motion = 0
    QApplication.processEvents()
    if not view.isVisible() or canvas.viewport().visibleRegion().isEmpty():
        raise SystemExit("The timeline is not shown, so nothing would be measured.")
    ids = list(store.document.events)
    dated = [i for i in ids if store.document.events[i].time is not None]

    def frame() -> None:
        canvas.viewport().repaint()

    def pan(turn: int) -> None:
        canvas.camera.pan(23 if turn % 40 < 20 else -23)
        frame()

    def zoom(turn: int) -> None:
        canvas.camera.zoom(0.8 if turn % 40 < 20 else 1.25, 600)
        frame()

    def edit(turn: int) -> None:
        operations.edit_events(store, [dated[turn * 7]], title=f"Title {turn}")
        frame()

    def move(turn: int) -> None:
        operations.move_events(store, {dated[turn * 7]: 30 * 86_400})
        frame()

    def decide(turn: int) -> None:
        (operations.reject_events if turn % 2 else operations.accept_events)(store, [dated[-1 - turn]])
        frame()

    def arranged(_: int) -> None:
        scene = canvas.scene_data
        arrange(scene.columns, octave_of(canvas.view.scale), label_width=scene.label_widths(canvas.ink))

    rows = [measure("fixed work", fixed_work)]
    for level in LEVELS:
        canvas.camera.fit_all()
        canvas.camera.zoom(level, 600)
        frame()
        rows.append(measure(f"pan, {level:.1%} in view", pan, before=rest))
    canvas.camera.fit_all()
    rows.append(measure("zoom", zoom, before=rest))
    rows.append(measure("hit test", lambda i: canvas.hit(QPointF(300 + 20 * i, 300))))
    canvas.camera.fit_all()
    rows.append(measure("lanes of all events", arranged, 9))
    rows.append(measure("edit a title", edit))
    rows.append(measure("move an event", move))
    rows.append(measure("accept, reject", decide))
    rows.append(measure("sort", lambda i: order.sort_by(ColumnId.TITLE if i % 2 else ColumnId.TIME), 9))
    rows.append(measure("filter", lambda i: order.set_filter(EventFilter(text=WORDS[i])), 9))
    view.close()
    return rows


def main(arguments: list[str]) -> None:
    """Prints a table for each size."""
    application = QApplication.instance() or QApplication([])
    for number in [int(argument) for argument in arguments] or SIZES:
        print(f"\n{number:,} events\n\n| | median ms | 95th percentile |\n|---|---|---|")
        print("\n".join(rows_for(number)), flush=True)
    assert application is not None


if __name__ == "__main__":
    main(sys.argv[1:])
