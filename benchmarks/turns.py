"""Turns of a Qt event loop: how long each took, what it cost of the processor, and what the longest were about.

A timer ticks every 2 ms; what lies between two ticks is a turn.  Its time by the clock is what the thread worked, what
it queued for a processor that another had (told by Linux), and what it was held up by the program itself: an
interpreter that another of its threads had, a lock, a disk.  Only the queueing hangs on what else runs on the machine.
A second thread looks, every few milliseconds of the window's own processor time, at the function that its thread is
in, so that a long turn can be named.
"""

import gc
import os
import resource
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer

from benchmarks.bystander import Bystander

_TICK_MS = 2
_LOOK_SECONDS = 0.003
_WORTH_LOOKING = 0.006  # seconds of processor time from which a turn is looked at
_KEPT = 0.015  # seconds of it from which a turn is kept with what was seen
_NAMED = 6  # of what was seen in a turn
_TRIES = 4  # to read several clocks at one moment
_TOLD = 10  # longest turns


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn, in milliseconds: on the wall, of the window's thread, of its whole process; and what was seen in it."""

    wall: float
    own: float
    process: float
    collected: float  # of `own`, by the garbage collector
    at: float  # seconds since the start
    ended: float  # by the monotonic clock, seconds
    beside: tuple[tuple[str, float], ...] = ()  # other threads of the process, and the milliseconds that they took
    displaced: int = 0  # times that the system took the processor from the window's thread
    faults: int = 0  # pages that were read from a disk for it
    queued: float = 0.0  # of `wall`, ready to run while another had the processor
    seen: tuple[tuple[str, float], ...] = ()  # what the thread was in, and the milliseconds that it took of it there

    @property
    def held(self) -> float:
        """Of `wall`, neither at work nor in the queue for a processor: held up, or waiting for the next tick."""
        return self.wall - self.own - self.queued

    def told(self, bystander: Bystander | None = None) -> str:
        """The figures, what an idle process beside it met with, then what took most of them."""
        taken: Counter[str] = Counter()
        for place, cost in self.seen:
            taken[place] += cost  # type: ignore[assignment]  # milliseconds are counted, too
        places = "".join(f"\n    {cost:5.1f} {place}" for place, cost in taken.most_common(_NAMED))
        figures = (
            f"own {self.own:.0f}, process {self.process:.0f}, wall {self.wall:.0f}, queued {self.queued:.0f}, "
            f"collector {self.collected:.0f}"
        )
        beside = "".join(f", {name} {cost:.0f}" for name, cost in self.beside if cost >= 1)
        system = f"; displaced {self.displaced} times, {self.faults} faults"
        met = bystander.told(self.ended - self.wall / 1_000, self.ended) if bystander is not None else ""
        return f"{self.at:6.1f} s: {figures} ms{beside}{system}{f'; {met}' if met else ''}{places}"


@dataclass(slots=True)
class _Surroundings:
    """What the processor was given to beside the window's thread since it was asked last."""

    clocks: dict[str, float] = field(default_factory=dict)
    usage: tuple[int, int] = (0, 0)

    def since(self) -> tuple[tuple[tuple[str, float], ...], int, int]:
        """Milliseconds of other threads by name, times displaced, faults."""
        usage = resource.getrusage(resource.RUSAGE_THREAD)
        (displaced, faults), self.usage = self.usage, (usage.ru_nivcsw, usage.ru_majflt)
        spent = []
        for thread in threading.enumerate():
            if thread is threading.main_thread() or not thread.is_alive():
                continue
            before = self.clocks.get(thread.name, 0.0)
            with suppress(OSError):
                now = time.clock_gettime(time.pthread_getcpuclockid(thread.ident or 0))
                self.clocks[thread.name] = now
                spent.append((thread.name, 1_000 * (now - before)))
        return tuple(spent), usage.ru_nivcsw - displaced, usage.ru_majflt - faults


@dataclass(slots=True)
class _Queue:
    """How long this thread was ready to run while another had the processor: schedstat of proc(5), 0 elsewhere."""

    file: int = -1

    def open(self) -> None:
        """Begins to count for the thread that calls."""
        with suppress(OSError):
            self.file = os.open("/proc/thread-self/schedstat", os.O_RDONLY)

    def seconds(self) -> float:
        """How long in all."""
        with suppress(OSError, ValueError, IndexError):
            return int(os.pread(self.file, 100, 0).split()[1]) / 1_000_000_000
        return 0.0

    def close(self) -> None:
        """Counts no further."""
        with suppress(OSError):
            os.close(self.file)


@dataclass(slots=True)
class _Collector:
    """Milliseconds that the garbage collector took in this turn, and its longest search."""

    taken: float = 0.0
    worst: float = 0.0
    began: float = 0.0

    def note(self, phase: str, _info: object) -> None:
        if threading.current_thread() is not threading.main_thread():
            return
        if phase == "start":
            self.began = time.thread_time()
        else:
            took = 1_000 * (time.thread_time() - self.began)
            self.taken += took
            self.worst = max(self.worst, took)


class Heartbeat(QObject):
    """Times the turns of the thread that it is made in; must be the main thread."""

    def __init__(self) -> None:
        super().__init__()
        self.wall: list[float] = []
        self.unqueued: list[float] = []
        self.own: list[float] = []
        self.process: list[float] = []
        self.long: list[Turn] = []
        self._seen: list[tuple[str, float]] = []
        self._collector = _Collector()
        self._surroundings = _Surroundings()
        self._queue = _Queue()
        self._clock = time.pthread_getcpuclockid(threading.main_thread().ident or 0)
        self._is_running = False
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    @property
    def worst_collection(self) -> float:
        """The longest search of the garbage collector, ms."""
        return self._collector.worst

    def start(self, *, watched: bool = True) -> None:
        """Begins to count; to be `watched` costs a long turn a tenth more."""
        self._queue.open()
        self._last = self._began = self._clocks()
        self._is_running = True
        self._surroundings.since()
        gc.callbacks.append(self._collector.note)
        if watched:
            threading.Thread(target=self._watch, name="watching", daemon=True).start()
        self._timer.start()

    def stop(self) -> None:
        """Counts no further."""
        if self._is_running:
            self._is_running = False
            self._timer.stop()
            self._queue.close()
            gc.callbacks.remove(self._collector.note)

    def _clocks(self) -> tuple[float, float, float, float]:
        """Seconds by the clock, of this thread, of the process, and in the queue, all of one moment."""
        for _ in range(_TRIES):
            before = self._queue.seconds()
            told = time.perf_counter(), time.thread_time(), time.process_time(), self._queue.seconds()
            if told[3] == before:
                break  # nothing displaced it between the clocks, which would tell of two turns
        return told

    def _beat(self) -> None:
        now = self._clocks()
        wall, own, process, queued = (1_000 * (new - old) for new, old in zip(now, self._last, strict=True))
        self.wall.append(wall - _TICK_MS)
        self.unqueued.append(max(0.0, wall - _TICK_MS - queued))
        self.own.append(own)
        self.process.append(process)
        beside = self._surroundings.since()
        if wall > 1_000 * _KEPT:
            at = now[0] - self._began[0]
            turn = Turn(wall, own, process, self._collector.taken, at, now[0], *beside, queued, tuple(self._seen))
            self.long.append(turn)
        self._seen.clear()
        self._collector.taken = 0.0
        self._last = now

    def _watch(self) -> None:
        """Notes what the window's thread is doing, once its turn has become long."""
        main, before = threading.main_thread().ident or 0, 0.0
        while self._is_running:
            time.sleep(_LOOK_SECONDS)
            now = time.clock_gettime(self._clock)
            if now - self._last[1] > _WORTH_LOOKING:
                self._seen.append((_place(main), 1_000 * (now - max(before, self._last[1]))))
            before = now


def _place(thread: int) -> str:
    """Our own functions that lead to where a thread is: the outermost three and the innermost two.

    The thread stands still meanwhile, and none of its frames is held after: Python 3.11 may crash over frames that end
    while another thread looks at them.
    """
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1)
    try:
        names = []
        frame = sys._current_frames().get(thread)
        while frame is not None:
            code = frame.f_code
            if "timeline_app" in code.co_filename:
                names.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{frame.f_lineno}:{code.co_name}")
            frame = frame.f_back
    finally:
        sys.setswitchinterval(interval)
    names = names[::-1] or ["Qt"]
    return " > ".join(names if len(names) <= 5 else [*names[:3], "…", *names[-2:]])


@contextmanager
def counted(*, watched: bool = True) -> Iterator[Heartbeat]:
    """Counts turns meanwhile."""
    heart = Heartbeat()
    heart.start(watched=watched)
    try:
        yield heart
    finally:
        heart.stop()


def row(name: str, gaps: list[float]) -> str:
    """A row of a table: worst, 99.9th and 99th percentile."""
    ordered = sorted(gaps)
    high, common = (ordered[min(len(ordered) - 1, int(part * len(ordered)))] for part in (0.999, 0.99))
    return f"| {name} | {ordered[-1]:.1f} | {high:.1f} | {common:.1f} |"


def table(heart: Heartbeat, bystander: Bystander) -> list[str]:
    """The Markdown table of a run, beside that of an idle process, its longest turns and those most held up."""
    longest = sorted(heart.long, key=lambda turn: -turn.wall)[:_TOLD]
    held = sorted(heart.long, key=lambda turn: -turn.held)[: _TOLD // 2]
    return [
        "| stall of the event loop, ms | worst | 99.9 % | 99 % |",
        "|---|---|---|---|",
        row("wall", heart.wall),
        row("wall, without queueing for a processor", heart.unqueued),
        row("own thread", heart.own),
        row("own process", heart.process),
        row("an idle process beside it, wall", bystander.gaps),
        "",
        f"Longest search of the garbage collector: {heart.worst_collection:.1f} ms.",
        *(turn.told(bystander) for turn in longest),
        "",
        "Most held up by other threads of the process, locks and disks:",
        *(turn.told(bystander) for turn in held),
    ]
