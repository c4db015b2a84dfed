"""Sections of a text with a time of their own: under a live blog's clock, a log's day, a message's date.

What stands in a section counts from its header; a clock that heads an entry counts from the day above it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.expression import Clock, Expression, Fields, NumericDate, Part, PartOfDay
from timeline_app.model.source import Segment, SegmentKind
from timeline_app.temporal.stamped_lines import stamped_lines

_GAP = re.compile(r"\n[ \t\r]*\n[ \t\r]*\n")  # two blank lines end a section where no segment does
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_LONGEST_LINE = 160  # code points of a line that can be a header
_BEFORE_DAY = re.compile(
    r"[\W_]*(?:(?:day|tag)\s+\w{1,6}\W+)?(?:(?:(?:date|day)s? of (?:the )?(?:incident|accident|event|occurrence"
    r"|operation|shift|patrol|exercise|visit|inspection)|(?:incident|event|shift|log|accident) date)\s*:)?\W*"
    r"|[^\n.]{0,60}\b(?:log|logbook|watch|shift|patrol|journal|diary)\b[^\n.:]{0,40}?\W",  # "Brigade log, 11 March"
    re.IGNORECASE,
)
_BEFORE_UPDATE = re.compile(  # "UPDATE 23 October: the driver died"
    r"[\W_\d]{0,8}(?:updated?|upd|edit|correction|aktualisiert|aktualisierung|nachtrag)\b\W{0,3}(?:on |vom |am )?",
    re.IGNORECASE,
)
_AFTER_UPDATE = re.compile(r"[\])]?\s*[:–—]|\]|\)|,?\s(?:[01]?\d|2[0-3])[:.]?[0-5]\d\b[^\n:]{0,12}:")
_AFTER_DAY = re.compile(r"\W*")
_REPLY = re.compile(
    r"^[>| \t]*(?:on|am|le)\s[^\n]{4,160}(?:\n[^\n]{0,100})?\b(?:wrote|schrieb|a écrit)\b[^\n]{0,60}?:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SENT = re.compile(r"[>|\s]*\**(?:sent|date|gesendet|datum)\s*:\**\s", re.IGNORECASE)
_FROM = re.compile(r"[>|\s]*\**(?:from|von)\s*:", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)[a-zä]{0,6}\.?"
_DATED_LINE = re.compile(  # a line that a date opens, up to a colon, a dash or its end
    rf"^[\W_]{{0,8}}(?P<head>(?:\d|{_MONTH}\s|(?:mon|tues|wednes|thurs|fri|satur|sun)day|early|late|mid|spring|summer"
    r"|autumn|winter)[^\n:|\t]{0,36}?)[ \t]*(?::(?=\s)|[ \t][–—-]+[ \t]|\t|\||$)",
    re.IGNORECASE | re.MULTILINE,
)
_DIARY_LINE = re.compile(  # "4 October. Quiet until noon."
    rf"^[\W_]{{0,8}}(?P<head>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s|\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[-–/]|to)\s?)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s\d{{4}})?)\.(?=\s)",
    re.IGNORECASE | re.MULTILINE,
)
_YEAR_OR_DAY = re.compile(rf"\b(?:1\d{{3}}|20\d\d)\b|\b\d{{1,2}}\.?\s{_MONTH}\b|\b{_MONTH}\s\d{{1,2}}\b", re.IGNORECASE)
_FEWEST = 3  # entries of a chronology
_LINES_AN_ENTRY = 3  # at most, in a chronology
_WRITTEN_LINE = re.compile(r"^[^\n]*\w[^\n]*$", re.MULTILINE)
_WORD = re.compile(r"\w")
_MARKS = re.compile(r"[ \t]*(?:[>|][ \t]?)*")
_LINKS = 1  # line ends in furniture above the day of another story: a heading, a title
_MENU = 12  # line ends above it where no story has begun
_NEAR = 4  # lines of a forwarded message's header between its sender and its date


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quoted message: how deep its lines are marked, and its header's id."""

    depth: int
    header: str


class Sections:
    """Tells of each expression of a text, in order, whether it heads a section, and under which header it stands."""

    def __init__(self, text: str, segments: Sequence[Segment]) -> None:
        self._text = text
        self._segments = segments
        self._ends = _update_ends(segments)
        self._entry: TimeExpression | None = None  # the clock whose entry is open
        self._stop = 0  # where that entry ends
        self._day: TimeExpression | None = None
        self._last_line = (0, 0)  # a text may be one line with many dates
        self._quoted: list[_Quoted] = []
        self._messages = {line.stamp.start: line.end for line in stamped_lines(text)}
        self._entries = frozenset() if self._messages else _dated_lines(text)
        told = any(verb in text for verb in ("wrote", "schrieb", "écrit"))
        self._replies = [match.span() for match in _REPLY.finditer(text)] if told else []

    def place(self, expression: TimeExpression) -> TimeExpression:
        """The expression as the header of a section, or with the name of the one above it."""
        if expression.span.start in self._messages:
            self._entry, self._stop = expression, self._messages[expression.span.start]
            return replace(expression, is_header=True, section=None)
        if expression.is_header and not self._messages:
            self._entry, self._stop = expression, self._entry_end(expression)
            return replace(expression, section=self._day.id) if self._day is not None else expression
        if self._heads_message(expression):
            self._open_message(expression)
            return replace(expression, is_header=True)
        if self._heads_update(expression):
            self._entry, self._stop = expression, self._paragraph_end(expression)
            return replace(expression, is_header=True)
        if self._heads_day(expression):
            self._day = replace(expression, is_header=True)
            self._stop = min(self._stop, expression.span.start)
            if expression.span.start in self._entries:
                self._entry, self._stop = self._day, len(self._text)
            return self._day
        if expression.span.start in self._entries:
            self._entry, self._stop = expression, self._line(expression)[1]
            return replace(expression, is_header=True)
        if self._entry and expression.span.start < self._stop:
            return replace(expression, section=self._entry.id)
        message = self._message_of(expression)
        return expression if message is None else replace(expression, section=message)

    def _entry_end(self, header: TimeExpression) -> int:
        segments = self._segments
        if header.segment < len(segments) and segments[header.segment].kind is SegmentKind.UPDATE:
            return self._ends[header.segment]
        gap = _GAP.search(self._text, header.span.end)
        return gap.start() if gap else len(self._text)

    def _heads_day(self, expression: TimeExpression) -> bool:
        """ "Tuesday 22 September", "Date of incident: 3 May 2020": a day and nothing else on its line."""
        if not _names_day(expression.tree):
            return False
        start, end = self._line(expression)
        if end - start - len(expression.span) >= _LONGEST_LINE:
            return False
        if self._is_of_a_link(start):
            return False
        before, after = self._text[start : expression.span.start], self._text[expression.span.end : end]
        return bool(_BEFORE_DAY.fullmatch(before)) and bool(_AFTER_DAY.fullmatch(after))

    def _is_of_a_link(self, start: int) -> bool:
        """Whether a line stands in furniture below the title of another story, of which it is the day: amid this story,
        or among the menus above it."""
        index = bisect_right(self._segments, start, key=lambda segment: segment.span.start) - 1
        if index < 0 or self._segments[index].kind is not SegmentKind.BOILERPLATE:
            return False
        above = self._text[self._segments[index].span.start : start].strip()
        told = any(segment.kind is SegmentKind.BODY for segment in self._segments[:index])
        return above.count("\n") >= (_LINKS if told else _MENU)

    def _heads_update(self, expression: TimeExpression) -> bool:
        """ "UPDATE 23 October: ...": the day on which the rest of the paragraph was written."""
        if not _dates(expression.tree):
            return False
        start, end = self._line(expression)
        if expression.span.start - start >= _LONGEST_LINE:
            return False
        opens = _BEFORE_UPDATE.fullmatch(self._text[start : expression.span.start])
        return bool(opens and _AFTER_UPDATE.match(self._text, expression.span.end, end))

    def _paragraph_end(self, expression: TimeExpression) -> int:
        end = _BLANK_LINE.search(self._text, expression.span.end)
        return end.start() if end else len(self._text)

    def _heads_message(self, expression: TimeExpression) -> bool:
        """ "On Tue, Feb 15, 2022 at 9:03 AM Ann wrote:", or the date field of a message below the text's own top."""
        index = bisect_right(self._replies, (expression.span.start, len(self._text))) - 1
        if index >= 0 and self._replies[index][0] <= expression.span.start < self._replies[index][1]:
            return not any(q.header == expression.id for q in self._quoted) and _dates(expression.tree)
        start, _ = self._line(expression)
        if not _dates(expression.tree) or not _SENT.match(self._text, start, expression.span.start + 1):
            return False
        return self._is_forwarded(start)

    def _is_forwarded(self, start: int) -> bool:
        """Whether the lines above a date field name a sender, and text stands above those."""
        for _ in range(_NEAR):
            start = self._text.rfind("\n", 0, max(start - 1, 0)) + 1
            if _FROM.match(self._text, start):
                return "\n\n" in self._text[:start].strip("\n")
            if start == 0:
                return False
        return False

    def _open_message(self, header: TimeExpression) -> None:
        start, end = self._line(header)
        depth = self._depth(start)
        below = next((b for b in self._lines_below(end) if self._text[b : b + 1].strip()), start)
        self._close(depth)
        self._quoted = [q for q in self._quoted if q.depth < self._depth(below) or q.depth <= depth]
        self._quoted.append(_Quoted(max(depth, self._depth(below)), header.id))

    def _lines_below(self, end: int) -> list[int]:
        """Where the next lines begin, the rest of a header that runs on left out."""
        found: list[int] = []
        while len(found) < _NEAR and (end := self._text.find("\n", end) + 1) > 0:
            found.append(end)
        closing = next((e for s, e in self._replies if s <= found[0] < e), 0) if found else 0
        return [place for place in found if place >= closing]

    def _message_of(self, expression: TimeExpression) -> str | None:
        if not self._quoted:
            return None
        self._close(self._depth(self._line(expression)[0]))
        return self._quoted[-1].header if self._quoted else None

    def _close(self, depth: int) -> None:
        """Leaves the messages that are quoted more deeply than a line."""
        while self._quoted and self._quoted[-1].depth > depth:
            self._quoted.pop()

    def _depth(self, start: int) -> int:
        marks = _MARKS.match(self._text, start)
        return sum(mark in ">|" for mark in marks.group()) if marks else 0

    def _line(self, expression: TimeExpression) -> tuple[int, int]:
        start, end = self._last_line
        if not start <= expression.span.start <= expression.span.end <= end:
            start = self._text.rfind("\n", 0, expression.span.start) + 1
            end = self._text.find("\n", expression.span.end)
            end = len(self._text) if end < 0 else end
            self._last_line = (start, end)
        return start, end


def _dated_lines(text: str) -> frozenset[int]:
    """Where the dates stand that head the entries of a chronology: "4 January 2019: Gunmen abduct three engineers".

    That is the whole text, or a list in it whose entries are a line each.
    """
    heads = [match for match in _DATED_LINE.finditer(text) if _YEAR_OR_DAY.search(match["head"])]
    heads += list(_DIARY_LINE.finditer(text))
    if len(heads) < _FEWEST:
        return frozenset()
    if len(heads) * _LINES_AN_ENTRY < sum(1 for _ in _WRITTEN_LINE.finditer(text)):
        heads = _listed(heads, text)  # else a history with years for headings
    return frozenset(m.start("head") for m in heads)


def _listed(heads: Sequence[re.Match[str]], text: str) -> list[re.Match[str]]:
    """Those that stand one below the other, each with what it dates on its line."""
    found: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    end = 0
    for head in sorted(heads, key=lambda head: head.start("head")):
        if run and _WORD.search(text, end, head.start("head")):
            found, run = [*found, *(run if len(run) >= _FEWEST else ())], []
        end = text.find("\n", head.end())
        end = end if end >= 0 else len(text)
        if _WORD.search(text, head.end(), end):
            run.append(head)
    return [*found, *(run if len(run) >= _FEWEST else ())]


def _names_day(tree: Expression) -> bool:
    match tree:
        case Fields(day=int()) | NumericDate():
            return True
        case _:
            return False


def _dates(tree: Expression) -> bool:
    """Whether a phrase names a day, with or without its hour."""
    match tree:
        case Clock(day=inner) | PartOfDay(day=inner):
            return inner is not None and _dates(inner)
        case Part(of=inner):
            return _dates(inner)
        case _:
            return _names_day(tree)


def _update_ends(segments: Sequence[Segment]) -> list[int]:
    """For each segment where the updates and quotations end that follow it without a break."""
    ends = [segment.span.end for segment in segments]
    for index in range(len(segments) - 2, -1, -1):
        if segments[index + 1].kind in (SegmentKind.UPDATE, SegmentKind.QUOTE):
            ends[index] = ends[index + 1]
    return ends
