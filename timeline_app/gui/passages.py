"""Passages: what was found in a text, on one line."""

from timeline_app.model.token import Span

_BEFORE = 32  # code points of a paragraph that are shown before what was found
_LONGEST = 160


def snippet(text: str, paragraph: Span, found: Span, before: int = _BEFORE) -> tuple[str, Span]:
    """The words about a place on one line, at most so many code points before it, and where in it the place is."""
    start = max(paragraph.start, found.start - before)
    if start > paragraph.start:
        start = text.find(" ", start, found.start) + 1 or start
    head = ("… " if start > paragraph.start else "") + " ".join(text[start : found.start].split())
    head += " " if text[start : found.start][-1:].isspace() else ""
    words = " ".join(text[found.start : found.end].split())
    after = " ".join(text[found.end : min(paragraph.end, found.end + _LONGEST)].split())
    gap = " " if text[found.end : found.end + 1].isspace() else ""
    return f"{head}{words}{gap}{after}", Span(len(head), len(head) + len(words))
