"""A map over processes that keeps the order, bounds what is in flight, and outlives a process that dies."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

from timeline_app.cli.offline import refuse_network

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 4  # items in flight for each process: enough to keep all busy, few enough to bound memory


class OrderedMap(Generic[Item, Result]):
    """Computes `work(item)` in `jobs` processes; `work` must not raise.

    An item whose process dies (out of memory, a crash in a library) gets `on_crash(item)`, and the rest goes on.
    """

    def __init__(self, work: Callable[[Item], Result], jobs: int, on_crash: Callable[[Item], Result]) -> None:
        self._work = work
        self._jobs = jobs
        self._on_crash = on_crash
        self._pool = _start(jobs)
        self._waiting: deque[tuple[Item, Future[Result]]] = deque()

    def run(self, items: Iterable[Item | None]) -> Iterator[tuple[Item, Result]]:
        """Yields each item with its result, in the order of `items`, reading at most a few items ahead.

        A None among the items is none: what is in flight is finished before the next one is asked for.
        """
        try:
            for item in items:
                while item is None and self._waiting:
                    yield from self._next()
                if item is None:
                    continue
                self._submit(item)
                while len(self._waiting) >= self._jobs * _AHEAD:
                    yield from self._next()
            while self._waiting:
                yield from self._next()
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, item: Item) -> None:
        try:
            future = self._pool.submit(self._work, item)
        except BrokenProcessPool as error:  # died since the last answer: found again in `_next`
            future = Future()
            future.set_exception(error)
        self._waiting.append((item, future))

    def _next(self) -> Iterator[tuple[Item, Result]]:
        item, future = self._waiting.popleft()
        try:
            yield item, future.result()
        except BrokenProcessPool:
            stranded = [item, *(other for other, _ in self._waiting)]
            self._waiting.clear()
            for one in stranded:
                yield one, self._alone(one)
            self._pool = _start(self._jobs)

    def _alone(self, item: Item) -> Result:
        """Computes one item in a process of its own, so that a crash names the item that caused it."""
        with _start(1) as pool:
            try:
                return pool.submit(self._work, item).result()
            except BrokenProcessPool:
                return self._on_crash(item)


def _start(jobs: int) -> ProcessPoolExecutor:
    os.environ["PYTHONSAFEPATH"] = "1"  # a spawned process would import from the current folder first
    context = multiprocessing.get_context("spawn")  # fork would copy the threads' locks of numpy
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare)


def _prepare() -> None:
    """Ctrl-C reaches the whole group, and only the parent answers it; no network here either."""
    refuse_network()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
