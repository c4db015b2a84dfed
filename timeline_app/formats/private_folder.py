"""Temporary folders that nobody else may look into, and the end of those whose process was killed."""

import contextlib
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

_PREFIX = "timeline-app-"
_OURS = re.compile(rf"{_PREFIX}(\d+)-\w+")


def private_folder() -> "tempfile.TemporaryDirectory[str]":
    """A folder for this process and user alone (mode 0700), deleted at its end."""
    return tempfile.TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-", ignore_cleanup_errors=True)


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
