"""The other end of the reading process: starts it when first needed, and again after a document has broken it."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Any

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.readers.kinds import Kind
from timeline_app.model.codec import CodecError, decode
from timeline_app.model.document_text import RawDocument

MAX_SECONDS = 90  # for one document: a thousand-page PDF takes half of it on a slow machine
_MAX_ANSWER = 400_000_000  # bytes of JSON: escapes make a text of the allowed size six times as long


def reading_command() -> list[str]:
    """How the reading process is started; ``-P``, lest a file in the current folder pass for a module."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "reader"]
    return [sys.executable, "-P", "-m", "timeline_app", "reader"]


class ReadingProcess:
    """Reads documents of the kinds that libraries parse, one after the other, in a process that may be killed."""

    def __init__(self, command: Sequence[str] | None = None, max_seconds: float = MAX_SECONDS) -> None:
        self._command = [*(command or reading_command()), str(round(max_seconds) or 1)]
        self._max_seconds = max_seconds
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, kind: Kind, data: bytes, name: str) -> RawDocument:
        """Reads one document; UnreadableError where it cannot be read, or takes too long or too much memory."""
        process = self._running() or self._start(name)
        killed = threading.Event()

        def end() -> None:
            killed.set()
            process.kill()

        timer = threading.Timer(self._max_seconds, end)
        timer.daemon = True
        timer.start()
        try:
            answer = _ask(process, {"kind": kind.value, "name": name, "size": len(data)}, data)
        except (OSError, ValueError):
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            self.close()
            raise UnreadableError(name, _why(killed.is_set(), self._max_seconds))
        return _document(answer, name)

    def close(self) -> None:
        """Ends the process; the next document starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    _close(pipe)
            process.wait()

    def _running(self) -> "subprocess.Popen[bytes] | None":
        if self._process is not None and self._process.poll() is not None:
            self.close()  # it ended by itself while it had nothing to do
        return self._process

    def _start(self, name: str) -> "subprocess.Popen[bytes]":
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONSAFEPATH": "1", "OMP_NUM_THREADS": "1"},
                start_new_session=True,  # Ctrl-C is for the program, which then ends this
            )
        except OSError as error:
            reason = f"the reading process could not be started ({error.strerror or error}); install the program again"
            raise UnreadableError(name, reason) from error
        return self._process


def _ask(process: "subprocess.Popen[bytes]", request: dict[str, Any], data: bytes) -> Any:
    """The answer to one request, None when the process ended instead."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
    process.stdin.write(data)
    process.stdin.flush()
    line = process.stdout.readline(_MAX_ANSWER)
    return json.loads(line) if line.endswith(b"\n") else None


def _document(answer: Any, name: str) -> RawDocument:
    reason = answer.get("reason") if isinstance(answer, dict) else None
    if isinstance(reason, str):
        raise UnreadableError(name, reason)
    try:
        document: RawDocument = decode(RawDocument, answer["document"])
    except (CodecError, KeyError, TypeError) as error:
        raise UnreadableError(name, "reading it gave no document; save its text as .txt") from error
    return document


def _why(took_too_long: bool, max_seconds: float) -> str:
    if took_too_long:
        return f"reading it took more than {max_seconds:.0f} seconds; save its text as .txt"
    return "it broke the reading process, as damaged or hostile files do; save its text as .txt"


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what was never taken from the pipe is lost with the process
        return
