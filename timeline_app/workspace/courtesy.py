"""Courtesy: a thread beside the window's works in short portions, at most one for each turn of the event loop.

Python runs one thread at a time.  One that computes for long beside the window's makes each of its turns last twice as
long, and more where it paints, since every call into Qt hands the interpreter over.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Event, Lock
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

_PORTION = 0.0015  # seconds of work for each turn
_PATIENCE = 0.1  # seconds that a turn is waited for: one that long is no turn, or nobody turns
_PAUSE_MS = 1  # between two portions, where the window has nothing to do

_Item = TypeVar("_Item")


class Courtesy(QObject):
    """Made in the window's thread, which says `begin` where there is work; the other says `end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._may_go_on = Event()
        self._until = 0.0  # by the other thread: when its portion is over
        self._hurries = 0
        self._lock = Lock()
        self._works = 0  # that were begun and are not over
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._on_turn)

    def begin(self) -> None:
        """The other thread has something to do, from now on."""
        with self._lock:
            self._works += 1
        if not self._timer.isActive():
            self._timer.start()

    def end(self) -> None:
        """It is done, as often as `begin` was said."""
        with self._lock:
            self._works -= 1

    def hurry(self) -> None:
        """Somebody waits for it: it stops for nothing until `relax`."""
        with self._lock:
            self._hurries += 1
        self._may_go_on.set()

    def relax(self) -> None:
        """Who waited does so no more."""
        with self._lock:
            self._hurries -= 1

    @contextmanager
    def hurried(self) -> Iterator[None]:
        """Stops for nothing meanwhile."""
        self.hurry()
        try:
            yield
        finally:
            self.relax()

    def each(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items, for the other thread; between two of them it waits for the next turn where its portion is over."""
        for item in items:
            yield item
            if perf_counter() > self._until:
                self._wait()

    def _wait(self) -> None:
        if not self._hurries:
            self._may_go_on.clear()
            if not self._hurries:  # said between the two
                self._may_go_on.wait(_PATIENCE)
        self._until = perf_counter() + _PORTION

    def _on_turn(self) -> None:
        self._may_go_on.set()
        if self._works <= 0:
            self._timer.stop()
