"""Records survive being JSON; JSON that is no record is refused."""

import json
from typing import Any

import pytest

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.codec import CodecError, decode, encode
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.expression import Duration, Fields, Shift
from timeline_app.model.source import Source


def test_every_record_comes_back(document: TimelineDocument) -> None:
    for record in document.records():
        data = json.loads(json.dumps(encode(record)))
        assert decode(type(record), data) == record


def test_only_what_differs_from_the_default_is_written() -> None:
    assert encode(Event("e", "It rained")) == {"$": "Event", "id": "e", "title": "It rained"}
    assert decode(Event, {"id": "e", "title": "It rained", "from a later version": 1}) == Event("e", "It rained")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Event, None),
        (Event, []),
        (Event, {"id": "e"}),
        (Event, {"id": 1, "title": "x"}),
        (Event, {"id": "e", "title": "x", "confidence": True}),
        (Event, {"id": "e", "title": "x", "status": "haunted"}),
        (Event, {"id": "e", "title": "x", "tags": "abc"}),
        (Event, {"id": "e", "title": "x", "edited": {"a": 1}}),
        (Event, {"$": "Source", "id": "e", "title": "x"}),
        (Event, {"id": "e", "title": "x", "resolved": {"$": "Span", "start": 0, "end": 1}}),
        (Source, {"id": "s", "name": "n", "title": "t", "text": "x", "sha256": "h", "segments": [7]}),
        (Shift, {"amount": {"$": "Duration", "amount": {}}, "sign": 1}),
        (Fields, {"year": 2018.5}),
        (tuple[Mention, ...], {"a": 1}),
        (TimeExpression, {"$": ["TimeExpression"]}),
    ],
)
def test_what_is_no_record_is_refused(kind: Any, data: Any) -> None:
    with pytest.raises(CodecError):
        decode(kind, data)


def test_a_tree_that_never_ends_is_refused() -> None:
    tree: dict[str, Any] = {"$": "Duration", "amount": {"$": "Amount", "count": 1, "unit": "day"}}
    assert decode(Duration, tree).amount.count == 1
    for _ in range(200):
        tree = {"$": "Part", "mod": "START", "of": tree}
    with pytest.raises(CodecError, match="nested too deeply"):
        decode(TimeExpression, {"id": "t", "tree": tree})
