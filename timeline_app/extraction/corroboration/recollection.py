"""Recollection: sources and mentions set aside on disk, so that what is compared takes the same memory for any project.

Only numbers stay in memory, and what was looked at last.  The database is SQLite's own temporary one: it has no name,
other programs cannot open it, and it is gone with the process, however that ends.
"""

import sqlite3
from functools import lru_cache

from timeline_app.model.annotation import Mention
from timeline_app.model.codec import decode, parse, to_json
from timeline_app.model.source import Segment, SegmentKind, Source

_AT_HAND = 2_048  # mentions that are kept in memory as well
_TABLES = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE mention (number INTEGER PRIMARY KEY, record TEXT) STRICT;
    CREATE TABLE source (sha256 TEXT PRIMARY KEY, text BLOB) STRICT, WITHOUT ROWID;
"""


class NoRoomError(OSError):
    """The folder for temporary files is full; its text tells the user so, and what to do."""

    def __init__(self) -> None:
        super().__init__(
            "The folder for temporary files is full. Make room on its disk, start the program again and import "
            "what is missing; the project is unharmed."
        )


class Recollection:
    """Mentions by number, in the order in which they were added, and the texts of sources.

    `text_of` answers the text of a source that was kept, by its SHA-256.  What there is no room for raises NoRoomError,
    and so does all that comes after it: a page that was half written must not be read.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(_TABLES)
        self._is_full = False
        self._count = 0
        self._recall = lru_cache(_AT_HAND)(self._read)
        self.text_of = lru_cache(1)(self._read_text)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> Mention:
        return self._recall(number)

    def append(self, mention: Mention) -> None:
        """Takes a mention in; its number is how many there were before."""
        self._write("INSERT INTO mention VALUES (?, ?)", (self._count, to_json(mention)))
        self._count += 1

    def keep(self, source: Source) -> "KeptSource":
        """Takes a source in; answers what stays at hand of it."""
        text = source.text.encode("utf-8", "surrogatepass")
        self._write("INSERT OR IGNORE INTO source VALUES (?, ?)", (source.sha256, text))
        return KeptSource(source, self)

    def _write(self, statement: str, values: tuple[int | str, str | bytes]) -> None:
        if self._is_full:
            raise NoRoomError
        try:
            self._database.execute(statement, values)
        except sqlite3.OperationalError as error:
            self._is_full = True
            raise NoRoomError from error

    def _read_text(self, sha256: str) -> str:
        found = self._database.execute("SELECT text FROM source WHERE sha256 = ?", (sha256,)).fetchone()
        return bytes(found[0]).decode("utf-8", "surrogatepass")

    def _read(self, number: int) -> Mention:
        found = self._database.execute("SELECT record FROM mention WHERE number = ?", (number,)).fetchone()
        mention: Mention = decode(Mention, parse(found[0]))
        return mention


class KeptSource:
    """What grouping asks of a source; its text is fetched when it is asked for."""

    __slots__ = ("_headlines", "_recollection", "position", "publisher", "sha256")

    def __init__(self, source: Source, recollection: Recollection) -> None:
        self.position, self.publisher, self.sha256 = source.position, source.publisher, source.sha256
        self._headlines = tuple(part for part in source.segments if part.kind is SegmentKind.HEADLINE)
        self._recollection = recollection

    @property
    def text(self) -> str:
        """The whole text."""
        return self._recollection.text_of(self.sha256)

    def segment_at(self, offset: int) -> Segment | None:
        """The headline that holds a code point; what else it is divided into is not kept."""
        return next((part for part in self._headlines if part.span.start <= offset < part.span.end), None)
