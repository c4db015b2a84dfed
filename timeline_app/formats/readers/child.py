"""The reading process: documents in on stdin, texts out on stdout, and nothing else that it could do harm with.

A request is a JSON line ``{"kind", "name", "size"}`` and that many bytes; an answer is a JSON line with the
``document``, or with the reason why there is none.  The process has a limit of memory, may open no connection, start
no program and write no file, and ends by itself when a document takes too long or nobody is left to answer.
"""

import contextlib
import json
import os
import signal
import sys
from typing import Any, BinaryIO

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.readers.dispatch import read_kind
from timeline_app.formats.readers.kinds import Kind
from timeline_app.model.codec import encode

MAX_MEMORY = 1_000_000_000  # bytes of address space
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty", "os.remove",
    "os.rename", "os.rmdir", "os.mkdir", "os.truncate", "os.link", "os.symlink", "os.chmod", "os.chown", "os.kill",
    "shutil.", "urllib.", "ftplib.", "smtplib.", "webbrowser.", "pty.", "ctypes.",
)  # fmt: skip


def serve(max_seconds: int) -> None:
    """Answers requests until stdin ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what a library prints is no answer
    requests = sys.stdin.buffer
    _bound_memory()
    _shut_in()
    while line := requests.readline(100_000):
        _set_alarm(max_seconds + 2)  # the parent counts too; this is for when there is none any more
        answer = _answer(json.loads(line), requests)
        answers.write(json.dumps(answer, separators=(",", ":")).encode("ascii") + b"\n")
        answers.flush()
        _set_alarm(0)


def _answer(request: dict[str, Any], requests: BinaryIO) -> dict[str, Any]:
    try:
        data = requests.read(int(request["size"]))
        return {"document": encode(read_kind(Kind(request["kind"]), data, str(request["name"])))}
    except UnreadableError as error:
        return {"reason": error.reason}
    except MemoryError:
        return {"reason": "reading it takes more memory than a document should; save its text as .txt"}
    except Exception as error:  # a library's fault: named, so that it can be reported
        return {"reason": f"it could not be understood ({type(error).__name__}); save its text as .txt"}


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not everywhere, and never more than is allowed
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _shut_in() -> None:
    """From here on the process opens no connection, starts no program and changes no file."""
    sys.dont_write_bytecode = True

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            _, mode, flags = arguments
            if isinstance(flags, int) and flags & _WRITING:
                raise PermissionError("the reading process writes nothing")
            if isinstance(mode, str) and set(mode) & set("wax+"):
                raise PermissionError("the reading process writes nothing")
        elif event.startswith(_FORBIDDEN):
            raise PermissionError(f"the reading process may not do {event}")

    sys.addaudithook(refuse)


def _set_alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)  # unhandled, it ends the process even inside a library
