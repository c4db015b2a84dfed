"""When and where a text was published: every candidate with the place it was read from, and the one to trust.

Typed options win.  A candidate is chosen only when the text states it of itself; inner evidence, such as a link in a
comment, is listed and never chosen; and nothing is ever taken for published today.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as calendar_date

from timeline_app.extraction.absolute_dates import AbsoluteDate, find_dates
from timeline_app.extraction.document_kind import detect_kind
from timeline_app.extraction.month_of_issue import find_month, read_month
from timeline_app.extraction.paragraphs import paragraphs
from timeline_app.extraction.publication_candidate import DateCandidate
from timeline_app.extraction.publication_evidence import PUBLISHED, date_candidates, place_of
from timeline_app.extraction.stamp_order import order_of_stamps
from timeline_app.extraction.zone_names import zone_of
from timeline_app.model.calendar import DAY, civil
from timeline_app.model.document_text import Origin
from timeline_app.model.source import (
    TYPED,
    DateOrder,
    DocumentKind,
    Evidence,
    Hemisphere,
    PublicationContext,
    Segment,
)
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import is_zone, to_zone, utc_offset

UNDATED = 'No publication date is known, so relative phrases such as "last week" stay undated.'
"""What is said of a source without a date."""

_SETTINGS = "the settings"
_TRUSTED = 0.6  # confidence from which a candidate is chosen without asking


@dataclass(frozen=True, slots=True)
class ContextOptions:
    """What the analyst says about a source; None is left to the text.

    `assumed_zone` serves where neither the analyst nor the text names one.
    """

    published: str | None = None
    time_zone: str | None = None
    date_order: DateOrder | None = None
    document_kind: DocumentKind | None = None
    hemisphere: Hemisphere = Hemisphere.NORTH
    fiscal_year_start: int = 1
    week_start: int = 0
    assumed_zone: str | None = None


def publication_context(
    text: str, segments: Sequence[Segment], options: ContextOptions, origin: Origin | None = None, name: str = ""
) -> PublicationContext:
    """The context of a text from a file of that name, with every candidate as evidence, the best first."""
    origin = origin or Origin()
    order = options.date_order or order_of_stamps(text)
    candidates = date_candidates(text, segments, order, origin, name)
    month = None if candidates and candidates[0].confidence >= _TRUSTED else find_month(text, paragraphs(text))
    typed = read_published(options.published, options.time_zone, options.date_order)
    zone = options.time_zone if options.time_zone and is_zone(options.time_zone) else None
    best = _best(candidates)
    stated = _zone_of_page(best, candidates) if typed is None and best is not None else None
    assumed = options.assumed_zone if not (zone or stated) and is_zone(options.assumed_zone or "") else None
    published = typed
    if typed is None and best is not None:
        zone = zone or stated
        published = time_of(best.date, zone or assumed)
    return PublicationContext(
        published=published,
        time_zone=zone or assumed,
        date_order=order,
        document_kind=options.document_kind or origin.document_kind or detect_kind(text, segments, published),
        hemisphere=options.hemisphere,
        fiscal_year_start=options.fiscal_year_start,
        week_start=options.week_start,
        place=place_of(text, segments),
        evidence=(
            *_typed_evidence(options, typed),
            *((Evidence("time_zone", assumed, _SETTINGS, 0.3),) if assumed else ()),
            *((month,) if month is not None else ()),
            *(_evidence(candidate) for candidate in candidates),
            *(item for item in origin.evidence if item.field != PUBLISHED),
        ),
    )


def _best(candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    """The surest candidate, in the most precise form that is trusted too; None where none is to be trusted."""
    trusted = [candidate for candidate in candidates if candidate.confidence >= _TRUSTED]
    if not trusted:
        return None
    same_day = [candidate for candidate in trusted if candidate.date.day == trusted[0].date.day]
    return next((candidate for candidate in same_day if candidate.date.seconds is not None), trusted[0])


def context_warnings(context: PublicationContext, options: ContextOptions) -> tuple[str, ...]:
    """What an analyst has to know about a context: unreadable options, no date, dates in conflict."""
    warnings = []
    unread = bool(options.published) and not any(e.where == TYPED for e in context.evidence if e.field == "published")
    if unread:
        instead = "" if context.published is None else ", so the text's own is used"
        warnings.append(f"The publication date {options.published!r} cannot be read{instead}; write it as 2018-05-28.")
    if options.time_zone and not is_zone(options.time_zone):
        warnings.append(f"{options.time_zone!r} is not a time zone; write an IANA name such as Europe/Kyiv.")
    if context.published is None:
        warnings.append(UNDATED)
    elif unread or options.published is None:
        warnings.extend(_conflicts(context))
    return tuple(warnings)


def read_published(written: str | None, zone: str | None, order: DateOrder | None = None) -> TimeValue | None:
    """A typed publication time: "2018-05-28", "2018-05-28T14:05+03:00" or as mastheads print it; else None."""
    line = (written or "").strip()[:120]
    if (month := read_month(line)) is not None:
        return month
    dates = [date for date in find_dates(line, order) if not date.ambiguous]
    if len(dates) != 1 or len(line) - len(dates[0].span) > 12:
        return None
    return time_of(dates[0], zone if zone and is_zone(zone) else None)


def time_of(date: AbsoluteDate, zone: str | None) -> TimeValue:
    """A date as a day, or as a minute on the clock of `zone` (else of the zone written with it)."""
    if date.seconds is None:
        return TimeValue.days(date.day, date.day)
    local = date.day * DAY + date.seconds
    stated = zone_of(date.zone, zone) if date.zone else None
    if stated is None:
        return TimeValue.instant(local, zone=zone, offset=utc_offset(zone, local) if zone else None)
    offset = utc_offset(stated, local)
    if zone is None:
        return TimeValue.instant(local, zone=stated, offset=offset)
    there, there_offset = to_zone(local, offset, zone)
    return TimeValue.instant(there, zone=zone, offset=there_offset)


def _zone_of_page(best: DateCandidate, candidates: Sequence[DateCandidate]) -> str | None:
    """The zone of the stamp that is believed, else of another of about that day: "Updated 9:22 PM EST" beside UTC."""
    near = (c for c in candidates if c.confidence >= _TRUSTED and abs(c.date.day - best.date.day) <= 1)
    return next(filter(None, (_stated_zone(candidate.date) for candidate in (best, *near))), None)


def _stated_zone(date: AbsoluteDate) -> str | None:
    """The zone of a page's own time stamp, unless it is UTC, in which pages everywhere are stamped."""
    stated = zone_of(date.zone, None) if date.zone and date.seconds is not None else None
    return stated if stated and stated != "UTC" and utc_offset(stated, date.day * DAY) != 0 else None


def _typed_evidence(options: ContextOptions, typed: TimeValue | None) -> tuple[Evidence, ...]:
    found = []
    if typed is not None and options.published:
        found.append(Evidence("published", options.published.strip(), TYPED, 1.0))
    if options.time_zone and is_zone(options.time_zone):
        found.append(Evidence("time_zone", options.time_zone, TYPED, 1.0))
    return tuple(found)


def _evidence(candidate: DateCandidate) -> Evidence:
    return Evidence(PUBLISHED, _written(candidate.date), candidate.where, candidate.confidence, candidate.span)


def _written(date: AbsoluteDate) -> str:
    """A date as ISO 8601, with the offset of the zone that is written with it."""
    year, month, day = civil(date.day)
    written = f"{year:04d}-{month:02d}-{day:02d}"
    if date.seconds is None:
        return written
    written += f"T{date.seconds // 3600:02d}:{date.seconds % 3600 // 60:02d}"
    stated = zone_of(date.zone, None) if date.zone else None
    if stated is None:
        return written
    offset = utc_offset(stated, date.day * DAY + date.seconds)
    return written + (f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}" if offset else "Z")


def _conflicts(context: PublicationContext) -> list[str]:
    """One warning when two trusted candidates name different days, changes and the dateline's lag aside."""
    trusted = [e for e in context.evidence if e.field == PUBLISHED and e.confidence >= _TRUSTED and len(e.value) > 7]
    days = {e.value[:10]: e.where for e in trusted if not _is_no_rival(e, trusted[0])}
    if len(days) < 2 or "the last message" in trusted[0].where:
        return []
    listed = " and ".join(f"{day} ({where})" for day, where in list(days.items())[:2])
    return [f"The text names two publication dates, {listed}; the first is used."]


def _is_no_rival(other: Evidence, best: Evidence) -> bool:
    """Whether another date says nothing against the best one: a later change, or a dateline up to two days before."""
    lag = calendar_date.fromisoformat(best.value[:10]) - calendar_date.fromisoformat(other.value[:10])
    if re.search("updated|modified|edited|changed", other.where, re.IGNORECASE):
        return lag.days <= 0
    return "dateline" in other.where and 0 <= lag.days <= 2
