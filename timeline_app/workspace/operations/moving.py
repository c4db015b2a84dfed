"""Moving events in time, as a drag on the timeline does."""

from collections.abc import Mapping
from dataclasses import replace

from timeline_app.model.calendar import DAY, civil
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import utc_offset
from timeline_app.workspace.operations.steps import push_events
from timeline_app.workspace.operations.timing import overridden
from timeline_app.workspace.store import DocumentStore


def move_events(store: DocumentStore, deltas: Mapping[str, int], initiator: object | None = None) -> None:
    """Moves each event by its seconds from the time in force; undated events and moves of nothing are left out."""
    moved = []
    for id_, seconds in deltas.items():
        event = store.document.events[id_]
        time = event.time and moved_time(event.time, seconds)
        if time is not None and time != event.time:
            moved.append(overridden(event, time, ""))
    push_events(store, moved, "Move", initiator)


def moved_time(time: TimeValue, seconds: int) -> TimeValue:
    """The time `seconds` later, in a unit that still tells the truth.

    What is told in days or coarser moves by whole days; a week or month that no longer lies on the calendar's own
    becomes a range of days; a clock reading keeps to the wall clock and takes the offset of its new day.
    """
    if time.granularity.rank >= Granularity.DAY.rank:
        seconds = round(seconds / DAY) * DAY
    moved = time.moved(seconds)
    if time.granularity.rank > Granularity.DAY.rank and not _on_calendar(moved, seconds):
        return replace(moved, granularity=Granularity.DAY)
    start = moved.earliest_start if moved.earliest_start is not None else moved.earliest_end
    if moved.is_clock and moved.zone is not None and start is not None:
        return replace(moved, offset=utc_offset(moved.zone, start))
    return moved


def _on_calendar(moved: TimeValue, seconds: int) -> bool:
    """Whether a moved unit coarser than a day still begins and ends where the calendar's units do."""
    months = moved.granularity.months
    if months is None:
        return seconds % (7 * DAY) == 0
    bounds = (moved.earliest_start, moved.latest_end)
    phase = 1 if moved.granularity is Granularity.SEASON else 0  # seasons begin in December, March, June, September
    return all(bound is None or _starts_unit(bound, months, phase) for bound in bounds)


def _starts_unit(bound: int, months: int, phase: int) -> bool:
    day, second = divmod(bound, DAY)
    year, month, date = civil(day)
    return second == 0 and date == 1 and (year * 12 + month - 1 + phase) % months == 0
