"""How a file was left, so that what another program does to it is noticed before it is written over."""

from dataclasses import dataclass
from pathlib import Path

from timeline_app.formats.errors import FormatError


class OutsideChange(FormatError):  # noqa: N818 - it is news, and the caller may go on
    """Another program changed the file since it was opened or saved here."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What tells one state of a file from another: where it lies on the disk, its size and when it was changed."""

    device: int
    inode: int
    size: int
    changed: int  # nanoseconds

    @classmethod
    def of(cls, path: Path) -> "FileState | None":
        """The state of a file now, None where there is none."""
        try:
            found = path.stat()
        except (OSError, ValueError):
            return None
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def outside_change(path: Path, left: FileState) -> OutsideChange | None:
    """The sentence about a file that is not as it was left, None where it is, or where nothing is in its place."""
    now = FileState.of(path)
    if now is None or now == left:
        return None
    return OutsideChange(
        f"{path} was changed by another program since it was opened here. Save under another name to keep both, "
        "or overwrite it."
    )
