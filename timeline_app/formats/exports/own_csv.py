"""Our own CSV, which spreadsheets open and our import reads back."""

import codecs

from timeline_app.formats.event_csv import csv_text
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded, uses


def render(export: Export) -> Rendered:
    """The table of docs/interface.md; a column that is not to leave stays, empty."""
    without = [*([] if export.options.quotes else ["sentences"]), *([] if export.options.notes else ["notes"])]
    return Rendered(
        codecs.BOM_UTF8 + encoded(csv_text(export.document, export.one_by_one(export.events), without=without))
    )


FORMAT = ExportFormat(
    "csv",
    "CSV table",
    ".csv",
    "a table that any spreadsheet opens and this program reads back",
    render,
    uses("quotes", "notes"),
)
