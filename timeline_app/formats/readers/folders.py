"""Folders to the documents in them, and one line on what was passed over."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline_app.formats.readers.kinds import SUFFIXES

MAX_FILES = 20_000
_NAMED = 6  # kinds of file that are named


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The documents to read, in order; what was passed over, a sentence for each folder; and the empty folders.

    `others` are the files of other kinds, which may be tables of events.
    """

    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()
    empty: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()


def find_files(paths: Sequence[Path]) -> FoundFiles:
    """Files as they are named, folders as the documents below them that were not named before; never raises.

    In a folder, hidden files and folders, links to folders, and files of other kinds are passed over.
    """
    found: list[Path] = []
    named: set[str] = set()
    notes: list[str] = []
    empty: list[Path] = []
    others: list[Path] = []
    for path in paths:
        if not _is_dir(path):
            found.append(path)
            named.add(str(path))
            continue
        closed: list[OSError] = []
        inside = list(_walk(path, closed))
        chosen = [file for file in inside if file.suffix.lower() in SUFFIXES]
        found += [file for file in chosen if str(file) not in named]
        named.update(map(str, chosen))
        others += [file for file in inside if file.suffix.lower() not in SUFFIXES]
        notes += _notes(path, inside)
        notes += _closed(closed)
        empty += [] if chosen else [path]
        if len(found) > MAX_FILES:
            notes.append(f"{path} holds very many documents; only the first {MAX_FILES:,} are read.")
            break
    return FoundFiles(tuple(found[:MAX_FILES]), tuple(notes), tuple(empty), tuple(others))


def _walk(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """Every file below a folder that is not hidden, folder by folder in order of name; `closed` takes the refusals."""
    given = 0
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        for name in sorted(files):
            if not name.startswith((".", "~$")):
                given += 1
                if given > 10 * MAX_FILES:
                    return
                yield Path(place, name)


def _notes(folder: Path, inside: Sequence[Path]) -> Iterator[str]:
    others = Counter(file.suffix.lower() or "no ending" for file in inside if file.suffix.lower() not in SUFFIXES)
    if others:
        total = sum(others.values())
        more = len(others) - _NAMED
        listed = ", ".join(f"{count} {ending}" for ending, count in others.most_common(_NAMED))
        passed = "1 file of another kind was" if total == 1 else f"{total} files of other kinds were"
        yield f"{folder}: {passed} passed over ({listed}{f' and {more} more kinds' if more > 0 else ''})."


def _closed(refusals: Sequence[OSError]) -> Iterator[str]:
    """A sentence for each of the first folders that could not be opened, and one for the rest."""
    for refusal in refusals[:_NAMED]:
        reason = refusal.strerror or type(refusal).__name__
        yield f"{refusal.filename} could not be opened ({reason}); the files in it were not read."
    if len(refusals) > _NAMED:
        yield f"{len(refusals) - _NAMED} more folders could not be opened; the files in them were not read."


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def suffix_patterns() -> Iterable[str]:
    """The endings as a file dialog wants them: ``*.txt``, ``*.pdf`` …"""
    return sorted(f"*{suffix}" for suffix in SUFFIXES)
