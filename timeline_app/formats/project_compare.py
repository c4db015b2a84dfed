"""What differs between two states of a project, told record by record, without building either document."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline_app.formats.history import in_words
from timeline_app.formats.project_open import check_header, check_schema, damaged, open_for_reading
from timeline_app.formats.project_records import TABLE_OF, key_column, tables_present
from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.codec import CodecError
from timeline_app.model.mending import mend

_COMPUTED = (TimeExpression, Mention)  # follow from their sources; told as numbers only


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that is in one state only, or is another in each; `fields` with the value in each state, in words."""

    kind: type[Any]
    id: str
    title: str
    is_new: bool = False
    is_gone: bool = False
    fields: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """How many things differ: fields, or the record itself."""
        return 1 if self.is_new or self.is_gone else max(1, len(self.fields))


def compare_projects(before: Path | None, after: Path) -> list[Difference]:
    """The differences from one project file to another; without the first, everything is new.  Raises FormatError."""
    found: list[Difference] = []
    for kind in TABLE_OF:
        if kind in _COMPUTED:
            continue
        old, new = _records(before, kind) if before is not None else {}, _records(after, kind)
        ids = dict.fromkeys([*new, *old])
        found += [_difference(kind, i, old.get(i), new.get(i)) for i in ids if old.get(i) != new.get(i)]
    return found


def _records(path: Path, kind: type[Any]) -> dict[str, str]:
    check_header(path)
    try:
        with closing(open_for_reading(path)) as connection:
            check_schema(connection, path)
            if TABLE_OF[kind] not in tables_present(connection):
                return {}
            return dict(_rows(connection, kind))
    except sqlite3.Error as error:
        raise damaged(path, str(error)) from error


def _rows(connection: sqlite3.Connection, kind: type[Any]) -> Iterator[tuple[str, str]]:
    for id_, record in connection.execute(f"SELECT {key_column(kind)}, record FROM {TABLE_OF[kind]}"):
        yield str(id_), str(record)


def _difference(kind: type[Any], id_: str, old: str | None, new: str | None) -> Difference:
    before, after = _decoded(kind, old), _decoded(kind, new)
    record = after if after is not None else before
    title = str(getattr(record, "title", "") or getattr(record, "name", "") or "")
    return Difference(kind, id_, title, old is None, new is None, in_words(before, after))


def _decoded(kind: type[Any], text: str | None) -> Any | None:
    if text is None:
        return None
    try:
        return mend(kind, text)[0]
    except (CodecError, RecursionError):
        return None  # told as a record without a name
