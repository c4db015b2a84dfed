"""WorkerProcess: the analysis worker as a child process that takes and gives one JSON object a line."""

import json
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from timeline_app.workspace.turns import Turns

PROTOCOL = 1
_MAX_LINE = 256 * 1024 * 1024  # bytes; an answer longer than that is a fault, not a document
_MAX_COMPLAINT = 4_096  # bytes kept of what a failing start prints
_MAX_REASON = 160  # characters told of it
_leaving: set[QProcess] = set()  # ended, but not gone yet


class WorkerProcess(QObject):
    """Starts the worker when it is first needed and again after it ended.

    `received` carries each answer as a dict; lines that are no answer are dropped, since libraries print.  `died`
    carries the reason, once, whenever the process ends or cannot start without having been asked to.  A process that
    ends before its first answer gives the last line it printed as the reason; later it may quote a source, and what it
    prints is dropped.
    """

    received = Signal(object)
    died = Signal(str)

    def __init__(self, command: list[str], parent: QObject | None = None, turns: Turns | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self._turns = turns or Turns(self)
        self._process: QProcess | None = None
        self._buffer = bytearray()
        self._lines: deque[bytes | bytearray] = deque()  # answers that were not told yet
        self._complaint = b""
        self._has_answered = False
        self._is_heard = True

    @classmethod
    def ahead(cls, command: list[str]) -> "WorkerProcess":
        """One that is started before anybody listens: what it answers is kept until `hear`."""
        made = cls(command)
        made._is_heard = False
        made.start()
        return made

    def hear(self, parent: QObject, turns: Turns) -> None:
        """Tells from now on what is answered, to whoever owns it now."""
        self.setParent(parent)
        self._turns, self._is_heard = turns, True
        if self._lines:
            turns.once(self, self._tell)

    @property
    def is_running(self) -> bool:
        """Whether there is a process, ready or starting."""
        return self._process is not None

    def start(self) -> None:
        """Starts the process unless there is one; returns at once."""
        if self._process is not None:
            return
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(self._command[1:])
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_complaint)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        self._buffer.clear()
        self._complaint, self._has_answered = b"", False
        process.start()

    def send(self, message: dict[str, Any]) -> None:
        """Hands the worker one request, starting it if need be; the pipe is filled in the background."""
        self.start()
        if self._process is not None:
            line = json.dumps({"v": PROTOCOL, **message}, ensure_ascii=True) + "\n"
            self._process.write(line.encode("ascii"))

    def kill(self) -> None:
        """Ends the process at once; what it had not answered stays unanswered, and `died` is not emitted."""
        process = self._let_go()
        if process is not None:
            process.kill()
            process.waitForFinished(2_000)
            process.deleteLater()

    def abandon(self, then: Callable[[], object]) -> None:
        """Ends the process as `kill` does, without waiting for it: `then` is called when it has gone.

        A process that holds much memory, on a busy machine, takes a moment to go.
        """
        process = self._let_go()
        if process is None or process.state() is QProcess.ProcessState.NotRunning:
            then()
            return

        def gone() -> None:
            _leaving.discard(process)
            with suppress(RuntimeError):  # the program ends, and its objects with it
                process.deleteLater()
            then()

        process.setParent(None)  # its owner may go before it
        _leaving.add(process)
        process.finished.connect(gone)
        process.kill()

    def stop(self, patience: int = 1_000) -> None:
        """Ends the process as the program closes: end of input first, then by force after `patience` milliseconds."""
        process = self._let_go()
        if process is not None:
            process.closeWriteChannel()
            if not process.waitForFinished(patience):
                process.kill()
                process.waitForFinished(2_000)
            process.deleteLater()

    def _let_go(self) -> QProcess | None:
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._on_output)
            process.readyReadStandardError.disconnect(self._on_complaint)
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
            self._buffer.clear()
            self._lines.clear()
        return process

    def _on_output(self) -> None:
        if self._process is None:
            return
        chunk = self._process.readAllStandardOutput().data()
        self._buffer += chunk
        if b"\n" in chunk:  # a long line comes in many chunks; it is not searched again with each
            *lines, self._buffer = self._buffer.split(b"\n")
            self._lines.extend(lines)
        if len(self._buffer) > _MAX_LINE:
            self.kill()
            self.died.emit("it answered without end")
        elif self._lines and self._is_heard:
            self._turns.once(self, self._tell)

    def _tell(self) -> None:
        """Tells one answer that came; a flood of them leaves the window its turns."""
        if self._lines:
            message = _message(self._lines.popleft())
            if message is not None:
                self._has_answered = True
                self.received.emit(message)
        if self._lines:
            self._turns.once(self, self._tell)

    def _on_complaint(self) -> None:
        """Drains what the worker prints beside its answers, so that it never waits for a reader."""
        if self._process is not None:
            printed = self._process.readAllStandardError().data()
            self._complaint = b"" if self._has_answered else (self._complaint + printed)[-_MAX_COMPLAINT:]

    def _on_finished(self) -> None:
        self._on_output()
        while self._lines:
            self._tell()
        self._on_complaint()
        reason = _last_line(self._complaint) or "it stopped unexpectedly"
        process = self._let_go()
        if process is not None:
            process.deleteLater()
            self.died.emit(reason)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            process = self._let_go()
            if process is not None:
                process.deleteLater()
                self.died.emit("it could not be started")


def _message(line: bytes | bytearray) -> dict[str, Any] | None:
    """The answer on a line, None where the line is something else."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) and message.get("v") == PROTOCOL else None


def _last_line(printed: bytes) -> str:
    """The last line of what a process printed: of a traceback, the error itself."""
    lines = printed.decode("utf-8", "replace").split("\n")
    last = next((" ".join(line.split()) for line in reversed(lines) if line.strip()), "")
    return last if len(last) <= _MAX_REASON else last[: _MAX_REASON - 1] + "…"
