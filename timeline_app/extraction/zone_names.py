"""Zone abbreviations of mastheads as zones; the ambiguous ones are read by the source's own zone."""

from timeline_app.extraction.lexicon import lexicon
from timeline_app.model.zone import is_zone


def zone_of(written: str, home: str | None) -> str | None:
    """The zone that an abbreviation or offset names ("EDT", "GMT+3", "Z"); None for one that is not known.

    An abbreviation that several countries use is read as `home` where that zone is one of them.
    """
    name = written.strip().upper()
    if name in ("Z", "GMT", "UTC"):
        return "UTC"
    if name[:3] in ("GMT", "UTC"):
        name = name[3:].strip()
    if name[:1] in "+-":
        digits = name[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        if not digits.isdigit() or int(hours) > 14:
            return None
        return f"{name[0]}{int(hours):02d}:{minutes}" if int(digits) else "UTC"
    zones: dict[str, list[str]] = lexicon("segments_zones")["zones"]
    candidates = zones.get(name, [])
    if home in candidates:
        return home
    return candidates[0] if candidates and is_zone(candidates[0]) else None
