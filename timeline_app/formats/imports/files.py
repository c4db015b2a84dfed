"""Bytes and tables of event files: bounded, decoded, split into rows."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from timeline_app.formats.errors import FormatError, os_failure

MAX_BYTES = 100_000_000
MAX_ROWS = 300_000
_MAX_CELL = 1_000_000  # characters
_MAX_COLUMNS = 400


def read_bytes(path: Path) -> bytes:
    """A file's content; raises FormatError for what cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise os_failure("read", path, error) from error
    except ValueError as error:  # a NUL in the name
        raise FormatError(f"Could not read {path!r}: {error}.") from error
    if len(data) > MAX_BYTES:
        raise FormatError(f"Could not read {path}: it is larger than {MAX_BYTES // 1_000_000} MB; split it.")
    return data


def decode(path: Path, data: bytes) -> str:
    """A table's text: UTF-8 or UTF-16 by its mark, UTF-8, else the Windows code page that spreadsheets save in."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\x00" in data[:4096]:
        raise FormatError(f"Could not read {path}: it is a binary file, not a table. Save it as CSV.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


class Table:
    """A header and the rows under it, as dictionaries by column; empty rows are passed over."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text
        self._separator = _separator(text)
        rows = self._records()
        self.columns = tuple(_unique([cell.strip() for cell in next(rows, [])]))
        if not any(self.columns):
            raise FormatError(f"Could not read {path}: its first line names no columns.")
        if len(self.columns) > _MAX_COLUMNS:
            raise FormatError(f"Could not read {path}: it has more than {_MAX_COLUMNS} columns.")
        self._rows = rows

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each row with its number, the first under the header being 1; missing cells are empty."""
        for number, cells in enumerate(self._rows, 1):
            if number > MAX_ROWS:
                raise FormatError(f"Could not read {self._path}: it has more than {MAX_ROWS:,} rows; split it.")
            if any(cell.strip() for cell in cells):
                padded = [*cells, *[""] * (len(self.columns) - len(cells))]
                yield number, dict(zip(self.columns, padded, strict=False))

    def _records(self) -> Iterator[list[str]]:
        csv.field_size_limit(_MAX_CELL)
        try:
            yield from csv.reader(io.StringIO(self._text, newline=""), delimiter=self._separator)
        except csv.Error as error:
            raise FormatError(f"Could not read {self._path} as a table: {error}.") from error


def _separator(text: str) -> str:
    """The character that parts most cells of the header line, outside quotes."""
    header = text[:65_536].partition("\n")[0]
    bare = "".join(header.split('"')[::2])
    return max((",", ";", "\t"), key=bare.count)


def _unique(names: list[str]) -> list[str]:
    """Column names, the second of a name with a number after it."""
    seen: dict[str, int] = {}
    made = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return made
