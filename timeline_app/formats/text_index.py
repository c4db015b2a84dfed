"""Full-text search over many texts: SQLite's FTS5, in memory, one row a paragraph (https://sqlite.org/fts5.html).

Nothing of a text is written to a disk for it, and the index holds words and places only.
"""

import re
import sqlite3
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from timeline_app.model.token import Span

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_LONGEST = 2_000  # code points of a paragraph that are one row; a longer one is several
_QUERY = re.compile(r'"([^"]*)"?|(\S+)')
_SPARE = 4  # rows looked at for each one wanted, since some may be of texts taken out


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that holds all that was searched for, and the first word of it that was found."""

    key: str  # of the text
    paragraph: Span
    found: Span


@dataclass(slots=True)
class _Text:
    key: str
    text: str
    first_row: int
    spans: list[Span]


class TextIndex:
    """Texts by key.  One thread may add while another searches."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._connection.execute(
            "CREATE VIRTUAL TABLE paragraph USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2')"
        )
        self._lock = Lock()
        self._texts: list[_Text] = []
        self._first_rows: list[int] = []
        self._live: dict[str, _Text] = {}
        self._next_row = 1

    def __contains__(self, key: str) -> bool:
        return key in self._live

    def add(self, key: str, text: str) -> None:
        """Adds a text, in the place of one with its key."""
        spans = list(_paragraphs(text))
        with self._lock:
            rows = ((self._next_row + i, _searchable(text[s.start : s.end])) for i, s in enumerate(spans))
            self._connection.executemany("INSERT INTO paragraph(rowid, text) VALUES (?, ?)", rows)
            entry = _Text(key, text, self._next_row, spans)
            self._texts.append(entry)
            self._first_rows.append(self._next_row)
            self._live[key] = entry
            self._next_row += len(spans)

    def remove(self, key: str) -> None:
        """Takes a text out."""
        with self._lock:
            self._live.pop(key, None)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Paragraphs that hold every word and every "phrase" of a query, in the order of the texts.

        The last word may be only begun.  Case and accents do not count.
        """
        match = _match_of(query)
        if not match:
            return []
        with self._lock:
            rows = self._connection.execute(
                "SELECT rowid FROM paragraph WHERE paragraph MATCH ? ORDER BY rowid LIMIT ?", (match, limit * _SPARE)
            ).fetchall()
            places = [self._place(row) for (row,) in rows]
        words = _words_of(query)
        return [_hit(entry, span, words) for entry, span in places if self._live.get(entry.key) is entry][:limit]

    def close(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._connection.close()

    def _place(self, row: int) -> tuple[_Text, Span]:
        entry = self._texts[bisect_right(self._first_rows, row) - 1]
        return entry, entry.spans[row - entry.first_row]


def _paragraphs(text: str) -> Iterator[Span]:
    for found in _PARAGRAPH.finditer(text):
        for start in range(found.start(), found.end(), _LONGEST):
            yield Span(start, min(start + _LONGEST, found.end()))


def _searchable(text: str) -> str:
    """A text as UTF-8 can hold it."""
    return text.encode("utf-8", "replace").decode()


def _words_of(query: str) -> list[str]:
    found = (phrase or word for phrase, word in _QUERY.findall(_searchable(query)))
    return [words for words in found if any(letter.isalnum() for letter in words)]


def _match_of(query: str) -> str:
    """A query in the language of FTS5, in which everything is quoted, so that no operator of it is reached."""
    terms = [f'"{words.replace(chr(34), " ").replace(chr(0), " ")}"' for words in _words_of(query)]
    if terms and not query.rstrip().endswith('"') and not query[-1:].isspace():
        terms[-1] += "*"
    return " ".join(terms)


def _hit(entry: _Text, paragraph: Span, words: list[str]) -> Hit:
    text = entry.text[paragraph.start : paragraph.end]
    found = re.search(rf"(?<!\w){re.escape(words[0])}", text, re.IGNORECASE)
    start, end = found.span() if found else (0, 0)
    return Hit(entry.key, paragraph, Span(paragraph.start + start, paragraph.start + end))
