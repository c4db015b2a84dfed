"""iCalendar (RFC 5545) by the `icalendar` library, with the exact time in ``X-EDTF``."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, left_out, uses
from timeline_app.formats.exports.groups import group_name
from timeline_app.formats.exports.wording import body, title_of, when
from timeline_app.formats.plain_text import clean
from timeline_app.model.bounds import outer_days
from timeline_app.model.calendar import DAY, HOUR, MINUTE, civil
from timeline_app.model.edtf import to_edtf
from timeline_app.model.event import Event, Status
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import is_zone

if TYPE_CHECKING:
    from icalendar import Component

_STATUS = {Status.SUGGESTED: "TENTATIVE", Status.STALE: "TENTATIVE", Status.REJECTED: "CANCELLED"}
_Edge = date | datetime


def render(export: Export) -> Rendered:
    """One VEVENT for each dated event; a day without a clock is an all-day event."""
    from icalendar import Calendar, Timezone

    calendar = Calendar()
    calendar.add("prodid", "-//timeline-app//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", export.title)
    stamp = datetime.now(UTC)
    entries: list[bytes] = []  # written one by one, for the library's own objects are large
    zones: dict[str, list[date]] = {}
    for event in export.one_by_one(export.dated):
        if (edges := _edges(event.time)) is not None:
            entries.append(_component(export, event, edges, stamp).to_ical())
            for edge in edges:
                if isinstance(edge, datetime) and isinstance(edge.tzinfo, ZoneInfo):
                    zones.setdefault(edge.tzinfo.key, []).append(edge.date())
    year = timedelta(days=366)  # so that the rules reach beyond the events on both sides
    for zone, days in sorted(zones.items()):
        first, last = _later(min(days), -year), _later(max(days), year)
        calendar.add_component(Timezone.from_tzid(zone, first_date=first, last_date=last))
    head, end, tail = calendar.to_ical().rpartition(b"END:VCALENDAR")
    undated = len(export.events) - len(export.dated)
    notes = left_out(undated, "undated", "a calendar has no place for an event without a date")
    return Rendered(
        b"".join([head, *entries, end, tail]),
        notes + left_out(len(export.dated) - len(entries), "distant", "a calendar holds the years 1 to 9999"),
    )


def _component(export: Export, event: Event, edges: tuple[_Edge, _Edge], stamp: datetime) -> "Component":
    from icalendar import Event as Entry

    assert event.time is not None
    made = Entry()
    made.add("uid", f"{event.id}@timeline-app")
    made.add("dtstamp", stamp)
    made.add("dtstart", edges[0])
    if edges[1] != edges[0]:
        made.add("dtend", edges[1])
    made.add("summary", title_of(event) + ("" if _shows_all(event.time) else f" ({when(export, event)})"))
    made.add("description", "\n".join([when(export, event), *body(export, event)]))
    made.add("status", _STATUS.get(event.status, "CONFIRMED"))
    made.add("transp", "TRANSPARENT")  # what happened keeps nobody busy
    categories = [event.modality.value, group_name(export, event), *map(clean, event.tags)]
    made.add("categories", [category for category in dict.fromkeys(categories) if category])
    if event.place:
        made.add("location", clean(event.place))
    urls = [source.url for source in _sources(export, event) if source.url]
    if urls:
        made.add("url", clean(urls[0]))
    made.add("x-edtf", to_edtf(event.time))
    return made


def _shows_all(time: TimeValue) -> bool:
    """Whether the dates of an entry say what is known: about 1850, early June or since Monday need words beside them.

    So does May 2021, or an event of one unknown day would fill the whole month for certain.
    """
    if time.earliest_start is None or time.latest_end is None or time.approximate or time.uncertain:
        return False
    if (time.earliest_start, time.earliest_end) != (time.latest_start, time.latest_end):
        return False
    return time.is_clock or time.granularity is Granularity.DAY


def _sources(export: Export, event: Event) -> list[Source]:
    ids = dict.fromkeys(link.source_id for link in export.document.links_of_event(event.id))
    return [export.document.sources[id_] for id_ in ids]


def _later(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _edges(time: TimeValue | None) -> tuple[_Edge, _Edge] | None:
    """DTSTART and the exclusive DTEND, equal for an instant; None outside the years that a calendar can hold.

    Where one side is open the known one stands for both, and the summary says so.
    """
    if time is None:
        return None
    try:
        if time.is_clock:
            step = 1 if time.granularity is Granularity.SECOND else MINUTE
            start, end = time.earliest_start, None if time.latest_end is None else time.latest_end - step
            first = start if start is not None else end
            last = end if end is not None else first
            assert first is not None
            assert last is not None
            return _moment(first, time), _moment(last, time)
        begins, ends = outer_days(time)
        begin, until = begins if begins is not None else ends, ends if ends is not None else begins
        assert begin is not None
        assert until is not None
        return date(*civil(begin)), date(*civil(until + 1))  # an all-day DTEND is exclusive
    except (ValueError, OverflowError):
        return None


def _moment(seconds: int, time: TimeValue) -> datetime:
    """A clock reading in its own IANA zone, in UTC where only an offset is known, floating where nothing is."""
    day, rest = divmod(seconds, DAY)
    clock = datetime(*civil(day), rest // HOUR, rest % HOUR // MINUTE, rest % MINUTE)
    if time.offset is None:
        return clock
    if time.zone and "/" in time.zone and is_zone(time.zone):
        return clock.replace(tzinfo=ZoneInfo(time.zone))
    return clock.replace(tzinfo=timezone(timedelta(minutes=time.offset))).astimezone(UTC)


FORMAT = ExportFormat(
    "icalendar",
    "iCalendar",
    ".ics",
    "events for a calendar program",
    render,
    uses("title", "group_by", "quotes", "notes"),
)
