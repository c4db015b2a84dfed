"""AnalysisJobs: reads and analyses documents in the worker process, one after the other, while the window lives on.

The worker first recalls the project, then answers each document with the events that it tells or shares, so that
documents arrive one by one.  It may crash, hang, be cancelled or talk nonsense: the window and the document are
untouched, and each document that could not be read is named once.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from timeline_app.formats.errors import FormatError
from timeline_app.model.codec import CodecError
from timeline_app.model.ids import new_id
from timeline_app.workspace.arrivals import Arriving, grouping_of
from timeline_app.workspace.backlog import Backlog
from timeline_app.workspace.job import Job
from timeline_app.workspace.patience import Patience
from timeline_app.workspace.recalling import recall_requests
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.worker_process import WorkerProcess

_STARTS_IN_VAIN = 2  # a worker that ends this often before it is ready will not get ready
_ALL: dict[str, Any] = {}  # has been recalled
_NOTHING: tuple[dict[str, Any], ...] = ({"op": "forget"},)
_MISUNDERSTOOD = "The analysis gave an answer that this version of the program does not understand."


class AnalysisJobs(QObject):
    """Analyses files and texts in order.

    `progress` carries how many of how many are done and what is being done; `imported` an `Arrival` for each document
    that was read, `reread` one for each that was read again; `grouped` groups and pairs of the whole project, with what
    `start_grouping` was given; `duplicate` a document's name and that of the one with the same content; `failed` a
    document's name and a sentence; `cancelled` how many documents were not read; `degraded` what the worker lacks.
    """

    progress = Signal(int, int, str)
    imported = Signal(object)
    reread = Signal(object, object)
    grouped = Signal(object, object, object)
    duplicate = Signal(str, str)
    failed = Signal(str, str)
    cancelled = Signal(int)
    finished = Signal()
    degraded = Signal(str)

    def __init__(
        self,
        store: DocumentStore,
        worker_command: list[str],
        parent: QObject | None = None,
        worker: WorkerProcess | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker or WorkerProcess(worker_command)
        self._worker.received.connect(self._on_received)
        self._worker.died.connect(self._on_died)
        self._worker.hear(self, store.turns)
        store.reset.connect(self.drop)
        self._queue: deque[Job] = deque()
        self._current: Job | None = None
        self._sent: dict[str, Any] | None = None  # the request that is not answered yet
        self._recall: Iterator[dict[str, Any] | None] = iter(())
        self._remembers = False  # whether the worker knows what the project holds
        self._arriving = Arriving()
        self._backlog = Backlog(store, self.failed.emit, self._go_on)
        self._has_loaded = False
        self._total = 0
        self._last_id = 0
        self._ready = False
        self._starts_in_vain = 0
        self._patience = Patience(self)
        self._patience.lost.connect(self._on_patience_lost)

    @property
    def is_running(self) -> bool:
        """Whether anything is being read."""
        return self._current is not None or bool(self._backlog)

    @property
    def unread(self) -> int:
        """How many documents have not come in yet."""
        current = [self._current] if self._current is not None else []
        return sum(job.is_new for job in (*current, *self._queue))

    def work_off(self, name: str, work: Iterator[object]) -> None:
        """Does what a receiver has to do with the document of that name, a step of `work` at a time between events.

        The end is not told, and nothing is read that rests on it, before it is done.  Work that raises FormatError or
        ChangeError has failed like a document that cannot be read.
        """
        self._backlog.add(name, work)

    def prestart(self) -> None:
        """Starts the worker so that it is ready when the first document comes; returns at once."""
        self._worker.start()

    def start_files(self, paths: Iterable[Path], options: Mapping[str, object] | None = None) -> None:
        """Reads files; `options` are context options of an analysis request (published, time_zone, …).

        Files given while others are being read join their queue.
        """
        self._enqueue([Job.for_file(path, options or {}) for path in paths])

    def start_text(self, name: str, text: str, options: Mapping[str, object] | None = None) -> None:
        """Reads a text that was pasted, under a name."""
        self._enqueue([Job.for_text(name, text, options or {})])

    def start_again(self, source_id: str, why: object = None, *, alone: bool = False) -> None:
        """Reads a source of the project again, as it is cut and dated now; before whatever else waits.

        `why` comes back with what is read.  One of many is read `alone`, and not compared with the others.
        """
        source = self._store.document.sources[source_id]
        self._queue = deque(job for job in self._queue if job.again != source_id)
        self._queue.appendleft(Job.again_for(source, why, alone=alone))
        self._begin(1)

    def start_grouping(self, name: str, why: object) -> None:
        """Groups all that the project holds anew, under a name for the progress; `why` comes back with the answer."""
        self._queue.append(Job.for_grouping(name, why))
        self._begin(1)

    def cancel(self) -> None:
        """Drops what has not been read; what has been is imported."""
        left = len(self._queue) + (self._current is not None)
        if not left:
            return
        self._queue.clear()
        if self._current is not None:
            self._stop_current()
        self.cancelled.emit(left)
        self._next()

    def drop(self) -> None:
        """Drops what has not been read, and what has been read and is not in the document yet."""
        self._remembers = False
        was_running = self.is_running
        self._backlog.drop()
        self._queue.clear()
        if self._current is not None:
            self._stop_current()
        if was_running:
            self._end()

    def shutdown(self) -> None:
        """Ends the worker as the program closes; nothing more is imported."""
        self._queue.clear()
        self._backlog.drop()
        self._current = None
        self._worker.stop()

    def _stop_current(self) -> None:
        self._worker.kill()
        self._ready = self._remembers = False
        self._current = None

    def _enqueue(self, jobs: Sequence[Job]) -> None:
        self._queue.extend(jobs)
        if jobs:
            self._begin(len(jobs))

    def _begin(self, more: int) -> None:
        self._total += more
        self._store.turns.hold(self)
        if self._current is None:
            if self._ready:
                self._load()
            if not self._backlog:
                self._starts_in_vain = 0
                self._remembers = False  # the analyst may have changed anything since
            self._next()

    def _load(self) -> None:
        """Loads what answers become while the worker reads the first document.

        Not while the worker starts: a program that has just been started itself has its window to show then.
        """
        if not self._has_loaded:
            self._has_loaded = True
            Thread(target=_load_what_answers_become).start()

    def _next(self) -> None:
        """Turns to the next document, or ends; waits where it rests on one that is still being taken in."""
        if self._backlog and not (self._queue and self._remembers and self._queue[0].is_new):
            return
        if not self._queue:
            self._store.turns.at_last(self, self._end)  # when the views show what came
            return
        job = self._current = self._queue.popleft()
        self._arriving = Arriving()
        if not job.is_new:
            self._remembers = False  # what it knows has changed, or is about to
        if not self._remembers:
            self._recall = self._to_recall(job)
        self._step()
        if self._current is job:  # the worker may have failed to start already
            self.progress.emit(self._total - len(self._queue) - 1, self._total, job.name)

    def _to_recall(self, job: Job) -> Iterator[dict[str, Any] | None]:
        """What the worker has to know before it reads a document."""
        return iter(_NOTHING) if job.alone else recall_requests(self._store.document, without=job.again)

    def _step(self) -> None:
        """Sends the next piece of what the worker has to recall, then the document."""
        if self._current is None:
            return
        if self._remembers:
            self._ask(self._current)
        else:
            self._store.turns.begin(self._recall, self._recalling(self._current, self._recall))

    def _recalling(self, job: Job, recall: Iterator[dict[str, Any] | None]) -> Iterator[None]:
        """Sends the next piece once it has been read from the project; behind the last comes the document."""
        while self._current is job and self._recall is recall:
            try:
                piece = next(recall, _ALL)
            except FormatError as error:  # the project's file is damaged
                self._fail(str(error))
                return
            if piece is not None:
                if piece is _ALL:
                    self._remembers = True
                    self._ask(job)
                else:
                    self._send(piece)
                return
            yield

    def _ask(self, job: Job) -> None:
        """Sends the document."""
        if job.request["op"] == "group":
            self._send(job.request)
            return
        document = self._store.document
        position = max((source.position for source in document.sources.values()), default=-1) + 1
        imported = datetime.now(UTC).isoformat(timespec="seconds")
        self._send({"source_id": new_id(), "position": position, "imported": imported, **job.request})

    def _send(self, request: dict[str, Any]) -> None:
        self._last_id += 1
        self._sent = {"id": str(self._last_id), **request}
        self._patience.asked(is_ready=self._ready)
        self._worker.send(self._sent)

    def _on_received(self, message: dict[str, Any]) -> None:
        if message.get("event") == "ready":
            self._on_ready(message.get("degraded"))
            return
        if self._current is None or self._sent is None or message.get("id") != self._sent["id"]:
            return  # a late answer to something that was cancelled
        self._patience.heard()
        recalls = self._sent["op"] not in ("analyse", "group")
        match message.get("event"):
            case "done" | "failed" if recalls:  # what it cannot recall is not compared with, and that is all
                self._step()
            case "progress":
                self._tell_share(message.get("share"))
            case "part":
                self._take(message)
            case "done" if self._sent["op"] == "group":
                self._group(message)
            case "done" if isinstance(same := message.get("same_as"), str):
                self._leave_out(same)
            case "done" if self._take(message):
                self._arrive(message)
            case "failed":
                self._fail(str(message.get("message") or "The document could not be analysed."))

    def _tell_share(self, share: object) -> None:
        """Tells how much of a long document has been read."""
        job = self._current
        if job is not None and isinstance(share, float) and 0 < share < 1:
            self.progress.emit(self._total - len(self._queue) - 1, self._total, f"{job.name} · {share:.0%}")

    def _on_patience_lost(self, reason: str) -> None:
        if self._current is not None:
            self._worker.kill()
            self._on_died(reason)

    def _on_ready(self, degraded: object) -> None:
        self._ready = True
        self._patience.heard()
        self._starts_in_vain = 0
        if self._current is not None:
            self._load()
        if isinstance(degraded, str) and degraded:
            self.degraded.emit(degraded)

    def _take(self, message: dict[str, Any]) -> bool:
        """Takes in a part of an analysis, the last one too; tells whether it could be understood."""
        try:
            self._arriving.take(message)
        except CodecError:
            self._fail(_MISUNDERSTOOD)
            return False
        return True

    def _arrive(self, message: dict[str, Any]) -> None:
        job, self._current = self._current, None
        try:
            arrival = self._arriving.finish(message)
        except CodecError:
            self._current = job
            self._fail(_MISUNDERSTOOD)
            return
        self._queue_attachments(message.get("attachments"))
        if job is not None and job.again is not None:
            self._remembers = self._remembers and not job.alone
            self.reread.emit(arrival, job.why)
        else:
            self.imported.emit(arrival)
        self._go_on()

    def _group(self, message: dict[str, Any]) -> None:
        job, self._current = self._current, None
        try:
            groups, pairs = grouping_of(message)
        except CodecError:
            self._current = job
            self._fail(_MISUNDERSTOOD)
            return
        self.grouped.emit(groups, pairs, job.why if job is not None else None)
        self._go_on()

    def _queue_attachments(self, attachments: object) -> None:
        """What came inside a document (the files of an e-mail) is read right after it."""
        found = [item for item in attachments if isinstance(item, dict)] if isinstance(attachments, list) else []
        self._queue.extendleft(map(Job.for_attachment, reversed(found)))
        self._total += len(found)

    def _leave_out(self, same: str) -> None:
        job, self._current = self._current, None
        if job is not None:
            self.duplicate.emit(job.name, same)
        self._go_on()

    def _on_died(self, reason: str) -> None:
        was_ready, self._ready = self._ready, False
        self._patience.rest()
        self._remembers = False
        job = self._current
        if job is None:
            return  # it is started again when it is needed
        if self._backlog:  # the next worker is told of all that came
            self.work_off(job.name, self._recovering(job, reason, was_ready=was_ready))
        else:
            self._recover(job, reason, was_ready=was_ready)

    def _recovering(self, job: Job, reason: str, *, was_ready: bool) -> Iterator[None]:
        self._recover(job, reason, was_ready=was_ready)
        yield

    def _recover(self, job: Job, reason: str, *, was_ready: bool) -> None:
        """Begins anew with the document that was being read when the worker ended, or gives it up."""
        if self._current is not job:
            return  # it was cancelled meanwhile
        self._starts_in_vain += 0 if was_ready else 1
        if self._starts_in_vain >= _STARTS_IN_VAIN or reason == "it could not be started":
            self._queue.clear()
            self._fail(
                f"The analysis does not start: {reason.rstrip('.')}. Nothing more was read; "
                "import again, and if that does not help, install the program again."
            )
        elif not was_ready:
            self._recall = self._to_recall(job)
            self._step()
        elif not job.was_tried:  # it may have been another program that took the memory
            self._current = replace(job, was_tried=True)
            self._arriving = Arriving()
            self._recall = self._to_recall(job)
            self._step()
        else:
            self._fail(
                f"The analysis stopped twice while it read “{job.name}” ({reason.rstrip('.')}), which was left out. "
                "Import it again by itself, or cut it into several files."
            )

    def _fail(self, message: str) -> None:
        job, self._current = self._current, None
        self._patience.rest()
        if job is not None:
            self.failed.emit(job.name, message)
            self._go_on()

    def _go_on(self) -> None:
        """Takes the next step unless whoever was told of the last one has set something going."""
        if self._current is None:
            self._next()

    def _end(self) -> None:
        self._patience.rest()
        self.progress.emit(self._total, self._total, "")
        self._total = 0
        self._store.turns.release(self)
        self.finished.emit()


def _load_what_answers_become() -> None:
    """Imports what the first answer needs, which takes the time of several frames."""
    for name in ("extraction.source_analysis", "extraction.corroboration", "workspace.operations.importing"):
        import_module(f"timeline_app.{name}")
    import_module("numpy.ma")  # which numpy itself loads at the first question for what is unique
