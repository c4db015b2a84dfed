"""Datelines: the place, and perhaps the day and the agency, that open a report.

What stands before a dash is a place only when something says so: a day, an agency, a country, or at least the capitals
of a name that is no organisation's and no label's.
"""

import re
from dataclasses import dataclass

from timeline_app.extraction.lexicon import lexicon, words
from timeline_app.model.token import Span

_FILE, _TABLE = "segments_datelines", "datelines"
_REACH = 120  # code points; no dateline is longer
_SHORTEST_LEAD = 60  # code points; a dateline opens a paragraph, it is none
_SHORTEST_BARE = 4  # letters of a place that nothing but its capitals shows
_MONTH = r"(?i:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sept?|oct|okt|nov|dec|dez)[A-Za-z]{0,7}\b\.?"
_WEEKDAY = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)"
_DAY = rf"(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{_MONTH})(?:,?\s+\d{{4}})?"
_AGENCY = r"(?:\s*[(/](?P<agency>[^()/]{2,40})[)/])?"
_DASH = r"\s*(?:[–—]|--|-(?=\s)|:(?=\s))\s*(?=[\"“'‘]?[A-Z0-9])"
_PLAIN_DASH = _DASH.replace(r"|:(?=\s)", "")
_CAPITALS = r"[A-Z][A-Z'’.-]+(?:[ /-][A-Z][A-Z'’.-]+){0,3}"
_NAME = r"[A-Z][\w'’.-]+(?:\s(?:(?:de|del|la|el|al|of|the|es|da|do|am|an der|upon|sur|le)\s)?[A-Z][\w'’.-]+){0,3}"
_PLACES = rf"{_NAME}(?:(?:,\s+(?:and\s)?|/|\s(?:and|&)\s)(?!{_MONTH}|{_WEEKDAY}){_NAME}){{0,3}}"
_WITH_DAY = re.compile(rf"(?P<place>{_PLACES})[.,]?\s+(?P<date>{_DAY}){_AGENCY}{_DASH}")
_SLASHED = re.compile(  # "MOSCOW, March 14. /TASS/. The ..."
    rf"(?P<place>{_PLACES})[.,]?\s+(?P<date>{_DAY})\.?\s*[/(](?P<agency>[^()/]{{2,40}})[)/]\.?\s+(?=[\"“'‘]?[A-Z0-9])"
)
_BRACKETED = re.compile(  # "(Nairobi, July 16, 2018) – "
    rf"\((?P<place>{_NAME}(?:(?:,\s+|/)(?!{_MONTH}|{_WEEKDAY}){_NAME})?),?\s+(?P<date>{_DAY})\){_DASH}"
)
_RELEASED = re.compile(
    rf"(?P<place>{_PLACES}),?\s*(?:--|[–—])\s*\((?P<agency>[^()]{{2,40}})\)"
    rf"\s*(?:--|[–—-])\s*(?P<date>{_DAY}){_DASH}"
)
_WITH_AGENCY = re.compile(rf"(?P<place>{_NAME}(?:(?:,\s+|/){_NAME})?)\s*\((?P<agency>[^()]{{2,40}})\){_DASH}")
_HOUR = r"\d{1,2}[:.]\d\d\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,4})?"
_WITH_HOUR = re.compile(rf"(?P<place>{_CAPITALS},\s+{_CAPITALS})\s*\({_HOUR}\){_DASH}")  # "HOMS, SYRIA (7:30 P.M.) –"
_WITH_REGION = re.compile(rf"(?P<place>{_NAME},\s+(?P<region>{_NAME})){_PLAIN_DASH}")
_PARTICLES = {"DE", "DEL", "LA", "OF", "THE", "ES", "DA", "DO", "AM", "UPON", "SUR", "LE"}
_BARE = re.compile(rf"(?P<place>{_CAPITALS}(?:,\s+(?!{_MONTH}|{_WEEKDAY})[A-Z][\w.'’ ]{{1,30}}?)?){_PLAIN_DASH}")


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
    for pattern, fits in (
        (_BRACKETED, _is_name),
        (_RELEASED, _is_name),
        (_WITH_DAY, _is_name),
        (_SLASHED, _has_agency),
        (_WITH_AGENCY, _has_agency),
        (_WITH_HOUR, _is_name),
        (_WITH_REGION, _has_region),
        (_BARE, _is_bare),
    ):
        match = pattern.match(head)
        if match is not None and _is_name(match, paragraph) and fits(match, paragraph):
            return _dateline(match, start)
    return None


def _dateline(match: re.Match[str], start: int) -> Dateline:
    groups = match.groupdict()
    place = "".join(_as_written(part) for part in re.split(r"(, and |, | and | & )", match["place"]))
    return Dateline(Span(start, start + match.end()), place, groups.get("date"), groups.get("agency"))


def _is_name(match: re.Match[str], paragraph: str) -> bool:
    """Whether the words can be a place's name: no label, no organisation, no piece of a sentence."""
    name = match["place"].lower().replace("’", "'")
    first = name.split(",")[0].strip(" .")
    if {name.strip(" ."), first} & (words(_FILE, _TABLE, "not_places") | words(_FILE, _TABLE, "organisations")):
        return False
    told = re.findall(r"[a-z'.-]+", re.sub(r"(?<=\w) (?:and|&) ", " ", first))  # "OSLO and CLEVELAND" are two places
    return not set(told) & words(_FILE, _TABLE, "sentence_words")


def _has_agency(match: re.Match[str], paragraph: str) -> bool:
    """Whether the brackets hold an agency's name rather than a remark."""
    name = match["agency"].strip()
    if re.fullmatch(r"[A-Z][A-Z0-9&/. -]{1,14}", name):
        return True
    last = name.lower().rsplit(None, 1)[-1]
    known = name.lower() in words(_FILE, _TABLE, "agencies") or last in words(_FILE, _TABLE, "agency_endings")
    return known or (match["place"].isupper() and name[:1].isupper())


def _has_region(match: re.Match[str], paragraph: str) -> bool:
    region = match["region"].lower().strip(" .")
    return region in words(_FILE, _TABLE, "regions") or region in lexicon("events_demonyms")["parties"]


def _is_bare(match: re.Match[str], paragraph: str) -> bool:
    """Whether capitals alone make a place: long enough, and not an acronym that the paragraph goes on to use."""
    name = match["place"].split(",")[0]
    letters = sum(character.isalpha() for character in name)
    return letters >= _SHORTEST_BARE and not re.search(rf"\b{re.escape(name)}\b", paragraph[match.end() :])


def _as_written(name: str) -> str:
    if not name.isupper() or "." in name:
        return name
    return " ".join(word.lower() if word in _PARTICLES else word.title() for word in name.split())
