"""Records as JSON: everything comes back equal, and nothing but records comes back."""

import json
import re
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import expression as tree
from timeline_app.model.annotation import (
    Alternative,
    Anchor,
    AnchorKind,
    Mention,
    Participant,
    Reading,
    TimeExpression,
    TimeRef,
    TimexType,
)
from timeline_app.model.change import Batch, Insert, Replace
from timeline_app.model.codec import CodecError, decode, encode, from_json, to_json
from timeline_app.model.edtf import from_edtf
from timeline_app.model.event import Event, SourceLink, Status
from timeline_app.model.fast_codec import UndecidedError, build
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import (
    DateOrder,
    DocumentKind,
    Evidence,
    PublicationContext,
    Segment,
    SegmentKind,
    Source,
)
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span, Tense

DAY = from_edtf("2018-05-28")
SPAN = Span(3, 9)
READING = Reading(
    TimexType.DATE,
    "2018-05-28",
    DAY,
    Anchor(AnchorKind.PREVIOUS, "2018-05-27", "s:t0-4"),
    "explained",
    0.75,
    mod="START",
    alternatives=(Alternative(None, "XXXX", "another"),),
    warning="look",
)
TREES = [
    tree.Reference(tree.Vague.PAST),
    tree.Relative(Granularity.WEEK, -1, tree.Base.PREVIOUS),
    tree.Fields(month=11, direction=tree.Direction.LAST),
    tree.NumericDate(6, 7, 2018),
    tree.NamedDay("easter", tree.Fields(year=2018)),
    tree.Clock(13, 30, zone="GMT", day=tree.Relative(Granularity.DAY, -1)),
    tree.PartOfDay(tree.DayPart.NIGHT, tree.Fields(weekday=4)),
    tree.Part("END", tree.Nth(-1, Granularity.WEEK, tree.Fields(month=3))),
    tree.Shift(tree.Amount(2.5, Granularity.YEAR, 3), -1, of=tree.NamedDay("christmas")),
    tree.AnchoredDuration(tree.Amount(None, Granularity.WEEK), -1, vague=True),
    tree.Recurring(tree.Amount(1, Granularity.MONTH), "EVERY", "2X"),
    tree.Recurring(tree.Fields(weekday=4)),
    tree.Modified("APPROX", tree.Duration(tree.Amount(3, Granularity.WEEK))),
    tree.Range(None, tree.Fixed("2018-05")),
]
RECORDS: list[Any] = [
    DAY.until(),
    from_edtf("2018-05-28T13:30+03:00"),
    Source(
        "s1",
        "a.txt",
        "Title",
        "Text with 🚀",
        "00",
        PublicationContext(
            DAY, "Europe/Kyiv", DateOrder.DMY, DocumentKind.LIVEBLOG, evidence=(Evidence("f", "v", "w", 1, SPAN),)
        ),
        (Segment(SegmentKind.BODY, Span(0, 11)),),
        warnings=("w",),
    ),
    *(
        TimeExpression("s1:t3-9", "s1", SPAN, "phrase", t, ("rule",), SPAN, Tense.PAST, reading=READING, correction=DAY)
        for t in TREES
    ),
    Mention(
        "k",
        "s1",
        SPAN,
        SPAN,
        SPAN,
        "Title",
        "meet",
        participants=(Participant("A", "agent"),),
        time_refs=(TimeRef("e"),),
    ),
    Event("e1", "Title", resolved=DAY, status=Status.EDITED, tags=("a", "b"), edited=frozenset({"title", "notes"})),
    SourceLink("l1", "e1", "s1", SPAN, mention="k"),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: type(r).__name__)
def test_records_come_back_equal_through_json(record: Any) -> None:
    assert decode(type(record), json.loads(json.dumps(encode(record)))) == record
    assert json.loads(to_json(record)) == encode(record)
    assert from_json(type(record), to_json(record)) == record


def test_what_utf8_cannot_hold_comes_back() -> None:
    event = Event("e1", "cut \ud83d here", notes="é")
    assert to_json(event).isascii()
    assert from_json(Event, to_json(event)) == event


@pytest.mark.parametrize("text", ["", "{", "[]", "NaN", '{"id": "e", "title": NaN}', "[" * 900 + "]" * 900, "9" * 5000])
def test_text_that_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(CodecError):
        from_json(Event, text)


def test_changes_come_back_equal() -> None:
    change = Batch((Insert(RECORDS[-1]), Replace(RECORDS[-2])))
    assert decode(Batch, json.loads(json.dumps(encode(change)))) == change


def test_defaults_are_left_out() -> None:
    assert encode(Event("e1", "T")) == {"$": "Event", "id": "e1", "title": "T"}


def test_fields_of_a_later_version_are_passed_over() -> None:
    assert decode(Event, {"id": "e1", "title": "T", "from a later version": 1}) == Event("e1", "T")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Event, {"id": 5, "title": "T"}),
        (Event, {"title": "T"}),
        (Event, {"$": "Source", "id": "e", "title": "T"}),
        (Event, {"id": "e", "title": "T", "resolved": {"$": "Event", "id": "x", "title": "y"}}),
        (Event, {"id": "e", "title": "T", "status": "hacked"}),
        (Event, {"id": "e", "title": "T", "origins": True}),
        (Event, {"id": "e", "title": "T", "tags": "ab"}),
        (Event, {"id": "e", "title": "T", "edited": {"a": 1}}),
        (Event, {"id": "e", "title": "T", "confidence": True}),
        (Event, {"id": "e", "title": "T", "confidence": 1e400}),
        (Event, {"id": "e", "title": "T", "origins": 10**30}),
        (Source, {"id": "s", "name": "n", "title": "t", "text": "x", "sha256": "h", "segments": [7]}),
        (tree.Fields, {"year": 2018.5}),
        (tuple[Mention, ...], {"a": 1}),
        (Event, []),
        (Event, None),
        (TimeValue, {"earliest_start": 5, "latest_start": 1, "earliest_end": 9, "latest_end": 9, "granularity": "day"}),
        (TimeValue, {"earliest_start": 1e400}),
        (Span, {"start": "0", "end": 1}),
        (tree.Part, {"mod": "END", "of": {"$": "os.system"}}),
        (tree.Part, {"mod": "END", "of": {"$": ["Fields"]}}),
        (tree.Part, {"mod": "END", "of": {"$": "Event", "id": "e", "title": "t"}}),
    ],
)
def test_hostile_records_are_refused(kind: type[Any], data: Any) -> None:
    with pytest.raises(CodecError):
        decode(kind, data)


def test_nesting_without_end_is_refused() -> None:
    data: Any = {"$": "Fields", "year": 2018}
    for _ in range(5000):
        data = {"$": "Part", "mod": "END", "of": data}
    with pytest.raises(CodecError, match="deep"):
        decode(tree.Part, data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["$", "id", "title", "of", "mod", "start", "resolved", "tags"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_gives_a_record_or_a_codec_error(data: Any) -> None:
    for kind in (Event, TimeExpression, tree.Part):
        with suppress(CodecError):
            assert isinstance(decode(kind, data), kind)


WRONG_KINDS = {
    "text for a number": '{"$":"Event","id":"a","title":"b","confidence":"0.8"}',
    "truth for a number": '{"$":"Event","id":"a","title":"b","confidence":true}',
    "a number for text": '{"$":"Event","id":"a","title":7}',
    "a fraction for a whole number": '{"$":"Event","id":"a","title":"b","origins":1.5}',
    "a whole number as a fraction": '{"$":"Event","id":"a","title":"b","origins":1.0}',
    "text for a whole number": '{"$":"Event","id":"a","title":"b","origins":"1"}',
    "an object for a list": '{"$":"Event","id":"a","title":"b","tags":{"x":1}}',
    "text for a list": '{"$":"Event","id":"a","title":"b","tags":"xy"}',
    "a list of numbers": '{"$":"Event","id":"a","title":"b","tags":[1]}',
    "a name for a value": '{"$":"Event","id":"a","title":"b","status":"SUGGESTED"}',
    "a huge number": '{"$":"Event","id":"a","title":"b","origins":' + "9" * 30 + "}",
    "an integer that no float holds": '{"$":"Event","id":"a","title":"b","confidence":' + "9" * 400 + "}",
    "no number": '{"$":"Event","id":"a","title":"b","confidence":NaN}',
    "infinity": '{"$":"Event","id":"a","title":"b","confidence":1e999}',
    "null": '{"$":"Event","id":"a","title":null}',
    "nothing": '{"$":"Event"}',
    "another class": '{"$":"Source","id":"a","title":"b"}',
    "two in one": '{"$":"Event","id":"a","title":"b"} {}',
}


@pytest.mark.parametrize("case", WRONG_KINDS)
def test_both_decoders_refuse_what_is_of_the_wrong_kind(case: str) -> None:
    text = WRONG_KINDS[case]
    with pytest.raises(CodecError):
        from_json(Event, text)
    with pytest.raises(UndecidedError):
        build(Event, text)


def test_both_decoders_read_one_number_for_an_integer_in_the_place_of_a_fraction() -> None:
    text = '{"$":"Event","id":"a","title":"b","confidence":' + "8" * 40 + "}"
    assert from_json(Event, text) == build(Event, text) == decode(Event, json.loads(text))
    assert type(decode(Event, json.loads(text)).confidence) is float


@pytest.mark.parametrize(
    ("record", "where"),
    [
        (replace(RECORDS[2], context=replace(RECORDS[2].context, document_kind="keep")), "context.document_kind"),
        (replace(RECORDS[2], context=replace(RECORDS[2].context, week_start=True)), "context.week_start"),
        (replace(RECORDS[2], position=10**30), "position"),
        (replace(RECORDS[2], segments=(Segment("body", None),)), "segments.0.span"),
        (Event("e1", 5), "title"),
        (Event("e1", "T", confidence=float("nan")), "confidence"),
        (Event("e1", "T", tags=("a", 7)), "tags.1"),
        (Event("e1", "T", tags="ab"), "tags"),
        (Event("e1", "T", resolved=SPAN), "resolved"),
        (Event("e1", "T", status=object()), "status"),
        (Event(["e1"], "T"), "id"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(record: Any, where: str) -> None:
    with pytest.raises(CodecError, match=f"^{re.escape(where)}: expected"):
        to_json(record)


def test_a_tree_too_deep_to_be_read_back_is_not_written() -> None:
    deep: Any = tree.Fixed("2018-05")
    for _ in range(60):
        deep = tree.Part("END", deep)
    with pytest.raises(CodecError, match="nested too deeply"):
        to_json(TimeExpression("s1:t3-9", "s1", SPAN, "phrase", deep, ("rule",), SPAN, Tense.PAST))
