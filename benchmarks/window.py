"""Milliseconds of the window's panes: `python -m benchmarks.window`.

A source of a megabyte with 5,000 marks is shown, scrolled beside a plain text of the same size, and an event's sentence
is lit; 100,000 events are filtered by words and by every kind of condition, sorted by every column, and found by the
command palette.  Offscreen raster; medians, in processor time of the window's own thread; ratios are within one run.
"""

import os
import random
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.canvas import many_events
from timeline_app.gui.fonts import READING_PIXELS, font
from timeline_app.gui.text_pane.pane import TextPane
from timeline_app.gui.theme import Dresser
from timeline_app.model.annotation import Anchor, AnchorKind, Reading, TimeExpression, TimexType
from timeline_app.model.change import Record
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.expression import Relative
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import Segment, SegmentKind, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.event_filter import EventFilter
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.event_query import read_query
from timeline_app.workspace.finder import Finder
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

SENTENCE = "The crew opened the third gate of the dam on Thursday, hoping to draw down the water that rain had filled. "
EVENTS = 2_500  # each with a band and an underlined phrase: 5,000 marks
QUERIES = (
    "dam",
    "dam river",
    "-dam",
    "place:3",
    "status:sug",
    "when:2016",
    "confidence:>0.3",
    "grade:6",
    "source:none",
)


def big_source() -> TimelineDocument:
    """A megabyte of paragraphs with events and phrases all over it."""
    text = "\n\n".join(SENTENCE * 4 for _ in range(2_300))
    records: list[Record] = [Source("s", "s", "S", text, "", segments=(Segment(SegmentKind.BODY, Span(0, len(text))),))]
    day = TimeValue.day(2018, 5, 3)
    reading = Reading(TimexType.DATE, "2018-05-03", day, Anchor(AnchorKind.NONE), "", 0.9)
    place = 0
    for number in range(EVENTS):
        place = text.index("Thursday", place)
        start = text.rindex("The crew", 0, place)
        phrase, sentence = Span(place, place + 8), Span(start, start + len(SENTENCE) - 1)
        tree = Relative(Granularity.DAY, -1)
        records.append(TimeExpression(f"t{number}", "s", phrase, "Thursday", tree, (), sentence, reading=reading))
        records.append(Event(f"e{number}", f"Gate {number} opened", resolved=day))
        records.append(SourceLink(f"l{number}", f"e{number}", "s", sentence, phrase))
        place += 250
    return TimelineDocument.of(records)


def timed(deed: Callable[[int], object], turns: int) -> float:
    """The median of a deed done several times, in milliseconds."""
    times = []
    for turn in range(turns):
        start = time.thread_time()
        deed(turn)
        times.append(1_000 * (time.thread_time() - start))
    return statistics.median(times)


def text_rows() -> list[str]:
    """The source of a megabyte."""
    store = DocumentStore()
    selection, order = Selection(store), EventOrder(store)
    pane = TextPane(store, selection, order)
    pane.resize(800, 700)
    pane.show()
    store.adopt(big_source(), None)
    plain = QPlainTextEdit()
    plain.setFont(font(READING_PIXELS))
    plain.resize(pane.view.size())
    plain.setPlainText(pane.view.toPlainText())
    plain.show()
    QApplication.processEvents()

    def show(_: int) -> None:
        pane._show_source()
        pane.view.viewport().repaint()

    def scroll(view: QPlainTextEdit) -> Callable[[int], None]:
        bar, places = view.verticalScrollBar(), random.Random(1)

        def to(_: int) -> None:
            bar.setValue(places.randrange(bar.maximum()))
            view.viewport().repaint()

        return to

    def light(turn: int) -> None:
        selection.select_events([f"e{turn * 701 % EVENTS}"])
        pane.view.viewport().repaint()

    rows = [f"| 1 MB with 5,000 marks shown | {timed(show, 7):.0f} ms |"]
    ratios = [timed(scroll(pane.view), 120) / timed(scroll(plain), 120) for _ in range(5)]
    rows.append(f"| scrolled, beside plain text | × {statistics.median(ratios):.2f} |")
    rows.append(f"| an event selected: its sentence lit | {timed(light, 60):.0f} ms |")
    return rows


def order_rows() -> list[str]:
    """A hundred thousand events."""
    store = DocumentStore()
    order, finder = EventOrder(store), Finder(store)
    store.adopt(many_events(100_000), None)
    while order.prepare_some():
        pass
    rows = []
    for query in QUERIES:
        wanted = read_query(query, store.document).filter
        spent = []
        for _ in range(5):
            spent.append(timed(lambda _, wanted=wanted: order.set_filter(wanted), 1))  # type: ignore[misc]
            order.set_filter(EventFilter())
        rows.append(f"| filter `{query}` | {statistics.median(spent):.0f} ms |")
    sorts = {column: timed(lambda i, c=column: order.sort_by(c, bool(i % 2)), 5) for column in ColumnId}  # type: ignore[misc]
    slowest = max(sorts, key=lambda column: sorts[column])
    rows.append(f"| sort, slowest column ({slowest}) | {sorts[slowest]:.0f} ms |")
    finder.events("x", 1)
    rows.append(
        f"| palette, a letter typed | {timed(lambda i: finder.events('council dam'[: i + 1], 40), 11):.0f} ms |"
    )
    return rows


def main() -> None:
    """Prints the table."""
    application = QApplication.instance() or QApplication([])
    Dresser().apply()
    print("| | median |\n|---|---|")
    print("\n".join([*text_rows(), *order_rows()]), flush=True)
    assert application is not None


if __name__ == "__main__":
    main()
