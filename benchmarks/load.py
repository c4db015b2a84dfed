"""What a large project costs: `python -m benchmarks.load [SOURCES EVENTS]` (1,000 and 100,000 without).

Makes a project of made-up reports, each event with its sentence, time expression, mention and link, and measures the
program on it: opening it in the real window (offscreen) until the timeline is painted and can be panned, one edit until
it is on the disk, saving, full-text search, and memory.  Every figure is told beside its bar; times are wall-clock
seconds of one run, the smallest of three where the deed can be repeated.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from timeline_app.formats.project_file import open_project, save_project
from timeline_app.model.annotation import (
    Anchor,
    AnchorKind,
    DateBasis,
    Mention,
    Participant,
    Reading,
    TimeExpression,
    TimeRef,
    TimexType,
)
from timeline_app.model.change import Record
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, LinkRole, SourceLink, Status
from timeline_app.model.expression import Direction, Fields
from timeline_app.model.ids import text_sha256
from timeline_app.model.source import PublicationContext, Segment, SegmentKind, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span, Tense

if TYPE_CHECKING:
    from timeline_app.gui.main_window import MainWindow
    from timeline_app.workspace.store import DocumentStore

WORDS = [
    "dam",
    "river",
    "council",
    "police",
    "minister",
    "strike",
    "talks",
    "army",
    "border",
    "city",
    "court",
    "harbour",
]
BARS = {"open": 0.5, "edit": 0.05, "search": 0.02, "memory": 1_000.0}


def large_project(sources: int, events: int) -> TimelineDocument:
    """A made-up project: reports of about 60 sentences, each with as many events as needed."""
    return TimelineDocument.of(_records(sources, events // sources))


def _records(sources: int, each: int) -> Iterator[Record]:
    draw = random.Random(1)
    for number in range(sources):
        sentences = [_sentence(draw) for _ in range(each)]
        gaps = ("\n" if index % 5 == 4 else " " for index in range(each))  # a paragraph has five sentences
        text = "".join(sentence + gap for sentence, gap in zip(sentences, gaps, strict=True))
        published = TimeValue.day(2018, 1 + number % 12, 1 + number % 28)
        context = PublicationContext(published, "UTC")
        segments = (Segment(SegmentKind.BODY, Span(0, len(text))),)
        source = Source(
            f"s{number:08}", f"report{number}.txt", f"Report {number}", text, text_sha256(text), context, segments,
            position=number,
        )  # fmt: skip
        yield source
        at = 0
        for index, sentence in enumerate(sentences):
            yield from _told(draw, source, index, Span(at, at + len(sentence)))
            at += len(sentence) + 1


def _sentence(draw: random.Random) -> str:
    words = " ".join(draw.choice(WORDS) for _ in range(12))
    return f"The {words} of last Friday ended without a decision."


def _told(draw: random.Random, source: Source, index: int, sentence: Span) -> Iterator[Record]:
    words = source.text[sentence.start : sentence.end]
    start = sentence.start + words.index("last Friday")
    phrase, head = Span(start, start + 11), Span(start + 12, start + 17)
    day = 17_000 + draw.randrange(-3_000, 3_000)
    when = TimeValue.days(day, day + (draw.randrange(30) if draw.random() < 0.3 else 0))
    why = "“last Friday” + published Mon 28 May 2018 → 25 May 2018"
    reading = Reading(TimexType.DATE, "2018-05-25", when, Anchor(AnchorKind.PUBLICATION, "2018-05-28"), why, 0.9)
    expression = f"{source.id}:{index}"
    yield TimeExpression(
        expression, source.id, phrase, "last Friday", Fields(weekday=4, direction=Direction.LAST), ("weekday",),
        sentence, Tense.PAST, reading=reading,
    )  # fmt: skip
    key, title = f"{source.sha256}:{head.start}", words[:60]
    who = (Participant("The council", "agent"), Participant("the army", "patient"))
    yield Mention(
        key, source.id, head, sentence, sentence, title, "end", participants=who, place=f"place {index % 20}",
        time_refs=(TimeRef(expression),), date_basis=DateBasis.CLAUSE, time=when,
    )  # fmt: skip
    event = f"e{source.id}{index:06}"
    status = draw.choice((Status.SUGGESTED, Status.ACCEPTED))
    yield Event(
        event, title, "last Friday", when, explanation=why, status=status, participants=who,
        place=f"place {index % 20}", kind="conflict", date_basis=DateBasis.CLAUSE, confidence=0.8,
    )  # fmt: skip
    yield SourceLink(f"l{source.id}{index:06}", event, source.id, sentence, phrase, LinkRole.REPORTS, "clause", key)


def best(deed: Callable[[], object], turns: int = 3) -> float:
    """Seconds of the quickest of some turns."""
    found = []
    for _ in range(turns):
        start = time.perf_counter()
        deed()
        found.append(time.perf_counter() - start)
    return min(found)


def measure_window(path: Path) -> None:
    """Opens the project in the real window and prints the table rows."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from timeline_app.gui.assembly import build_window
    from timeline_app.gui.safety import Safety
    from timeline_app.workspace import operations
    from timeline_app.workspace.settings import AppSettings

    application = QApplication.instance() or QApplication([])
    folder = path.parent / "program"
    window = build_window([sys.executable, "-P", "-m", "timeline_app", "worker"], AppSettings(folder / "settings.ini"))
    safety = Safety(window, folder)
    window.show()
    _settle(window, 4.0)  # what a start loads in a thread of its own is loaded then
    print(f"| window without a project | memory | {_megabytes():,.0f} MB | |")
    start, spent = time.perf_counter(), time.thread_time()
    opened = window.files.open(path)
    window.timeline.repaint()
    passed, spent = time.perf_counter() - start, time.thread_time() - spent
    _row("open, until the timeline is painted", passed, BARS["open"])
    _row("open, processor time of the window's thread", spent, BARS["open"])
    QCoreApplication.processEvents()
    if not opened or not window.store.document.events:
        raise SystemExit("The project was not opened, so nothing would be measured.")
    safety.autosave.wait()
    print(f"| opened | memory | {_megabytes():,.0f} MB | {BARS['memory']:,.0f} MB |")
    ids = window.order.ids

    def edit() -> None:
        event = random.choice(ids)
        operations.edit_events(window.store, [event], notes=f"Note {time.monotonic_ns()}")

    kept: list[float] = []
    in_window: list[float] = []
    for _ in range(20):
        start = time.thread_time()
        edit()
        in_window.append(time.thread_time() - start)
        start = time.perf_counter()
        safety.autosave.wait()
        kept.append(time.perf_counter() - start)
    _row("one edit, processor time of the window's thread (median)", sorted(in_window)[10], None)
    _row("one edit, until it is on the disk (median)", sorted(kept)[10], BARS["edit"])
    measure_save(window)
    measure_search(window.store)
    _settle(window, 5.0)
    print(f"| after reading ahead | memory | {_megabytes():,.0f} MB | {BARS['memory']:,.0f} MB |")
    safety.autosave.stop()
    window.store.undo_stack.setClean()
    window.close()
    assert application is not None


def measure_save(window: "MainWindow") -> None:
    """A save of everything, in its thread, while the window takes its turns: how long, and the longest turn."""
    from PySide6.QtCore import QCoreApplication

    start, spent = time.perf_counter(), time.thread_time()
    window.files.begin_save()
    _row("begin to save, processor time of the window's thread", time.thread_time() - spent, None)
    longest = 0.0
    while window.files.is_saving:
        turn = time.thread_time()
        QCoreApplication.processEvents()
        longest = max(longest, time.thread_time() - turn)
        time.sleep(0.001)
    _row("save, in a thread of its own", time.perf_counter() - start, None)
    _row("the window's longest turn meanwhile, processor time", longest, BARS["edit"])
    if not window.files.was_saved:
        raise SystemExit("The project was not saved, so nothing would be measured.")


def measure_search(store: "DocumentStore") -> None:
    """Full-text search over every source, once the index is made."""
    from timeline_app.formats.text_index import TextIndex

    index = TextIndex()
    start = time.perf_counter()
    for source in store.document.ordered_sources():
        index.add(source.id, source.text)
    _row("index of all texts, in a thread of its own", time.perf_counter() - start, None)
    queries = ["council", "decis", "border talks", '"without a decision"', "harbour strike army dam", "nowhere"]
    _row(
        "full-text search, the slowest of six",
        max(best(partial(index.search, query)) for query in queries),
        BARS["search"],
    )


def _settle(window: object, seconds: float = 1.0) -> None:
    from PySide6.QtCore import QCoreApplication

    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)


def _row(name: str, seconds: float, bar: float | None) -> None:
    print(f"| {name} | time | {1_000 * seconds:,.1f} ms | {f'{1_000 * bar:,.0f} ms' if bar else ''} |", flush=True)


def _megabytes() -> float:
    """The most memory that this process has held; what its parent held does not count."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s*(\d+)", status)[1]) / 1_000  # type: ignore[index]


def main(arguments: list[str]) -> None:
    """Prints the table; opens the project in a process of its own, so that making it is not measured."""
    if arguments[:1] == ["--window"]:
        measure_window(Path(arguments[1]))
        return
    sources, events = (int(argument) for argument in arguments) if arguments else (1_000, 100_000)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.tline")
        save_project(large_project(sources, events), path)
        print(f"{sources:,} sources, {events:,} events, {path.stat().st_size / 1e6:,.0f} MB\n")
        print("| what | | measured | bar |\n|---|---|---|---|")
        _row("open the file alone", best(lambda: open_project(path)), None)
        subprocess.run([sys.executable, "-m", "benchmarks.load", "--window", str(path)], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
