"""Full-text search over many texts: SQLite's FTS5, in memory, one row a paragraph (https://sqlite.org/fts5.html).

Nothing of a text is written to a disk for it, and the index holds words and places only.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

from timeline_app.model.token import Span

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_LONGEST = 2_000  # code points of a paragraph that are one row; a longer one is several
_QUERY = re.compile(r'"([^"]*)"?|(\S+)')
_PORTION = 20  # rows that are added while a search waits
_SHIFT = 32  # a row's number is that of its text, shifted by so many bits, and that of its paragraph
_PARAGRAPHS = (1 << _SHIFT) - 1
_UNSPACED = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff])")
"""Letters of scripts that put no space between words: each is a word to the index, and words are phrases."""
_SPARE = 4  # rows looked at for each one wanted, since some may be of texts taken out


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that holds all that was searched for, and the first word of it that was found."""

    key: str  # of the text
    paragraph: Span
    found: Span


@dataclass(frozen=True, slots=True)
class Passages:
    """How many paragraphs of a text hold all that was searched for, and the first of them."""

    count: int
    first: Span


@dataclass(frozen=True, slots=True)
class _Text:
    key: str
    text: str
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
        self._live: dict[str, _Text] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._live

    def add(self, key: str, text: str) -> None:
        """Adds a text, in the place of one with its key."""
        spans = list(_paragraphs(text))
        with self._lock:
            first = len(self._texts) << _SHIFT
            self._live[key] = entry = _Text(key, text, spans)
            self._texts.append(entry)
        for start in range(0, len(spans), _PORTION):
            some = spans[start : start + _PORTION]
            rows = [(first + start + i, _searchable(text[s.start : s.end])) for i, s in enumerate(some)]
            with self._lock:
                self._connection.executemany("INSERT INTO paragraph(rowid, text) VALUES (?, ?)", rows)

    def remove(self, key: str) -> None:
        """Takes a text out; waits for nobody who adds."""
        self._live.pop(key, None)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Paragraphs that hold every word and every "phrase" of a query, in the order of the texts.

        Words of two letters or more may be only begun.  Case and accents do not count.
        """
        match = _match_of(_terms(query))
        if not match:
            return []
        with self._lock:
            rows = self._connection.execute(
                "SELECT rowid FROM paragraph WHERE paragraph MATCH ? ORDER BY rowid LIMIT ?", (match, limit * _SPARE)
            ).fetchall()
            places = [self._place(row) for (row,) in rows]
        live = [(entry, span) for entry, span in places if self._live.get(entry.key) is entry][:limit]
        return [Hit(entry.key, span, place_in(entry.text, span, query)) for entry, span in live]

    def passages(self, query: str) -> dict[str, Passages]:
        """The texts with paragraphs that hold all of a query, by key."""
        found = self._by_text(_match_of(_terms(query)))
        return {entry.key: Passages(count, entry.spans[first]) for entry, count, first in found}

    def holding(self, words: str) -> frozenset[str]:
        """Keys of the texts that hold a word or a phrase, the last word of which may be only begun."""
        return frozenset(entry.key for entry, _, _ in self._by_text(_match_of([(words, True)])))

    def _by_text(self, match: str) -> list[tuple[_Text, int, int]]:
        """The live texts with paragraphs that match, how many those are, and the number of the first."""
        if not match:
            return []
        with self._lock:
            rows = self._connection.execute(
                "SELECT rowid >> ?, count(*), min(rowid) FROM paragraph WHERE paragraph MATCH ? GROUP BY 1",
                (_SHIFT, match),
            ).fetchall()
            found = [(self._texts[number], count, first & _PARAGRAPHS) for number, count, first in rows]
        return [each for each in found if self._live.get(each[0].key) is each[0]]

    def close(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._connection.close()

    def _place(self, row: int) -> tuple[_Text, Span]:
        entry = self._texts[row >> _SHIFT]
        return entry, entry.spans[row & _PARAGRAPHS]


def _paragraphs(text: str) -> Iterator[Span]:
    for found in _PARAGRAPH.finditer(text):
        for start in range(found.start(), found.end(), _LONGEST):
            yield Span(start, min(start + _LONGEST, found.end()))


def _searchable(text: str) -> str:
    """A text without case as UTF-8 can hold it, with a space about each letter of a script that has none."""
    return _UNSPACED.sub(r" \1 ", text.casefold().encode("utf-8", "replace").decode())


def _terms(query: str) -> list[tuple[str, bool]]:
    """The words and "phrases" of a query, and whether they may be only begun, as words of two letters or more may."""
    found = ((phrase or word, len(word) > 1) for phrase, word in _QUERY.findall(query))
    return [(words, begun) for words, begun in found if _is_word(words)]


def _is_word(words: str) -> bool:
    return any(letter.isalnum() for letter in words)


def _quoted(words: str) -> str:
    """Words in the language of FTS5, in quotes, so that no operator of it is reached."""
    return f'"{_searchable(words).replace(chr(34), " ").replace(chr(0), " ")}"'


def _match_of(terms: Sequence[tuple[str, bool]]) -> str:
    return " ".join(_quoted(words) + "*" * begun for words, begun in terms if _is_word(words))


def place_in(text: str, paragraph: Span, query: str) -> Span:
    """Where a paragraph first holds the first word or phrase of a query; its beginning where that is not told."""
    words = next((words for words, _ in _terms(query)), "")
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    found = pattern.search(text, paragraph.start, paragraph.end) if words else None
    return Span(*found.span()) if found else Span(paragraph.start, paragraph.start)
