"""TimelineJS 3 as the table that its spreadsheet template has."""

import csv
import io

from timeline_app.formats.cells import guarded
from timeline_app.formats.exports.dates import Moment
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded, left_out, uses
from timeline_app.formats.exports.groups import group_name
from timeline_app.formats.exports.timelinejs_json import UNDATED, require_dated, slide_dates, slide_text
from timeline_app.formats.exports.wording import escaped, html_cell, title_of, when
from timeline_app.model.event import Event

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background",
)  # fmt: skip


def render(export: Export) -> Rendered:
    """The file; raises FormatError without a dated event, for TimelineJS refuses to open such a file."""
    require_dated(export)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerow({"Headline": html_cell(escaped(export.title)), "Type": "title"})
    writer.writerows(_row(export, event) for event in export.one_by_one(export.dated))
    notes = left_out(len(export.events) - len(export.dated), "undated", UNDATED)
    return Rendered(encoded(out.getvalue()), notes)


def _row(export: Export, event: Event) -> dict[str, str]:
    start, end = slide_dates(export, event)
    return {
        **_date("", start),
        **(_date("End ", end) if end is not None else {}),
        "Display Date": guarded(escaped(when(export, event))),
        "Headline": html_cell(escaped(title_of(event))),
        "Text": html_cell(slide_text(export, event)),
        "Group": guarded(escaped(group_name(export, event))),
    }


def _date(prefix: str, moment: Moment) -> dict[str, str]:
    """Year, month and day as numbers of their own: an ISO date in ``Year`` drops the row."""
    named = zip(("Year", "Month", "Day"), moment[:3], strict=True)
    cells = {prefix + name: str(value) for name, value in named if value is not None}
    if moment.hour is not None:
        cells[prefix + "Time"] = f"{moment.hour:02d}:{moment.minute or 0:02d}:{moment.second or 0:02d}"
    return cells


FORMAT = ExportFormat(
    "timelinejs-csv",
    "TimelineJS 3 (CSV)",
    ".csv",
    "rows for TimelineJS’s spreadsheet template",
    render,
    uses("title", "group_by", "quotes", "notes"),
)
