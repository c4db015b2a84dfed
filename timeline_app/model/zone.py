"""Time zones as data: an IANA name, ``UTC`` or a fixed offset such as ``+05:30``, and its distance from UTC."""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline_app.model.calendar import DAY, HOUR, MINUTE, civil

_FIXED = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$")


@lru_cache(maxsize=512)
def _zone_info(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is not a time zone; use an IANA name such as Europe/Kyiv, or an offset") from error


def utc_offset(zone: str, local_seconds: int) -> int:
    """Minutes that `zone`'s clock is ahead of UTC at a wall-clock second; raises ValueError for an unknown zone.

    Years outside 1-9999, which `zoneinfo` cannot hold, take the zone's standard offset of year 1970.
    """
    if zone in ("UTC", "Z", "GMT"):
        return 0
    if fixed := _FIXED.match(zone):
        sign, hours, minutes = fixed.groups()
        return (1 if sign == "+" else -1) * (int(hours) * 60 + int(minutes or 0))
    day, second = divmod(local_seconds, DAY)
    year, month, date = civil(day)
    if not 1 < year < 9999:
        year, month, date = 1970, 1, 1
    moment = datetime(year, month, date, second // HOUR, second % HOUR // MINUTE, tzinfo=_zone_info(zone))
    return int((moment.utcoffset() or timedelta()).total_seconds() // 60)


def is_zone(name: str) -> bool:
    """Whether `name` can be used as a zone."""
    try:
        utc_offset(name, 0)
    except ValueError:
        return False
    return True


def to_zone(local_seconds: int, offset: int, zone: str) -> tuple[int, int]:
    """Wall-clock seconds and offset in `zone` of an instant given on a clock `offset` minutes ahead of UTC."""
    instant = local_seconds - offset * MINUTE
    guess = utc_offset(zone, instant)
    there = utc_offset(zone, instant + guess * MINUTE)
    return instant + there * MINUTE, there
