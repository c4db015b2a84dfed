"""Temporary folders that nobody else may look into, and the end of those whose process was killed."""

import contextlib
import os
import re
import shutil
import sys
import tempfile
import weakref
from pathlib import Path

_PREFIX = "timeline-app-"
_OURS = re.compile(rf"{_PREFIX}(\d+)-\w+")


class PrivateFolder:
    """A folder `name` for this process and user alone (mode 0700).

    It is deleted by `cleanup`, or at the end of a `with`, and at the latest with this object or the process.
    """

    def __init__(self) -> None:
        self.name = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-")
        self.cleanup = weakref.finalize(self, shutil.rmtree, self.name, ignore_errors=True)

    def __enter__(self) -> str:
        return self.name

    def __exit__(self, *_: object) -> None:
        self.cleanup()


def remove_left_folders() -> None:
    """Deletes the private folders of processes that were killed: they hold what nobody should find."""
    if not hasattr(os, "getuid"):
        return  # whether a process runs cannot be asked there without harm
    with contextlib.suppress(OSError):
        for entry in os.scandir(tempfile.gettempdir()):
            match = _OURS.fullmatch(entry.name)
            if match is None or not entry.is_dir(follow_symlinks=False):
                continue
            if entry.stat(follow_symlinks=False).st_uid == os.getuid() and not is_running(int(match[1])):
                shutil.rmtree(Path(entry.path), ignore_errors=True)


def is_running(process: int) -> bool:
    """Whether a process of this machine runs; assumed where it cannot be asked without harm."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
