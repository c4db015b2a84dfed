"""A moment of a working copy, saved as a project file by any thread while the working copy is written on."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import chain
from pathlib import Path

from timeline_app.formats.atomic import write_atomically
from timeline_app.formats.deeds import Deed
from timeline_app.formats.errors import FormatError
from timeline_app.formats.history import Each
from timeline_app.formats.project_digest import store_digest, update_digest
from timeline_app.formats.project_write import MANY_EVENTS
from timeline_app.model.annotation import Mention
from timeline_app.model.change import Remove, record_id, steps_of
from timeline_app.model.digest import EventDigest
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.source import Source

Told = Callable[[int, int], object]  # how many parts of how many are done; what it raises ends the work

_MANY = 5_000  # events touched, from which the digest is computed anew
_VERSIONS = 18  # where a file says that it has a write-ahead log (2) or none (1), to readers and to writers
_PAGES = 1_000  # that are copied between two times that it is told how far a save is


class Snapshot:
    """What a working copy held at one moment.  Saved once, by whatever thread."""

    def __init__(self, connection: sqlite3.Connection, digest: "DigestKeeper", has_digest: bool) -> None:
        self._connection = connection
        self._digest = digest
        self._known, self._stale = digest.take()
        self._has_digest = has_digest
        self._saved: EventDigest | None = None

    def save_to(self, target: Path, told: Told = lambda done, total: None) -> None:
        """Puts it in the place of `target`, whole or not at all, and closes it; raises FormatError.

        `told` is called now and then, and for the last time before the file takes its name; what it raises is raised.
        """
        try:
            write_atomically(target, lambda temporary: self._copy_to(temporary, told))
            self._saved = self._known
        except sqlite3.Error as error:
            raise FormatError(f"Could not save {target}: {error}. The file is as it was before.") from error
        finally:
            self.close()

    def close(self) -> None:
        """Lets go of that moment; `save_to` does it too."""
        self._connection.close()
        self._digest.give_back(self._saved, self._stale)

    def _copy_to(self, temporary: Path, told: Told) -> None:
        with closing(_connect(temporary)) as saved:
            self._connection.backup(
                saved, pages=_PAGES, progress=lambda _code, left, total: told(total - left, total + 1)
            )
        with temporary.open("r+b") as file:
            file.seek(_VERSIONS)
            file.write(b"\1\1")
        with closing(_connect(temporary)) as saved:
            saved.execute("PRAGMA secure_delete = ON")  # a saved file does not tell where it was worked on
            saved.execute("BEGIN")
            saved.execute("DROP TABLE working_copy")
            if not self._has_digest:
                self._add_digest(saved)
            saved.execute("COMMIT")
        told(1, 1)

    def _add_digest(self, saved: sqlite3.Connection) -> None:
        [(events,)] = saved.execute("SELECT count(*) FROM event")
        if events < MANY_EVENTS:
            self._known, self._stale = None, None
        elif self._known is None or self._stale is None or len(self._stale) > _MANY:
            self._known = store_digest(saved)
        else:
            self._known = store_digest(saved, update_digest(saved, self._known, self._stale))


def _connect(temporary: Path) -> sqlite3.Connection:
    """Opens a file that is thrown away unless it is complete: no journal lies beside it, and others sync it."""
    connection = sqlite3.connect(temporary, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = MEMORY")
    return connection


class DigestKeeper:
    """The digest as it was last saved, and which events were touched since.

    The thread that writes notes them and takes what a save needs; the thread that saves gives back what it made.
    """

    def __init__(self, known: EventDigest | None) -> None:
        self.known = known
        self._stale: set[str] | None = set()  # events that it tells wrongly; None for all
        self._missed: list[set[str] | None] = []  # by saves that failed

    def note(self, deed: Deed, each: Each = iter) -> None:
        """Remembers which events a deed touched; one that moves sources or mentions touches any."""
        for step in each(chain(steps_of(deed.change), steps_of(deed.inverse))):
            if self._stale is None:
                return
            kind = step.kind if isinstance(step, Remove) else type(step.record)
            if kind in (Source, Mention):
                self._stale = None
            elif kind is Event:
                self._stale.add(step.id if isinstance(step, Remove) else record_id(step.record))
            elif not isinstance(step, Remove) and isinstance(step.record, SourceLink):
                self._stale.add(step.record.event_id)

    def take(self) -> tuple[EventDigest | None, set[str] | None]:
        """The digest as it was, and what is stale in it now."""
        stale, self._stale = self._stale, set()
        while self._missed:
            missed = self._missed.pop()
            stale = None if stale is None or missed is None else stale | missed
        return self.known, stale

    def give_back(self, fresh: EventDigest | None, stale: set[str] | None) -> None:
        """Takes the digest that was saved, or else what a save that failed had taken."""
        if fresh is not None:
            self.known = fresh
        else:
            self._missed.append(stale)
