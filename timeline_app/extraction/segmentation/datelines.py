"""Datelines: the place, and perhaps the day and the agency, that open a report."""

import re
from dataclasses import dataclass

from timeline_app.extraction.lexicon import words
from timeline_app.model.token import Span

_REACH = 120  # code points; no dateline is longer
_SHORTEST_LEAD = 60  # code points; a dateline opens a paragraph, it is none
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,7}\b\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_AGENCY = r"(?:\s*\((?P<agency>[^()]{2,40})\))?"
_DASH = r"\s*(?:[–—]|--|-(?=\s))\s*(?=[\"“'‘]?[A-Z0-9])"
_CAPITALS = r"[A-Z][A-Z'’.-]+(?:[ /-][A-Z][A-Z'’.-]+){0,3}"
_NAME = r"[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){0,3}"
_UPPER = re.compile(
    rf"(?P<place>{_CAPITALS}(?:,\s+(?!{_MONTH})[A-Z][\w.'’ ]{{1,30}}?)?)(?:,\s+(?P<date>{_DAY}))?{_AGENCY}{_DASH}"
)
_MIXED = re.compile(
    rf"(?P<place>{_NAME}(?:,\s+(?!{_MONTH}){_NAME})?)"
    rf"(?:,\s+(?P<date>{_DAY}){_AGENCY}|\s*\((?P<outlet>[^()]{{2,40}})\)|(?<=[A-Z]\w)){_DASH}"
)
_PLACES = re.compile(rf"(?P<place>{_NAME},\s+{_NAME})\s*[–—]\s*(?=[\"“]?[A-Z])(?P<date>)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: where it stands (dash included), the place as people write it, the day as written, the agency."""

    span: Span
    place: str
    date: str | None
    agency: str | None = None


def find_dateline(paragraph: str, start: int = 0) -> Dateline | None:
    """The dateline that opens a paragraph, "NAIROBI, Aug. 14 (Agency) —"; `start` is the paragraph's own offset."""
    if len(paragraph) < _SHORTEST_LEAD:
        return None
    head = paragraph[:_REACH]
    match = _UPPER.match(head) or _MIXED.match(head) or _PLACES.match(head)
    if match is None or match["place"].lower() in words("segments_datelines", "datelines", "not_places"):
        return None
    place = ", ".join(_as_written(part) for part in match["place"].split(", "))
    return Dateline(Span(start, start + match.end()), place, match["date"] or None, _agency(match))


def _agency(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return groups.get("agency") or groups.get("outlet")


def _as_written(name: str) -> str:
    return name.title() if name.isupper() and "." not in name else name
