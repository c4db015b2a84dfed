"""Lines of a stream: numbered, bounded, blank ones passed over."""

import io
import json
import os
from typing import Any

import pytest

from timeline_app.cli import annotate
from timeline_app.cli.annotate import read_groups, read_lines
from timeline_app.cli.annotation import AnnotateOptions, InputLine, annotate_line, annotate_lines
from timeline_app.extraction.segmentation import segment


def test_lines_are_numbered_as_in_the_file() -> None:
    stream = io.BytesIO(b"\xef\xbb\xbf{}\n\n  \r\n{}\r\n[]")
    assert [(line.number, line.data.strip()) for line in read_lines(stream)] == [(1, b"{}"), (4, b"{}"), (5, b"[]")]


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotate, "MAX_LINE_BYTES", 10)
    lines = list(read_lines(io.BytesIO(b"x" * 35 + b"\n{}\n" + b"y" * 11)))
    assert [(line.number, line.fault is None) for line in lines] == [(1, False), (2, True), (3, False)]


@pytest.mark.skipif(os.name == "nt", reason="pipes there do not tell whether more has come")
def test_what_has_arrived_in_a_pipe_is_given_before_more_is_waited_for() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb", buffering=0) as sender:
        groups = read_groups(stream)
        sender.write(b"{}\n[]\n{")
        assert [line.number for line in next(groups) or ()] == [1, 2]
        assert next(groups) is None
        sender.write(b"}\n")
        assert [line.data for line in next(groups) or ()] == [b"{}"]
        sender.close()
        assert [group for group in groups if group] == []


def test_lines_come_in_groups_of_bounded_size() -> None:
    stream = io.BytesIO(b"{}\n" * 100 + (b" " * 40_000 + b"{}\n") * 3)
    groups = [group for group in read_groups(stream) if group]
    assert sum(map(len, groups)) == 103
    assert max(map(len, groups)) <= 16
    assert [len(group) for group in groups[-3:]] == [1, 1, 1]


def test_a_text_that_cannot_be_analysed_costs_its_own_line_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def segmented(text: str, *others: Any) -> Any:
        if "poison" in text:
            raise ZeroDivisionError
        return segment(text, *others)

    monkeypatch.setattr("timeline_app.extraction.analysis.segment", segmented)
    texts = ("It opened on Monday.", "poison", "It closed on Friday.")
    lines = [InputLine(n, json.dumps({"id": n, "text": text}).encode()) for n, text in enumerate(texts, 1)]
    answers = annotate_lines(lines, AnnotateOptions(times_only=True))
    assert [json.loads(answer.data)["id"] for answer in answers] == [1, 2, 3]
    assert [answer.error is None for answer in answers] == [True, False, True]


@pytest.mark.parametrize(
    ("data", "id_", "said"),
    [
        (b"\xff\xfe", "null", "not UTF-8"),
        (b"{", "null", "not JSON"),
        (b"[1]", "null", "one JSON object, not a list"),
        (b"7", "null", "not a number"),
        (b"null", "null", "not null"),
        (b"[" * 100_000, "null", "not JSON"),
        (b'{"id": 9' + b"9" * 5000 + b"}", "null", "not JSON"),
        (b'{"id": "a"}', '"a"', "no text"),
        (b'{"id": 7, "text": null}', "7", "text must be a string, not null"),
        (b'{"id": "a", "text": ["x"]}', '"a"', "text must be a string, not a list"),
    ],
)
def test_a_line_that_cannot_be_read_is_answered(data: bytes, id_: str, said: str) -> None:
    answer = annotate_line(InputLine(3, data), AnnotateOptions())
    assert answer.data.startswith(f'{{"id": {id_}, "line": 3, "error": "'.encode())
    assert said in answer.data.decode()
    assert answer.error
