"""What the value of a condition means for each field: a test of the values that events hold."""

import re
from datetime import UTC, datetime

from PySide6.QtCore import QLocale

from timeline_app.model.document import TimelineDocument
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.event_facets import Field, Holding, Test
from timeline_app.workspace.translation import translated

NONE = frozenset({"none", "keine", "keiner", "keines", ""})
"""Values that ask for events without such a thing."""

RELIABILITIES = "ABCDEF"
CREDIBILITIES = "123456"
_GRADE = re.compile(r"(?:([A-F])(?:-([A-F]))?)?\s*(?:([1-6])(?:-([1-6]))?)?", re.IGNORECASE)
_NUMBER = r"(\d+(?:[.,]\d+)?)\s*(%?)"
_BOUND = re.compile(rf"(<=?|>=?|=)?\s*{_NUMBER}")
_RANGE = re.compile(rf"{_NUMBER}\s*(?:-|–|\.\.)\s*{_NUMBER}")
_EDGES = (  # words before a time, and which bound of the period they set to which end of that time
    (re.compile(r"(?:>=|since |from |seit |ab )(.+)", re.IGNORECASE), 0, 0),
    (re.compile(r"(?:>|after |nach )(.+)", re.IGNORECASE), 0, 1),
    (re.compile(r"(?:<=|until |by |bis )(.+)", re.IGNORECASE), 1, 1),
    (re.compile(r"(?:<|before |vor )(.+)", re.IGNORECASE), 1, 0),
)

Bounds = tuple[int | None, int | None]


def nowhere(_word: str) -> frozenset[str]:
    """What holds a word where no texts are searched."""
    return frozenset()


def test_of(field: Field, value: str, document: TimelineDocument, holding: Holding) -> Test:
    """The test that a condition makes of each value of its field; raises ValueError with the reason for people."""
    text = value.strip().casefold()
    match field:
        case Field.SOURCE:
            return _names_source(text, document)
        case Field.TEXT:
            return holding(text).__contains__
        case Field.MODALITY | Field.STATUS:
            return lambda name: name.startswith(text) or translated(name).casefold().startswith(text)
        case Field.GRADE:
            return _grades(value)
        case Field.CONFIDENCE:
            low, high = confidence_bounds(value)
            return lambda confidence: low <= confidence <= high
        case Field.PERIOD:
            return _overlaps(period_bounds(value))
        case _:
            return lambda name: text in name.casefold()


def _names_source(text: str, document: TimelineDocument) -> Test:
    found = {
        source.id
        for source in document.sources.values()
        if text == source.id.casefold() or any(text in name.casefold() for name in _names(source))
    }
    return found.__contains__


def _names(source: object) -> tuple[str, ...]:
    return tuple(str(getattr(source, name)) for name in ("title", "publisher", "name"))


def _grades(value: str) -> Test:
    """A test of (reliability, credibility): "B2", "A-C", "1-3", "F"."""
    found = _GRADE.fullmatch(value.strip())
    if found is None or not found.group():
        raise ValueError("A grade is a letter A–F for the source, a figure 1–6 for the claim, or both: B2, A-C, 1-3.")
    letters = _stretch(RELIABILITIES, (found[1] or "").upper(), (found[2] or "").upper())
    figures = _stretch(CREDIBILITIES, found[3] or "", found[4] or "")
    return lambda grade: (not letters or grade[0] in tuple(letters)) and (not figures or grade[1] in figures)


def _stretch(scale: str, first: str, last: str) -> str:
    """The part of a scale from its first to its last mark, in either order."""
    if not first:
        return ""
    low, high = sorted((scale.index(first), scale.index(last or first)))
    return scale[low : high + 1]


def confidence_bounds(value: str) -> tuple[float, float]:
    """Least and greatest confidence of ">0.7", "<50%", "0.5-0.8" or "0.9" (itself or more)."""
    text = value.strip()
    if found := _RANGE.fullmatch(text):
        low, high = sorted((_share(found[1], found[2]), _share(found[3], found[4])))
        return low, high
    if found := _BOUND.fullmatch(text):
        share = _share(found[2], found[3])
        if found[1] == "=":
            return share, share
        return (0.0, share) if (found[1] or "").startswith("<") else (share, 1.0)
    raise ValueError("Write a confidence as >0.7, <50% or 0.5-0.8.")


def _share(number: str, percent: str) -> float:
    value = float(number.replace(",", "."))
    share = value / 100 if percent or value > 1 else value
    if share > 1:
        raise ValueError("A confidence lies between 0 and 1, or 0% and 100%.")
    return share


def period_bounds(value: str) -> Bounds:
    """Begin and end in UTC seconds of "May 2018", ">2018-05-03", "before June 2018", "2018-05..2018-08"."""
    first, dots, last = value.strip().partition("..")
    if dots:
        return (_read(first).utc[0] if first.strip() else None, _read(last).utc[1] if last.strip() else None)
    for pattern, bound, end in _EDGES:
        if found := pattern.fullmatch(value.strip()):
            edge = _read(found[1]).utc[end]
            return (edge, None) if bound == 0 else (None, edge)
    return _read(value).utc


def _read(text: str) -> TimeValue:
    """A time as typed; relative phrases count from today."""
    from timeline_app.temporal.phrase import read_time  # the grammar is built on first use

    today = datetime.now(UTC)
    context = PublicationContext(published=TimeValue.day(today.year, today.month, today.day))
    return read_time(text.strip(), context, language=QLocale().bcp47Name().split("-")[0])


def _overlaps(period: Bounds) -> Test:
    low, high = period

    def test(bounds: Bounds) -> bool:
        begin, end = bounds
        return (low is None or end is None or end > low) and (high is None or begin is None or begin < high)

    return test
