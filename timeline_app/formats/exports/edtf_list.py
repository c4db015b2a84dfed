"""Times in EDTF, one event a line, for catalogues and archives."""

from dataclasses import replace

from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded, left_out
from timeline_app.formats.exports.wording import title_of
from timeline_app.model.calendar import DAY
from timeline_app.model.edtf import to_edtf
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue


def render(export: Export) -> Rendered:
    """``EDTF TAB title`` a line.

    Soft edges, weeks and intervals of clock times have no form in EDTF (ISO 8601-2:2019, 4.3: both ends of an interval
    are dates), so their days are written.
    """
    times = [(event, event.time) for event in export.one_by_one(export.dated) if event.time is not None]
    lines = [f"{to_edtf(_strict(time))}\t{title_of(event)}\n" for event, time in times]
    coarser = sum(_strict(time) != time for _, time in times)
    notes = left_out(len(export.events) - len(times), "undated", "EDTF writes dates")
    if coarser:
        notes += (f"{coarser:,} interval{'' if coarser == 1 else 's'} of clock times written as days, as EDTF has it.",)
    return Rendered(encoded("".join(lines)), notes)


def _strict(time: TimeValue) -> TimeValue:
    """The time, or the days of a clock reading that is more than an instant."""
    start, end = time.earliest_start, time.latest_end
    if not time.is_clock or "/" not in to_edtf(time):
        return time
    first = None if start is None else start // DAY * DAY
    after = None if end is None else -(-end // DAY) * DAY
    days = TimeValue.interval(first, after, Granularity.DAY)
    return replace(days, approximate=time.approximate, uncertain=time.uncertain)


FORMAT = ExportFormat("edtf", "EDTF list", ".txt", "dates in the archives’ notation (ISO 8601-2), with titles", render)
