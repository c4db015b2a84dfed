"""Rows of tables, lines of logs, entries of lists: each has a date of its own, and tells an event whatever its grammar.

"2 April 2018 | Dina Sarr | Arrested at a checkpoint", "06:52  Alarm: smoke in a cellar at 12 Quay Street.",
"1998 San Jacinto mine opens".
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.factuality import Factuality
from timeline_app.extraction.events.headline import finish
from timeline_app.extraction.events.time_links import TimeLink, locates
from timeline_app.extraction.events.tree import finite, is_set_apart
from timeline_app.model.annotation import DateBasis, Mention, Modality, Relation, TimeExpression, TimeRef
from timeline_app.model.expression import Clock
from timeline_app.model.source import Source
from timeline_app.model.token import Span
from timeline_app.temporal.stamped_lines import stamped_lines

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_CELLS = re.compile(r"[\t|]+| {3,}|[ \t][–—][ \t]")
_LABELS = re.compile(  # "Published:   3 May 2020": a page's own dates are no rows of a table
    r"\W*(?:date|dated|published|updated|posted|printed|issued|modified|created|accessed|retrieved|version|revision"
    r"|last\W\w+|from|to|our ref\w*|your ref\w*|ref\w*|author|by)\b[^\n|]{0,12}\W*",
    re.IGNORECASE,
)
_GAP = re.compile(r"[ \t]{2,}\S|[ \t]*:[ \t]|[ \t]+[–—-][ \t]")  # between a list's date and what it tells
_PLANNED = re.compile(r"\b(?:due|by|planned|expected|scheduled|target)\b", re.IGNORECASE)
_LONGEST = 400  # code points of a row or of a log's line
_LONGEST_ENTRY = 140  # code points of what a log's line tells
_FEWEST_ROWS = 2
_FEWEST = 3  # lines of a log or a list; an hour at the head of one paragraph makes none
_BESIDE_DATE = re.compile(
    r"[\s\W]*(?:ca?\.|circa|approx\.?|about|done|completed|finished|closed|due|by|in|on"
    r"|(?:planned|expected|scheduled)(?: for| by)?)?[\s\W]*",
    re.IGNORECASE,
)
_CONFIDENCE = 0.5
_JOINT = re.compile(r",?[ \t]+(?:and|&)[ \t]+|,[ \t]+")
_NUMBER = re.compile(r"\(?\d{1,3}[.)][ \t]+(?=\D)")
_COLUMN = re.compile(r"[\t|]| {3}")
_DENYING = re.compile(  # "No injuries", "Fire not under control"; "freight train, no injuries" tells a freight train
    r"\A\W*(?:no|none|nobody|nothing)\b|\b(?:not|never|cannot)\b|n[’']t\b", re.IGNORECASE
)
_DASH = re.compile(r"[ \t][–—][ \t]")
_AFTER_DATE = re.compile(r"\s*(?:[:|\u2013\u2014-]\s*|(?=[A-Z]))")
_TELLING = frozenset(("ROOT", "conj", "acl", "parataxis"))
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A row, a log's line or a list's entry: where it stands, what dates it, and the stretches that tell something."""

    span: Span
    date: TimeExpression
    told: tuple[Span, ...]
    is_row: bool
    is_due: bool = False
    is_task: bool = False  # the date's cell says "due" or "done" too
    more: tuple[TimeExpression, ...] = ()  # "18 April and 2 May: televised debates"

    @property
    def ref(self) -> TimeRef:
        """The date as a mention refers to it."""
        return TimeRef(self.date.id, Relation.FROM if self.date.range_end else Relation.AT)

    @property
    def basis(self) -> DateBasis:
        """A row's date is a part of what it tells; the hour of a log's line stands above it."""
        return DateBasis.CLAUSE if self.is_row else DateBasis.CONTAINER


class DatedLines:
    """The rows and log lines of a text, and what each dates."""

    def __init__(self, source: Source, expressions: Sequence[TimeExpression]) -> None:
        self._source = source
        by_id = self._by_id = {e.id: e for e in expressions}
        self._by_start = {e.span.start: e for e in expressions}
        ends = {e.range_end for e in expressions if e.range_end}
        dating = [e for e in expressions if e.id not in ends and locates(e.tree)]
        rows: dict[int, DatedLine] = {}
        entries: list[DatedLine] = []
        items: dict[int, DatedLine] = {}
        for expression in dating:
            line = self._line(expression)
            if line is None or line.start in rows:
                continue
            if (row := self._row(line, expression, by_id)) is not None:
                rows[line.start] = row
            if row is not None:
                items.setdefault(line.start, row)
            elif (entry := self._entry(line, expression)) is not None:
                entries.append(entry)
            elif (item := self._item(line, expression, by_id)) is not None:
                items.setdefault(line.start, item)
        chatted = any(message.name for message in stamped_lines(source.text))
        logged = entries if len(entries) >= _FEWEST and not chatted else []
        table = rows.values() if len(rows) >= _FEWEST_ROWS else ()  # a byline with a bar is none
        every = {line.span.start: line for line in (*self._lists(items), *logged, *table)}
        self._lines = [every[start] for start in sorted(every)]
        self._starts = sorted(every)

    def link(self, candidate: Candidate, state: Factuality) -> TimeLink | None:
        """The date of a row or log line, for the main clause or the noun that heads one of its cells."""
        token = candidate.token
        line = self.at(token)
        first = token.dep_ == "ccomp" and is_set_apart(token)  # "some 300 march; 19 are arrested"
        if line is None or state.modality is Modality.DENIED or not (first or token.dep_ in _TELLING):
            return None
        if (candidate.noun and token.dep_ != "ROOT") or (token.dep_ == "acl" and token.head.dep_ != "ROOT"):
            return None
        inside = any(span.start <= token.idx < span.end for span in line.told)
        if not line.is_row:
            carrier = finite(token)
            inside = inside and state.real and carrier is not None and carrier.lemma_ != "have"
        return TimeLink((line.ref,), line.basis) if inside else None

    def at(self, token: "Token") -> DatedLine | None:
        """The row or log line that a word stands in."""
        return self._line_at(token.idx)

    @property
    def dates(self) -> frozenset[str]:
        """The ids of the dates that stand beside what they date, and are no part of a sentence."""
        return frozenset(line.date.id for line in self._lines)

    def date_words(self, token: "Token") -> frozenset[int]:
        """The words of the date of the line that a word stands in: a column of its own."""
        line = self.at(token)
        if line is None:
            return frozenset()
        end = self._by_id.get(line.date.range_end or "", line.date)
        return frozenset(token.doc.tokens_at(line.date.span.start, end.span.end))

    def in_log(self, token: "Token") -> bool:
        """Whether a word stands in a log's line, whose hour dates what has none of its own."""
        line = self.at(token)
        return line is not None and not line.is_row

    def is_ahead(self, line: DatedLine) -> bool:
        """Whether a line's day comes after the publication: "1 May: Opening of the bridge" is planned."""
        published, time = self._source.context.published, line.date.time
        if published is None or time is None or published.last_day is None or time.first_day is None:
            return line.is_due
        return line.is_due or time.first_day > published.last_day

    def untold(self, found: Mapping[int, Mention], doc: "Doc") -> Iterable[tuple[DatedLine, "Token"]]:
        """The lines of a stretch that no salient dated mention tells of, each with the word that stands for it."""
        salient = (m for m in found.values() if m.salient)
        told: set[str] = set()
        for mention in salient:
            line = self._line_at(mention.head.start)
            told.update(ref.expression for ref in mention.time_refs if line is not None)
            if line is not None and not line.is_row:
                told.add(line.date.id)
        first, last = (doc[0].idx, doc[len(doc) - 1].idx) if len(doc) else (0, -1)
        for line in self._lines:
            if line.date.id in told or not (first <= line.span.start <= last):
                continue
            if (head := _head(line, found, doc)) is not None:
                yield line, head

    def told(self, mention: Mention, line: DatedLine, others: Iterable[Mention] = ()) -> Mention:
        """A mention as the event of its line, titled by the line's own words up to those of `others` there."""
        modality = Modality.HAPPENED if mention.modality is Modality.ONGOING else mention.modality
        aside = modality is Modality.DENIED and not _DENYING.search(
            self._source.text[line.told[0].start : line.span.end]
        )
        modality = Modality.HAPPENED if aside else modality
        if modality is Modality.HAPPENED and (line.is_due or self.is_ahead(line)):
            modality = Modality.PLANNED
        return replace(
            mention,
            clause=Span(line.told[0].start, line.told[-1].end),
            title=self.title(
                line, min((m.head.start for m in others if self._line_at(m.head.start) is line), default=None)
            ),
            modality=modality,
            negated=mention.negated and not aside,
            time_refs=(line.ref,),
            date_basis=line.basis,
            confidence=_CONFIDENCE,
            salient=True,
        )

    def twins(self, mention: Mention) -> Iterator[Mention]:
        """The event of a line on each further day that stands before its colon."""
        line = self._line_at(mention.head.start)
        own = [ref.expression for ref in mention.time_refs]
        for date in line.more if line is not None and own == [line.date.id] else ():
            key = f"{mention.key.split(':', 1)[0]}:{date.span.start}-{date.span.end}"
            yield replace(mention, key=key, head=date.span, time_refs=(TimeRef(date.id),))

    def title(self, line: DatedLine, until: int | None = None) -> str:
        """A line's own words: "Dina Sarr: arrested at a checkpoint; released on 9 April".

        Up to the last semicolon before `until`, where a deed with another date stands behind it.
        """
        text = self._source.text
        stop = text.rfind(";", line.span.start, until) if until is not None else -1
        end = stop if stop > line.told[0].start else line.span.end
        cells = [text[s.start : min(s.end, end)].strip(" .;,") for s in line.told if s.start < end]
        opening, rest = cells[0], [cell[:1].lower() + cell[1:] if cell[1:2].islower() else cell for cell in cells[1:]]
        return finish(f"{opening}: {', '.join(rest)}" if rest else opening)

    def _line(self, expression: TimeExpression) -> Span | None:
        """The line of an expression, None where it is too long; looked for no farther than that."""
        text, first = self._source.text, max(0, expression.span.start - _LONGEST - 1)
        start = text.rfind("\n", first, expression.span.start) + 1
        if start == 0 < first:
            return None
        end = text.find("\n", expression.span.end, start + _LONGEST + 1)
        line = Span(start, end if end >= 0 else len(text))
        return line if len(line) <= _LONGEST else None

    def _line_at(self, offset: int) -> DatedLine | None:
        index = bisect_right(self._starts, offset) - 1
        return self._lines[index] if index >= 0 and offset < self._lines[index].span.end else None

    def _row(self, line: Span, date: TimeExpression, by_id: Mapping[str, TimeExpression]) -> DatedLine | None:
        """The row whose cell holds the date and nothing else."""
        text = self._source.text
        if _LABELS.fullmatch(text, line.start, date.span.start):
            return None
        bounds = [line.start, *(m.end() for m in _CELLS.finditer(text, line.start, line.end)), line.end]
        cells = [Span(a, b) for a, b in pairwise(bounds) if b > a]
        if len(cells) < 2:
            return None
        last = by_id.get(date.range_end or "", date)
        own = next((c for c in cells if c.start <= date.span.start < c.end), None)
        if own is None or last.span.end > own.end:
            return None
        if own is cells[0] and not _COLUMN.search(text, line.start, line.end):
            return None  # "27 January 2011 – Depot, empty train" is an entry of a list
        beside = text[own.start : date.span.start], text[last.span.end : own.end]
        if not all(_BESIDE_DATE.fullmatch(part) for part in beside):
            return None
        if _DASH.search(text, line.start, line.end) and text[line.end - 1] == ".":
            return None  # a sentence with dashes
        told = tuple(c for c in (self._trimmed(c) for c in cells if c is not own) if self._says(c))
        return (
            DatedLine(
                line,
                date,
                told,
                is_row=True,
                is_due=bool(_PLANNED.search(beside[0])),
                is_task=bool(_WORD.search(beside[0])),
            )
            if told
            else None
        )

    def _entry(self, line: Span, hour: TimeExpression) -> DatedLine | None:
        """The line of a log: nothing but the hour before its words."""
        text = self._source.text
        if (
            not hour.is_header
            or not isinstance(hour.tree, Clock)
            or hour.tree.day is not None
            or _WORD.search(text, line.start, hour.span.start)
        ):
            return None
        told = self._trimmed(Span(hour.span.end, line.end))
        fits = 0 < len(told) <= _LONGEST_ENTRY and text[told.end - 1] != "?" and text[told.start] not in '"“‘'
        return DatedLine(line, hour, (told,), is_row=False) if fits and self._says(told) else None

    def _item(self, line: Span, date: TimeExpression, by_id: Mapping[str, TimeExpression]) -> DatedLine | None:
        """The entry of a list: nothing but the day, month or year before its few words."""
        text = self._source.text
        clock = isinstance(date.tree, Clock) and date.tree.day is None
        if clock or _WORD.search(text, line.start, date.span.start):
            return None
        if not date.is_header and not _GAP.match(text, by_id.get(date.range_end or "", date).span.end, line.end):
            return None
        more = self._joined(date)
        end = by_id.get(date.range_end or "", more[-1] if more else date).span.end
        told = self._trimmed(Span(end, line.end)) if _AFTER_DATE.match(text, end, line.end) else Span(end, end)
        fits = 0 < len(told) <= _LONGEST_ENTRY and text[told.end - 1] not in "?:"
        return DatedLine(line, date, (told,), is_row=False, more=more) if fits and self._says(told) else None

    def _joined(self, date: TimeExpression) -> tuple[TimeExpression, ...]:
        """The further days before the colon of an entry."""
        found: list[TimeExpression] = []
        last = date
        while (joint := _JOINT.match(self._source.text, last.span.end)) and joint.end() in self._by_start:
            last = self._by_start[joint.end()]
            found.append(last)
        return tuple(found)

    def _lists(self, items: Mapping[int, DatedLine]) -> Iterator[DatedLine]:
        """The entries that stand one below the other, several of them; text order."""
        run: list[DatedLine] = []
        for start in (*sorted(items), None):
            item = items[start] if start is not None else None
            if run and (item is None or self._source.text[run[-1].span.end : item.span.start].strip()):
                yield from run if len(run) >= _FEWEST else ()
                run = []
            if item is not None:
                run.append(item)

    def _says(self, span: Span) -> bool:
        return _WORD.search(self._source.text, span.start, span.end) is not None

    def _trimmed(self, span: Span) -> Span:
        text, start, end = self._source.text, span.start, span.end
        if number := _NUMBER.match(text, start, end):
            start = number.end()
        while start < end and not text[start].isalnum() and text[start] not in "\"“‘'([":
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in "|–—"):
            end -= 1
        return Span(start, end)


def _head(line: DatedLine, found: Mapping[int, Mention], doc: "Doc") -> "Token | None":
    """The word that a line's event stands on: a verb that has been found there, a noun, or the first word."""
    inside = [doc[i] for span in line.told for i in doc.tokens_at(span.start, span.end)]
    spelled = [t for t in inside if t.is_alpha]
    known = [t for t in spelled if t.i in found and not found[t.i].salient]
    verbs = [t for t in known if finite(t) is not None or t.tag_ == "VBN"]
    return next(iter(verbs or known or [t for t in spelled if t.i not in found]), None)
