"""Headings inside the entries of a live blog: they tell in the present what the lines below them tell again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline_app.extraction.events.kinds import same_keys
from timeline_app.model.annotation import Mention
from timeline_app.model.source import SegmentKind, Source

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_LONGEST = 100  # code points
_ENDS = (".", "!", "?", ":", ";", ",", "”", '"')


def heads_entry(token: "Token", source: Source) -> bool:
    """Whether a word stands on a line of its own, without a full stop, right below the hour that opens an update."""
    segment = source.segment_at(token.idx)
    if segment is None or segment.kind is not SegmentKind.UPDATE:
        return False
    text = source.text
    start, end = text.rfind("\n", 0, token.idx) + 1, text.find("\n", token.idx)
    if end < 0 or end - start > _LONGEST or text[start:end].rstrip().endswith(_ENDS):
        return False
    above = text[segment.span.start : start].strip()
    return bool(above) and "\n" not in above and len(above) < _LONGEST // 2


def told_again(found: Mapping[int, Mention], doc: "Doc", source: Source) -> set[int]:
    """The heads of headings whose event the prose of their entry tells under the same word."""
    headings = [i for i, mention in found.items() if mention.salient and heads_entry(doc[i], source)]
    again: set[int] = set()
    for index in headings:
        segment = source.segment_at(doc[index].idx)
        end = segment.span.end if segment is not None else 0
        keys = set(same_keys(found[index].lemma))
        below = (m for i, m in found.items() if m.salient and i > index and doc[i].idx < end and i not in headings)
        if any(keys & set(same_keys(mention.lemma)) for mention in below):
            again.add(index)
    return again
