"""Every format that events can leave as, in the order in which people are offered them."""

from timeline_app.formats.exports import (
    docx,
    edtf_list,
    html,
    icalendar_file,
    markdown,
    markwhen,
    own_csv,
    own_json,
    timelinejs_csv,
    timelinejs_json,
    timeml,
    timesketch,
    vis_timeline,
    xlsx,
)
from timeline_app.formats.exports.export import ExportFormat

FORMATS: tuple[ExportFormat, ...] = (
    own_csv.FORMAT,
    xlsx.FORMAT,
    docx.FORMAT,
    markdown.FORMAT,
    html.FORMAT,
    own_json.FORMAT,
    timelinejs_json.FORMAT,
    timelinejs_csv.FORMAT,
    vis_timeline.FORMAT,
    timesketch.CSV_FORMAT,
    timesketch.JSONL_FORMAT,
    icalendar_file.FORMAT,
    markwhen.FORMAT,
    edtf_list.FORMAT,
    timeml.FORMAT,
)
