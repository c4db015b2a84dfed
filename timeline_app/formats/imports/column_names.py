"""What people and programs call the columns of their tables."""

import tomllib
from functools import cache

from timeline_app.formats.event_csv import COLUMNS
from timeline_app.formats.exports.timelinejs_csv import COLUMNS as TIMELINEJS_COLUMNS
from timeline_app.formats.exports.timesketch import COLUMNS as TIMESKETCH_COLUMNS
from timeline_app.resources import resource


@cache
def names_by_field() -> dict[str, list[str]]:
    """For each field that a column can be, its usual names in small letters, the likeliest first."""
    found: dict[str, list[str]] = tomllib.loads(resource("import", "columns.toml").read_text(encoding="utf-8"))
    return found


def is_known(cell: str) -> bool:
    """Whether a cell is a name that columns have."""
    return cell.strip().lower() in _all_names()


@cache
def _all_names() -> frozenset[str]:
    ours = (*COLUMNS, *TIMELINEJS_COLUMNS, *TIMESKETCH_COLUMNS)
    return frozenset(
        [*(name.lower() for name in ours), *(name for names in names_by_field().values() for name in names)]
    )
