"""Files that are written whole or not at all.

The new content goes to a private file in the same folder, reaches the disk, and takes the old file's name in one step,
so a kill or a power cut at any moment leaves the old file or the new one (rename(2), POSIX.1-2017).
"""

import contextlib
import hashlib
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from timeline_app.formats.errors import FormatError, os_failure
from timeline_app.formats.private_folder import PrivateFolder, is_running

_MARK = ".partial"
_ABANDONED_AFTER = 3600  # seconds: no save takes that long, so its process is gone
_LONGEST_NAME = 255  # bytes of a file's name, on nearly every file system
_STEM_BYTES = 80  # of the name that a temporary file is made for
_LONGEST_SUFFIX = 20  # bytes; what is longer is no ending that a program asks for


class Disk:
    """The three steps that make a write durable: the seam at which tests inject faults."""

    def sync_file(self, path: Path) -> None:
        """Waits until the file's content is on the disk."""
        with path.open("rb+") as file:
            os.fsync(file.fileno())

    def replace(self, temporary: Path, path: Path) -> None:
        """Gives the new file the old one's name."""
        temporary.replace(path)

    def sync_folder(self, folder: Path) -> None:
        """Waits until the folder's entries are on the disk, where the system can."""
        with contextlib.suppress(OSError, PermissionError):  # some network and FUSE folders cannot be synced
            descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


DISK = Disk()


def write_atomically(path: Path, write: Callable[[Path], object], disk: Disk | None = None) -> None:
    """Calls `write` with a temporary path of the same ending and puts what it wrote in the place of `path`.

    A link is followed, so that its target changes; a pipe or device is written to at the end.  Raises FormatError,
    leaving `path` as it was, when anything fails, and BrokenPipeError when a pipe's reader has gone.
    """
    disk = disk or DISK
    try:
        if path.exists() and not path.is_file():
            _write_to_device(path, write)
            return
        target = Path(os.path.realpath(path))
        remove_abandoned(target)
        _write_beside(target, write, disk)
    except BrokenPipeError:
        raise  # whoever reads the pipe has seen enough
    except OSError as error:
        raise os_failure("write", path, error) from error


def write_text_atomically(path: Path, text: str, *, bom: bool = False) -> None:
    """Writes UTF-8 text atomically; what UTF-8 cannot hold (lone surrogates) becomes a question mark."""
    data = text.encode("utf-8", "replace")
    write_atomically(path, lambda temporary: temporary.write_bytes((b"\xef\xbb\xbf" if bom else b"") + data))


def keep_backup(path: Path) -> Path | None:
    """Copies an existing file to ``name.bak`` before it is replaced; returns the copy's path, None without a file.

    A name that would be too long is cut, as `fitting_name` does.
    """
    if not path.is_file():
        return None
    backup = path.with_name(fitting_name("", path.name, ".bak"))
    write_atomically(backup, lambda temporary: shutil.copyfile(path, temporary))
    return backup


def check_writable(path: Path) -> None:
    """Raises FormatError when nothing could be written at `path`, so that long work is not done in vain."""
    if path.is_dir():
        raise FormatError(f"Could not write {path}: it is a folder; name a file in it.")
    if not path.parent.is_dir():
        raise FormatError(f"Could not write {path}: the folder {path.parent} does not exist; create it first.")
    if not os.access(path if path.exists() and not path.is_file() else path.parent, os.W_OK):
        raise FormatError(f"Could not write {path}: you may not write to the folder {path.parent}.")


def fitting_name(before: str, name: str, after: str) -> str:
    """The name of a file beside the one called `name`; one that would be too long is cut and told apart by a hash."""
    if len(os.fsencode(before + name + after)) <= _LONGEST_NAME:
        return before + name + after
    mark = hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
    return f"{before}{_cut(name, _LONGEST_NAME - len(os.fsencode(before + after)) - len(mark) - 1)}-{mark}{after}"


def _cut(name: str, most: int) -> str:
    """As much of a name as so many bytes hold, up to the end of a character."""
    return os.fsencode(name)[:most].decode("utf-8", "ignore")


def _suffix(target: Path) -> str:
    return target.suffix if len(os.fsencode(target.suffix)) <= _LONGEST_SUFFIX else ""


def _write_beside(target: Path, write: Callable[[Path], object], disk: Disk) -> None:
    prefix = f".{_cut(target.stem, _STEM_BYTES)}-{os.getpid()}-"
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=_MARK + _suffix(target), dir=target.parent)
    os.close(descriptor)
    temporary = Path(name)
    try:
        write(temporary)
        with contextlib.suppress(OSError):  # some network folders know no permissions
            temporary.chmod(_mode_for(target))
        disk.sync_file(temporary)
        disk.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    disk.sync_folder(target.parent)


def _write_to_device(target: Path, write: Callable[[Path], object]) -> None:
    with PrivateFolder() as folder:
        temporary = Path(folder, "output").with_suffix(target.suffix)
        write(temporary)
        with temporary.open("rb") as content, target.open("wb") as device:
            shutil.copyfileobj(content, device)


def _mode_for(target: Path) -> int:
    """The permissions of the file that is replaced, else what the user's umask gives a new file."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0o077)
    os.umask(umask)
    return 0o666 & ~umask


def remove_abandoned(target: Path) -> None:
    """Removes what a killed save of this file left beside it; may raise OSError.

    Whoever calls it must be the one who may write the file: a process of another machine counts as gone.
    """
    _remove_left(target.parent, re.escape(_cut(target.stem, _STEM_BYTES)), re.escape(_suffix(target)))


def remove_all_abandoned(folder: Path) -> None:
    """Removes what killed saves of any file left in a folder of the program's own; may raise OSError."""
    _remove_left(folder, ".*", r"(?:\.\w+)?")


def _remove_left(folder: Path, stem: str, suffix: str) -> None:
    ours = re.compile(rf"\.{stem}-(\d+)-\w+{re.escape(_MARK)}{suffix}(-journal|-wal|-shm)?", re.DOTALL)
    for entry in os.scandir(folder):
        if (match := ours.fullmatch(entry.name)) is not None:
            with contextlib.suppress(OSError):
                is_old = time.time() - entry.stat().st_mtime > _ABANDONED_AFTER
                if is_old or not is_running(int(match[1])):
                    Path(entry.path).unlink()
