"""AnalysisJobs: reads and analyses documents in the worker process, one after the other, while the window lives on.

When all are read, their mentions are compared with those of the project, so that events come grouped.  The worker may
crash, hang, be cancelled or talk nonsense: the window and the document are untouched, and each document that could not
be read is named once.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.extraction.corroboration import Group
from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.codec import CodecError, decode, encode
from timeline_app.model.ids import new_id
from timeline_app.model.source import Source
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.worker_process import WorkerProcess

if TYPE_CHECKING:
    from timeline_app.extraction.analysis import SourceAnalysis

_STARTS_IN_VAIN = 2  # a worker that ends this often before it is ready will not get ready
_PATIENCE_MS = 120_000  # for a worker to get ready; a busy machine with cold disks takes half a minute
_GROUPING = "comparing events"


@dataclass(frozen=True, slots=True)
class _Job:
    """One request to the worker and the name that the user knows it by."""

    name: str
    request: dict[str, Any]


class AnalysisJobs(QObject):
    """Analyses files and texts in order.

    `progress` carries how many of how many are done and what is being done; `imported` carries the analyses and the
    groups of mentions, once, at the end; `failed` a document's name and a sentence; `degraded` what the worker lacks.
    """

    progress = Signal(int, int, str)
    imported = Signal(object, object)
    failed = Signal(str, str)
    finished = Signal()
    degraded = Signal(str)

    def __init__(self, store: DocumentStore, worker_command: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = WorkerProcess(worker_command, self)
        self._worker.received.connect(self._on_received)
        self._worker.died.connect(self._on_died)
        store.reset.connect(self._drop_all)
        self._queue: deque[_Job] = deque()
        self._current: tuple[str, _Job] | None = None
        self._grouping = False
        self._analyses: list[SourceAnalysis] = []
        self._total = 0
        self._last_id = 0
        self._ready = False
        self._starts_in_vain = 0
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_lost)

    @property
    def is_running(self) -> bool:
        """Whether anything is being read or compared."""
        return self._current is not None

    def prestart(self) -> None:
        """Starts the worker so that it is ready when the first document comes; returns at once."""
        self._worker.start()

    def start_files(self, paths: Iterable[Path], options: Mapping[str, object] | None = None) -> None:
        """Reads files; `options` are context options of an analysis request (published, time_zone, …).

        Files given while others are being read join their queue.
        """
        self._enqueue([(path.name, {"path": str(path)}) for path in paths], options or {})

    def start_text(self, name: str, text: str, options: Mapping[str, object] | None = None) -> None:
        """Reads a text that was pasted, under a name."""
        self._enqueue([(name, {"text": text, "name": name})], options or {})

    def cancel(self) -> None:
        """Drops what has not been read; what has been is imported.  A second time, while comparing, drops all."""
        if self._current is None:
            return
        if self._grouping:
            self._analyses = []
        self._queue.clear()
        self._stop_current()
        self._next()

    def shutdown(self) -> None:
        """Ends the worker as the program closes; nothing more is imported."""
        self._queue.clear()
        self._current = None
        self._worker.stop()

    def _stop_current(self) -> None:
        self._worker.kill()
        self._ready = False
        self._current = None

    def _drop_all(self) -> None:
        """Another project is open: what was read for the last one is not for this one."""
        if self._current is not None:
            self._queue.clear()
            self._analyses = []
            self._stop_current()
            self._end()

    def _enqueue(self, items: Iterable[tuple[str, dict[str, Any]]], options: Mapping[str, object]) -> None:
        jobs = [_Job(name, {"op": "analyse", **options, **content}) for name, content in items]
        self._queue.extend(jobs)
        self._total += len(jobs)
        if jobs and self._current is None:
            self._starts_in_vain = 0
            self._next()

    def _next(self) -> None:
        """Sends the next document, or compares those that were read, or ends."""
        if self._queue:
            job = self._queue.popleft()
            position = len(self._store.document.sources) + len(self._analyses)
            imported = datetime.now(UTC).isoformat(timespec="seconds")
            context = {"source_id": new_id(), "position": position, "imported": imported}
            self._send(_Job(job.name, {**context, **job.request}))
        elif self._analyses and not self._grouping:
            self._grouping = True
            self._send(_Job(_GROUPING, self._corroboration()))
        else:
            self._end()

    def _send(self, job: _Job) -> None:
        self._last_id += 1
        current = self._current = (str(self._last_id), job)
        done = self._total if self._grouping else self._total - len(self._queue) - 1
        self._worker.send({"id": str(self._last_id), **job.request})
        if not self._ready:
            self._patience.start()
        if self._current is current:  # the worker may have failed to start already
            self.progress.emit(done, self._total, job.name)

    def _corroboration(self) -> dict[str, Any]:
        """The request to compare the new mentions with the project's."""
        document = self._store.document
        sources = {s.id: s for s in (*document.sources.values(), *(a.source for a in self._analyses))}
        mentions = {m.key: m for m in (*(m for a in self._analyses for m in a.mentions), *document.mentions.values())}
        return {
            "op": "corroborate",
            "sources": [encode(source) for source in sources.values()],
            "mentions": [encode(mention) for mention in mentions.values()],
        }

    def _on_received(self, message: dict[str, Any]) -> None:
        if message.get("event") == "ready":
            self._on_ready(message.get("degraded"))
            return
        if self._current is None or message.get("id") != self._current[0]:
            return  # a late answer to something that was cancelled
        match message.get("event"):
            case "done" if self._grouping:
                self._on_groups(message)
            case "done":
                self._on_analysis(message)
            case "failed":
                self._fail(str(message.get("message") or "The document could not be analysed."))

    def _on_patience_lost(self) -> None:
        if self._current is not None and not self._ready:
            self._worker.kill()
            self._on_died("it did not answer for two minutes")

    def _on_ready(self, degraded: object) -> None:
        self._ready = True
        self._patience.stop()
        self._starts_in_vain = 0
        if isinstance(degraded, str) and degraded:
            self.degraded.emit(degraded)

    def _on_analysis(self, message: dict[str, Any]) -> None:
        try:
            analysis = _analysis(message)
        except CodecError:
            self._fail("The analysis gave an answer that this version of the program does not understand.")
            return
        self._analyses.append(analysis)
        self._current = None
        self._next()

    def _on_groups(self, message: dict[str, Any]) -> None:
        try:
            groups = [_group(item) for item in message["groups"]]
        except (CodecError, KeyError, TypeError):
            self._fail("The analysis gave an answer that this version of the program does not understand.")
            return
        self._deliver(groups)

    def _on_died(self, reason: str) -> None:
        was_ready, self._ready = self._ready, False
        if self._current is None:
            return  # it is started again when it is needed
        name = self._current[1].name
        self._starts_in_vain += 0 if was_ready else 1
        if self._starts_in_vain >= _STARTS_IN_VAIN or reason == "it could not be started":
            self._queue.clear()
            self._fail(
                f"The analysis does not start: {reason.rstrip('.')}. Nothing more was read; "
                "import again, and if that does not help, install the program again."
            )
        elif not was_ready:
            self._send(self._current[1])
        elif self._grouping:
            self._fail("The analysis stopped while it compared events; each sentence has an event of its own.")
        else:
            self._fail(f"The analysis stopped unexpectedly while it read “{name}”, which was left out.")

    def _fail(self, message: str) -> None:
        if self._current is None:
            return
        name = self._current[1].name
        self._current = None
        self.failed.emit(name, message)
        if self._grouping:
            mentions = (mention for analysis in self._analyses for mention in analysis.mentions)
            self._deliver([Group((m.key,), 1, m.confidence) for m in mentions if m.salient])
        else:
            self._go_on()

    def _deliver(self, groups: list[Group]) -> None:
        analyses, self._analyses = self._analyses, []
        self._current = None
        self._grouping = False
        self.imported.emit(analyses, groups)
        self._go_on()

    def _go_on(self) -> None:
        """Takes the next step unless whoever was told of the last one has set something going."""
        if self._current is None:
            self._next()

    def _end(self) -> None:
        self.progress.emit(self._total, self._total, "")
        self._grouping = False
        self._total = 0
        self.finished.emit()


def _analysis(message: dict[str, Any]) -> "SourceAnalysis":
    from timeline_app.extraction.analysis import SourceAnalysis  # not while the window starts

    return SourceAnalysis(
        decode(Source, message.get("source")),
        decode(tuple[TimeExpression, ...], message.get("expressions")),
        decode(tuple[Mention, ...], message.get("mentions")),
        decode(tuple[str, ...], message.get("warnings", [])),
    )


def _group(item: dict[str, Any]) -> Group:
    return Group(
        decode(tuple[str, ...], item["mentions"]),
        decode(int, item["origins"]),
        decode(float, item["confidence"]),
    )
