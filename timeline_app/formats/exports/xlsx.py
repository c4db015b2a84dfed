"""An Excel workbook: a sheet of events and a sheet of their sources."""

import io
from datetime import date, datetime
from typing import Any

from timeline_app.formats.errors import FormatError
from timeline_app.formats.event_csv import COLUMNS, event_row
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, uses
from timeline_app.model.bounds import begin_until
from timeline_app.model.source import Source

_MAX_ROWS = 1_048_575  # of a sheet, less its header
_MAX_CELL = 32_767  # characters
_FIRST_YEAR = 1900  # Excel's calendar begins there, with a 29 February 1900 that never was: from March on it is right
_SOURCE_COLUMNS = ("title", "name", "publisher", "author", "url", "published", "time_zone", "reliability", "language")
_WIDE = {"title": 48, "sentences": 60, "notes": 40, "participants": 32, "display_date": 26, "url": 40, "name": 28}
_DATES = frozenset({"start", "end", "published"})


def render(export: Export) -> Rendered:
    """The workbook; every text stays text, whatever it begins with."""
    if len(export.events) > _MAX_ROWS:
        raise FormatError(f"Excel holds {_MAX_ROWS:,} rows, and there are {len(export.events):,} events; export CSV.")
    from xlsxwriter import Workbook

    out = io.BytesIO()
    workbook = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )
    workbook.set_properties({"title": export.title, "created": datetime(2000, 1, 1)})
    sheets = _Sheets(workbook)
    chosen = {"sentences": export.options.quotes, "notes": export.options.notes}
    hidden = [name for name, kept in chosen.items() if not kept]
    rows = (
        {**event_row(export.document, event), **dict.fromkeys(hidden, "")} for event in export.one_by_one(export.events)
    )
    sheets.write("Events", COLUMNS, rows)
    sheets.write("Sources", _SOURCE_COLUMNS, map(_source_row, export.sources))
    workbook.close()
    cut = f"{sheets.cut:,} cell{' was' if sheets.cut == 1 else 's were'} cut to the {_MAX_CELL:,} characters of Excel."
    return Rendered(out.getvalue(), (cut,) if sheets.cut else ())


class _Sheets:
    """Writes tables into a workbook and counts the cells that it had to cut."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._bold = workbook.add_format({"bold": True, "bottom": 1})
        self._clock = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self.cut = 0

    def write(self, name: str, columns: tuple[str, ...], rows: Any) -> None:
        """One sheet with a header that stays in sight and filters."""
        sheet = self._workbook.add_worksheet(name)
        last = 0
        for last, row in enumerate(rows, 1):
            for number, column in enumerate(columns):
                self._cell(sheet, last, number, column, row[column])
        for number, column in enumerate(columns):
            sheet.write_string(0, number, column, self._bold)
            sheet.set_column(number, number, _WIDE.get(column, 14))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)

    def _cell(self, sheet: Any, row: int, number: int, column: str, text: str) -> None:
        if column in _DATES and (moment := _excel_date(text)) is not None:
            is_clock = isinstance(moment, datetime)
            sheet.write_datetime(row, number, moment, self._clock if is_clock else None)
        elif column == "confidence" and text:
            sheet.write_number(row, number, float(text))
        elif text:
            if len(text) > _MAX_CELL:
                text, self.cut = text[: _MAX_CELL - 1] + "…", self.cut + 1
            sheet.write_string(row, number, text.encode("utf-8", "replace").decode("utf-8"))


def _excel_date(text: str) -> date | datetime | None:
    """A day or clock reading that Excel's calendar has, without its zone; None for what stays text."""
    try:
        moment = datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return None
    if moment.year < _FIRST_YEAR or (moment.year == _FIRST_YEAR and moment.month < 3):
        return None
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment


def _source_row(source: Source) -> dict[str, str]:
    return {
        "title": source.title,
        "name": source.name,
        "publisher": source.publisher,
        "author": source.author,
        "url": source.url,
        "published": begin_until(source.context.published)[0] or "",
        "time_zone": source.context.time_zone or "",
        "reliability": source.reliability,
        "language": source.language,
    }


FORMAT = ExportFormat(
    "xlsx",
    "Excel workbook",
    ".xlsx",
    "events and sources as two sheets of a workbook",
    render,
    uses("title", "quotes", "notes"),
    is_text=False,
)
