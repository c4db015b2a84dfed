"""Opens a file that may be anything: a device, a pipe without a writer, a gigabyte, a link to itself."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from timeline_app.formats.errors import FormatError, UnreadableError, os_failure

_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
_MEGABYTE = 1_000_000
_ATTEMPTS = 3  # at reading a file that changes meanwhile


def read_file(path: Path, max_bytes: int) -> bytes:
    """The bytes of a regular file; FormatError for everything else, and for one that is larger than `max_bytes`."""
    return _with_open(path, lambda descriptor: _read(path, descriptor, max_bytes))


def read_start(path: Path, size: int) -> bytes:
    """The first `size` bytes of a regular file, or all; FormatError for everything else."""

    def read(descriptor: int) -> bytes:
        _regular(path, descriptor)
        return os.read(descriptor, size)

    return _with_open(path, read)


def _with_open(path: Path, read: Callable[[int], bytes]) -> bytes:
    """What is read of a file that is opened without waiting, as a pipe would, for somebody who writes."""
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket
            raise UnreadableError(path, "it is not a file but a socket or device") from error
        raise os_failure("read", path, error) from error
    except ValueError as error:  # a NUL in the name
        raise FormatError(f"Could not read {str(path)!r}: {error}.") from error
    try:
        with os.fdopen(descriptor, "rb") as file:
            return read(file.fileno())
    except OSError as error:
        raise os_failure("read", path, error) from error


def _read(path: Path, descriptor: int, max_bytes: int) -> bytes:
    """All bytes of one state of the file: what another program writes meanwhile is read again from the start."""
    for _ in range(_ATTEMPTS):
        found = _regular(path, descriptor)
        if found.st_size > max_bytes:
            raise too_large(path, max_bytes)
        os.lseek(descriptor, 0, os.SEEK_SET)
        data = _read_on(path, descriptor, max_bytes)
        if _state(os.fstat(descriptor)) == _state(found):
            return data
    raise UnreadableError(path, "another program is writing to it; import it again when that is done")


def _regular(path: Path, descriptor: int) -> os.stat_result:
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError(path, "it is not a file but a pipe, socket or device")
    return found


def _state(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns


def _read_on(path: Path, descriptor: int, max_bytes: int) -> bytes:
    pieces, size = [], 0
    while piece := os.read(descriptor, min(_MEGABYTE, max_bytes + 1 - size)):
        pieces.append(piece)
        size += len(piece)
        if size > max_bytes:  # it grows while it is read, or says nothing of its size, as files in /proc
            raise too_large(path, max_bytes)
    return b"".join(pieces)


def too_large(name: object, max_bytes: int) -> UnreadableError:
    """The refusal of a file that is larger than files of its kind may be."""
    return UnreadableError(name, f"it is larger than {max_bytes // _MEGABYTE} MB; split it")
