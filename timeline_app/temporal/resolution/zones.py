"""Time zones as reports write them: GMT, EDT, GMT +8, +03:00, "Moscow time", "local"."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.model.zone import is_zone
from timeline_app.resources import resource
from timeline_app.temporal.resolution.situation import Situation

_FIXED = re.compile(r"(?:utc|gmt|z)?\s*([+−–-])\s*(\d{1,2})(?::?(\d{2}))?$", re.ASCII)
_FURTHEST = 14  # hours: the Line Islands
_UNIVERSAL = frozenset({"UTC", "Etc/UTC", "GMT", "+00:00"})
_LOCAL = frozenset({"local", "local time", "here"})
_TAIL = re.compile(r"[\s.]*(?:standard |daylight |summer )?time$")


@dataclass(frozen=True, slots=True)
class ZoneReading:
    """The zone that a phrase names, with the other zones that share its abbreviation; None is unknown."""

    zone: str | None
    others: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _lexicon() -> tuple[dict[str, list[str]], dict[str, dict[str, str]], dict[str, str]]:
    with resource("lexicon", "zones.toml").open("rb") as file:
        data = tomllib.load(file)
    cities = {
        city.lower(): f"{region}/{city.replace(' ', '_')}"
        for region, listed in data["cities"].items()
        for city in listed
    }
    return data["abbreviations"], data["regions"], cities | data["places"]


def source_zone(situation: Situation) -> str | None:
    """The source's own zone: as set, else that of its publication instant."""
    context = situation.context
    if context.time_zone is not None:
        return context.time_zone
    return context.published.zone if context.published is not None else None


def is_local(written: str | None) -> bool:
    """Whether an hour is told on the clocks of its place: without a zone, or with "local"."""
    return written is None or _key(written) in _LOCAL


def is_universal(written: str | None) -> bool:
    """Whether an hour is told in UTC: "0325 GMT"."""
    return written is not None and _key(written).upper() in _UNIVERSAL


def _key(written: str) -> str:
    key = _TAIL.sub("", written.strip().lower().replace(".", "")).strip(" ()'’")
    return key.removesuffix("'s").removesuffix("’s")


def read_zone(written: str | None, situation: Situation) -> ZoneReading:
    """The zone behind what a phrase says; one that says none, or "local", has that of the text's place or source."""
    own = source_zone(situation)
    if is_local(written) and situation.local_zone is not None:
        return ZoneReading(situation.local_zone)
    if written is None:
        return ZoneReading(own)
    key = _key(written)
    if key in _LOCAL:  # an agency's UTC is nobody's local time
        return ZoneReading(None if own in _UNIVERSAL and situation.context.time_zone is None else own)
    if fixed := _FIXED.match(key):
        return ZoneReading(_offset(*fixed.groups()))
    abbreviations, regions, places = _lexicon()
    if key in abbreviations:
        return _by_region(abbreviations[key], regions.get(key, {}), own)
    if key in places:
        return ZoneReading(places[key])
    return ZoneReading(written if is_zone(written) else None)


def _offset(sign: str, hours: str, minutes: str | None) -> str | None:
    """A written distance from UTC as `+05:30`, None where no clock on earth is that far off."""
    if int(hours) > _FURTHEST or int(minutes or 0) > 59:
        return None
    return f"{'+' if sign == '+' else '-'}{int(hours):02d}:{minutes or '00'}"


def _by_region(zones: list[str], regions: dict[str, str], own: str | None) -> ZoneReading:
    """The usual zone of an abbreviation, or the one that the source's own zone calls for."""
    chosen = next((zone for start, zone in regions.items() if own is not None and own.startswith(start)), zones[0])
    return ZoneReading(chosen, tuple(zone for zone in zones if zone != chosen))
