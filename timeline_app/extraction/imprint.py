"""Title, author and publisher as a page prints them."""

import re
from collections.abc import Sequence

from timeline_app.extraction.paragraphs import paragraphs
from timeline_app.extraction.segmentation.blocks import blocks_of
from timeline_app.extraction.segmentation.datelines import find_dateline
from timeline_app.extraction.segmentation.headlines import is_letterhead
from timeline_app.extraction.segmentation.masthead import nameplate
from timeline_app.model.document_text import Origin
from timeline_app.model.source import Segment, SegmentKind

_SUBJECT = re.compile(r"^\W{0,3}(?:subject|re)\s*[:\t]\s*", re.IGNORECASE)
_BYLINE = re.compile(
    r"\W{0,3}(?:(?:by|author:|written by|reported by|from:)\s+|from\t)(?P<name>[^\d|•·(<—–]{3,80})", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))(?:\s|©|\(c\)|\d{4}|[-–,])*"
    r"(?P<name>[^\W\d][^.|•·,\n]{1,50}?)(?=\s*(?:[.|•·,]|all rights|$))",
    re.IGNORECASE,
)
_HEAD = 4_000  # code points from the top in which a headline and a byline are the page's own
_HEAD_LINES = 16
_LONGEST_TITLE = 200
_OPENING = 70
_LONGEST_OPENING = 600
_HEADER = re.compile(
    r"^\W{0,3}(?:[A-Z][A-Za-z #]{2,20}\s)?\d{1,2}[:.h]?\d{0,2}\s?(?:[ap]\.?m\.?)?\s?[A-Z]{0,5}\s*[:–—|-]\s+"
)
_SENTENCE = re.compile(r".+?[a-z)\]”\"’'][.!?](?=\s|$)")


def title_of(text: str, segments: Sequence[Segment], origin: Origin | None = None) -> str:
    """The headline on one line, without "Subject:", cut where it is too long for a list; empty without a headline.

    What the file's structure shows as the headline comes first, then its properties, then the first line that can be
    one; a page's own title loses the name of the paper.
    """
    origin = origin or Origin()
    heads = [label for label in origin.labels if label.kind is SegmentKind.HEADLINE and label.span.start < _HEAD]
    telling = (label for label in heads if not is_letterhead(" ".join(text[label.span.start : label.span.end].split())))
    shown = next(telling, heads[0] if heads else None)
    if shown is None and origin.title:
        return _cut(_without_site(origin.title, origin.publisher))
    for segment in segments:
        if segment.kind is not SegmentKind.HEADLINE:
            continue
        if segment.span.start < _HEAD if shown is None else segment.span.end > shown.span.start:
            start = text.rfind("\n", 0, segment.span.start) + 1  # with the series that it stands in
            return _cut(" ".join(_SUBJECT.sub("", text[start : segment.span.end], count=1).split()))
    return ""


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _without_site(title: str, publisher: str) -> str:
    """A page's title without the paper's name, which stands after a bar or a dash."""
    head, mark, tail = title.rpartition(" | ")
    if not mark and publisher:
        found = re.match(r"(?P<head>.+?)\s+[-–—:·»/]\s+(?P<tail>[^-–—:·»/]+)$", title[:400])
        head, tail = (found["head"], found["tail"]) if found else ("", title)
        named = publisher.strip().lower()
        is_site = tail.strip().lower() in (named, named.rpartition(".")[0])  # "… / X" of x.com
        return head if head and is_site else title
    return head if len(head) >= len(tail) else title


def opening_of(text: str, segments: Sequence[Segment]) -> str:
    """The first sentence after an update's header and a dateline, cut for a list: the title where no headline is."""
    for segment in segments:
        if segment.kind not in (SegmentKind.BODY, SegmentKind.UPDATE, SegmentKind.QUOTE):
            continue
        piece = text[segment.span.start : min(segment.span.end, segment.span.start + _LONGEST_OPENING)]
        line = " ".join(_HEADER.sub("", next((part for part in piece.splitlines() if part.strip()), "")).split())
        sentence = _SENTENCE.match(line)
        line = sentence.group().rstrip(".") if sentence else line
        if line:
            return line if len(line) <= _OPENING else line[: _OPENING - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    return ""


def author_of(text: str) -> str:
    """The name in the byline near the top, empty where there is none."""
    for line in _top_lines(text):
        found = _BYLINE.match(line) if len(line) <= 120 and not line.endswith(".") else None
        if found:
            return found["name"].split(",")[0].strip(" .;")
    return ""


def publisher_of(text: str, segments: Sequence[Segment]) -> str:
    """The paper's name beside the date line, else the agency in the dateline, else who claims the copyright."""
    top = blocks_of(text[:_HEAD])
    named = nameplate(top)
    if named is not None:
        return top[named].text
    datelines = filter(None, (find_dateline(line) for line in _top_lines(text)))
    if (dateline := next(datelines, None)) and dateline.agency:
        return dateline.agency
    for segment in reversed(segments):
        if segment.kind is SegmentKind.BOILERPLATE:
            claim = _COPYRIGHT.search(text, segment.span.start, segment.span.end)
            if claim:
                return claim["name"].strip()
    return ""


def _top_lines(text: str) -> list[str]:
    head = text[:_HEAD]
    return [paragraph.of(head) for paragraph in paragraphs(head)[:_HEAD_LINES]]
