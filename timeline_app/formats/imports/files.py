"""Bytes and tables of event files: bounded, decoded, split into rows."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import chain, count, islice
from pathlib import Path

from timeline_app.formats.errors import FormatError
from timeline_app.formats.imports.column_names import is_known
from timeline_app.formats.opening import read_file

MAX_BYTES = 100_000_000
MAX_ROWS = 300_000
_MAX_CELL = 1_000_000  # characters
_MAX_COLUMNS = 400
_SEPARATORS = (",", ";", "\t", "|")
_MAX_PREAMBLE = 20  # lines above the header: a title, a date of export, nothing
_HEADER_LINES = 3  # of which the last may be the header, below names that span several columns
_END = "\x03end of the table"  # a line after the last, which no open quotation mark may take in
_DECLARED = re.compile(r"sep=(.)\r?\n")  # how Excel is told the separator, in a line above the header


def read_bytes(path: Path) -> bytes:
    """A file's content; raises FormatError for what cannot be read or is too large."""
    return read_file(path, MAX_BYTES)


def decode(path: Path, data: bytes) -> str:
    """A table's text: UTF-8, UTF-16 or UTF-32 by its mark or by its zeros, else Windows' code page of spreadsheets."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return data.decode("utf-32", "replace")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    start = data[:4096]
    if b"\x00" in start:
        high, low = start[::2], start[1::2]  # of ASCII in UTF-16 one of the two is always zero
        for encoding, zeros, letters in (("utf-16-le", low, high), ("utf-16-be", high, low)):
            if zeros.count(0) > 0.9 * len(zeros) and 0 not in letters:
                return data.decode(encoding, "replace")
        raise FormatError(f"Could not read {path}: it is a binary file, not a table. Save it as CSV.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


class Table:
    """A header and the rows under it, as dictionaries by column; empty rows are passed over.

    Lines of a single cell above the header (a title, a date of export) are passed over too, and so are names above it
    that span several columns.
    """

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        declared = _DECLARED.match(text)
        self._text = text[declared.end() :] if declared else text
        self._separator = declared[1] if declared else _separator(self._text)
        self._rows = self._records()
        for _ in range(self._preamble()):
            next(self._rows)
        header = [cell.strip() for cell in next(self._rows, [])]
        if not any(header):
            why = "its first line names no columns" if text.strip() else "it is empty"
            raise FormatError(f"Could not read {path}: {why}.")
        if len(header) > _MAX_COLUMNS:
            raise FormatError(
                f"Could not read {path}: it has {len(header):,} columns, and {_MAX_COLUMNS} are the most; "
                "keep those that tell of events."
            )
        self.columns = tuple(_unique(header))

    def _preamble(self) -> int:
        """How many lines stand above the header."""
        filled = [
            (number, cells)
            for number, cells in enumerate(islice(self._records(), _MAX_PREAMBLE))
            if sum(bool(cell.strip()) for cell in cells) > 1
        ]
        if not filled:
            return 0
        first, *nearby = ((sum(map(is_known, cells)), number) for number, cells in filled[:_HEADER_LINES])
        best = max(nearby, key=lambda line: line[0], default=first)
        return best[1] if best[0] > first[0] + 1 else first[1]

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each row with its number, the first under the header being 1; missing cells are empty."""
        for number, cells in enumerate(self._rows, 1):
            if number > MAX_ROWS:
                raise FormatError(f"Could not read {self._path}: it has more than {MAX_ROWS:,} rows; split it.")
            if cells and cells[-1].endswith(_END):
                raise FormatError(
                    f"Could not read {self._path}: a quotation mark in row {number} is never closed; close it or take "
                    "it away."
                )
            if any(cell.strip() for cell in cells):
                padded = [*cells, *[""] * (len(self.columns) - len(cells))]
                yield number, dict(zip(self.columns, padded, strict=False))

    def _records(self) -> Iterator[list[str]]:
        csv.field_size_limit(_MAX_CELL)
        lines = chain(io.StringIO(self._text, newline=""), [_END])
        reader = csv.reader(lines, delimiter=self._separator)
        try:
            for cells in reader:
                if cells != [_END]:
                    yield cells
        except csv.Error as error:
            why = f"a cell in line {reader.line_num:,} is too long or not closed" if "limit" in str(error) else error
            raise FormatError(f"Could not read {self._path} as a table: {why}.") from error


def _separator(text: str) -> str:
    """The character that parts cells, outside quotes: the one most of in the first line, if that has some.

    Else the one of which most of the first lines have as many as the first that has any: above some headers is a title.
    """
    lines = ["".join(line.split('"')[::2]) for line in text[:65_536].splitlines()[:_MAX_PREAMBLE]]
    best = max(_SEPARATORS, key=lines[0].count if lines else len)
    if not lines or lines[0].count(best) > 1:
        return best

    def agreeing(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        first = next(filter(None, counts), 0)
        return (counts.count(first), first) if first else (0, 0)

    return max(_SEPARATORS, key=agreeing)


def _unique(names: list[str]) -> list[str]:
    """Column names, the second of a name with a number after it."""
    made: dict[str, None] = {}
    for name in names:
        numbered = (f"{name} ({number})" for number in count(2))
        made[name if name not in made else next(one for one in numbered if one not in made)] = None
    return list(made)
