"""Backlog: what receivers still have to do with documents that came, a step at a time between other events."""

from collections import deque
from collections.abc import Callable, Iterator

from timeline_app.formats.errors import FormatError
from timeline_app.model.document import ChangeError
from timeline_app.workspace.collector import set_aside
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.turns import PASS


class Backlog:
    """Works one after the other, each under the name of its document; between two of them a change comes in whole.

    `failed` is told name and sentence where a work raises FormatError or ChangeError, `done` that nothing is left.
    """

    def __init__(self, store: DocumentStore, failed: Callable[[str, str], object], done: Callable[[], object]) -> None:
        self._store, self._failed, self._done = store, failed, done
        self._works: deque[tuple[str, Iterator[object]]] = deque()
        self._is_running = False

    def __len__(self) -> int:
        return len(self._works)

    def add(self, name: str, work: Iterator[object]) -> None:
        """Has `work` done after all that waits."""
        self._works.append((name, work))
        if not self._is_running:
            self._is_running = True
            self._store.turns.begin(self, self._running())

    def drop(self) -> None:
        """Does none of it."""
        self._works.clear()
        self._is_running = False
        self._store.turns.forget(self)

    def _running(self) -> Iterator[object]:
        while self._works:
            if self._store.is_settled:
                begun = self._works[0]
                self._take_step(*begun)
                yield None
                if not self._works or self._works[0] is not begun:
                    set_aside()
                    yield None
            else:
                yield PASS
        while not self._store.is_settled:
            yield PASS
        if self._is_running:
            self._is_running = False
            self._done()

    def _take_step(self, name: str, work: Iterator[object]) -> None:
        is_done = True
        try:
            is_done = next(work, self) is self
        except (FormatError, ChangeError) as error:
            self._failed(name, str(error))
        finally:
            if is_done and self._works and self._works[0][1] is work:  # it may have been dropped meanwhile
                self._works.popleft()
