"""Turns: what can wait a moment is done a little in each turn of the event loop, one thing after the other.

A running import has much to do at the same time: answers are read, events built, the timeline, the lists and the
inspector brought up to date.  Each takes a few milliseconds; all of them in one turn of the event loop would hold up
whoever types meanwhile.
"""

from collections.abc import Callable, Generator, Iterator
from itertools import chain
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

_SLICE = 0.004  # seconds of a turn that steps may take
_BUSY = 0.008  # seconds since the last turn from which this one has had enough to do already
_PATIENCE = 3  # turns in a row that are left to others
_PAUSE_MS = 1
_LIVELY = 2.0  # seconds from the last work, while which more is to be expected

_Answer = TypeVar("_Answer")

PASS = object()
"""Answered by a step that had nothing to do yet and leaves the turn to others."""


class Turns(QObject):
    """Works off what was handed to it, each work in its turn.

    In a turn in which the window has been busy otherwise (painting, or answering a click) nothing is done, a few times
    in a row at most.  Works with the same key are done one after the other, those of `once` only once.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[object, Iterator[object]] = {}
        self._holding: set[object] = set()  # what goes on for longer, by whoever told of it
        self._last: dict[object, Callable[[], object]] = {}  # what is done once nothing waits
        self._looked = 0.0  # when the last turn was over
        self._passed = 0  # turns in a row that were left to others
        self._worked = -_LIVELY  # when something was done last
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._on_turn)

    @property
    def is_held(self) -> bool:
        """Whether much goes on, such as an import."""
        return bool(self._holding)

    @property
    def is_lively(self) -> bool:
        """Whether much goes on, something waits, or was done of late."""
        return self.is_held or bool(self._waiting) or perf_counter() - self._worked < _LIVELY

    def hold(self, key: object) -> None:
        """Much goes on from now on, until `release`; what was to be done at last with that key is not."""
        self._holding.add(key)
        self._last.pop(key, None)

    def release(self, key: object) -> None:
        """What was told of with that key is over."""
        self._holding.discard(key)

    def begin(self, key: object, work: Iterator[object]) -> None:
        """Has `work` done, a step or some at a time."""
        waiting = self._waiting.get(key)
        self._waiting[key] = work if waiting is None else chain(waiting, work)
        if not self._timer.isActive():
            self._looked = perf_counter()
            self._timer.start()

    def anew(self, key: object, work: Iterator[object]) -> None:
        """Has `work` done in the place of what waits with that key."""
        if key in self._waiting:
            self._waiting[key] = work
        else:
            self.begin(key, work)

    def once(self, key: object, deed: Callable[[], object]) -> None:
        """Has something done in one step, unless something with that key waits already."""
        if key not in self._waiting:
            self.begin(key, as_step(deed))

    def at_last(self, key: object, deed: Callable[[], object]) -> None:
        """Does something once nothing waits, which may be now."""
        if self._waiting:
            self._last[key] = deed
        else:
            deed()

    def forget(self, key: object) -> None:
        """Drops what waits with that key."""
        self._waiting.pop(key, None)

    def _on_turn(self) -> None:
        now = perf_counter()
        try:
            if now - self._looked > _BUSY and self._passed < _PATIENCE:
                self._passed += 1
            else:
                self._passed, self._worked = 0, now
                self._work(now + _SLICE)
        finally:
            self._looked = perf_counter()
            if self._waiting or self._last:
                self._timer.start()

    def _work(self, until: float) -> None:
        """Takes steps of what has waited longest; what is not done by then waits behind the others."""
        if not self._waiting:
            self._end()
        key = next(iter(self._waiting), self)
        work = self._waiting.pop(key, None)
        while work is not None:
            answer = next(work, self)
            if answer is self:
                return
            if answer is PASS or perf_counter() > until:
                follows = self._waiting.pop(key, None)
                self._waiting[key] = work if follows is None else chain(work, follows)
                return

    def _end(self) -> None:
        """Does what was to be done at last."""
        last, self._last = self._last, {}
        for deed in last.values():
            deed()


def whole(steps: Generator[None, None, _Answer]) -> _Answer:
    """Takes all steps now; what they answer at the end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            answer: _Answer = end.value
            return answer


def as_step(deed: Callable[[], object]) -> Iterator[object]:
    """A work that is over when it has begun, so that nothing done is left to wait."""
    deed()
    yield from ()
